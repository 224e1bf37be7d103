"""Every other PDF that can be written, with every option: it keeps both standards, and shows every letter."""

import hashlib
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import content_of
from s3desk.domain.profile import Profile
from s3desk.domain.records import Answer, AnswerState, Assessment, Evidence, Fulfilment, Record, Storage
from s3desk.formats import evidence_folder
from s3desk.formats.evidence_folder import INDEX
from s3desk.formats.pdf.text import MISSING
from s3desk.formats.registry import export
from s3desk.queries.report import NO_COMPARISON, Options, Source, gather, picture
from tests import builders
from tests.hostile import hostile_records
from tests.languages import SAMPLES, records_in_every_language
from tests.unit.formats.pdf_standards import elements, faults, of_kind
from tests.unit.formats.test_pdf_standards import read_aloud
from tests.valdoria import full_records, stored_bytes

ENGLISH, GERMAN = Language("en"), Language("de")
LETTER = b"%PDF-1.7 a letter"
OUTGOING, INTERNAL = Profile.OUTGOING, Profile.INTERNAL


def translated(record: Record) -> Record:
    """The same with texts in German beside the English ones, but for one criterion."""
    if isinstance(record, Assessment):
        return replace(record, second_language="de")
    if not isinstance(record, Fulfilment):
        return record
    texts = ("", "") if record.id == "analysis" else ("Die Begründung: " + record.justification, record.references)
    return replace(record, second_justification=texts[0], second_references=texts[1])


def full() -> tuple[Record, ...]:
    """The example, in two languages, with a stored copy."""
    copy = Evidence("copy", 900, "Letter", storage=Storage.COPY, file_name="letter.pdf", outgoing=True)
    sha256 = hashlib.sha256(LETTER).hexdigest()
    return (*map(translated, full_records()), replace(copy, size=len(LETTER), sha256=sha256))


RECORDS: dict[str, Callable[[], tuple[Record, ...]]] = {
    "full": full,
    "empty": builders.empty_records,
    "hostile": hostile_records,
    "every language": records_in_every_language,
}

CASES: dict[str, tuple[str, str, Options]] = {
    "in two languages": ("full", "report", Options(OUTGOING, ENGLISH, GERMAN)),
    "in two languages, internal": ("full", "report", Options(INTERNAL, GERMAN, ENGLISH)),
    "in two languages, empty": ("empty", "report", Options(OUTGOING, ENGLISH, GERMAN)),
    "in two languages, hostile": ("hostile", "report", Options(INTERNAL, ENGLISH, GERMAN)),
    "in one language twice": ("full", "report", Options(OUTGOING, GERMAN, GERMAN)),
    "without comparison": ("full", "report", Options(INTERNAL, compare_with=NO_COMPARISON)),
    "with private notes": ("full", "report", Options(INTERNAL, with_notes=True)),
    "with evidence": ("full", "report", Options(INTERNAL, carries_evidence=True)),
    "with evidence, outgoing": ("full", "report", Options(OUTGOING, carries_evidence=True)),
    "with evidence, without data": ("full", "report", Options(INTERNAL, carries_data=False, carries_evidence=True)),
    "every language": ("every language", "report", Options(INTERNAL, Language("bg"), GERMAN)),
    "every language, outgoing": ("every language", "report", Options(OUTGOING, Language("el"))),
    "note in two languages": ("full", "note", Options(OUTGOING, ENGLISH, GERMAN)),
    "note of nothing in two languages": ("empty", "note", Options(INTERNAL, GERMAN, ENGLISH)),
    "table 12 in two languages": ("full", "table12", Options(OUTGOING, ENGLISH, GERMAN)),
    "table 12 in two languages, hostile": ("hostile", "table12", Options(OUTGOING, ENGLISH, GERMAN)),
    "table 12 in every language": ("every language", "table12", Options(OUTGOING, Language("mt"), Language("ga"))),
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Source]:
    found = {}
    for name, records in RECORDS.items():
        stored = (*stored_bytes(), LETTER) if name == "full" else ()
        workspace = builders.workspace_of(tmp_path_factory.mktemp("corpus"), records(), stored)
        found[name] = gather(workspace)
        workspace.close()  # its files can still be read
    return found


@pytest.fixture(scope="module")
def corpus(sources: dict[str, Source], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Writes a PDF when it is first asked for."""
    folder = tmp_path_factory.mktemp("corpus")

    def written(name: str) -> Path:
        path = folder / f"{name}.pdf"
        if not path.exists():
            records, what, options = CASES[name]
            export(picture(sources[records], options), what, path)
        return path

    return written


@pytest.mark.parametrize("name", CASES)
def test_every_pdf_keeps_both_standards(name: str, corpus: Callable[[str], Path]) -> None:
    assert faults(corpus(name)) == []


@pytest.mark.parametrize("name", ["note in two languages", "note of nothing in two languages"])
def test_a_note_in_two_languages_has_two_pages_at_most(name: str, corpus: Callable[[str], Path]) -> None:
    assert len(PdfReader(corpus(name)).pages) <= 2


def test_the_index_of_a_folder_keeps_both_standards(sources: dict[str, Source], tmp_path: Path) -> None:
    for name in ("full", "empty", "every language"):
        source = sources[name]
        report = picture(source, Options(INTERNAL, GERMAN))
        evidence_folder.write(report, source.files, tmp_path / name)
        assert faults(tmp_path / name / f"{INDEX}.pdf") == []


def letters_of(text: str) -> str:
    """What is left of a text when it was broken into lines."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_every_language_of_the_union_is_shown_to_the_letter(corpus: Callable[[str], Path]) -> None:
    text = "".join(page.extract_text() for page in PdfReader(corpus("every language")).pages)
    assert MISSING not in text
    shown = letters_of(text)
    for code, said in SAMPLES.items():
        assert letters_of(said) in shown, code


@pytest.mark.needs_poppler
def test_every_language_is_read_aloud_word_by_word(corpus: Callable[[str], Path]) -> None:
    said = read_aloud(corpus("every language"))
    for code, text in SAMPLES.items():
        assert " ".join(text.split()) in said, code


def languages_of(pdf: pikepdf.Pdf, kind: str) -> set[str]:
    """The languages that elements of a kind, and what is in them, say they are in."""
    return {
        str(inner.Lang)
        for one in of_kind(pdf, kind)
        for inner in (one, *elements(one))
        if inner.get("/Lang") is not None
    }


def test_each_passage_of_a_bilingual_report_says_its_language(corpus: Callable[[str], Path]) -> None:
    with pikepdf.open(corpus("in two languages")) as pdf:
        assert str(pdf.Root.Lang) == "en"
        for kind in ("H1", "H2", "TOCI", "TH"):
            assert languages_of(pdf, kind) == {"de"}, kind
    with pikepdf.open(corpus("in two languages, internal")) as pdf:
        assert str(pdf.Root.Lang) == "de"
        assert languages_of(pdf, "H2") == {"en"}


def test_one_language_twice_is_one(corpus: Callable[[str], Path], sources: dict[str, Source]) -> None:
    assert picture(sources["full"], CASES["in one language twice"][2]).second is None
    with pikepdf.open(corpus("in one language twice")) as pdf:
        assert languages_of(pdf, "H2") == set()


@pytest.mark.needs_poppler
def test_a_bilingual_report_has_headings_and_official_words_in_both_and_the_texts_as_written(
    corpus: Callable[[str], Path], sources: dict[str, Source]
) -> None:
    said, shown = read_aloud(corpus("in two languages")), picture(sources["full"], CASES["in two languages"][2])
    assert shown.second is not None
    at = said.index("Method and scale / Methode und Skala", said.index("Contents / Inhalt") + 1000)
    for part, other in zip(shown.criteria, shown.second.criteria, strict=True):
        for words in (part.official, other.official, part.justification.text):
            at = said.index(" ".join(words.split()), at)
        assert (part.second_justification is None) == (part.id == "analysis")
        if part.second_justification is not None:
            at = said.index(" ".join(part.second_justification.text.split()), at)
    assert "Justification / Begründung English / Englisch" in said
    assert "German / Deutsch Die Begründung" in said
    assert "By our own check: 5 Yes, 1 No, 1 not decided / Nach eigener Prüfung: 5 Ja, 1 Nein" in said


@pytest.mark.parametrize(
    ("name", "carried"),
    [("with evidence", 8), ("with evidence, outgoing", 3), ("with evidence, without data", 6), ("every language", 2)],
)
def test_what_travels_inside(name: str, carried: int, corpus: Callable[[str], Path]) -> None:
    with pikepdf.open(corpus(name)) as pdf:
        assert len(pdf.attachments) == carried
        assert ("C0_E900_letter.pdf" in pdf.attachments) == ("evidence" in name)


def test_a_report_without_comparison_says_nothing_of_earlier(corpus: Callable[[str], Path]) -> None:
    text = "".join(page.extract_text() for page in PdfReader(corpus("without comparison")).pages)
    assert "Not compared with an earlier version" in text
    assert ", compared with" not in text


@pytest.mark.slow
def test_a_report_of_300_pages_keeps_both_standards(tmp_path: Path) -> None:
    comments = [replace(one, comment="A long comment. " * 1_400) for one in full_records() if isinstance(one, Answer)]
    documents = [Evidence(f"m-{number}", number, f"Document {number}") for number in range(1_000, 1_200)]
    others = [one for one in full_records() if not isinstance(one, Answer)]
    content = content_of([*others, *documents, *comments])
    assert sum(one.state is AnswerState.RATED for one in comments) > 50
    source = Source(default_catalogue(), content, builders.NOW)
    path = tmp_path / "long.pdf"
    export(picture(source, Options(INTERNAL)), "report", path)
    assert len(PdfReader(path).pages) >= 300
    assert faults(path) == []

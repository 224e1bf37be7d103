"""The page Evidence as a picture: what is found, what is to check, one document in full."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from s3desk.basics.language import Language
from s3desk.basics.progress import no_progress
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import Content, content_of
from s3desk.domain.records import Evidence, Storage
from s3desk.queries.evidence import NOT_USED, TO_CHECK, EvidencePicture, Files, Wanted, picture
from s3desk.queries.files import FileState, look_at
from tests.builders import empty_records, full_workspace
from tests.hostile import hostile_records
from tests.valdoria import full_records

CATALOGUE = default_catalogue()
TODAY = date(2026, 11, 16)
FULL = content_of(full_records())


ALL_OF_THEM, NOTHING_KNOWN = Wanted(), Files()


def shown(
    content: Content = FULL, wanted: Wanted = ALL_OF_THEM, chosen: str = "", files: Files = NOTHING_KNOWN
) -> EvidencePicture:
    return picture(CATALOGUE, content, Language(), TODAY, wanted=wanted, chosen_id=chosen, files=files)


def marks(found: EvidencePicture) -> list[str]:
    return [row.line.mark for row in found.rows]


def document(key: str) -> Evidence:
    found = FULL.get(Evidence, key)
    assert found is not None
    return found


def test_all_documents_and_a_sentence_about_them() -> None:
    found = shown()
    assert (len(found.rows), found.total) == (12, 12)
    assert found.sentence.startswith("12 documents, used 27 times.")
    assert [(one.text, one.count) for one in found.groups] == [("All", 12), ("To check", 3), ("Not used", 0)]


def test_words_are_found_in_any_order_and_field() -> None:
    assert marks(shown(wanted=Wanted("MONITORING 2025"))) == ["E06"]
    assert marks(shown(wanted=Wanted("marble"))) == ["E11"]
    assert marks(shown(wanted=Wanted("e07"))) == ["E07"]
    assert marks(shown(wanted=Wanted("nothing of the kind"))) == []


def test_filters_and_criterion_narrow_together() -> None:
    assert set(marks(shown(wanted=Wanted(group=TO_CHECK)))) == {"E02", "E09", "E12"}
    assert marks(shown(wanted=Wanted(group=TO_CHECK, criterion_id="ri-systems"))) == ["E09"]
    assert marks(shown(wanted=Wanted(criterion_id="stakeholders"))) == ["E08"]
    unused = content_of((*full_records(), Evidence("e-99", 99, "New")))
    assert marks(shown(unused, Wanted(group=NOT_USED))) == ["E99"]


def test_the_chosen_document_in_full() -> None:
    detail = shown(chosen="e-01").chosen
    assert detail is not None
    assert (detail.head, detail.file_words, detail.openable) == ("E01 · Study", "Link", False)
    assert [(use.number, use.pages) for use in detail.uses] == [("1.1", "p. 3-9"), ("1.2", "ch. 3"), ("6.1", "p. 44")]
    assert detail.uses_title == "Used for 3 answers"
    assert detail.note.startswith("Named in the texts of 1 criterion.")


def test_a_choice_that_is_not_shown_gives_way_to_the_first() -> None:
    detail = shown(wanted=Wanted("marble"), chosen="e-01").chosen
    assert detail is not None
    assert detail.id == "e-11"


def test_files_that_changed_or_are_gone_are_to_check() -> None:
    files = Files(frozenset({"e-04"}), {document("e-06"): FileState.CHANGED})
    found = shown(wanted=Wanted(group=TO_CHECK), chosen="e-06", files=files)
    assert {"E04", "E06"} <= set(marks(found))
    assert found.chosen is not None
    assert found.chosen.file_words == "File was changed"
    assert "1 file is missing" in found.sentence
    assert "1 file was changed" in found.sentence


def test_what_was_found_about_another_file_does_not_count() -> None:
    files = Files(states={replace(document("e-06"), sha256="other"): FileState.CHANGED})
    detail = shown(chosen="e-06", files=files).chosen
    assert detail is not None
    assert detail.file is None


def test_an_empty_file_and_hostile_texts() -> None:
    empty = shown(content_of(empty_records()))
    assert (empty.total, empty.chosen) == (0, None)
    hostile = shown(content_of(hostile_records()))
    assert hostile.total == len(hostile.rows)
    assert all(not fact.link.startswith("javascript") for fact in (hostile.chosen.facts if hostile.chosen else ()))


def test_only_web_and_mail_addresses_can_be_opened() -> None:
    content = content_of((*empty_records(), Evidence("e", 1, "T", link="file:///etc/passwd")))
    detail = shown(content).chosen
    assert detail is not None
    assert [(fact.value, fact.link) for fact in detail.facts] == [("file:///etc/passwd", "")]


def test_looking_at_files_finds_what_changed(tmp_path: Path) -> None:
    workspace = full_workspace(tmp_path)
    path = tmp_path / "roadmap.pdf"
    path.write_bytes(b"12345")
    linked = Evidence("l", 90, "Roadmap", storage=Storage.LINKED_FILE, file_path=str(path), size=5)
    copy, link = document("e-06"), document("e-01")
    found = look_at(workspace.path, (linked, copy, link), no_progress)
    assert found == {linked: FileState.UNCHANGED, copy: FileState.UNCHANGED}
    path.write_bytes(b"longer than before")
    assert look_at(workspace.path, (linked,), no_progress) == {linked: FileState.CHANGED}
    path.unlink()
    assert look_at(workspace.path, (linked,), no_progress) == {linked: FileState.NOT_FOUND}
    workspace.close()

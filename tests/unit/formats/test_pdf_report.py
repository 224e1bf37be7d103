"""Reports read again by other programs: complete, unharmed, the same bytes each time, nothing left when stopped."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pypdf import PdfReader

from s3desk.basics.errors import CancelledError
from s3desk.formats.registry import export
from s3desk.operations import answering, versioning
from s3desk.queries.picture import ReportPicture
from tests import builders
from tests.valdoria import PRIVATE_TEXTS


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def words_of(path: Path) -> str:
    return " ".join(text_of(path).split())


ALL = [f"{kind} {which}" for kind in ("full", "empty", "hostile") for which in ("outgoing", "internal", "german")]


@pytest.mark.parametrize("name", ALL)
def test_every_report_is_a_whole_pdf_with_its_particulars(
    name: str, files: dict[str, Path], pictures: dict[str, ReportPicture]
) -> None:
    reader = PdfReader(files[name], strict=True)
    assert reader.metadata is not None
    assert reader.metadata.creation_date_raw == "D:20261116154200"
    assert str(reader.root_object["/Lang"]) == ("de" if "german" in name else "en")
    code = pictures[name].check_code
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        assert code in text
        assert f"{number} / {len(reader.pages)}" in text


@pytest.mark.parametrize("name", ALL)
def test_all_fonts_are_embedded(name: str, files: dict[str, Path]) -> None:
    embedded, unembedded = PdfReader(files[name]).pages[0]._get_fonts()
    assert embedded
    assert not unembedded


@pytest.mark.parametrize("name", ["full outgoing", "full internal", "hostile internal"])
def test_the_same_picture_gives_the_same_bytes(
    name: str, files: dict[str, Path], pictures: dict[str, ReportPicture], tmp_path: Path
) -> None:
    export(pictures[name], "report", tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == files[name].read_bytes()


def test_two_exports_at_once_do_not_disturb_each_other(
    files: dict[str, Path], pictures: dict[str, ReportPicture], tmp_path: Path
) -> None:
    names = ["full internal", "hostile outgoing", "full outgoing", "empty internal"]
    with ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(export, pictures[name], "report", tmp_path / f"{name}.pdf") for name in names]
    assert [job.exception() for job in jobs] == [None] * 4
    for name in names:
        assert (tmp_path / f"{name}.pdf").read_bytes() == files[name].read_bytes()


def test_the_order_is_official_status_then_our_own_check(files: dict[str, Path]) -> None:
    cover = " ".join(PdfReader(files["full outgoing"]).pages[0].extract_text().split())
    wanted = ("Valdoria", "Member State: Italy", "CCI 2021IT16RFPR099", "Official status",
              "By our own check: 5 Yes, 1 No, 1 not decided", "Purpose", "16 November 2026", "DG REGIO",
              "Not an official form")  # fmt: skip
    places = [cover.index(part) for part in wanted]
    assert places == sorted(places)
    assert "Example with invented data" in cover


def test_a_version_of_a_very_long_name_is_compared_with(tmp_path: Path) -> None:
    workspace = builders.workspace_of(tmp_path, builders.empty_records())
    versioning.save_version(workspace, "Zwischenstand " * 300)
    answering.rate(workspace, "analysis.digital", 3)
    picture = builders.picture_of(workspace)
    workspace.close()
    assert picture.compared_with
    export(picture, "report", tmp_path / "report.pdf")
    assert "Zwischenstand" in text_of(tmp_path / "report.pdf")


def test_bookmarks_and_contents_lead_to_the_pages_of_the_parts(files: dict[str, Path]) -> None:
    reader = PdfReader(files["full internal"])
    titles = [str(entry["/Title"]) for entry in reader.outline if not isinstance(entry, list)]
    assert titles[0] == "Note on enabling condition 1.1"
    assert titles.index("Open points") < titles.index("Contents") < titles.index("Method and scale")
    assert [title for title in titles if title.startswith("Criterion ")][5] == "Criterion 6: Industrial transition"
    assert titles[-1] == "Sign-off"
    for entry in reader.outline:
        assert not isinstance(entry, list)
        number = reader.get_destination_page_number(entry)
        assert number is not None
        assert str(entry["/Title"]).split(":")[0].split()[0] in reader.pages[number].extract_text()
        if str(entry["/Title"]) != "Contents":
            listed = next(page.extract_text() for page in reader.pages if "\nContents\n" in f"\n{page.extract_text()}")
            assert f"{entry['/Title']}" in " ".join(listed.split())
            assert str(number + 1) in listed.split()


def test_missing_things_are_printed(files: dict[str, Path]) -> None:
    text = words_of(files["empty outgoing"])
    for said in ("Territory not entered yet", "No programme is entered yet", "Not decided yet", "Not written yet",
                 "No evidence is recorded yet", "Not compared with an earlier version", "DRAFT"):  # fmt: skip
        assert said in text


def test_an_outgoing_report_has_no_ratings_and_nothing_private(files: dict[str, Path]) -> None:
    text = words_of(files["full outgoing"])
    for private in PRIVATE_TEXTS:
        assert private not in text
    for word in (
        "Average rating",
        "Questions answered",
        "To be improved",
        "Open points",
        "of 10 rated",
        "Excellent",
        "In force",
        "No longer valid",
        "No action is recorded",
    ):
        assert word not in text


def test_an_internal_report_has_ratings_open_points_and_comments(files: dict[str, Path]) -> None:
    text = words_of(files["full internal"])
    for word in (
        "10 of 10 rated",
        "Open points",
        "Five full-time posts",
        "Action A-02 is late",
        "Held at another level",
    ):
        assert word in text
    assert "QPRIVATE-note" not in text


@pytest.mark.parametrize("profile", ["outgoing", "internal"])
def test_hostile_texts_come_back_unharmed(profile: str, files: dict[str, Path]) -> None:
    text = words_of(files[f"hostile {profile}"])
    for hostile in ("=1+1", "&<b>{name}</b>&amp;{0}%s", "#N/A", "Zażółć gęślą Ελληνικά Български ħġż",
                    '=HYPERLINK("https://bad.example","x")', "line one line two tab", "@SUM(A1:A3)"):  # fmt: skip
        assert hostile in text
    assert text.count("long") >= 6_000
    assert "\u25a1" in text
    assert "javascript:" not in _link_targets(files[f"hostile {profile}"])


def _link_targets(path: Path) -> str:
    annotations = [note.get_object() for page in PdfReader(path).pages for note in page.get("/Annots", [])]
    return " ".join(str(note.get("/A", {}).get("/URI", "")) for note in annotations)


def test_evidence_links_can_be_followed(files: dict[str, Path]) -> None:
    assert "https://www.valdoria.example/s3/analysis-2026.pdf" in _link_targets(files["full outgoing"])


def test_too_long_texts_are_marked_and_not_cut(files: dict[str, Path]) -> None:
    text = words_of(files["hostile outgoing"])
    assert "[24 000 of 1 000: 23 000 too many]" in text


def test_a_german_report_has_german_law_and_dates(files: dict[str, Path]) -> None:
    text = words_of(files["full german"])
    assert "aktuelle Analyse von Herausforderungen" in text
    assert "16. November 2026" in text
    assert "Gute Steuerung der nationalen oder regionalen Strategie" in text


def test_table_12_alone_has_one_landscape_table_for_each_programme(
    pictures: dict[str, ReportPicture], tmp_path: Path
) -> None:
    path = tmp_path / "table12.pdf"
    export(pictures["full outgoing"], "table12", path)
    pages = PdfReader(path).pages
    assert len(pages) == 2
    for page, programme in zip(pages, ("ERDF Programme", "Just Transition"), strict=True):
        text = " ".join(page.extract_text().split())
        assert page.mediabox.width > page.mediabox.height
        assert programme in text
        for head in ("Specific objective (N/A to the EMFAF)", "Fulfilment of criteria (Y/N)", "Justification [1 000]"):
            assert head in text
    assert "The programme pays for the map" in pages[1].extract_text()


@pytest.mark.parametrize("what", ["report", "table12"])
def test_a_stopped_export_leaves_no_file(what: str, pictures: dict[str, ReportPicture], tmp_path: Path) -> None:
    calls = []

    def stop_soon(done: int, total: int, step: str = "") -> None:
        calls.append((done, total, step))
        if len(calls) == 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        export(pictures["full internal"], what, tmp_path / "report.pdf", stop_soon)
    assert list(tmp_path.iterdir()) == []


def test_progress_grows_to_its_end(pictures: dict[str, ReportPicture], tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export(pictures["full internal"], "report", tmp_path / "report.pdf", lambda d, t, _step="": told.append((d, t)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len({total for _, total in told}) == 1
    assert told[-1][0] > 0.9 * told[-1][1]


@pytest.mark.parametrize("damage", ["cut", "empty", "head"])
def test_a_damaged_file_is_noticed(damage: str, files: dict[str, Path], tmp_path: Path) -> None:
    from s3desk.formats.pdf.report import FORMAT

    content = files["full outgoing"].read_bytes()
    damaged = {"cut": content[:-2000], "empty": b"", "head": b"x" + content[1:]}[damage]
    path = tmp_path / "damaged.pdf"
    path.write_bytes(damaged)
    with pytest.raises(ValueError, match=r"damaged\.pdf"):
        FORMAT.check(path)


@pytest.mark.needs_poppler
@pytest.mark.parametrize("name", ["full internal", "hostile outgoing"])
def test_poppler_reads_the_same(name: str, files: dict[str, Path]) -> None:
    run = subprocess.run(["pdftotext", "-layout", files[name], "-"], capture_output=True, check=True, text=True)
    assert run.stderr == ""
    words = " ".join(run.stdout.split())
    assert ("Smart Specialisation Strategy" if "full" in name else "&<b>{name}</b>&amp;{0}%s") in words


@pytest.mark.needs_qpdf
@pytest.mark.parametrize("name", ALL)
def test_qpdf_finds_no_fault(name: str, files: dict[str, Path]) -> None:
    run = subprocess.run(["qpdf", "--check", files[name]], capture_output=True, check=False, text=True)
    assert run.returncode == 0, run.stdout + run.stderr

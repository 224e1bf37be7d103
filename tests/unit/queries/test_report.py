"""The one picture behind every output: complete, in one language, and without a private word when it leaves."""

import pickle
from dataclasses import fields, is_dataclass

import pytest

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import content_of
from s3desk.domain.profile import Profile
from s3desk.domain.records import Decision
from s3desk.operations import answering, deciding, versioning
from s3desk.queries.data import check_code
from s3desk.queries.report import Options, Source, gather, picture
from tests.builders import NOW, empty_records, full_workspace, picture_of, workspace_of
from tests.hostile import hostile_records
from tests.private import seeded_private
from tests.valdoria import full_records

CATALOGUE = default_catalogue()


def texts_in(value: object) -> list[str]:
    """Every text anywhere in a picture but the catalogue's own and the plain data."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple | list):
        return [text for item in value for text in texts_in(item)]
    if is_dataclass(value):
        names = [field.name for field in fields(value) if field.name not in ("catalogue", "data")]
        return [text for name in names for text in texts_in(getattr(value, name))]
    return []


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("code", ["en", "de", "mt", "zz"])
@pytest.mark.parametrize("records", [empty_records(), full_records(), hostile_records()], ids=["empty", "full", "bad"])
def test_a_picture_can_be_made_of_everything(profile: Profile, code: str, records: tuple[object, ...]) -> None:
    source = Source(CATALOGUE, content_of(records), NOW)  # type: ignore[arg-type]
    found = picture(source, Options(profile, Language(code)))
    assert len(found.criteria) == 7
    assert all(len(table.rows) == 7 for table in found.table12)
    assert found.table12
    assert not any(text.count("{") and "{name}" not in text for text in texts_in(found.criteria[0].decision_words))


def test_no_private_text_in_any_part_of_an_outgoing_picture() -> None:
    records, _ = seeded_private(full_records())
    source = Source(CATALOGUE, content_of(records), NOW)
    assert "QSEED" in str(texts_in(picture(source, Options(Profile.INTERNAL, with_notes=True))))
    outgoing = picture(source, Options(Profile.OUTGOING, with_notes=True))
    assert "QSEED" not in str(texts_in(outgoing)) + str(outgoing.data)


def test_history_and_old_versions_do_not_leave_either(tmp_path_factory: pytest.TempPathFactory) -> None:
    workspace = full_workspace(tmp_path_factory.mktemp("w"))
    workspace.who = "QSEED-who"
    answering.comment(workspace, "analysis.digital", "QSEED-comment")
    versioning.save_version(workspace, "Before")
    answering.comment(workspace, "analysis.digital", "")
    deciding.decide(workspace, "transition", Decision.YES)
    internal, outgoing = (
        picture(gather(workspace), Options(profile)) for profile in (Profile.INTERNAL, Profile.OUTGOING)
    )
    workspace.close()
    assert "QSEED-comment" in str(texts_in(internal.history))
    assert "QSEED" not in str(texts_in(outgoing)) + str(outgoing.data)
    assert (outgoing.history, outgoing.versions, outgoing.people, outgoing.open_points) == ((), (), (), ())


def test_an_outgoing_picture_has_no_ratings_at_all() -> None:
    found = picture(Source(CATALOGUE, content_of(full_records()), NOW), Options(Profile.OUTGOING))
    assert all(part.score is None and part.questions == () and part.target is None for part in found.criteria)
    assert all(part.level_words == "" and part.average_before is None for part in found.criteria)
    assert (found.answered, found.asked) == (0, 0)


def test_private_notes_are_internal_only_when_ticked(tmp_path_factory: pytest.TempPathFactory) -> None:
    workspace = workspace_of(tmp_path_factory.mktemp("w"), empty_records())
    answering.note(workspace, "analysis.digital", "QNOTE")
    plain, ticked = (picture_of(workspace, with_notes=ticked) for ticked in (False, True))
    workspace.close()
    assert "QNOTE" not in str(texts_in(plain)) + str(plain.data)
    assert "QNOTE" in str(texts_in(ticked.criteria))
    assert "QNOTE" in str(texts_in(ticked.history))


def test_equal_content_gives_an_equal_picture_and_code_and_a_changed_letter_another() -> None:
    one, same = (picture(Source(CATALOGUE, content_of(full_records()), NOW), Options()) for _ in range(2))
    assert one == same
    assert one.check_code == same.check_code == check_code(one.data)
    other = picture(Source(CATALOGUE, content_of(empty_records()), NOW), Options())
    assert other.check_code != one.check_code


def test_what_a_job_gets_can_travel_to_any_thread_or_process(tmp_path_factory: pytest.TempPathFactory) -> None:
    workspace = full_workspace(tmp_path_factory.mktemp("w"))
    source = gather(workspace)
    before = picture(source, Options(Profile.INTERNAL))
    answering.rate(workspace, "analysis.digital", 0)
    workspace.close()
    assert picture(source, Options(Profile.INTERNAL)) == before
    assert pickle.dumps(before.criteria[0].questions)


def test_the_summary_leads_with_the_decisions_and_the_condition_is_all_or_nothing() -> None:
    found = picture(Source(CATALOGUE, content_of(full_records()), NOW), Options())
    assert found.tally_words == "5 Yes, 1 No, 1 not decided"
    assert (found.condition, found.condition_words) == (Decision.NO, "No")
    assert [part.mark for part in found.criteria] == ["Y", "Y", "\u2013", "Y", "Y", "N", "Y"]


def test_each_programme_has_its_table_with_its_own_text() -> None:
    first, second = picture(Source(CATALOGUE, content_of(full_records()), NOW), Options()).table12
    assert first.rows[5].justification.text.startswith("A draft roadmap covers leather.")
    assert second.rows[5].justification.text.startswith("The programme pays for the map")
    assert first.rows[0] == second.rows[0]
    assert "E01" not in first.rows[0].references.text
    assert "Diffusion analysis 2026, 20 Mar 2026, https://" in first.rows[0].references.text

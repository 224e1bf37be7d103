"""Deadlines as a calendar: read back by the rules of RFC 5545, with hostile texts in it."""

import errno
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.domain.content import content_of
from s3desk.domain.records import Action, ActionStatus
from s3desk.formats.ics import deadlines, write_deadlines
from tests.builders import empty_records
from tests.hostile import HOSTILE_TEXTS
from tests.valdoria import full_records

NOW = datetime.fromisoformat("2026-11-16T15:42")
ACTION = Action("a", 4, "Agree on data; publish, then\nreport \\ end", "monitoring", due=date(2027, 3, 31))


def calendar(*actions: Action) -> str:
    return deadlines(content_of((*empty_records(), *actions)), NOW)


def half_written(path: Path, content: bytes) -> int:
    with path.open("wb") as file:
        file.write(content[: len(content) // 2])
    raise OSError(errno.ENOSPC, "No space left on device")


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_an_action_is_a_whole_day_that_keeps_its_uid() -> None:
    lines = unfolded(calendar(ACTION))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert {"UID:a@s3desk", "DTSTART;VALUE=DATE:20270331"} <= set(lines)
    assert "SUMMARY:A-04 Agree on data\\; publish\\, then\\nreport \\\\ end" in lines
    moved = unfolded(calendar(replace(ACTION, title="Other", due=date(2027, 5, 1))))
    assert "UID:a@s3desk" in moved


def test_done_and_undated_actions_are_left_out() -> None:
    done, undated = replace(ACTION, status=ActionStatus.DONE), replace(ACTION, due=None)
    assert "VEVENT" not in calendar(done)
    assert "VEVENT" not in calendar(undated)
    assert deadlines(content_of(full_records()), NOW).count("BEGIN:VEVENT") == 4


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=range(len(HOSTILE_TEXTS)))
def test_no_text_breaks_a_line(text: str) -> None:
    written = calendar(replace(ACTION, title=text, next_step=text))
    lines = written.split("\r\n")
    assert "\n" not in "".join(lines)
    assert all(len(line.encode("utf-8")) <= 75 for line in lines)
    names = [line.partition(":")[0].partition(";")[0] for line in unfolded(written) if line]
    assert names.count("SUMMARY") == names.count("DESCRIPTION") == 1
    assert all(name.isupper() for name in names)


def test_the_last_day_of_the_calendar_is_written() -> None:
    assert "DTSTART;VALUE=DATE:99991231" in calendar(replace(ACTION, due=date.max))


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="could not be written"):
        write_deadlines(content_of(empty_records()), NOW, tmp_path / "none" / "a.ics")


def test_what_was_there_stays_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.ics"
    path.write_text("before")
    monkeypatch.setattr(Path, "write_bytes", half_written)
    with pytest.raises(KnownError, match="could not be written"):
        write_deadlines(content_of(full_records()), NOW, path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]

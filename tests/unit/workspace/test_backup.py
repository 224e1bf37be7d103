"""Backups: made when something changed, complete, and never more than agreed."""

import os
from datetime import datetime, timedelta
from pathlib import Path

from s3desk.domain.records import Answer, AnswerState
from s3desk.operations.beginning import begin
from s3desk.workspace import backup
from s3desk.workspace.backup import Backup, back_up, backups_of, superseded
from s3desk.workspace.files import open_workspace

NOW = datetime(2026, 11, 16, 15, 30)


def test_a_backup_opens_and_holds_everything(tmp_path: Path) -> None:
    path = tmp_path / "a.s3desk"
    workspace = begin(path, who="M. Rossi")
    with workspace.changing("Rate") as tx:
        tx.put(Answer("analysis.diffusion", AnswerState.RATED, 4, comment="è “così”"))
    made = back_up(path, tmp_path / "backups", NOW)
    workspace.close()
    assert made is not None
    with_backup = open_workspace(made.path, who="M. Rossi")
    assert with_backup.content.answer("analysis.diffusion").comment == "è “così”"
    with_backup.close()


def test_nothing_is_copied_when_nothing_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.s3desk"
    begin(path, who="x").close()
    assert back_up(path, tmp_path / "backups", NOW) is not None
    assert back_up(path, tmp_path / "backups", NOW + timedelta(minutes=1)) is None
    assert len(backups_of(path, tmp_path / "backups")) == 1


def test_files_of_the_same_name_have_backups_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        begin(tmp_path / place / "a.s3desk", who="x").close()
        back_up(tmp_path / place / "a.s3desk", folder, NOW)
    assert len(backups_of(tmp_path / "one" / "a.s3desk", folder)) == 1


def test_the_last_ten_and_one_a_day_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.s3desk"
    begin(path, who="x").close()
    for hours in range(40):
        os.utime(path, (hours, hours))
        back_up(path, tmp_path / "backups", NOW + timedelta(hours=6 * hours))
    kept = backups_of(path, tmp_path / "backups")
    assert len({one.made_at.date() for one in kept}) == 11  # every day that had one
    assert kept[0].made_at == NOW + timedelta(hours=6 * 39)
    assert len([one for one in kept if one.made_at.date() == NOW.date()]) == 1


def test_too_many_bytes_take_the_oldest(tmp_path: Path) -> None:
    files = []
    for number in range(5):
        path = tmp_path / f"{number}.s3desk"
        path.write_bytes(b"x" * 100)
        files.append(Backup(path, NOW - timedelta(days=number)))
    limit = backup.LARGEST_TOTAL
    try:
        backup.LARGEST_TOTAL = 250
        assert [one.path.name for one in superseded(files)] == ["2.s3desk", "3.s3desk", "4.s3desk"]
    finally:
        backup.LARGEST_TOTAL = limit

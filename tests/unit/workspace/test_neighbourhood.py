"""Folders that others keep too, and copies that came of it: recognised by names and places, seldom by mistake."""

from pathlib import Path

import pytest

from s3desk.workspace import neighbourhood
from s3desk.workspace.neighbourhood import is_on_network, look_around, original_of, service_of


@pytest.mark.parametrize(
    "stem",
    [
        "Valdoria (Lucia's conflicted copy 2026-11-16)",
        "Valdoria (conflicted copy 2026-11-16 141005)",
        "Valdoria (In Konflikt stehende Kopie von Anna 2026-11-16)",
        "Valdoria (1)",
        "Valdoria (12)",
        "Valdoria-PC",
        "Valdoria-DESKTOP-4F7K2",
        "Valdoria.sync-conflict-20261116-141005-ABCDEF2",
    ],
)
def test_a_conflict_copy_names_its_original(stem: str) -> None:
    assert original_of(stem) == "Valdoria"


@pytest.mark.parametrize(
    "stem",
    ["Valdoria", "Valdoria 2", "Valdoria (2026)", "Valdoria-2026", "Valdoria-final", "Valdoria (copy)", "(1)", "-PC"],
)
def test_a_name_that_people_give_is_none(stem: str) -> None:
    assert original_of(stem) == ""


def test_the_own_computer_is_known_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.gethostname", lambda: "lucia-laptop")
    assert original_of("Valdoria-Lucia-Laptop") == "Valdoria"


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/a/OneDrive - Regione Valdoria/S3", "OneDrive"),
        ("/home/a/OneDrive/S3", "OneDrive"),
        ("/home/a/Dropbox (Personal)", "Dropbox"),
        ("/home/a/Nextcloud/S3/2026", "Nextcloud"),
        ("/Users/a/Library/CloudStorage/GoogleDrive-a@b.eu/My Drive", "Google Drive"),
        ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("/home/a/Documents", ""),
        ("/home/a/onedrivers", ""),
        ("/home/a/My Dropboxes", ""),
    ],
)
def test_a_folder_is_known_by_its_name(folder: str, service: str) -> None:
    assert service_of(Path(folder), {}) == service


def test_a_folder_is_known_by_the_system(tmp_path: Path) -> None:
    (tmp_path / "Work" / "S3").mkdir(parents=True)
    assert service_of(tmp_path / "Work" / "S3", {"OneDriveCommercial": str(tmp_path / "Work")}) == "OneDrive"
    assert service_of(tmp_path / "Other", {"OneDriveCommercial": str(tmp_path / "Work")}) == ""


@pytest.mark.parametrize(
    ("marker", "service"),
    [(".dropbox.cache", "Dropbox"), (".sync_0a1b2c.db", "Nextcloud"), (".stfolder", "Syncthing")],
)
def test_a_folder_is_known_by_what_lies_in_it(tmp_path: Path, marker: str, service: str) -> None:
    (tmp_path / marker).write_bytes(b"")
    (tmp_path / "S3" / "2026").mkdir(parents=True)
    assert service_of(tmp_path / "S3" / "2026", {}) == service


def test_a_network_drive_is_known_by_the_systems_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n//srv/s3 /mnt/the\\040share cifs rw 0 0\n/dev/sdb1 /mnt/the\\040share/usb vfat rw\n"
    )
    monkeypatch.setattr(neighbourhood, "_MOUNTS", mounts)
    monkeypatch.setattr("sys.platform", "linux")
    assert is_on_network(Path("/mnt/the share/S3"))
    assert not is_on_network(Path("/mnt/the share/usb/S3"))
    assert not is_on_network(Path("/home/a"))
    assert is_on_network(Path("//srv/s3/2026"))
    assert is_on_network(Path("/run/user/1000/gvfs/smb-share:server=srv/S3"))


def test_copies_beside_a_file_are_found_from_both_sides(tmp_path: Path) -> None:
    for name in ("V.s3desk", "V (1).s3desk", "V-PC042.s3desk", "V (1).pdf", "W (1).s3desk", "V (copy).s3desk"):
        (tmp_path / name).write_bytes(b"")
    around = look_around(tmp_path / "V.s3desk", {})
    assert around.copies == ("V (1).s3desk", "V-PC042.s3desk")
    assert around.original == ""
    assert look_around(tmp_path / "V (1).s3desk", {}).original == "V.s3desk"
    assert look_around(tmp_path / "W (1).s3desk", {}).original == "", "its original is not there: a name like any other"


def test_a_folder_that_cannot_be_listed_shows_nothing(tmp_path: Path) -> None:
    assert look_around(tmp_path / "gone" / "V.s3desk", {}).copies == ()

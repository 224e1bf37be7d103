"""Whether the file in the folder is still the one that was opened, and what is said when it is not."""

from __future__ import annotations

from pathlib import Path

from s3desk.basics.errors import KnownError

Identity = tuple[int, int]
"""The volume and the number by which the system knows a file; another file in its place has another one."""


class ChangedOnDiskError(KnownError):
    """The open file was changed, replaced or taken away from outside: what is shown can be saved as a copy."""


def identity(path: Path) -> Identity:
    """The identity of the file that lies there now."""
    found = path.stat()
    return found.st_dev, found.st_ino


def check_identity(path: Path, opened: Identity) -> None:
    """Refuse to work on when the file is gone or another one. Raises `ChangedOnDiskError`."""
    try:
        now = identity(path)
    except OSError as reason:
        raise ChangedOnDiskError(
            "{name} is no longer in its folder. What you see here is complete.",
            "Save a copy now. When a drive or a network was disconnected, connect it again and go on.",
            name=path.name,
        ) from reason
    if now != opened:
        raise ChangedOnDiskError(
            "Another program has put another file in the place of {name}. Nothing was overwritten.",
            "Save a copy of what you see here, then open the file again and compare the two.",
            name=path.name,
        )


def overtaken(path: Path) -> ChangedOnDiskError:
    """The sentence about a file into which somebody else has written."""
    return ChangedOnDiskError(
        "Somebody else has changed {name} since you opened it. Nothing was overwritten.",
        "Save a copy of what you see here, then open the file again and compare the two.",
        name=path.name,
    )

"""What lies around an assessment file: who else keeps its folder, and copies that came of two people's changes.

Nothing here opens a file or the network: names, places and the system's own list of drives say it all.
"""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
}
"""How a folder's name begins, in small letters, and whose folder it is then."""

_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".stfolder": "Syncthing",
}
_VARIABLES = {"OneDrive": "OneDrive", "OneDriveCommercial": "OneDrive", "OneDriveConsumer": "OneDrive"}
_NETWORK_SYSTEMS = ("cifs", "smb3", "smbfs", "nfs", "nfs4", "ncpfs", "afs", "fuse.sshfs", "fuse.gvfsd-fuse", "9p")
_MOUNTS = Path("/proc/mounts")

_CONFLICT = (
    re.compile(r" \([^()]*(conflict|konflikt|conflit|conflicto|conflitto)[^()]*\)$", re.IGNORECASE),
    re.compile(r"\.sync-conflict-\d{8}-\d{6}(-\w+)?$"),
    re.compile(r" \(\d{1,2}\)$"),
    re.compile(r"-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{1,14}$"),
)
"""What synchronising programs put behind the name of the second of two versions; the last is a computer's name."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """`service` synchronises the folder, or `network` says it lies on another computer.

    `copies` are names of conflict copies beside the file; `original` is the file whose conflict copy this one is.
    """

    service: str = ""
    network: bool = False
    copies: tuple[str, ...] = ()
    original: str = ""


def look_around(path: Path, environment: Mapping[str, str] = os.environ) -> Neighbourhood:
    """What can be seen from the file. A folder that cannot be listed shows no copies."""
    folder = path.absolute().parent

    try:
        names = sorted(one.name for one in folder.iterdir() if one.suffix == path.suffix)
    except OSError:
        names = []
    copies = tuple(name for name in names if original_of(Path(name).stem) == path.stem)
    before = original_of(path.stem)
    original = f"{before}{path.suffix}" if f"{before}{path.suffix}" in names else ""
    return Neighbourhood(service_of(folder, environment), is_on_network(folder), copies, original)


def original_of(stem: str) -> str:
    """The name of which this one is a conflict copy; "" when it does not look like one."""
    for pattern in _CONFLICT:
        if (match := pattern.search(stem)) and match.start() > 0:
            return stem[: match.start()]
    own = f"-{socket.gethostname()}".casefold()
    return stem[: -len(own)] if stem.casefold().endswith(own) and len(stem) > len(own) else ""


def service_of(folder: Path, environment: Mapping[str, str] = os.environ) -> str:
    """Whose program synchronises a folder; "" when none is recognised."""
    return next(_services(folder, environment), "")


def _services(folder: Path, environment: Mapping[str, str]) -> Iterator[str]:
    within = (folder, *folder.parents)
    for variable, service in _VARIABLES.items():
        if (root := environment.get(variable)) and Path(root) in within:
            yield service
    for part in folder.parts:
        for beginning, service in _CLOUDS.items():
            if re.match(rf"{beginning}($|[ (-])", part.casefold()):
                yield service
    for place in within:
        for marker, service in _MARKERS.items():
            if (place / marker).exists():
                yield service
        if next(place.glob(".sync_*.db"), None) is not None:
            yield "Nextcloud"


def is_on_network(folder: Path) -> bool:
    """Whether a folder lies on another computer, as far as the system says it."""
    if str(folder).startswith(("\\\\", "//")) or "gvfs" in folder.parts:
        return True
    if sys.platform == "win32":
        import ctypes

        remote = 4
        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\") == remote)
    try:
        mounts = [line.split() for line in _MOUNTS.read_text(encoding="utf-8").splitlines()]
    except OSError:
        return False
    return _system_of(folder, mounts) in _NETWORK_SYSTEMS


def _system_of(folder: Path, mounts: list[list[str]]) -> str:
    """The kind of file system that holds a folder: that of the longest mount point above it."""
    points = {Path(words[1].replace("\\040", " ")): words[2] for words in mounts if len(words) > 2}
    return next((points[place] for place in (folder, *folder.parents) if place in points), "")

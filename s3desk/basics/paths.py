"""What lies at a path that people chose. A drive that is gone, or a folder that nobody may look into, holds nothing.

The methods of `Path` answer an absent file with False, but raise for such a drive and for a name that is too long.
"""

from __future__ import annotations

import os
from pathlib import Path


def exists(path: Path) -> bool:
    """Whether anything is seen there."""
    return os.path.exists(path)  # noqa: PTH110 - see above


def is_file(path: Path) -> bool:
    """Whether a file is seen there."""
    return os.path.isfile(path)  # noqa: PTH113 - see above


def is_folder(path: Path) -> bool:
    """Whether a folder is seen there."""
    return os.path.isdir(path)  # noqa: PTH112 - see above


def is_same(one: Path, other: Path) -> bool:
    """Whether both are the same file that is there."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False

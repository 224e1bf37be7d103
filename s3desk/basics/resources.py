"""Where the shipped data lies: in a checkout, in an installed wheel or in a frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def resources() -> Path:
    """The folder with catalogues, fonts, icons, themes and locales."""
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / "s3desk" / "resources"] if frozen else []
    candidates += [_PACKAGE / "resources", _PACKAGE.parent / "resources"]
    for folder in candidates:
        if (folder / "catalogues").is_dir():
            return folder
    raise FileNotFoundError("the resources folder is missing beside the program")


def resource(*parts: str) -> Path:
    """The path of one shipped file or folder, for example `resource("fonts", "NotoSans-Regular.ttf")`."""
    return resources().joinpath(*parts)

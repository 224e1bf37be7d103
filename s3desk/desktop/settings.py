"""What the program remembers about its user: language, text size, window, recent files. One small JSON file."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from s3desk.basics.places import config_folder

_FILE = "settings.json"
_MOST_RECENT = 30


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was open, with what the start page shows without opening it."""

    path: str
    about: str = ""
    answered: int = 0
    questions: int = 0
    changed_at: str = ""
    read_only: bool = False

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return Path(self.path).stem


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `geometry` is the place of the window as Qt writes it, in base64."""

    language: str = "en"
    text_size: int = 100
    dark: bool = False
    author: str = ""
    geometry: str = ""
    recent: tuple[RecentFile, ...] = ()


class Preferences:
    """The settings of this run; each change is on disk at once."""

    def __init__(self) -> None:
        self.now = read()

    def change(self, **values: object) -> None:
        """Change some settings, for example `change(text_size=125)`."""
        self.now = replace(self.now, **values)  # type: ignore[arg-type]
        write(self.now)

    def remember(self, file: RecentFile) -> None:
        """Put a file on top of the recent ones."""
        others = (known for known in self.now.recent if known.path != file.path)
        self.change(recent=(file, *others)[:_MOST_RECENT])

    def forget(self, path: str) -> None:
        """Take a file from the list; the file itself stays where it is."""
        self.change(recent=tuple(known for known in self.now.recent if known.path != path))


def read() -> Settings:
    """The settings of the last run; the usual ones where there are none or they cannot be read."""
    try:
        content = json.loads((config_folder() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _settings(content) if isinstance(content, dict) else Settings()


def write(settings: Settings) -> None:
    """Keep the settings. A folder that cannot be written costs only the memory, never the work."""
    folder = config_folder()
    fresh = folder / f"{_FILE}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(asdict(settings), indent=1, ensure_ascii=False), encoding="utf-8")
        fresh.replace(folder / _FILE)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def _settings(content: Mapping[str, Any]) -> Settings:
    """What of the file is understood; a strange value of a key counts as not written."""
    usual = Settings()
    known = {
        field.name: content[field.name]
        for field in fields(Settings)
        if type(content.get(field.name)) is type(getattr(usual, field.name))
    }
    rows = content.get("recent")
    recent = [_recent(row) for row in rows] if isinstance(rows, list) else []
    return replace(usual, **known, recent=tuple(file for file in recent if file.path))


def _recent(row: object) -> RecentFile:
    usual = RecentFile("")
    if not isinstance(row, dict):
        return usual
    known = {
        field.name: row[field.name]
        for field in fields(RecentFile)
        if type(row.get(field.name)) is type(getattr(usual, field.name))
    }
    return replace(usual, **known)

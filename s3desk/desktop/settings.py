"""What the program remembers about its user: language, text size, window, recent files. One small JSON file."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from s3desk.basics.drafts import drafted
from s3desk.basics.paths import is_folder
from s3desk.basics.places import config_folder
from s3desk.desktop.theme import TEXT_SIZES

_FILE = "settings.json"
_MOST_RECENT = 30


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was open, with what the start page shows without opening it, and the place shown last in it."""

    path: str
    about: str = ""
    answered: int = 0
    questions: int = 0
    changed_at: str = ""
    read_only: bool = False
    place: str = ""
    identity: str = ""

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return Path(self.path).stem


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings.

    `theme` is "light", "dark" or "system"; `report_folder` is where reports are proposed, "" is beside the file;
    `geometry` is the place of the window as Qt writes it, in base64; of the folders in `folders_told` it was said
    that another program or computer keeps them.
    """

    language: str = "en"
    text_size: int = 100
    theme: str = "system"
    core_only: bool = False
    author: str = ""
    report_folder: str = ""
    geometry: str = ""
    folders_told: tuple[str, ...] = ()
    recent: tuple[RecentFile, ...] = ()


class Preferences:
    """The settings of this run; each change is on disk at once. `damaged` is where a damaged file was put aside."""

    def __init__(self) -> None:
        self.damaged: Path | None = None
        try:
            self.now = read()
        except ValueError:
            self.now = Settings()
            self.damaged = _put_aside()

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

    def folder_for_reports(self, assessment: Path) -> Path:
        """Where reports are proposed: in the folder of the settings while it is there, else beside the assessment."""
        chosen = Path(self.now.report_folder)
        return chosen if self.now.report_folder and is_folder(chosen) else assessment.parent


def read() -> Settings:
    """The settings of the last run, the usual ones where there are none. Raises ValueError for a damaged file."""
    try:
        content = json.loads((config_folder() / _FILE).read_text(encoding="utf-8"))
        _text(content).encode()  # what could not be kept again would stop the next change
    except OSError:
        return Settings()
    except RecursionError as reason:
        raise ValueError("settings are not nested so deeply") from reason
    if not isinstance(content, dict):
        raise ValueError("settings are an object")
    return _settings(content)


def _put_aside() -> Path | None:
    """Keep a damaged file under another name, so that nothing in it is lost; None where that cannot be done."""
    damaged = config_folder() / _FILE
    try:
        return damaged.replace(damaged.with_stem(f"{damaged.stem} (damaged)"))
    except OSError:
        return None


def write(settings: Settings) -> None:
    """Keep the settings. A folder that cannot be written costs only the memory, never the work."""
    path = config_folder() / _FILE
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with drafted(path) as draft:
            draft.write_text(_text(asdict(settings)), encoding="utf-8")


def _text(content: object) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False)


def _settings(content: Mapping[str, Any]) -> Settings:
    """What of the file is understood; a strange value of a key counts as not written."""
    usual = Settings()
    known = {
        field.name: content[field.name]
        for field in fields(Settings)
        if type(content.get(field.name)) is type(getattr(usual, field.name))
    }
    if known.get("text_size") not in TEXT_SIZES:
        known.pop("text_size", None)
    recent = [_recent(row) for row in _list(content, "recent")]
    told = (folder for folder in _list(content, "folders_told") if isinstance(folder, str))
    return replace(usual, **known, folders_told=tuple(told), recent=tuple(file for file in recent if file.path))


def _list(content: Mapping[str, Any], name: str) -> list[object]:
    rows = content.get(name)
    return rows if isinstance(rows, list) else []


def _recent(row: object) -> RecentFile:
    usual = RecentFile("")
    if not isinstance(row, dict):
        return usual
    known = {
        field.name: row[field.name]
        for field in fields(RecentFile)
        if type(row.get(field.name)) is type(getattr(usual, field.name))
    }
    file = replace(usual, **known)
    can_be = not file.questions or 0 <= file.answered <= file.questions
    return file if can_be else replace(file, answered=0, questions=0)

"""A language with every text marked and 35 % longer: what bears no mark was forgotten, what is cut is too narrow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QTabBar, QWidget

from s3desk.basics import language
from s3desk.basics.language import EU_LANGUAGES, Language
from s3desk.basics.messages import Messages
from s3desk.catalogue.known import default_catalogue
from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.registry import PAGES
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.desktop.window import MainWindow
from s3desk.domain.plain import to_plain
from s3desk.queries.criterion import TABS
from tests.desktop.conftest import MakeWindow
from tests.desktop.test_language import cut_off
from tests.valdoria import full_records

# Not texts but ways of writing: dates, numbers, keys, names that are the same in every language.
_LISTS = ("January February", "Jan Feb", "Bulgarian, Czech")
_PATTERNS = ("d MMMM y", "d MMM y", "MMMM y", "0.0", *_LISTS, "{items} and {last}")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec January February March April June July August September"
_NAMES = {"S3 Desk", "English", "Deutsch", "R. Conti", *_MONTHS.split(), "October", "November", "December"}
_FIGURES = re.compile(r"(?<!\w)(?:\d[\d.]*|[EAC]-?\d+|(?:Ctrl|Alt|Shift)\+\S+)(?!\w)")


class Pseudo(Messages):
    """Every text between brackets, as long as a long language makes it."""

    def text(self, message: str) -> str:
        return message if message.startswith(_PATTERNS) else _marked(message)

    def plural(self, one: str, many: str, n: int) -> str:
        return _marked(one if n == 1 else many)


def _marked(message: str) -> str:
    return f"\u27e6{message} {'x' * round(len(message) * 0.35)}\u27e7"


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_messages", lambda _code: Pseudo())


def strings_in(value: object) -> Iterator[str]:
    """Every text in nested values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from strings_in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings_in(one)


@cache
def data() -> str:
    """What is no text of the program: the catalogue, the records, the names of languages."""
    records = [to_plain(record) for record in full_records()]
    names = [Language("en").language_name(code) for code in EU_LANGUAGES]
    texts = (*strings_in(dict(default_catalogue().plain)), *strings_in(records), *names, "assessment.s3desk")
    return _FIGURES.sub("", "\n".join(texts))


def visible_texts(root: QWidget) -> Iterator[str]:
    """What labels, buttons, fields, lists and tables show."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, Paragraph):
            yield widget.words()
        elif isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, QAbstractItemView):
            yield from cells(widget.model())


def cells(model: QAbstractItemModel) -> Iterator[str]:
    columns = range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1)
    yield from (str(model.headerData(place, Qt.Orientation.Horizontal) or "") for place in columns)
    for row in range(min(model.rowCount(), 40)):
        yield from (str(model.index(row, place).data() or "") for place in columns)


def forgotten(text: str) -> list[str]:
    """The parts of a text that bear no mark and are no data."""
    rest = "" if Path(text).is_absolute() else text
    while (shorter := re.sub("\u27e6[^\u27e6\u27e7]*\u27e7", "\n", rest)) != rest:
        rest = shorter
    bare = _FIGURES.sub("", rest)
    parts = (part.strip(" .,;:()\u00b7\u2013+-/%\u201c\u201d\u2026") for part in bare.split("\n"))
    return [part for part in parts if re.search("[A-Za-z]{3}", part) and part not in _NAMES and not is_data(part)]


def is_data(part: str) -> bool:
    """Whether it stands in the data; of a list of names, each does."""
    known = data()
    return part in known or all(
        word.strip() in known or word.strip() in _NAMES or not re.search("[A-Za-z]{3}", word)
        for word in re.split(r",\s?| · |:\s?|…|\s[\u2013-]\s", part)
    )


def places() -> Iterator[Place]:
    for page in PAGES:
        if page.for_criteria:
            yield from (Place(page.id, "monitoring", tab) for tab in TABS)
        else:
            yield Place(page.id)


@pytest.mark.slow
@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("size", [(1366, 688, 100), (1366, 688, 200)], ids=["100", "200"])
def test_every_page_speaks_the_language_and_has_room_for_it(
    make: MakeWindow, full_file: Path, size: tuple[int, int, int]
) -> None:
    window = make(text_size=size[2])
    window.resize(size[0], size[1])
    said: list[str] = [f"start: {part}" for text in visible_texts(window) for part in forgotten(text)]
    cut = [f"start: {text}" for text in cut_off(window)]
    assert window.open_path(full_file)
    for place in places():
        window.enter(place)
        QCoreApplication.processEvents()
        where = f"{place.page} {place.tab}"
        said += [f"{where}: {part}" for text in visible_texts(window) for part in forgotten(text)]
        cut += [f"{where}: {text}" for text in cut_off(window)]
    assert not said, "\n".join(sorted(set(said)))
    assert not cut, "\n".join(sorted(set(cut)))


@pytest.mark.usefixtures("pseudo")
def test_every_command_speaks_the_language(window: MainWindow) -> None:
    texts = [action.text() for action in window.commands.actions.values()]
    assert [part for text in texts for part in forgotten(text)] == []


def test_the_search_finds_a_forgotten_text() -> None:
    assert forgotten("\u27e6Overview xx\u27e7 and more things") == ["and more things"]
    assert forgotten("\u27e6{n} open \u27e6nested\u27e7\u27e7, E17") == []

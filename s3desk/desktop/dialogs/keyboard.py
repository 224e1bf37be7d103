"""Help > Keyboard: every command that has keys, by menu, and the keys that the pages know themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from s3desk.basics.language import Language, available_languages, message
from s3desk.desktop import theme
from s3desk.desktop.commands import COMMANDS, PAGE_KEYS, Menu, menus
from s3desk.desktop.dialogs.frame import FramedDialog, part
from s3desk.desktop.mnemonics import unmarked
from s3desk.desktop.qt_words import keys
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import card, column
from s3desk.desktop.widgets.texts import Paragraph, label

Row = tuple[str, str]
"""Keys and what they do, in the language of the screen."""


class KeyboardDialog(FramedDialog):
    """All keys on one page that arrows scroll."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language.text("Keyboard"), parent, width=640, height=680)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.about.say(language.text("Everything can be done without the mouse."))
        self.groups = tuple(groups(language))
        room = part(*(self._card(title, rows) for title, rows in self.groups))
        room.setAccessibleName(language.text("Keyboard"))
        room.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.middle.addWidget(room, 1)
        close = buttons.primary(language.text("Close"), parent=self)
        self.foot.addStretch(1)
        self.foot.addWidget(close)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        assert isinstance(room, QScrollArea)
        room.setFocus()

    def _card(self, title: str, rows: Iterable[Row]) -> QWidget:
        frame = card(self)
        inside = column(frame, space=8, margins=(16, 12, 16, 16))
        inside.addWidget(label(title, "h3", parent=frame))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.current().px(16))
        grid.setVerticalSpacing(theme.current().px(6))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for place, (pressed, does) in enumerate(rows):
            grid.addWidget(Paragraph(pressed, "strong", parent=frame), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(does, parent=frame), place, 1, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(grid)
        return frame


def groups(language: Language) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """The keys of each menu and of the pages, from the same data as the menus themselves."""
    for menu in menus(available_languages()):
        if rows := tuple(_rows_of(menu, language)):
            yield unmarked(language.text(menu.text)), rows
    on_pages = tuple((_pressed(one.keys, one.between, language), language.text(one.text)) for one in PAGE_KEYS)
    yield language.text("On the pages"), on_pages


def _rows_of(menu: Menu, language: Language) -> Iterator[Row]:
    commands = {one.id: one for one in COMMANDS}
    for item in menu.items:
        if isinstance(item, Menu):
            yield from _rows_of(item, language)
        elif item in commands and commands[item].keys:
            command = commands[item]
            values = {"n": command.argument} if "{n}" in command.text else {}
            does = language.text(command.text, **values).removesuffix("...")
            yield _pressed(command.keys, message(" or "), language), does


def _pressed(sequences: Iterable[str], between: str, language: Language) -> str:
    """Keys as they are called here; what is no key of its own (Alt) keeps its name."""
    return language.text(between).join(keys(one) or one for one in sequences)

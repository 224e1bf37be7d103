"""Dialogs about files, settings, keys and privacy in a language 35 % longer: nothing untranslated, nothing cut."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from s3desk.desktop.commands import COMMANDS, PAGE_KEYS
from s3desk.desktop.qt_words import keys
from tests.desktop.conftest import MakeWindow
from tests.desktop.looking import find_dialog, nameless
from tests.desktop.test_language import cut_off
from tests.desktop.test_pseudo_language import forgotten, pseudo, visible_texts

__all__ = ["pseudo"]

SEQUENCES = [*(one for row in COMMANDS for one in row.keys), *(one for row in PAGE_KEYS for one in row.keys)]
KEYS = {part for one in SEQUENCES for part in (keys(one) or one).split(", ")}


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("command", ["edit.settings", "help.keyboard", "help.privacy", "file.copy", "file.backups"])
def test_a_dialog_speaks_the_language_and_has_room_for_it(
    make: MakeWindow, full_file: Path, own_folders: Path, size: int, command: str
) -> None:
    window = make(text_size=size)
    window.open_path(full_file)
    window.run(command)
    dialog = find_dialog(QDialog)
    QApplication.processEvents()
    said = [part for text in visible_texts(dialog) for part in forgotten(text) if part not in KEYS]
    said = [part for part in said if own_folders.name not in part]
    cut = list(cut_off(dialog))
    unnamed = nameless(dialog)
    dialog.reject()
    assert (said, cut, unnamed) == ([], [], [])

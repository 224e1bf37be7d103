"""The window in another language: Qt's own words too, and no text cut off."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from s3desk.desktop import qt_words
from s3desk.desktop.widgets.texts import Elided
from tests.desktop.conftest import MakeWindow


def cut_off(root: QWidget) -> list[str]:
    """The words of labels and buttons that have less room than they need."""
    labels = [one for one in root.findChildren(QLabel) if not one.wordWrap() and not isinstance(one, Elided)]
    shown: list[QLabel | QAbstractButton] = [*labels, *root.findChildren(QAbstractButton)]
    return [one.text() for one in shown if one.isVisible() and one.text() and one.width() < one.sizeHint().width() - 1]


@pytest.fixture(autouse=True)
def english_again() -> object:
    yield
    qt_words.speak("en")


def test_qt_speaks_the_language_of_the_screen(make: MakeWindow) -> None:
    window = make(language="de")
    assert qt_words.keys("Ctrl+N") == "Strg+N"
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Kopieren"
    window.handlers.set_language("en")
    assert qt_words.keys("Ctrl+N") == "Ctrl+N"


def test_an_unknown_language_leaves_qt_english(make: MakeWindow) -> None:
    make(language="de")
    qt_words.speak("zz")
    assert qt_words.keys("Ctrl+N") == "Ctrl+N"


def test_nothing_is_cut_off_in_german(make: MakeWindow, full_file: Path) -> None:
    window = make(language="de")
    assert cut_off(window) == []
    window.open_path(full_file)
    QCoreApplication.processEvents()
    assert cut_off(window) == []
    for number in range(1, 8):
        window.handlers.go_to_criterion(number)
        QCoreApplication.processEvents()
        assert cut_off(window) == []

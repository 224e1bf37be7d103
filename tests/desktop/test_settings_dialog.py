"""The settings dialog: each change takes effect at once, and the dialog shows itself in the new words and sizes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s3desk.desktop import contrast, theme
from s3desk.desktop.dialogs.settings import SettingsDialog
from s3desk.desktop.pages.page import Place
from s3desk.desktop.settings import read
from s3desk.desktop.widgets.inputs import ChoiceInput
from s3desk.desktop.window import MainWindow
from s3desk.figures.palette import tokens
from s3desk.operations import answering
from tests.desktop.looking import find_dialog, nameless


def choose(field: ChoiceInput, value: object) -> None:
    """What a click on a row of the list does."""
    place = field.box.findData(value)
    assert place >= 0
    field.box.setCurrentIndex(place)
    field.box.activated.emit(place)


@pytest.fixture
def dialog(window: MainWindow) -> SettingsDialog:
    window.run("edit.settings")
    return find_dialog(SettingsDialog)


def test_language_theme_and_size_change_at_once(qtbot: QtBot, window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    window.go_to(Place("criterion", "body", "evidence"))
    place = window.page.place()
    window.run("edit.settings")
    choose(find_dialog(SettingsDialog).theme, "dark")
    assert theme.current().tokens.dark
    choose(find_dialog(SettingsDialog).text_size, 125)
    assert theme.current().factor == 1.25
    choose(find_dialog(SettingsDialog).speech, "de")
    assert window.language.code == "de"
    last = find_dialog(SettingsDialog)
    assert last.windowTitle() == "Einstellungen"
    assert (last.speech.value(), last.theme.value(), last.text_size.value()) == ("de", "dark", 125)
    assert last.focusWidget() is last.speech.box, "the keyboard stays where it was"
    assert window.page.place() == place
    assert (read().language, read().theme, read().text_size) == ("de", "dark", 125)
    assert nameless(last) == []
    last.accept()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_the_author_stands_in_the_history_from_now_on(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    window.run("edit.settings")
    dialog = find_dialog(SettingsDialog)
    dialog.author.line.setText("  Łucja Żak ")
    dialog.author.line.editingFinished.emit()
    dialog.accept()
    answering.rate(window.workspace, "monitoring.indicators", 1)
    assert window.workspace.history()[-1].who == "Łucja Żak"
    assert read().author == "Łucja Żak"


def test_a_folder_that_is_not_there_is_told_and_not_taken(dialog: SettingsDialog, tmp_path: Path) -> None:
    dialog.folder.line.setText(str(tmp_path))
    dialog.folder.line.editingFinished.emit()
    dialog.folder.line.setText(str(tmp_path / "none"))
    dialog.folder.line.editingFinished.emit()
    assert read().report_folder == str(tmp_path)
    assert dialog.folder.error() == "This folder was not found."
    dialog.reject()


def test_the_theme_follows_the_system_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("s3desk.desktop.theme.QGuiApplication.styleHints", _DarkHints)
    assert theme.is_dark(theme.SYSTEM)
    assert not theme.is_dark(theme.LIGHT)
    monkeypatch.undo()
    assert not theme.is_dark(theme.SYSTEM)
    assert theme.is_dark(theme.DARK)


class _DarkHints:
    def colorScheme(self) -> Qt.ColorScheme:
        return Qt.ColorScheme.Dark


def palette(ground: str, text: str, chosen: str, on_chosen: str) -> QPalette:
    roles = QPalette.ColorRole
    made = QPalette()
    for role, color in (
        (roles.Window, ground),
        (roles.Base, ground),
        (roles.WindowText, text),
        (roles.Highlight, chosen),
        (roles.HighlightedText, on_chosen),
    ):
        made.setColor(role, QColor(color))
    return made


SCHEMES = (
    palette("#000000", "#FFFFFF", "#1AEBFF", "#000000"),
    palette("#FFFFFF", "#000000", "#37006E", "#FFFFFF"),
    palette("#2D3236", "#FFFFFF", "#8EE3F0", "#263B50"),
    palette("#FFFAEF", "#3D3D3D", "#903909", "#FFF5E3"),
    palette("#FFFFFF", "#000000", "#308CC6", "#FFFFFF"),
)


@pytest.mark.parametrize("system", SCHEMES)
def test_high_contrast_takes_the_systems_colours_and_stays_readable(system: QPalette) -> None:
    shown = contrast.contrasting(tokens(), system)

    def ratio(one: str, other: str) -> float:
        return contrast.contrast(QColor(shown.color(one)), QColor(shown.color(other)))

    for ground in ("window", "surface", "sunken", "tint", "ok_tint", "warn_tint", "bad_tint"):
        for text in ("text", "muted"):
            assert ratio(text, ground) >= 4.5, (text, ground)
    for text in ("ok", "warn", "bad", "accent"):
        assert ratio(text, "surface") >= 4.5, text
    assert ratio("on_accent", "accent") >= 4.5
    assert ratio("control", "surface") >= 4.5
    assert shown.color("text") == system.color(QPalette.ColorRole.WindowText).name()
    assert shown.scores == tokens().scores, "the colours of the levels stay, each has its figure"


def test_the_window_turns_to_high_contrast_with_the_system(
    window: MainWindow, full_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(full_file)
    monkeypatch.setattr(contrast, "is_asked_for", lambda: True)
    monkeypatch.setattr(contrast, "system_palette", lambda _app: SCHEMES[0])
    window.look_anew()
    assert theme.current().color("window") == QColor("#000000")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.palette().color(QPalette.ColorRole.WindowText) == QColor("#FFFFFF")
    assert "#F4F5F7" not in app.styleSheet()
    window.run("criterion.3")
    monkeypatch.undo()
    window.look_anew()
    assert theme.current().color("window") == QColor(tokens().color("window"))


@pytest.mark.usefixtures("window")
def test_the_window_follows_the_system_while_it_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(theme, "is_dark", lambda _choice: True)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().tokens.dark
    monkeypatch.setattr(contrast, "is_asked_for", lambda: True)
    monkeypatch.setattr(contrast, "system_palette", lambda _app: SCHEMES[1])
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.current().color("text") == QColor("#000000")


def test_asking_for_the_systems_colours_leaves_the_shown_ones(window: MainWindow) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.palette()
    contrast.system_palette(app)
    assert app.palette() == before
    assert window.isVisible()
    assert contrast.is_asked_for() is False

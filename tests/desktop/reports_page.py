"""The page Reports in a real window, and how tests reach into it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.reports import ReportsPage
from s3desk.desktop.reporting import Output
from s3desk.desktop.window import MainWindow

PATIENCE = 30_000
"""Milliseconds that work beside the window may take on a busy computer."""


def opened(window: MainWindow, path: Path, tab: str = "") -> ReportsPage:
    """Open a file on the page Reports."""
    assert window.open_path(path)
    window.enter(Place("reports", tab=tab))
    page = window.page
    assert isinstance(page, ReportsPage)
    return page


def wait_for_preview(qtbot: QtBot, page: ReportsPage) -> None:
    """Wait until the preview shows what was asked for last."""
    qtbot.waitUntil(lambda: not page.preview.is_busy(), timeout=PATIENCE)


def create(qtbot: QtBot, page: ReportsPage, *outputs: Output) -> list[str]:
    """Create files; the names of what was made."""
    if outputs:
        page.outputs.choose(outputs)
    page.make.click()
    qtbot.waitUntil(lambda: not page.creating.is_busy(), timeout=PATIENCE)
    return [name for does, name in page.creating.made_buttons if does == "Open"]


def words_of(page: ReportsPage) -> str:
    """What the pages of the preview say, all of them."""
    pages = page.preview.pages()
    assert pages is not None
    return "\n".join(pages.words(number) for number in range(len(pages.sizes)))

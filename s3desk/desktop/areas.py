"""Where the keyboard goes in a window: into a page, and with F6 from one part to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from s3desk.desktop.widgets.surfaces import bring_into_view

if TYPE_CHECKING:
    from s3desk.desktop.pages.page import Page


def enter(page: Page) -> None:
    """Put the keyboard where the page begins."""
    target = page.focus_target()
    target.setFocus()
    bring_into_view(target)


def move(areas: Sequence[QWidget], step: int) -> None:
    """Put the keyboard into the next part that is shown, or with -1 into the one before."""
    shown = [area for area in areas if area.isVisible()]
    focus = QApplication.focusWidget()
    here = next((n for n, area in enumerate(shown) if focus and _holds(area, focus)), -1 if step > 0 else 0)
    shown[(here + step) % len(shown)].setFocus()


def _holds(area: QWidget, focus: QWidget) -> bool:
    return area is focus or area.isAncestorOf(focus)

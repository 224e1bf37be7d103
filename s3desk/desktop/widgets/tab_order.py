"""The way of the Tab key: Qt puts widgets that are made later at the end of it; this puts them where they stand."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def in_tab_order(*widgets: QWidget) -> None:
    """Have the Tab key go through these widgets one after the other."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)

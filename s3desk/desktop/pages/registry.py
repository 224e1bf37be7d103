"""The pages of an open assessment in the order of the navigation. A new page is one row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from s3desk.basics.language import message
from s3desk.desktop.pages.page import Page, Surroundings


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: `make` builds it when it is first shown; a page `for_criteria` has a row for each criterion."""

    id: str
    make: Callable[[Surroundings, QWidget], Page]
    text: str = ""
    icon: str = ""
    for_criteria: bool = False


def _overview(surroundings: Surroundings, parent: QWidget) -> Page:
    from s3desk.desktop.pages.overview import OverviewPage

    return OverviewPage(surroundings, parent)


def _criterion(surroundings: Surroundings, parent: QWidget) -> Page:
    from s3desk.desktop.pages.criterion import CriterionPage

    return CriterionPage(surroundings, parent)


def _evidence(surroundings: Surroundings, parent: QWidget) -> Page:
    from s3desk.desktop.pages.evidence import EvidencePage

    return EvidencePage(surroundings, parent)


def _actions(surroundings: Surroundings, parent: QWidget) -> Page:
    from s3desk.desktop.pages.actions import ActionsPage

    return ActionsPage(surroundings, parent)


def _reports(surroundings: Surroundings, parent: QWidget) -> Page:
    from s3desk.desktop.pages.reports import ReportsPage

    return ReportsPage(surroundings, parent)


PAGES = (
    PageEntry("overview", _overview, message("Overview"), "home"),
    PageEntry("criterion", _criterion, for_criteria=True),
    PageEntry("evidence", _evidence, message("Evidence"), "paperclip"),
    PageEntry("actions", _actions, message("Actions"), "list"),
    PageEntry("reports", _reports, message("Reports"), "download"),
)


def entry(page_id: str) -> PageEntry:
    """The row of one page."""
    return next(row for row in PAGES if row.id == page_id)

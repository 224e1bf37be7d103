"""The pages of an open assessment in the order of the navigation. A new page is one row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from s3desk.basics.language import message
from s3desk.desktop.pages.page import Page, Place, Surroundings

if TYPE_CHECKING:
    from s3desk.catalogue.model import Catalogue


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


def _versions(surroundings: Surroundings, parent: QWidget) -> Page:
    from s3desk.desktop.pages.versions import VersionsPage

    return VersionsPage(surroundings, parent)


def _history(surroundings: Surroundings, parent: QWidget) -> Page:
    from s3desk.desktop.pages.history import HistoryPage

    return HistoryPage(surroundings, parent)


def _support(surroundings: Surroundings, parent: QWidget) -> Page:
    from s3desk.desktop.pages.support import SupportPage

    return SupportPage(surroundings, parent)


def _dates(surroundings: Surroundings, parent: QWidget) -> Page:
    from s3desk.desktop.pages.dates import DatesPage

    return DatesPage(surroundings, parent)


def _library(surroundings: Surroundings, parent: QWidget) -> Page:
    from s3desk.desktop.pages.library import LibraryPage

    return LibraryPage(surroundings, parent)


def _reports(surroundings: Surroundings, parent: QWidget) -> Page:
    from s3desk.desktop.pages.reports import ReportsPage

    return ReportsPage(surroundings, parent)


PAGES = (
    PageEntry("overview", _overview, message("Overview"), "home"),
    PageEntry("criterion", _criterion, for_criteria=True),
    PageEntry("evidence", _evidence, message("Evidence"), "paperclip"),
    PageEntry("actions", _actions, message("Actions"), "list"),
    PageEntry("support", _support, message("Support"), "globe"),
    PageEntry("dates", _dates, message("Dates"), "clock"),
    PageEntry("library", _library, message("Library"), "book"),
    PageEntry("versions", _versions, message("Saved versions"), "layers"),
    PageEntry("history", _history, message("History"), "history"),
    PageEntry("reports", _reports, message("Reports"), "download"),
)

LOOKED_AT = tuple(row for row in PAGES if row.id in ("overview", "criterion", "evidence", "actions"))
"""The pages that a saved version is looked at in: what it says, not what is done with it."""


def has_place(catalogue: Catalogue, place: Place) -> bool:
    """Whether there is such a place now: it may have been remembered in another state of the assessment."""
    criteria = {criterion.id for criterion in catalogue.criteria}
    known_question = not place.question_id or catalogue.knows(place.question_id)
    known_criterion = not place.criterion_id or place.criterion_id in criteria
    return place.page in {row.id for row in PAGES} and known_criterion and known_question


def entry(page_id: str) -> PageEntry:
    """The row of one page."""
    return next(row for row in PAGES if row.id == page_id)

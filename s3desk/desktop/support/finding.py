"""From a gap, a criterion or an action to the services that fit, and from a service to a request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from s3desk.catalogue.own_services import usable_services
from s3desk.catalogue.services import Services
from s3desk.desktop.dialogs.find_support import FindSupportDialog
from s3desk.desktop.dialogs.new_request import NewRequestDialog
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.domain.records import Action
from s3desk.domain.requests import SupportRequest
from s3desk.queries import support as query
from s3desk.queries.support import Proposal

PAGE = "support"


def for_question(surroundings: Surroundings, question_id: str, parent: QWidget) -> None:
    """Propose services for the gap of a question."""
    catalogue, language = surroundings.workspace.catalogue, surroundings.language
    question = catalogue.question(question_id)
    about = f"{question.number} {catalogue.question_text(question_id, language.code).label}"
    draft = SupportRequest("", 0, "", "", "", question.criterion_id, question_id)
    _find(surroundings, about, draft, lambda known: query.for_question(
        known, catalogue, surroundings.workspace.content, question_id, language), parent)  # fmt: skip


def for_criterion(surroundings: Surroundings, criterion_id: str, parent: QWidget) -> None:
    """Propose services for a criterion."""
    catalogue, language = surroundings.workspace.catalogue, surroundings.language
    criterion = catalogue.criterion(criterion_id)
    about = f"{criterion.number} {catalogue.criterion_text(criterion_id, language.code).title}"
    draft = SupportRequest("", 0, "", "", "", criterion_id)
    _find(surroundings, about, draft, lambda known: query.for_criterion(
        known, catalogue, surroundings.workspace.content, criterion_id, language), parent)  # fmt: skip


def for_action(surroundings: Surroundings, action: Action, parent: QWidget) -> None:
    """Propose services that help to carry out an action."""
    workspace, language = surroundings.workspace, surroundings.language
    draft = SupportRequest("", 0, "", "", "", action.criterion_id, action.question_id)
    _find(surroundings, action.title, draft, lambda known: query.for_action(
        known, workspace.catalogue, workspace.content, action, language), parent)  # fmt: skip


def start(surroundings: Surroundings, draft: SupportRequest, parent: QWidget) -> None:
    """Ask what a new request needs, and show it."""
    services = usable_services()[0]
    dialog = NewRequestDialog(surroundings.workspace, services, surroundings.language, draft, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(partial(_show_started, surroundings, dialog))
    dialog.open()


def _find(
    surroundings: Surroundings,
    about: str,
    draft: SupportRequest,
    ask: Callable[[Services], tuple[Proposal, ...]],
    parent: QWidget,
) -> None:
    proposals = ask(usable_services()[0])
    if not proposals:
        surroundings.say(surroundings.language.text("We know of no service that fits here."))
        return
    dialog = FindSupportDialog(surroundings.language, about, proposals, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.prepare_requested.connect(lambda service: start(surroundings, replace(draft, service_id=service), parent))
    dialog.open()


def _show_started(surroundings: Surroundings, dialog: NewRequestDialog) -> None:
    if dialog.started is not None:
        surroundings.enter(Place(PAGE, record_id=dialog.started.id))

"""Puts the user on a spot: a page with its field, or, for an open point, the dialog in which a record is changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from s3desk.desktop.dialogs.action import ActionDialog
from s3desk.desktop.dialogs.evidence import EvidenceDialog
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.desktop.widgets.surfaces import bring_into_view
from s3desk.domain.records import Action, Evidence
from s3desk.queries.spots import Spot


def open_spot(spot: Spot, surroundings: Surroundings, page: QWidget) -> None:
    """Put the cursor on a spot. A record opens in its dialog, over the page, where it can be changed."""
    workspace = surroundings.workspace
    evidence = workspace.content.get(Evidence, spot.evidence_id)
    action = workspace.content.get(Action, spot.action_id)
    if evidence is not None and not workspace.read_only:
        _edit_evidence(evidence, spot.field, surroundings, page)
    elif action is not None and not workspace.read_only:
        dialog = ActionDialog(workspace, surroundings.language, action, page)
        _show_dialog(dialog, dialog.due.line)
    else:
        go_to_spot(spot, surroundings)


def go_to_spot(spot: Spot, surroundings: Surroundings) -> None:
    """Show the page of a spot, with the cursor in its field where it has one."""
    if spot.people:
        surroundings.run("assessment.people")
    elif spot.programmes:
        surroundings.run("assessment.describe")
    elif spot.evidence_id:
        surroundings.enter(Place("evidence", record_id=spot.evidence_id))
    elif spot.action_id:
        surroundings.enter(Place("actions", record_id=spot.action_id, field=spot.field))
    elif spot.version_id:
        surroundings.enter(Place("versions", record_id=spot.version_id))
    elif spot.request_id:
        surroundings.enter(Place("support", record_id=spot.request_id, field=spot.field))
    elif spot.appointment_id:
        surroundings.enter(Place("dates", record_id=spot.appointment_id))
    elif spot.library_id:
        surroundings.enter(Place("library", record_id=spot.library_id))
    else:
        surroundings.enter(Place("criterion", spot.criterion_id, spot.tab, spot.question_id, field=spot.field))


def _edit_evidence(evidence: Evidence, field: str, surroundings: Surroundings, page: QWidget) -> None:
    dialog = EvidenceDialog(surroundings.workspace, surroundings.language, page, evidence=evidence)
    fields = {"link": dialog.link.line, "file": dialog.file.choose, "dated": dialog.dated.line}
    _show_dialog(dialog, fields.get(field, dialog.title_field.line))


def _show_dialog(dialog: QDialog, field: QWidget) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    field.setFocus()
    bring_into_view(field)

"""The numbers of evidence, actions and requests: people write them into texts, so none is given twice."""

from __future__ import annotations

from s3desk.domain.records import Action, Evidence
from s3desk.domain.requests import SupportRequest
from s3desk.workspace.workspace import Workspace


def next_number(workspace: Workspace, kind: type[Evidence] | type[Action] | type[SupportRequest]) -> int:
    """The highest number that the file knows, removed records included, and one."""
    present = [record.number for record in workspace.content.all(kind)]
    removed = [
        change.before.number
        for entry in workspace.history(kind)
        for change in entry.changes
        if isinstance(change.before, kind)
    ]
    return max((*present, *removed), default=0) + 1

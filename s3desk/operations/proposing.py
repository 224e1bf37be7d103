"""Take what a filled-in workbook proposes into its file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from s3desk.domain.proposals import Proposal
from s3desk.domain.records import Answer, EvidenceUse
from s3desk.workspace.transaction import Transaction
from s3desk.workspace.workspace import Workspace


def take_proposals(workspace: Workspace, workbook: str, accepted: Iterable[Proposal]) -> None:
    """Take the accepted proposals as one step; what was removed from the file meanwhile stays removed."""
    with workspace.changing("Take changes from {name}", name=workbook) as tx:
        for proposal in accepted:
            if proposal.kind is EvidenceUse:
                _put_uses(workspace, tx, proposal)
            elif proposal.kind is Answer:
                tx.put(replace(tx.get(Answer, proposal.key) or Answer(proposal.key), **dict(proposal.values)))
            elif (record := tx.get(proposal.kind, proposal.key)) is not None:
                tx.put(replace(record, **dict(proposal.values)))  # type: ignore[type-var]


def _put_uses(workspace: Workspace, tx: Transaction, proposal: Proposal) -> None:
    """Give a question these uses and no others; a use that stays keeps its id."""
    wanted = dict(proposal.values)
    for use in workspace.content.all(EvidenceUse):
        if use.question_id != proposal.key:
            continue
        pages = wanted.pop(use.evidence_id, None)
        if pages is None:
            tx.delete(EvidenceUse, use.id)
        else:
            tx.put(replace(use, pages=pages))
    for evidence_id, pages in wanted.items():
        tx.put(EvidenceUse(workspace.new_id(), evidence_id, proposal.key, pages))

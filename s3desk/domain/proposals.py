"""What a workbook that comes back proposes; nothing is changed before somebody accepts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from s3desk.domain.records import Record


@dataclass(frozen=True, slots=True)
class Proposal:
    """New values for fields of one record; `field` names what people see of them, such as "comment" or "answer".

    The uses of evidence for a question are proposed whole: the kind is `EvidenceUse`, the key that of the question,
    and the values are documents with their pages. `overtaken` says that the file was changed there as well.
    """

    kind: type[Record]
    key: str
    field: str
    values: tuple[tuple[str, Any], ...]
    overtaken: bool = False

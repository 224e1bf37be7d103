"""How commands read a file, and what they never write over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from s3desk.basics.errors import KnownError
from s3desk.basics.paths import exists, is_same
from s3desk.basics.person import user_name
from s3desk.queries.files import missing_linked, not_included
from s3desk.queries.report import Source, gather
from s3desk.workspace.files import open_workspace
from s3desk.workspace.workspace import Workspace


@contextmanager
def reading(path: Path) -> Iterator[Source]:
    """The content of a file; the file itself is only read."""
    with closing(open_workspace(path, who=user_name(), read_only=True)) as workspace:
        yield gather(workspace, _missing(workspace))


def _missing(workspace: Workspace) -> frozenset[str]:
    return missing_linked(workspace.content) | not_included(workspace)


def refuse_to_replace(source: Path, target: Path, *, force: bool) -> None:
    """Raise `KnownError` when something of that name is there already, or when it is the assessment itself."""
    if is_same(target, source):
        raise KnownError("The output would replace the assessment itself.", "Choose another name.")
    if exists(target) and not force:
        raise KnownError(
            "{name} exists already. Nothing was changed.",
            "Choose another name, or add --force to replace it.",
            name=target.name,
        )

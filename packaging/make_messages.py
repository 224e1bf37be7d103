"""Bring resources/locales/*.po up to date with the texts in the code; translations that exist are kept.

python packaging/make_messages.py [CODE ...]    new languages are begun when their code is named
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ROOT / "resources" / "locales"

Keywords = dict[str, tuple[int, ...] | None]

_FIRST: Keywords = {
    "text": None,
    "message": None,
    "changing": None,
    "plural": (1, 2),
    "Command": (2,),
    "Menu": None,
    "KnownError": (1,),
    "_criterion": (1,),
    "_plain": (1,),
    "_too_long": None,
}
_SECOND: Keywords = {"KnownError": (2,), "_criterion": (2,), "_plain": (2,)}
"""Which arguments of which calls are messages. A call with two of them is read twice."""


def wanted() -> Catalog:
    """All messages of the code, with the files they stand in."""
    catalog = Catalog(project="S3 Desk", charset="utf-8")
    for keywords in (_FIRST, _SECOND):
        for file, message in _found(keywords):
            if message:
                catalog.add(message, locations=[(f"s3desk/{file}", 0)])
    return catalog


def _found(keywords: Keywords) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    for file, _line, message, _comments, _context in extract_from_dir(
        str(ROOT / "s3desk"), [("**.py", "python")], keywords=keywords
    ):
        yield file, message


def update(code: str, template: Catalog) -> None:
    """Write the file of one language anew: messages that are gone leave, new ones come empty."""
    path = LOCALES / f"{code}.po"
    catalog = Catalog(locale=code, project="S3 Desk", charset="utf-8", fuzzy=False)
    if path.is_file():
        with path.open("rb") as source:
            catalog = read_po(source, locale=code)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.revision_date = catalog.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    with path.open("wb") as target:
        write_po(target, catalog, sort_output=True, no_location=True, width=116)


def main(codes: list[str]) -> None:
    """Update the named languages, or all that exist."""
    template = wanted()
    for code in codes or sorted(path.stem for path in LOCALES.glob("*.po")):
        update(code, template)


if __name__ == "__main__":
    LOCALES.mkdir(parents=True, exist_ok=True)
    main(sys.argv[1:])

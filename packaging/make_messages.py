"""Bring resources/locales/*.po up to date with the texts in the code; translations that exist are kept.

python packaging/make_messages.py [CODE ...]    new languages are begun when their code is named
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ROOT / "resources" / "locales"

CALLS: dict[str, tuple[int, ...]] = {
    "text": (0,),
    "message": (0,),
    "changing": (0,),
    "KnownError": (0, 1),
    "BrokenFileError": (0, 1),
    "BackedUpError": (0, 1),
    "ChangedOnDiskError": (0, 1),
    "WithoutFactsError": (0, 1),
    "Command": (1,),
    "Menu": (0,),
    "PageKey": (1,),
    "_change": (1,),
    "_write": (1,),
    "_criterion": (0, 1),
    "_plain": (0, 1),
    "_too_long": (0,),
}
"""Which arguments of which calls are messages. `plural` has two that belong together and is read apart."""

HEAD = """\
# The texts of S3 Desk in {language}. Correct a word here and start the program again; nothing is compiled.
# "d MMMM y" and the like say how a day is written: d day, MMMM month, y year, 'words'; "0.0" how a decimal is."""


def wanted() -> Catalog:
    """All messages of the code, with the files they stand in."""
    catalog = Catalog(project="S3 Desk", charset="utf-8")
    for path in sorted((ROOT / "s3desk").rglob("*.py")):
        for message in messages_of(path.read_text("utf-8")):
            catalog.add(message, locations=[(path.relative_to(ROOT).as_posix(), 0)])
    return catalog


def messages_of(code: str) -> Iterator[str | tuple[str, str]]:
    """The messages of one module, wherever a call stands: inside another one, or inside an f-string."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        written = [argument.value if isinstance(argument, ast.Constant) else None for argument in node.args]
        if name == "plural" and len(written) > 1 and isinstance(written[0], str) and isinstance(written[1], str):
            yield written[0], written[1]
        for place in CALLS.get(name, ()):
            message = written[place] if place < len(written) else None
            if isinstance(message, str) and message:
                yield message


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
    catalog.header_comment = HEAD.format(language=catalog.locale.english_name if catalog.locale else code)
    catalog.last_translator = catalog.language_team = catalog.msgid_bugs_address = "S3 Desk"
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

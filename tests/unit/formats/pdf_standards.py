"""What tests of accessible PDF share: the checks of the standards, and a look into the structure tree."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page as checker
import pikepdf

PROFILES = ("ua1", "3a")
_MCID = re.compile(rb"/MCID (\d+)>> BDC")


def faults(pdf: Path | bytes) -> list[str]:
    """Everything that breaks PDF/UA-1, PDF/A-3a, or the way back from content to its element."""
    content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    found = []
    for profile in PROFILES:
        report = checker.validate_pdf_bytes(content, profile=profile)
        found += [f"{profile} {failure.rule_id}: {failure.message}" for failure in report.failures]
    with pikepdf.open(io.BytesIO(content)) as opened:
        found += parent_tree_faults(opened)
    return found


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """All elements under a node of the structure tree, in reading order."""
    kids: Any = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def of_kind(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    return [element for element in elements(pdf.Root.StructTreeRoot) if str(element.S) == f"/{kind}"]


def parent_tree_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Content that its page, the tree and the parent tree do not agree about."""
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        return
    numbers = list(tree.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    owners: dict[Any, Any] = dict(_owners(tree))
    for number, page in enumerate(pdf.pages):
        page.contents_coalesce()
        drawn = sorted(map(int, _MCID.findall(page.Contents.read_bytes())))
        listed: Any = parents.get(int(page.get("/StructParents", -1)), [])
        if drawn != list(range(len(listed))):
            yield f"page {number + 1}: {len(drawn)} pieces are drawn, {len(listed)} are listed"
            continue
        for piece, owner in enumerate(listed):
            if owners.get((page.objgen, piece)) != owner.objgen:
                yield f"page {number + 1}, piece {piece}: the parent tree names another element"
        for note in page.get("/Annots", []):
            owner = parents.get(int(note.get("/StructParent", -1)))
            if owner is None or owners.get((note.objgen, -1)) != owner.objgen:
                yield f"page {number + 1}: a link or field has no element"


def _owners(tree: Any) -> Iterator[tuple[tuple[Any, int], Any]]:
    """Each piece of content, or annotation with the number -1, with the element that holds it."""
    for element in elements(tree):
        kids: Any = element.get("/K", [])
        for kid in kids:
            if isinstance(kid, int):
                yield (element.Pg.objgen, kid), element.objgen
            elif "/MCID" in kid:
                yield (kid.Pg.objgen, int(kid.MCID)), element.objgen
            elif "/Obj" in kid:
                yield (kid.Obj.objgen, -1), element.objgen

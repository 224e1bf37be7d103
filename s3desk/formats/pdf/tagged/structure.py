"""The structure tree: what each piece of a document is, in reading order, apart from how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_MAY_BE_EMPTY = frozenset({"TD", "TH"})


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of marked content: the page that it stands on, from 0, and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link or form field: the page that it stands on, from 0, and its dictionary."""

    page: int
    dictionary: Any


@dataclass(slots=True, eq=False)
class Element:
    """One node of the tree.

    `kind` is a standard structure type such as "P", "H1" or "Figure". `alternative` says in words what a figure
    shows; `spoken` is read instead of what is drawn. `attributes` are PDF dictionaries without their brackets.
    """

    kind: str
    parent: Element | None = None
    language: str = ""
    alternative: str = ""
    spoken: str = ""
    attributes: tuple[str, ...] = ()
    kids: list[Element | Content | Annotation] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.parent is not None:
            self.parent.kids.append(self)

    @property
    def top(self) -> Element:
        """The element above all others that hold this one."""
        found = self
        while found.parent is not None:
            found = found.parent
        return found

    def join(self, parent: Element) -> None:
        """Become the last part of another element."""
        self.parent = parent
        parent.kids.append(self)

    @property
    def children(self) -> Iterator[Element]:
        """The elements directly in this one that hold something."""
        return (kid for kid in self.kids if isinstance(kid, Element) and kid.holds_something)

    @property
    def holds_something(self) -> bool:
        """Whether anything was drawn for it; an empty cell of a table is something."""
        return self.kind in _MAY_BE_EMPTY or any(
            not isinstance(kid, Element) or kid.holds_something for kid in self.kids
        )


def all_of(element: Element) -> Iterator[Element]:
    """An element and everything in it that holds something, in reading order."""
    yield element
    for child in element.children:
        yield from all_of(child)

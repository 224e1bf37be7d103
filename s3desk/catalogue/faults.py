"""Faults of a catalogue folder, each with its file and line, so that an author can mend all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

Place = Sequence[str | int]
"""The way to a value inside a file: keys and list positions."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing to mend: `line` counts from 1."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


def line_of(node: yaml.Node | None, place: Place) -> int:
    """The line on which a value stands in its file; of its nearest parent when the value itself is missing."""
    line = 1
    for step in place:
        found = _child(node, step)
        if found is None:
            break
        node, line = found
    return line


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child = node.value[step]
        return child, child.start_mark.line + 1
    return None

"""YAML files that people wrote: read with care, checked against a schema, each fault with its file and line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from s3desk.basics.errors import KnownError
from s3desk.basics.resources import resource
from s3desk.catalogue.faults import Fault, Place, line_of

if TYPE_CHECKING:
    from jsonschema import ValidationError

_LARGEST_FILE = 20_000_000
_DEEPEST = 20


@dataclass(slots=True)
class Folder:
    """The parsed files of a folder, by their name relative to it, and the faults found so far.

    `nodes` holds what stands where in a file, from the first fault on that is found in it.
    """

    path: Path
    files: dict[str, Any] = field(default_factory=dict)
    nodes: dict[str, yaml.Node | None] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def parse(self, paths: Iterable[Path]) -> None:
        """Read these files; what cannot be read is a fault."""
        for path in paths:
            name = path.relative_to(self.path).as_posix()
            try:
                if path.stat().st_size > _LARGEST_FILE:
                    raise ValueError("the file is larger than 20 MB")
                self.files[name] = _plain_values(path.read_text("utf-8"))
            except yaml.MarkedYAMLError as reason:
                line = reason.problem_mark.line + 1 if reason.problem_mark else 1
                self.faults.append(Fault(name, line, reason.problem or "not readable as YAML"))
            except (yaml.YAMLError, ValueError, RecursionError) as reason:
                self.faults.append(Fault(name, 1, f"not readable as YAML: {reason}"))
            except OSError as reason:
                self.faults.append(Fault(name, 1, f"not readable: {reason.strerror}"))

    def blame(self, file: str, place: Place, text: str) -> None:
        """Note a fault at a place inside a file."""
        if file not in self.nodes and file in self.files:
            source = (self.path / file).read_text("utf-8")
            self.nodes[file] = yaml.compose(source, Loader=yaml.CSafeLoader)
        self.faults.append(Fault(file, line_of(self.nodes.get(file), place), text))

    def check_shape(self, file: str, schema: str, definition: str) -> None:
        """Note what in a file differs from a definition of a schema."""
        for place, text in shape_faults(self.files[file], schema, definition):
            self.blame(file, place, text)


def refused(text: str, folder: str, faults: Iterable[Fault]) -> KnownError:
    """The sentence about a folder or file with faults, naming all of them."""
    found = sorted(faults)
    return KnownError(
        text,
        "Mend the lines named above and check the folder again.",
        folder=folder,
        count=len(found),
        faults="\n".join(str(fault) for fault in found),
    )


def shape_faults(content: Any, schema: str, definition: str) -> Iterator[tuple[Place, str]]:
    """Where and how plain values differ from a definition of a schema of ours."""
    from jsonschema import Draft202012Validator

    whole = _schema(schema)
    part = {"$defs": whole["$defs"], "$ref": f"#/$defs/{definition}"}
    try:
        for error in Draft202012Validator(part).iter_errors(content):
            yield from _shape_fault(error)
    except RecursionError:
        yield (), "it is nested too deeply"


@cache
def _schema(name: str) -> Any:
    return json.loads(resource("schemas", name).read_text("utf-8"))


def _plain_values(text: str) -> Any:
    """What a file holds, once it is known not to be a trap: aliases unfold, deep nesting breaks the reader."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        mark: Any = event.start_mark  # the stubs know two kinds of marks; both have a line
        if isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="an alias; write the value out", problem_mark=mark)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise yaml.MarkedYAMLError(problem="lists and mappings are nested too deeply", problem_mark=mark)
    return yaml.load(text, Loader=_NoDuplicates)


class _NoDuplicates(yaml.CSafeLoader):
    """A loader that refuses a key that is written twice, or that is not a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(problem="a key must be a word", problem_mark=key.start_mark)
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"{key.value!r} stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _shape_fault(error: ValidationError) -> Iterator[tuple[Place, str]]:
    place = tuple(error.absolute_path)
    if error.validator == "additionalProperties" and error.validator_value is False:
        found: Any = error.instance
        schema: Any = error.schema
        unknown = found.keys() - schema["properties"].keys()
        yield from (((*place, key), f"{key!r} is not known here") for key in unknown)
    else:
        yield place, _in_words(error.message)


def _in_words(message: str) -> str:
    return message if len(message) <= 200 else message[:90] + " ... " + message[-100:]

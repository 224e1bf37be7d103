"""From a folder of YAML files to a frozen catalogue, or to all faults of the folder at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from s3desk.basics.errors import KnownError
from s3desk.basics.resources import resource
from s3desk.catalogue.check import cross_faults
from s3desk.catalogue.faults import Fault, Place, line_of
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.plain import from_plain

if TYPE_CHECKING:
    from jsonschema import ValidationError

_LARGEST_FILE = 20_000_000
_DEEPEST = 20


@dataclass(slots=True)
class Folder:
    """The parsed files of a catalogue folder, by their name relative to it, and the faults found so far.

    `nodes` holds what stands where in a file, from the first fault on that is found in it.
    """

    path: Path
    files: dict[str, Any] = field(default_factory=dict)
    nodes: dict[str, yaml.Node | None] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def blame(self, file: str, place: Place, text: str) -> None:
        """Note a fault at a place inside a file."""
        if file not in self.nodes and file in self.files:
            source = (self.path / file).read_text("utf-8")
            self.nodes[file] = yaml.compose(source, Loader=yaml.CSafeLoader)
        self.faults.append(Fault(file, line_of(self.nodes.get(file), place), text))


def load(folder: Path) -> Catalogue:
    """The catalogue of a folder.

    Raises `KnownError` that lists every fault with file and line.
    """
    plain, faults = read(folder)
    if faults:
        raise KnownError(
            "The catalogue in {folder} has {count} faults:\n{faults}",
            "Mend the lines named above and check the folder again.",
            folder=folder.resolve().name,
            count=len(faults),
            faults="\n".join(str(fault) for fault in sorted(faults)),
        )
    return from_plain(plain)


def read(folder: Path) -> tuple[Mapping[str, Any], tuple[Fault, ...]]:
    """The merged plain form of a folder and its faults; the form is only sound when there are none."""
    if not folder.is_dir():
        raise KnownError("{folder} is not a folder.", "Name the folder that holds catalogue.yaml.", folder=str(folder))
    found = Folder(folder)
    _parse(found)
    if not found.faults:
        _check_shapes(found)
    if found.faults:
        return {}, tuple(found.faults)
    plain = _merged(found)
    for file, place, text in cross_faults(found.files):
        found.blame(file, place, text)
    return plain, tuple(found.faults)


def _parse(folder: Folder) -> None:
    for name in ("catalogue.yaml", "official.yaml", "texts/en/0-common.yaml"):
        if not (folder.path / name).is_file():
            folder.faults.append(Fault(name, 1, "the file is missing"))
    for path in _yaml_files(folder.path):
        name = path.relative_to(folder.path).as_posix()
        try:
            if path.stat().st_size > _LARGEST_FILE:
                raise ValueError("the file is larger than 20 MB")
            folder.files[name] = _plain_values(path.read_text("utf-8"))
        except yaml.MarkedYAMLError as reason:
            line = reason.problem_mark.line + 1 if reason.problem_mark else 1
            folder.faults.append(Fault(name, line, reason.problem or "not readable as YAML"))
        except (yaml.YAMLError, ValueError, RecursionError) as reason:
            folder.faults.append(Fault(name, 1, f"not readable as YAML: {reason}"))
        except OSError as reason:
            folder.faults.append(Fault(name, 1, f"not readable: {reason.strerror}"))


def _yaml_files(folder: Path) -> Iterator[Path]:
    yield from (path for path in (folder / "catalogue.yaml", folder / "official.yaml") if path.is_file())
    yield from sorted(folder.glob("criteria/*.yaml"))
    yield from sorted(folder.glob("texts/*/*.yaml"))


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


def plain_faults(plain: Any) -> tuple[str, ...]:
    """What is wrong with a merged plain form that came from elsewhere than our own loader."""
    try:
        files = _split(plain)
    except (AttributeError, KeyError, TypeError):
        return ("the catalogue is not complete",)
    shapes = [f"{name}: {text}" for name, _, text in _shape_faults(files)]
    return tuple(shapes or [f"{name}: {text}" for name, _, text in cross_faults(files)])


def _split(plain: Any) -> dict[str, Any]:
    """The files of which a merged form could have been made."""
    head = {key: value for key, value in plain.items() if key not in ("official", "criteria", "wordings")}
    files = {"catalogue.yaml": head, "official.yaml": plain["official"]}
    numbered = [(f"{n}-{criterion['id']}.yaml", criterion) for n, criterion in enumerate(plain["criteria"], start=1)]
    names = {criterion["id"]: name for name, criterion in numbered}
    files |= {f"criteria/{name}": criterion for name, criterion in numbered}
    for code, words in plain["wordings"].items():
        common = {key: words[key] for key in ("title", "levels", "evidence_kinds")}
        files[f"texts/{code}/0-common.yaml"] = common
        for key, text in words["criteria"].items():
            questions = {one: words for one, words in words["questions"].items() if one.split(".")[0] == key}
            files[f"texts/{code}/{names[key]}"] = {"criterion": key, **text, "questions": questions}
    return files


def _check_shapes(folder: Folder) -> None:
    for name, place, text in _shape_faults(folder.files):
        folder.blame(name, place, text)


def _shape_faults(files: Mapping[str, Any]) -> Iterator[tuple[str, Place, str]]:
    from jsonschema import Draft202012Validator

    schema = json.loads(resource("schemas", "catalogue.schema.json").read_text("utf-8"))
    for name, content in files.items():
        part = {"$defs": schema["$defs"], "$ref": f"#/$defs/{_definition(name)}"}
        try:
            for error in Draft202012Validator(part).iter_errors(content):
                yield from ((name, *found) for found in _shape_fault(error))
        except RecursionError:
            yield name, (), "it is nested too deeply"


def _shape_fault(error: ValidationError) -> Iterator[tuple[Place, str]]:
    place = tuple(error.absolute_path)
    if error.validator == "additionalProperties" and error.validator_value is False:
        found: Any = error.instance
        schema: Any = error.schema
        unknown = found.keys() - schema["properties"].keys()
        yield from (((*place, key), f"{key!r} is not known here") for key in unknown)
    else:
        yield place, _in_words(error.message)


def _definition(name: str) -> str:
    if name.startswith("texts/"):
        return "common" if name.endswith("/0-common.yaml") else "texts"
    return {"catalogue.yaml": "catalogue", "official.yaml": "official"}.get(name, "criterion")


def _in_words(message: str) -> str:
    return message if len(message) <= 200 else message[:90] + " ... " + message[-100:]


def _merged(folder: Folder) -> Mapping[str, Any]:
    files = folder.files
    criteria = [content for name, content in files.items() if name.startswith("criteria/")]
    return {
        **files["catalogue.yaml"],
        "official": files["official.yaml"],
        "criteria": sorted(criteria, key=lambda criterion: int(criterion["number"])),
        "wordings": {code: _wording(files, code) for code in _languages(files)},
    }


def _languages(files: Mapping[str, Any]) -> list[str]:
    return sorted({name.split("/")[1] for name in files if name.startswith("texts/")})


def _wording(files: Mapping[str, Any], code: str) -> dict[str, Any]:
    common = files.get(f"texts/{code}/0-common.yaml", files["texts/en/0-common.yaml"])
    parts = [content for name, content in files.items() if name.startswith(f"texts/{code}/") and content is not common]
    parts = [part for part in parts if "criterion" in part]
    questions = {key: text for part in parts for key, text in part["questions"].items()}
    names = {part["criterion"]: {"name": part["name"], "title": part["title"]} for part in parts}
    return {**common, "criteria": names, "questions": questions}

"""From a folder of YAML files to a frozen catalogue, or to all faults of the folder at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message
from s3desk.catalogue.check import cross_faults
from s3desk.catalogue.faults import Fault, Place
from s3desk.catalogue.files import Folder, refused, shape_faults
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.plain import from_plain

_SCHEMA = "catalogue.schema.json"


def load(folder: Path) -> Catalogue:
    """The catalogue of a folder.

    Raises `KnownError` that lists every fault with file and line.
    """
    plain, faults = read(folder)
    if faults:
        text = message("The catalogue in {folder} has {count} faults:\n{faults}")
        raise refused(text, folder.resolve().name, faults)
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
    folder.parse(_yaml_files(folder.path))


def _yaml_files(folder: Path) -> Iterator[Path]:
    yield from (path for path in (folder / "catalogue.yaml", folder / "official.yaml") if path.is_file())
    yield from sorted(folder.glob("criteria/*.yaml"))
    yield from sorted(folder.glob("texts/*/*.yaml"))


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
    for name, content in files.items():
        yield from ((name, *found) for found in shape_faults(content, _SCHEMA, _definition(name)))


def _definition(name: str) -> str:
    if name.startswith("texts/"):
        return "common" if name.endswith("/0-common.yaml") else "texts"
    return {"catalogue.yaml": "catalogue", "official.yaml": "official"}.get(name, "criterion")


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

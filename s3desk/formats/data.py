"""The data file (JSON): all records of a profile with their ids, read back without loss."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import s3desk
from s3desk.basics.errors import KnownError
from s3desk.basics.progress import Progress
from s3desk.basics.resources import resource
from s3desk.catalogue.load import plain_faults
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.plain import from_plain as catalogue_from_plain
from s3desk.domain.consistency import inconsistencies
from s3desk.domain.content import Content
from s3desk.domain.frozen import from_records, to_bytes
from s3desk.domain.records import Record, SavedVersion
from s3desk.domain.texts import clean
from s3desk.formats import gate
from s3desk.formats.gate import refused
from s3desk.queries.data import FORMAT_NAME, FORMAT_VERSION, check_code, digest_of
from s3desk.queries.picture import ReportPicture

_OUTSIDE_THE_CODE = ("exported_at", "program")
_MOST_FAULTS = 100


@dataclass(frozen=True, slots=True)
class Imported:
    """What comes back: the catalogue, all records, and the bytes to store (saved versions, copies of evidence)."""

    catalogue: Catalogue
    records: tuple[Record, ...]
    stored: tuple[bytes, ...]


class _Json:
    """The data file as an output format."""

    what = "data"
    suffix = ".json"

    def write(self, picture: ReportPicture, path: Path, progress: Progress) -> None:
        progress(0, 1)
        program = f"S3 Desk {s3desk.__version__}"
        exported = {"exported_at": picture.head.made_at.isoformat(timespec="seconds"), "program": program}
        text = json.dumps({**exported, **picture.data}, ensure_ascii=False, indent=1)
        path.write_text(text + "\n", encoding="utf-8")
        progress(1, 1)

    def check(self, path: Path) -> None:
        _shape_faults(json.loads(path.read_text("utf-8")))


FORMAT = _Json()


def read(path: Path) -> Imported:
    """The content of a data file. Raises `KnownError` that names the place and the remedy; nothing is changed."""
    return from_bytes(gate.content(path), path.name)


def from_bytes(content: bytes, name: str) -> Imported:
    """The content of the data in a file of this name, with the same refusals."""
    plain = _parsed(content, name)
    if faults := _shape_faults(plain):
        raise refused(name, faults[0])
    if faults := plain_faults(plain["catalogue"]):
        raise refused(name, f"in the catalogue, {faults[0]}")
    try:
        catalogue = catalogue_from_plain(plain["catalogue"])
        versions = {key: from_records(records) for key, records in plain["versions"].items()}
        found = from_records(plain["records"])
    except (ValueError, KeyError, TypeError, AttributeError) as reason:
        raise refused(name, str(reason)) from reason
    contradictions = [fault for one in (found, *versions.values()) for fault in inconsistencies(catalogue, one)]
    for fault in (*_twice(plain["records"]), *contradictions, *_version_faults(found, versions)):
        raise refused(name, fault)
    return Imported(catalogue, _records(found, versions), tuple(to_bytes(version) for version in versions.values()))


def codes(content: bytes, name: str) -> tuple[str, str]:
    """Check code and whole digest of the data in a file, whatever it says about itself."""
    vouched = {key: value for key, value in _parsed(content, name).items() if key not in _OUTSIDE_THE_CODE}
    try:
        return check_code(vouched), digest_of(vouched)
    except (ValueError, RecursionError) as reason:
        raise refused(name, f"it cannot be put in order ({reason})") from reason


def _parsed(content: bytes, name: str) -> Mapping[str, Any]:
    gate.check_size(len(content), gate.LARGEST_DATA, name)
    gate.check_values(content, name)
    try:
        plain = json.loads(content, object_pairs_hook=_once)
    except (ValueError, RecursionError) as reason:
        raise refused(name, f"it is not JSON ({reason})") from reason
    if not isinstance(plain, dict) or plain.get("format") != FORMAT_NAME:
        raise refused(name, "it is not a data file of S3 Desk")
    version = plain.get("version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise KnownError(
            "{name} was written by a newer version of S3 Desk. Nothing was changed.",
            "Ask for the newer version, or for an older form of the data.",
            name=name,
        )
    return plain


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON. A name that stands twice would be read one way here, another way elsewhere."""
    found = dict(pairs)
    if len(found) < len(pairs):
        double = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise ValueError(f"{double[:40]!r} stands twice in one place")
    return found


def _shape_faults(plain: object) -> tuple[str, ...]:
    """What does not fit the published schema, worst place first."""
    from jsonschema import Draft202012Validator

    schema = json.loads(resource("schemas", "data.schema.json").read_text("utf-8"))
    try:
        found = islice(Draft202012Validator(schema).iter_errors(plain), _MOST_FAULTS)
        errors = sorted(found, key=lambda error: list(map(str, error.path)))
    except RecursionError:
        return ("it is nested too deeply",)
    return tuple(f"at {_place(error.absolute_path)}: {error.message[:200]}" for error in errors)


def _place(path: Iterable[str | int]) -> str:
    return "/".join(map(str, path)) or "the top"


def _twice(records: Mapping[str, Any]) -> Iterator[str]:
    """Keys that stand more than once in a list; only one of them could be kept."""
    for name, rows in records.items():
        counts = Counter(clean(row["id"]) for row in rows)
        yield from (f"{name} {key!r} stands twice" for key, count in counts.items() if count > 1)


def _version_faults(content: Content, versions: Mapping[str, Content]) -> Iterator[str]:
    listed = {version.id for version in content.all(SavedVersion)}
    yield from (f"the content of saved version {key!r} is missing" for key in sorted(listed - versions.keys()))
    yield from (f"there is no saved version {key!r}" for key in sorted(versions.keys() - listed))


def _records(content: Content, versions: Mapping[str, Content]) -> tuple[Record, ...]:
    """The records as they stand in a new file: versions found by their bytes, stored copies not included."""
    records: list[Record] = [record for kind in content.shelves for record in content.all(kind)]
    return tuple(_settled(record, versions) for record in records)


def _settled(record: Record, versions: Mapping[str, Content]) -> Record:
    if isinstance(record, SavedVersion):
        return replace(record, sha256=hashlib.sha256(to_bytes(versions[record.id])).hexdigest())
    return record

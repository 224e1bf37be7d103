"""The user's own services and forms: one file in the user's folder that overrides ours by id and can be passed on.

They belong to the office and not to one assessment: contacts and calls are the same for all files of a desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from s3desk.basics.drafts import drafted
from s3desk.basics.errors import KnownError
from s3desk.basics.places import services_folder
from s3desk.catalogue.service_files import as_yaml, read_services, shipped_services
from s3desk.catalogue.services import Services

_NAME = "own-services.yaml"
_SET_ASIDE = "own-services-{number}.faulty"


def known_services() -> Services:
    """Ours with the user's own in their place. Raises `KnownError` when the own file is faulty."""
    return shipped_services().overridden_by(own_services())


def usable_services() -> tuple[Services, KnownError | None]:
    """What can be worked with: all that are known, or ours alone with what is wrong with the own file."""
    try:
        return known_services(), None
    except KnownError as fault:
        return shipped_services(), fault


def own_services() -> Services:
    """What the user keeps; nothing before the first own service. Raises `KnownError` when the file is faulty."""
    path = services_folder() / _NAME
    if not path.is_file():
        return Services()
    state = path.stat()
    found = _read(path, state.st_mtime_ns, state.st_size)
    if isinstance(found, KnownError):
        raise found.with_traceback(None)
    return found


def set_aside() -> str:
    """Put a faulty own file out of the way, under the name returned; ours are shown then."""
    folder = services_folder()
    names = (_SET_ASIDE.format(number=number) for number in range(1, 1000))
    name = next(name for name in names if not (folder / name).exists())
    try:
        (folder / _NAME).rename(folder / name)
    except OSError as reason:
        raise _not_written(folder / _NAME) from reason
    return name


def keep(entries: Iterable[Mapping[str, Any]]) -> None:
    """Keep services or forms, written as in a file; those with the same id are replaced.

    Raises `KnownError` that names every fault; what was kept before stays then.
    """
    plain = {**own_services().plain, **{str(entry.get("id", "")): entry for entry in entries}}
    _store(plain.values())


def drop(entry_id: str) -> None:
    """Keep a service or form no longer; ours of the same id is shown again."""
    _store(entry for key, entry in own_services().plain.items() if key != entry_id)


def read_foreign(path: Path) -> Services:
    """What a file that somebody sent holds; nothing is kept yet. Raises `KnownError` that names every fault."""
    if not path.is_file():
        raise KnownError("{name} was not found.", "Check the name and the folder.", name=path.name)
    return read_services(path)


def pass_on(entries: Iterable[Mapping[str, Any]], path: Path) -> None:
    """Write services and forms as a file for a colleague, who can import it."""
    try:
        with drafted(path) as draft:
            draft.write_text(as_yaml(entries), "utf-8")
    except OSError as reason:
        raise _not_written(path) from reason


@lru_cache(maxsize=1)
def _read(path: Path, _changed: int, _size: int) -> Services | KnownError:
    """What the own file of that time and size holds: pages ask often, and reading takes its time."""
    try:
        return read_services(path)
    except KnownError as fault:
        return fault


def _store(entries: Iterable[Mapping[str, Any]]) -> None:
    """Keep these and no others; they are read again before they count."""
    path = services_folder() / _NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with drafted(path) as draft:
            draft.write_text(as_yaml(entries), "utf-8")
            read_services(draft)
    except OSError as reason:
        raise _not_written(path) from reason


def _not_written(path: Path) -> KnownError:
    return KnownError(
        "{name} could not be written. What was there before is unchanged.",
        "Check the free space, or choose a folder that you may write to.",
        name=path.name,
    )

"""The records of a profile as plain data with their check code: what JSON holds and what a report vouches for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.plain import canonical
from s3desk.domain.content import Content, content_of
from s3desk.domain.frozen import to_bytes, to_records
from s3desk.domain.profile import Profile
from s3desk.domain.records import Record, SavedVersion

FORMAT_NAME = "s3desk-data"
FORMAT_VERSION = 1


def data_of(
    catalogue: Catalogue, content: Content, profile: Profile, versions: Mapping[str, Content]
) -> Mapping[str, Any]:
    """Everything that a data file holds but the time and program of its export."""
    return {
        "format": FORMAT_NAME,
        "version": FORMAT_VERSION,
        "profile": profile.value,
        "catalogue": catalogue.plain,
        "records": to_records(_with_digests(content, versions)),
        "versions": {key: to_records(version) for key, version in sorted(versions.items())},
    }


def _with_digests(content: Content, versions: Mapping[str, Content]) -> Content:
    """Saved versions named by the digest of what is really in the data, so that an import finds them."""
    records: list[Record] = [record for kind in content.shelves for record in content.all(kind)]
    return content_of(
        replace(record, sha256=hashlib.sha256(to_bytes(versions[record.id])).hexdigest())
        if isinstance(record, SavedVersion) and record.id in versions
        else record
        for record in records
    )


def digest_of(data: Mapping[str, Any]) -> str:
    """The SHA-256 of the data in canonical form."""
    return hashlib.sha256(canonical(data)).hexdigest()


def check_code(data: Mapping[str, Any]) -> str:
    """The digest in short form, as printed on every page: "7F3A-91C2-0BD4"."""
    return short_code(digest_of(data))


def short_code(digest: str) -> str:
    """The short form of a digest."""
    short = digest[:12].upper()
    return "-".join(short[start : start + 4] for start in (0, 4, 8))

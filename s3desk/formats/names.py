"""File names that sort well and survive every system: ASCII, no spaces."""

from __future__ import annotations

import re
import unicodedata

from s3desk.queries.picture import ReportPicture

_LONGEST = 40


def file_name(picture: ReportPicture, what: str, suffix: str) -> str:
    """For example "valdoria-s3-2026-11-16-report-outgoing.pdf"; Table 12 has no profile."""
    place = slug(picture.head.territory_code or picture.head.territory or picture.head.authority)
    parts = [place, "s3", picture.head.made_at.date().isoformat(), what]
    if what != "table12":
        parts.append(picture.profile.value)
    return "-".join(parts) + suffix


def slug(text: str, otherwise: str = "assessment") -> str:
    """The text in small ASCII letters, digits and hyphens; `otherwise` where nothing is left."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")[:_LONGEST].strip("-") or otherwise

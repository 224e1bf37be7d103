"""Regions that want to start a partnership, and what the expression of interest asks of them.

Source: S3 Community of Practice, expression of interest for new partnerships (at least three regions from three
Member States, link to the strategies, a supporting community).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

FEWEST_REGIONS = FEWEST_STATES = 3


@dataclass(frozen=True, slots=True)
class Partner:
    """One region and its Member State, "" where it is not written."""

    region: str
    member_state: str


def partners(text: str) -> tuple[Partner, ...]:
    """The regions of a list: one on each line, its Member State after the last semicolon or comma; each once."""
    found = (_partner(line) for line in text.splitlines() if line.strip(" \t-\u2022*"))
    return tuple({(one.region.casefold(), one.member_state.casefold()): one for one in found}.values())


def member_states(found: tuple[Partner, ...]) -> int:
    """How many different Member States are named."""
    return len({one.member_state.casefold() for one in found if one.member_state})


def _partner(line: str) -> Partner:
    plain = line.strip().lstrip("-\u2022*").strip()
    parts = re.split(r"[;,]", plain)
    if len(parts) < 2:
        return Partner(plain, "")
    cut = plain.rindex(";") if ";" in plain else plain.rindex(",")
    return Partner(plain[:cut].strip(), plain[cut + 1 :].strip())

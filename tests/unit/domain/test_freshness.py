"""How a document stands on a day: in force, current, old, expired, without date, missing."""

from datetime import date

import pytest

from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import content_of
from s3desk.domain.freshness import State, months_later, state
from s3desk.domain.records import Evidence, Storage
from s3desk.domain.reminders import Reminder

TODAY = date(2026, 11, 16)
CATALOGUE = default_catalogue()
NOTHING = content_of(())


def document(kind: str = "study", dated: date | None = None, until: date | None = None) -> Evidence:
    return Evidence("e", 1, "Study", kind=kind, dated=dated, valid_until=until)


@pytest.mark.parametrize(("evidence", "expected"), [
    (document(), State.NO_DATE),
    (document(dated=date(2026, 1, 1)), State.CURRENT),
    (document(dated=date(2024, 11, 16)), State.CURRENT),  # 24 months are over tomorrow
    (document(dated=date(2024, 11, 15)), State.OLD),
    (document(dated=date(1890, 1, 1)), State.OLD),
    (document(dated=date(2030, 1, 1)), State.CURRENT),
    (document(dated=date(9999, 12, 31)), State.CURRENT),
    (document("law"), State.IN_FORCE),
    (document("law", dated=date(1890, 1, 1)), State.IN_FORCE),
    (document("no such kind"), State.IN_FORCE),
    (document(""), State.IN_FORCE),
    (document(until=TODAY), State.IN_FORCE),
    (document(until=date(2026, 11, 15)), State.EXPIRED),
    (document("law", until=date(2026, 11, 15)), State.EXPIRED),
    (document(dated=date(2000, 1, 1), until=date(2027, 1, 1)), State.IN_FORCE),
])  # fmt: skip
def test_the_state_of_a_document(evidence: Evidence, expected: State) -> None:
    assert state(evidence, CATALOGUE, NOTHING, TODAY) is expected


@pytest.mark.parametrize(("storage", "expected"), [
    (Storage.LINKED_FILE, State.FILE_MISSING), (Storage.COPY, State.NOT_INCLUDED),
])  # fmt: skip
def test_a_missing_file_comes_before_everything_else(storage: Storage, expected: State) -> None:
    evidence = Evidence("e", 1, "x", kind="study", valid_until=date(2000, 1, 1), storage=storage)
    assert state(evidence, CATALOGUE, NOTHING, TODAY, frozenset({"e"})) is expected
    assert state(evidence, CATALOGUE, NOTHING, TODAY, frozenset({"other"})) is State.EXPIRED


@pytest.mark.parametrize(("day", "months", "expected"), [
    (date(2025, 1, 31), 1, date(2025, 2, 28)),
    (date(2024, 1, 31), 1, date(2024, 2, 29)),
    (date(2024, 2, 29), 12, date(2025, 2, 28)),
    (date(2025, 12, 31), 2, date(2026, 2, 28)),
    (date(2025, 12, 1), 1, date(2026, 1, 1)),
    (date(2025, 5, 5), 0, date(2025, 5, 5)),
    (date(9999, 12, 31), 1, date.max),
    (date(2025, 1, 1), 10**9, date.max),
])  # fmt: skip
def test_months_later(day: date, months: int, expected: date) -> None:
    assert months_later(day, months) == expected


@pytest.mark.parametrize(("months", "expected"), [(12, State.OLD), (60, State.CURRENT), (0, State.IN_FORCE)])
def test_a_region_may_set_its_own_periods(months: int, expected: State) -> None:
    own = content_of((Reminder("study", months),))
    assert state(document(dated=date(2025, 1, 1)), CATALOGUE, own, TODAY) is expected
    assert state(document("minutes", dated=TODAY), CATALOGUE, own, TODAY) is State.CURRENT

"""Records as plain values and back: nothing lost, nothing taken in that does not fit."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s3desk.domain.content import content_of
from s3desk.domain.frozen import from_bytes, to_bytes
from s3desk.domain.plain import KIND_NAMES, KIND_OF_NAME, from_plain, to_plain
from s3desk.domain.records import RECORD_KINDS, Answer, Evidence, Fulfilment, Programme, Record
from s3desk.workspace.tables import TABLE_OF, from_row, to_row
from tests.strategies import any_record, records_of


@given(any_record())
def test_a_record_returns_from_its_plain_form_even_through_json(record: Record) -> None:
    plain = to_plain(record)
    assert from_plain(type(record), json.loads(json.dumps(plain))) == record


@given(any_record())
def test_a_record_returns_from_its_row(record: Record) -> None:
    assert from_row(type(record), to_row(record)) == record


@given(st.lists(any_record(), max_size=12))
def test_equal_contents_give_equal_bytes_in_any_order(records: list[Record]) -> None:
    distinct = list({(type(record), record.id): record for record in records}.values())
    content = content_of(distinct)
    assert from_bytes(to_bytes(content)) == content
    assert to_bytes(content_of(reversed(distinct))) == to_bytes(content)


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_fields_and_columns_are_the_same_in_the_same_order(kind: type[Record]) -> None:
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    assert names[0] == "id"
    assert [column.name for column in TABLE_OF[kind].columns] == names
    assert KIND_OF_NAME[KIND_NAMES[kind]] is kind


@given(st.sampled_from(RECORD_KINDS).flatmap(records_of))
def test_every_record_is_frozen_and_can_be_a_key(record: Record) -> None:
    assert hash(record) == hash(from_plain(type(record), to_plain(record)))
    with pytest.raises((AttributeError, TypeError)):
        record.id = "other"  # type: ignore[misc]


@pytest.mark.parametrize(("kind", "plain", "named"), [
    (Answer, {"id": "q", "rating": "4"}, "'rating'"),
    (Answer, {"id": "q", "rating": 4.0}, "'rating'"),
    (Answer, {"id": "q", "rating": True}, "'rating'"),
    (Answer, {"id": "q", "state": "great"}, "'state'"),
    (Answer, {"id": "q", "state": []}, "'state'"),
    (Answer, {"id": "q", "review": "yes"}, "'review'"),
    (Answer, {"id": "q", "review": 2}, "'review'"),
    (Answer, {"id": "q", "comment": None}, "'comment'"),
    (Answer, {"id": "q", "colour": "red"}, "no field 'colour'"),
    (Answer, {"id": 7}, "'id'"),
    (Answer, {}, "missing 1 required positional argument: 'id'"),
    (Evidence, {"id": "e", "number": 1}, "'title'"),
    (Evidence, {"id": "e", "number": 1, "title": "x", "dated": "2026-02-30"}, "'dated'"),
    (Evidence, {"id": "e", "number": 1, "title": "x", "dated": 20260101}, "'dated'"),
    (Fulfilment, {"id": "c", "written_at": "yesterday"}, "'written_at'"),
    (Programme, {"id": "p", "title": "x", "objectives": "RSO1.1"}, "'objectives'"),
    (Programme, {"id": "p", "title": "x", "objectives": [1]}, "'objectives'"),
])  # fmt: skip
def test_what_does_not_fit_is_refused_by_name(kind: type[Record], plain: dict[str, object], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        from_plain(kind, plain)


def test_missing_fields_take_their_defaults() -> None:
    assert from_plain(Answer, {"id": "q"}) == Answer("q")

"""Bars are as long as the rating says; what is not rated has no bar."""

import pytest

from s3desk.basics.language import Language
from s3desk.figures.bars import Rated, rating_bar, rating_columns
from s3desk.figures.figure import Label, Polyline, Rect

ENGLISH = Language()


@pytest.mark.parametrize(("average", "length"), [(5, 100), (2.5, 50), (0.1, 2)])
def test_the_bar_is_as_long_as_the_average(average: float, length: float) -> None:
    filled = [s for s in rating_bar(average, None, ENGLISH, 100).shapes if isinstance(s, Rect) and s.fill == "accent"]
    assert [bar.width for bar in filled] == pytest.approx([length])


@pytest.mark.parametrize("average", [None, 0])
def test_without_rating_or_with_zero_only_the_track_is_there(average: float | None) -> None:
    assert [s.fill for s in rating_bar(average, None, ENGLISH).shapes if isinstance(s, Rect)] == ["sunken"]


def test_zero_and_not_rated_are_told_apart() -> None:
    assert rating_bar(0, None, ENGLISH).description == "0.0 of 5"
    assert rating_bar(None, 4, ENGLISH).description == "Not rated"


def test_the_target_is_marked_and_described() -> None:
    figure = rating_bar(3.6, 4, ENGLISH, 100)
    marks = [s for s in figure.shapes if isinstance(s, Polyline) and s.pen.color == "text"]
    assert [mark.points[0][0] for mark in marks] == [80]
    assert figure.description == "3.6 of 5, target 4.0"


def test_columns_are_as_high_as_the_ratings_and_in_the_colour_of_their_level() -> None:
    figure = rating_columns([Rated("1.1", 5, "5"), Rated("1.2", 1, "1")], ENGLISH, 200, 50)
    bars = [s for s in figure.shapes if isinstance(s, Rect)]
    assert [(bar.height, bar.fill) for bar in bars] == [(50, "level5.fill"), (10, "level1.fill")]


def test_open_and_not_applicable_are_dashed_boxes_with_their_mark() -> None:
    figure = rating_columns([Rated("1.1", None, "n/a"), Rated("1.2", None, "?")], ENGLISH)
    boxes = [s for s in figure.shapes if isinstance(s, Rect)]
    assert all(box.fill == "" and box.pen and box.pen.dash for box in boxes)
    said = [run.text for s in figure.shapes if isinstance(s, Label) for run in s.runs]
    assert said == ["1.1", "n/a", "1.2", "?"]


def test_a_rating_of_zero_is_a_bar_not_a_box() -> None:
    (bar,) = [s for s in rating_columns([Rated("1.1", 0, "0")], ENGLISH).shapes if isinstance(s, Rect)]
    assert bar.fill == "level0.fill"


def test_columns_say_all_ratings() -> None:
    figure = rating_columns([Rated("1.1", 5, "5"), Rated("1.2", None, "n/a")], ENGLISH, target=4)
    assert figure.description == "Ratings from 0 to 5 by question. 1.1: 5, 1.2: n/a. Target: 4."


def test_no_questions_make_an_empty_figure() -> None:
    assert rating_columns([], ENGLISH).width > 0

"""No two marks look alike, and every colour they name is a token."""

import itertools

import pytest

from s3desk.domain.records import Decision
from s3desk.figures.figure import Figure, Label, hex_color
from s3desk.figures.marks import bullet, fulfilment_mark, logo, rating_chip
from s3desk.figures.palette import tokens

ALL = (
    *(fulfilment_mark(decision) for decision in Decision),
    *(rating_chip(level, str(level)) for level in range(6)),
    *(rating_chip(None, mark) for mark in ("n/a", "?", "\u2197", "\u2013")),
    bullet(),
    logo(),
)


def test_no_two_marks_are_the_same() -> None:
    assert all(one != other for one, other in itertools.combinations(ALL, 2))


@pytest.mark.parametrize("figure", ALL)
@pytest.mark.parametrize("dark", [False, True])
def test_all_colours_are_known_in_both_themes(figure: Figure, dark: bool) -> None:
    for name in _color_names(figure):
        assert hex_color(name, tokens(dark=dark)).startswith("#")


def test_nothing_said_shows_no_figure() -> None:
    assert not [shape for shape in rating_chip(None, "\u2013").shapes if isinstance(shape, Label)]


def _color_names(figure: Figure) -> set[str]:
    names = {run.color for shape in figure.shapes if isinstance(shape, Label) for run in shape.runs}
    names |= {getattr(shape, "fill", "") for shape in figure.shapes}
    names |= {pen.color for shape in figure.shapes if (pen := getattr(shape, "pen", None))}
    return names - {""}

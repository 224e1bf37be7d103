"""The wheel shows what is rated, and only that; its description holds every number it shows."""

import math

import pytest

from s3desk.basics.language import Language
from s3desk.figures.figure import Circle, Figure, Label, Polygon, Polyline
from s3desk.figures.wheel import Spoke, describe, wheel

ENGLISH = Language()
NAMES = ("Analysis", "Responsible body", "Monitoring", "Stakeholders", "R&I systems", "Transition", "Abroad")


def spokes(*averages: float | None) -> list[Spoke]:
    return [Spoke(number, NAMES[number - 1], average) for number, average in enumerate(averages, start=1)]


def dots(figure: Figure) -> list[Circle]:
    return [shape for shape in figure.shapes if isinstance(shape, Circle) and shape.radius > 2.7]


def texts(figure: Figure) -> list[str]:
    return ["".join(run.text for run in shape.runs) for shape in figure.shapes if isinstance(shape, Label)]


def test_each_rated_criterion_has_one_point_at_its_distance() -> None:
    figure = wheel(spokes(5, 4, 3, 2, 1, 0, 2.5), ENGLISH, radius=100)
    center = (166, 124)
    distances = [math.dist(dot.center, center) for dot in dots(figure)]
    assert distances == pytest.approx([100, 80, 60, 40, 20, 0, 50])


def test_the_first_criterion_stands_on_top() -> None:
    first = dots(wheel(spokes(5, 4, 3, 2, 1, 0, 2.5), ENGLISH, radius=100))[0]
    assert first.center == pytest.approx((166, 24))


def test_unrated_criteria_have_no_point_and_no_line() -> None:
    figure = wheel(spokes(3, None, 3, None, None, 3, None), ENGLISH)
    assert len(dots(figure)) == 3
    assert not [shape for shape in figure.shapes if isinstance(shape, Polygon) and shape.pen and shape.pen.width > 1]
    assert texts(figure).count("not rated") == 4


def test_neighbours_are_joined_where_both_are_rated() -> None:
    figure = wheel(spokes(3, 4, None, None, 2, 3, 1), ENGLISH)
    lines = [shape for shape in figure.shapes if isinstance(shape, Polyline) and shape.pen.color == "accent"]
    assert len(lines) == 4 + 1  # 1-2, 5-6, 6-7, 7-1, and the one in the legend


def test_a_criterion_that_is_not_relevant_says_so_and_is_no_zero() -> None:
    given = [*spokes(3, 4, 3, 4), Spoke(5, "R&I systems", 0, relevant=False, target=4, before=3), *spokes(3)]
    figure = wheel(given, ENGLISH, "November 2025")
    assert "not relevant" in texts(figure)
    assert len(dots(figure)) == 5
    assert "R&I systems: not relevant." in figure.description


def test_the_description_has_every_number() -> None:
    given = [Spoke(1, "Analysis", 3.55, target=4, before=2.25), *spokes(2.0)]
    assert describe(given, ENGLISH, "November 2025") == (
        "Average ratings of the criteria on a scale from 0 to 5. "
        "Criterion 1, Analysis: 3.6 of 5, target 4.0, November 2025 2.3. "
        "Criterion 1, Analysis: 2.0 of 5."
    )


@pytest.mark.parametrize("radius", [60, 74, 200])
def test_everything_stands_inside_the_figure(radius: float) -> None:
    figure = wheel(
        [Spoke(n, name, 5, target=5, before=5) for n, name in enumerate(NAMES, 1)], ENGLISH, "B" * 99, radius
    )
    for shape in figure.shapes:
        if isinstance(shape, Polygon | Polyline):
            assert all(0 <= x <= figure.width and 0 <= y <= figure.height for x, y in shape.points)
        elif isinstance(shape, Label):
            assert 0 <= shape.y <= figure.height
            assert 0 <= shape.x <= figure.width

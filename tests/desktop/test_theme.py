"""The look: contrast, levels that can be told apart in grey, sizes that follow the text size, the bundled font."""

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from s3desk.basics.resources import resource
from s3desk.desktop import theme
from s3desk.desktop.icons import pixmap
from s3desk.figures.palette import tokens

THEMES = (False, True)
TEXT_PAIRS = [
    *((ink, ground) for ink in ("text", "muted") for ground in ("window", "surface", "sunken", "tint")),
    *((ink, ground) for ink in ("accent", "ok", "warn", "bad") for ground in ("window", "surface")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("accent", "tint"),
    ("ok", "ok_tint"),
    ("warn", "warn_tint"),
    ("bad", "bad_tint"),
    ("text", "ok_tint"),
    ("text", "warn_tint"),
    ("text", "bad_tint"),
]
CONTROL_PAIRS = [("control", "surface"), ("control", "window"), ("accent", "surface"), ("accent", "window")]


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(ink: str, ground: str, dark: bool) -> None:
    shown = tokens(dark=dark)
    assert contrast(shown.color(ink), shown.color(ground)) >= 4.5


@pytest.mark.parametrize("dark", THEMES)
@pytest.mark.parametrize(("edge", "ground"), CONTROL_PAIRS)
def test_borders_of_controls_can_be_seen(edge: str, ground: str, dark: bool) -> None:
    shown = tokens(dark=dark)
    assert contrast(shown.color(edge), shown.color(ground)) >= 3


@pytest.mark.parametrize("dark", THEMES)
def test_the_figure_on_each_level_can_be_read(dark: bool) -> None:
    for level in tokens(dark=dark).scores:
        assert contrast(level.text, level.fill) >= 4.5


@pytest.mark.parametrize("dark", THEMES)
def test_levels_differ_in_lightness_so_that_grey_print_can_be_read(dark: bool) -> None:
    steps = [luminance(level.fill) for level in tokens(dark=dark).scores]
    assert steps == sorted(steps, reverse=not dark)
    assert len(set(steps)) == 6


@pytest.mark.parametrize("dark", THEMES)
@pytest.mark.parametrize("size", theme.TEXT_SIZES)
def test_the_style_sheet_has_no_token_left(size: int, dark: bool) -> None:
    sheet = theme.style_sheet(theme.Theme(tokens(dark=dark), size / 100))
    assert not re.findall(r"[$@]\w*|font\(\w|/\*", sheet)
    assert sheet.count("{") == sheet.count("}")


def test_sizes_follow_the_text_size() -> None:
    small, large = theme.Theme(tokens()), theme.Theme(tokens(), 2.0)
    assert (small.px(32), large.px(32)) == (32, 64)
    assert large.font("body").pointSizeF() == 2 * small.font("body").pointSizeF()
    assert "min-height: 60px" in theme.style_sheet(large)


def test_applying_a_theme_reaches_the_application(qapp: QApplication) -> None:
    theme.apply(qapp, dark=True, text_size=125)
    assert qapp.palette().window().color() == QColor(tokens(dark=True).color("window"))
    assert theme.current().factor == 1.25
    theme.apply(qapp)
    assert qapp.palette().window().color() == QColor(tokens().color("window"))


def test_the_bundled_font_is_used() -> None:
    assert theme.Theme(tokens()).font("body").family() == theme.FAMILY


def test_every_icon_takes_its_colour() -> None:
    for path in resource("icons").glob("*.svg"):
        source = path.read_text(encoding="utf-8")
        assert "currentColor" in source, path.name
        assert not re.search(r"#[0-9A-Fa-f]{3,6}", source), f"{path.name} has a colour of its own"
        picture = pixmap(path.stem, "bad").toImage()
        colors = {picture.pixelColor(x, y).name() for x in range(16) for y in range(16)}
        assert len(colors) > 1, f"{path.name} draws nothing"

"""The look that is applied now: tokens and text size become style sheet, palette, fonts and pixel sizes."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from s3desk.basics.resources import resource
from s3desk.desktop import contrast
from s3desk.figures.palette import ScoreColor, Tokens, tokens

TEXT_SIZES = (100, 125, 150, 200)
LIGHT, DARK, SYSTEM = "light", "dark", "system"
FAMILY = "Noto Sans"
_PT_PER_PX = 0.75


@dataclass(frozen=True, slots=True)
class Theme:
    """Tokens at one text size; `factor` 1.25 means 125 %."""

    tokens: Tokens
    factor: float = 1.0

    def px(self, size: float) -> int:
        """A length given at 100 % in real pixels."""
        return round(size * self.factor)

    def measure(self, group: str, name: str) -> int:
        """A measure of the tokens in real pixels."""
        return self.px(self.tokens.measure(group, name))

    def color(self, name: str) -> QColor:
        """A colour by its token's name."""
        return QColor(self.tokens.color(name))

    def score(self, level: int) -> ScoreColor:
        """The colours of one level of the scale."""
        return self.tokens.scores[level]

    def font(self, step: str) -> QFont:
        """The font of one type step, such as "h1"."""
        size = self.tokens.types[step]
        font = QFont(_family())
        font.setPointSizeF(size.px * _PT_PER_PX * self.factor)
        font.setWeight(QFont.Weight(size.weight))
        return font

    def line(self, step: str) -> int:
        """The line height of one type step in real pixels."""
        return self.px(self.tokens.types[step].line)


_applied = Theme(tokens())


def current() -> Theme:
    """The theme that the application shows now. There is one, as there is one application."""
    return _applied


def is_dark(choice: str) -> bool:
    """Whether a choice of the settings means the dark colours now."""
    if choice == SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return choice == DARK


def apply(app: QApplication, *, dark: bool = False, text_size: int = 100) -> None:
    """Give the whole application this look. Widgets made before it keep their sizes: make them anew."""
    global _applied  # noqa: PLW0603 - the one place where the look changes
    shown = tokens(dark=dark)
    if contrast.is_asked_for():
        shown = contrast.contrasting(shown, contrast.system_palette(app))
    wanted = Theme(shown, text_size / 100)
    if wanted == _applied and app.styleSheet():
        return
    _applied = wanted
    app.setFont(_applied.font("body"))
    app.setPalette(_palette(_applied))
    app.setStyleSheet(style_sheet(_applied))


def style_sheet(theme: Theme) -> str:
    """The style sheet of the window with every token filled in."""
    template = resource("themes", "window.qss").read_text(encoding="utf-8")
    sheet = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    sheet = re.sub(r"font\((\w+)\)", lambda match: _font_rule(theme, match[1]), sheet)
    sheet = re.sub(r"\$icon\(([\w-]+), (\w+)\)", lambda match: _sheet_icon(theme, match[1], match[2]), sheet)
    sheet = re.sub(r"\$(\w+)", lambda match: theme.tokens.color(match[1]), sheet)
    return re.sub(r"@(\d+)px", lambda match: f"{theme.px(int(match[1]))}px", sheet)


def _font_rule(theme: Theme, step: str) -> str:
    size = theme.tokens.types[step]
    points = size.px * _PT_PER_PX * theme.factor
    return f"font-size: {points:g}pt; font-weight: {size.weight};"


def _palette(theme: Theme) -> QPalette:
    """The colours for everything a style sheet does not reach (system dialogs of Qt, text cursors, links)."""
    roles = QPalette.ColorRole
    names = {
        roles.Window: "window",
        roles.WindowText: "text",
        roles.Base: "surface",
        roles.AlternateBase: "sunken",
        roles.Text: "text",
        roles.PlaceholderText: "muted",
        roles.Button: "surface",
        roles.ButtonText: "text",
        roles.Highlight: "accent",
        roles.HighlightedText: "on_accent",
        roles.ToolTipBase: "surface",
        roles.ToolTipText: "text",
        roles.Link: "accent",
        roles.LinkVisited: "accent",
        roles.Mid: "border",
    }
    palette = QPalette()
    for role, name in names.items():
        palette.setColor(role, theme.color(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("muted"))
    return palette


@cache
def _family() -> str:
    """The bundled font, the same on every system; where it is missing, the system's own."""
    for weight in ("Regular", "SemiBold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"NotoSans-{weight}.ttf")))
    return FAMILY if FAMILY in QFontDatabase.families() else QFont().defaultFamily()


@cache
def _sheet_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="s3desk-look-")


def _sheet_icon(theme: Theme, name: str, color_name: str) -> str:
    """The path of a coloured icon: style sheets take pictures from files only."""
    color = theme.tokens.color(color_name)
    path = Path(_sheet_folder().name) / f"{name}-{color[1:]}.svg"
    path.write_text(icon_source(name, color), encoding="utf-8")
    return path.as_posix()


@cache
def icon_source(name: str, color: str, on_color: str = "#FFFFFF") -> str:
    """The SVG text of an icon in a colour; `on_color` is what stands on a filled shape."""
    drawn = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return drawn.replace("currentColor", color).replace("onColor", on_color)

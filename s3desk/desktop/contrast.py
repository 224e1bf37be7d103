"""High contrast: where the system asks for it, the system's own colours stand in for those of the theme."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from s3desk.figures.palette import Tokens

_READABLE = 4.5
_TEXTS = ("text", "muted", "border", "control", "ok", "warn", "bad", "ring", "previous")
_GROUNDS = ("surface", "ok_tint", "warn_tint", "bad_tint")


def is_asked_for() -> bool:
    """Whether the system is set to high contrast."""
    hints = QGuiApplication.styleHints()  # kept while asked: what it hands out ends with it
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def system_palette(app: QApplication) -> QPalette:
    """The colours of the system, without those that the program set."""
    shown = app.palette()
    app.setPalette(QPalette())
    found = app.palette()
    app.setPalette(shown)
    return found


def contrasting(tokens: Tokens, palette: QPalette) -> Tokens:
    """The tokens in the system's colours. The colours of the levels stay: each has its figure and word beside it."""
    roles = QPalette.ColorRole
    ground, text = palette.color(roles.Base), palette.color(roles.WindowText)
    chosen, on_chosen = palette.color(roles.Highlight), palette.color(roles.HighlightedText)
    if min(contrast(chosen, ground), contrast(chosen, on_chosen)) < _READABLE:
        chosen, on_chosen = text, ground
    colors = {
        **dict.fromkeys(_TEXTS, text),
        **dict.fromkeys(_GROUNDS, ground),
        "window": palette.color(roles.Window),
        "sunken": _mixed(ground, text, 0.12),
        "accent": chosen,
        "accent_hover": chosen,
        "on_accent": on_chosen,
        "tint": _mixed(ground, chosen, 0.2),
    }
    dark = ground.lightness() < text.lightness()
    system = {name: color.name() for name, color in colors.items()}
    return replace(tokens, dark=dark, colors={**tokens.colors, **system})


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG defines it, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _mixed(ground: QColor, color: QColor, share: float) -> QColor:
    red, green, blue = (
        round(low + (high - low) * share)
        for low, high in (
            (ground.red(), color.red()),
            (ground.green(), color.green()),
            (ground.blue(), color.blue()),
        )
    )
    return QColor(red, green, blue)

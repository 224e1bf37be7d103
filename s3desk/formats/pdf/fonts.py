"""The bundled Noto Sans in reportlab, and which letters it has."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from s3desk.basics.resources import resource

REGULAR, STRONG, ITALIC, STRONG_ITALIC = (
    "NotoSans-Regular",
    "NotoSans-SemiBold",
    "NotoSans-Italic",
    "NotoSans-BoldItalic",
)


@cache
def register() -> frozenset[int]:
    """Make the fonts known to reportlab; returns the code points that all of them have."""
    fonts = [TTFont(name, str(resource("fonts", f"{name}.ttf"))) for name in (REGULAR, STRONG, ITALIC, STRONG_ITALIC)]
    for font in fonts:
        pdfmetrics.registerFont(font)
    return frozenset.intersection(*(frozenset(font.face.charToGlyph) for font in fonts))


def width_of(text: str, size: float, *, strong: bool = False) -> float:
    """How wide a text is in points."""
    register()
    return float(pdfmetrics.stringWidth(text, STRONG if strong else REGULAR, size))


def shortened(text: str, size: float, width: float) -> str:
    """As much of a text as fits, with an ellipsis where something is left out."""
    if width_of(text[:400], size) <= width and len(text) <= 400:
        return text
    kept = text[:400]
    while kept and width_of(kept + "\u2026", size) > width:
        kept = kept[: -max(1, len(kept) // 20)]
    return kept.rstrip() + "\u2026"

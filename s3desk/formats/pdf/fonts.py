"""The bundled Noto Sans in reportlab, which letters it has, and how wide they are."""

from __future__ import annotations

from functools import cache, lru_cache

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


@lru_cache(maxsize=20_000)
def width_in(text: str, font: str) -> float:
    """How wide a text is in a font of size 1."""
    register()
    return float(pdfmetrics.stringWidth(text, font, 1))


def width_of(text: str, size: float, *, strong: bool = False) -> float:
    """How wide a text is in points."""
    return width_in(text, STRONG if strong else REGULAR) * size


def shortened(text: str, size: float, width: float) -> str:
    """As much of a text as fits, with an ellipsis where something is left out."""
    kept = text[:400]
    if width_of(kept, size) <= width and kept == text:
        return text
    while kept and width_of(kept + "\u2026", size) > width:
        kept = kept[: -max(1, len(kept) // 20)]
    return kept.rstrip() + "\u2026"

"""Makes resources/fonts: five static cuts of Noto Sans with the letters of Europe, for screen and PDF.

The variable fonts come from the PyPI package `fontpkg-noto-sans`. The same input gives the same bytes.
Run it with: .venv/bin/python packaging/make_fonts.py
"""

import shutil
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from fontTools.misc.transform import Transform
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SOURCE = Path(str(files("fontpkg_noto_sans")))
TARGET = Path(__file__).resolve().parents[1] / "resources" / "fonts"

UPRIGHT = "NotoSans[wdth,wght].ttf"
ITALIC = "NotoSans-Italic[wdth,wght].ttf"
CUTS = (
    ("NotoSans-Regular", UPRIGHT, 400),
    ("NotoSans-SemiBold", UPRIGHT, 600),
    ("NotoSans-Bold", UPRIGHT, 700),
    ("NotoSans-Italic", ITALIC, 400),
    ("NotoSans-BoldItalic", ITALIC, 700),
)

RANGES = (
    (0x0020, 0x024F),  # Latin, with the letters of every official language of the Union
    (0x02B0, 0x036F),  # modifier letters and combining accents
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # more Latin with accents
    (0x1F00, 0x1FFF),  # Greek with all its accents
    (0x2000, 0x20CF),  # punctuation, spaces, raised and lowered figures, currencies
    (0x2100, 0x218F),  # letter-like signs, fractions
    (0x2190, 0x22FF),  # the few mathematical signs the font has
    (0xFB00, 0xFB06),  # ligatures
    (0xFFFD, 0xFFFD),
)
FEATURES = ("calt", "case", "ccmp", "dist", "kern", "liga", "locl", "lnum", "mark", "mkmk", "tnum")


class Part(NamedTuple):
    """A glyph of the font, scaled, its middle put to x (a share of the sign's width) and y (font units)."""

    glyph: str
    scale: tuple[float, float]
    middle: tuple[float, float]


# Signs that Noto Sans lacks and officers write, put together from glyphs it has; first the glyph whose width
# a sign takes. U+25A1 stands in the PDF for every letter that the fonts lack.
COMPOSED = {
    0x2192: ("emdash", Part("emdash", (0.86, 1), (0.48, 268)), Part("greater", (0.6, 0.85), (0.77, 268))),
    0x2248: ("asciitilde", Part("asciitilde", (1, 1), (0.5, 435)), Part("asciitilde", (1, 1), (0.5, 265))),
    0x2260: ("equal", Part("equal", (1, 1), (0.5, 352)), Part("slash", (0.9, 0.8), (0.5, 352))),
    0x2264: ("less", Part("less", (1, 1), (0.5, 410)), Part("endash", (1.13, 1), (0.5, 50))),
    0x2265: ("greater", Part("greater", (1, 1), (0.5, 410)), Part("endash", (1.13, 1), (0.5, 50))),
}
BOX = 0x25A1


def add_glyph(font: TTFont, code: int, glyph: object, width: int) -> None:
    name = f"uni{code:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = glyph
    font["hmtx"].metrics[name] = (width, getattr(glyph, "xMin", 0))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def placed(font: TTFont, part: Part, width: int) -> Transform:
    glyph = font["glyf"][part.glyph]
    x, y = (glyph.xMin + glyph.xMax) / 2, (glyph.yMin + glyph.yMax) / 2
    return Transform().translate(part.middle[0] * width, part.middle[1]).scale(*part.scale).translate(-x, -y)


def composed_glyph(font: TTFont, parts: Iterable[Part], width: int) -> object:
    glyphs = font.getGlyphSet()
    pen = TTGlyphPen(None)
    for part in parts:
        outline = DecomposingRecordingPen(glyphs)
        glyphs[part.glyph].draw(outline)
        outline.replay(TransformPen(pen, placed(font, part, width)))
    return pen.glyph()


def box_glyph() -> object:
    pen = TTGlyphPen(None)
    for corners in (
        ((60, 0), (60, 600), (660, 600), (660, 0)),
        ((120, 60), (600, 60), (600, 540), (120, 540)),
    ):
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def add_missing_signs(font: TTFont) -> None:
    present = font.getBestCmap()
    for code, (width_of, *parts) in COMPOSED.items():
        if code not in present:
            width = font["hmtx"][width_of][0]
            add_glyph(font, code, composed_glyph(font, parts, width), width)
    add_glyph(font, BOX, box_glyph(), 720)


def keep_only_europe(font: TTFont) -> None:
    options = Options(
        layout_features=list(FEATURES), notdef_outline=True, name_IDs=["*"], hinting=False, recalc_bounds=True
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)] + [BOX])
    subsetter.subset(font)


def make_cut(name: str, source: str, weight: int) -> Path:
    font = TTFont(SOURCE / "files" / source, recalcTimestamp=False)
    instantiateVariableFont(font, {"wght": weight, "wdth": 100}, inplace=True, updateFontNames=True)
    font["name"].setName(name, 6, 3, 1, 0x409)  # the name that a PDF shows; the italics' own says it twice
    add_missing_signs(font)
    keep_only_europe(font)
    path = TARGET / f"{name}.ttf"
    font.save(path)
    return path


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SOURCE / "LICENSE", TARGET / "OFL.txt")
    for name, source, weight in CUTS:
        path = make_cut(name, source, weight)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()

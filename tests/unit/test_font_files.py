"""The shipped fonts: every letter of the Union's languages, and figures that stand in columns."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from s3desk.basics.resources import resource

WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700, "Italic": 400, "BoldItalic": 700}

# The letters beyond A to Z that the 24 official languages write, small ones; capitals follow from them.
LETTERS = (
    "àáâãäåæāăąçćċčďđèéêëēėęěğģġħìíîïīįıķĺļľłñńņňòóôõöøőœŕřśşšșťțþùúûüūůűųŵýÿŷźżžßðḃċḋḟġṁṗṡṫ"
    "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ"
    "абвгдежзийклмнопрстуфхцчшщъьюяѝ"
)
SIGNS = "«»„“”‚‘’–—…•·§†‰€£₂²½×÷−±≤≥≠≈→№□\u00a0\u2009\u202f\u2011\ufffd"


@pytest.fixture(params=WEIGHTS)
def font(request: pytest.FixtureRequest) -> TTFont:
    return TTFont(path_of(request.param))


def path_of(cut: str) -> Path:
    return resource("fonts", f"NotoSans-{cut}.ttf")


def test_every_letter_and_sign_is_there(font: TTFont) -> None:
    capitals = "".join(letter.upper() for letter in LETTERS if len(letter.upper()) == 1)
    wanted = {chr(code) for code in range(0x20, 0x7F)} | set(LETTERS + capitals + SIGNS)
    missing = {letter for letter in wanted if ord(letter) not in font.getBestCmap()}
    assert missing == set()


def test_figures_stand_in_columns(font: TTFont) -> None:
    glyphs = font.getBestCmap()
    assert len({font["hmtx"][glyphs[ord(figure)]][0] for figure in "0123456789"}) == 1
    assert "tnum" in {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}


@pytest.mark.parametrize("cut", WEIGHTS)
def test_one_family_with_the_right_weights(cut: str) -> None:
    font = TTFont(path_of(cut))
    names = font["name"]
    assert (names.getDebugName(16) or names.getDebugName(1)) == "Noto Sans"
    assert names.getDebugName(6) == f"NotoSans-{cut}"
    assert font["OS/2"].usWeightClass == WEIGHTS[cut]


def test_the_licence_lies_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "OFL.txt").read_text(encoding="utf-8")

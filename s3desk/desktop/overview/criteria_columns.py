"""The columns in which the criteria stand: their names, their places, and which of them go when room is scarce."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetrics

from s3desk.basics.language import Language
from s3desk.desktop import theme

TITLE_LEFT = 51
"""Where names begin, in px at 100 %; before them stands the number."""
_TITLE_LEAST = 112


@dataclass(frozen=True, slots=True)
class Heads:
    """The names of the columns, and how wide the columns must be for them."""

    title: str
    answered: str
    rating: str
    rating_and_change: str
    fulfilled: str
    uses: str
    actions: str

    @classmethod
    def of(cls, language: Language) -> Heads:
        """The names in a language."""
        text = language.text
        return cls(
            title=text("Criterion"),
            answered=text("Answered"),
            rating=text("Rating"),
            rating_and_change=text("Rating, target, change"),
            fulfilled=text("Fulfilled"),
            uses=text("Evidence uses"),
            actions=text("Open actions"),
        )


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns in pixels: where they begin, the counts where they end; 0 where there is no room for one."""

    title_end: int
    answered: int
    rating: int
    bar: bool
    change: int
    fulfilled: int
    fulfilled_end: int
    uses: int
    actions: int
    end: int


def columns(width: int, heads: Heads) -> Columns:
    """The columns of a list of that width.

    First evidence and actions go, then the change, then the answered. At last goes the bar of the rating, and
    how many are rated stands below the name.
    """
    px = theme.current().px
    wide_answered, wide_fulfilled = _wide(heads.answered, 60) + px(8), _wide(heads.fulfilled, 98)
    wide_uses, wide_actions = _wide(heads.uses, 46) + px(5), _wide(heads.actions, 46) + px(5)
    room = width - px(TITLE_LEFT + _TITLE_LEAST + 128 + 20) - wide_fulfilled
    bar, answered = room >= 0, room >= wide_answered
    change = room >= wide_answered + px(33)
    counts = room >= wide_answered + px(33) + wide_uses + wide_actions
    end = width - px(16)
    actions_left = end - wide_actions * counts
    fulfilled_end = actions_left - wide_uses * counts
    fulfilled = fulfilled_end - wide_fulfilled
    wide_rating = px(128 + 33 * change) if bar else _wide(heads.rating, 40) + px(8)
    rating = fulfilled - wide_rating
    answered_left = rating - wide_answered if answered else 0
    return Columns(
        title_end=(answered_left or rating) - px(6),
        answered=answered_left,
        rating=rating,
        bar=bar,
        change=fulfilled - px(12) if change else 0,
        fulfilled=fulfilled,
        fulfilled_end=fulfilled_end,
        uses=actions_left if counts else 0,
        actions=end if counts else 0,
        end=end,
    )


def _wide(head: str, least: int) -> int:
    """The width of a column in which no word of its head is cut."""
    metrics = QFontMetrics(head_font())
    return max(theme.current().px(least), *(metrics.horizontalAdvance(word) for word in head.split()))


def head_font() -> QFont:
    """The font of the names of columns."""
    font = theme.current().font("caption")
    font.setWeight(theme.current().font("strong").weight())
    return font

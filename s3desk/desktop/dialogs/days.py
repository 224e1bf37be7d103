"""Days on which something was done: they are written, and they are not still to come."""

from __future__ import annotations

from datetime import date

from s3desk.basics.language import Language
from s3desk.desktop.widgets.inputs import CheckedInput


def has_day(field: CheckedInput[date | None], language: Language, today: date) -> bool:
    """Whether a day stands in the field that is not still to come; what is wrong is shown."""
    if not field.check():
        return False
    day, wrong = field.value(), ""
    if day is None:
        wrong = language.text("Write the date.")
    elif day > today:
        wrong = language.text("This day is still to come. Write the day on which it was done.")
    field.show_error(wrong)
    return not wrong

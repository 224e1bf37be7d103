"""The strip that asks whether something carried over from the check before is still true."""

from __future__ import annotations

from collections.abc import Callable

from s3desk.basics.language import Language
from s3desk.desktop.widgets.strips import MessageStrip


def ask_to_confirm(strip: MessageStrip, language: Language, sentence: str, button: str, do: Callable[[], None]) -> None:
    """Ask, with a button that says what it confirms; without such words there is nothing to confirm."""
    if not button:
        strip.hide()
        return
    lead = language.text("Carried over from the check before.")
    strip.say("advice", lead, sentence, symbol="clock", button=button, do=do, lasting=True)

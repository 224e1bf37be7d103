"""The translated texts of one language, read straight from its .po file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


def _english_form(n: int) -> int:
    return int(n != 1)


@dataclass(frozen=True, slots=True)
class Messages:
    """Translations by their English text; `form_for` says which form of a plural fits a number."""

    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    form_for: Callable[[int], int] = _english_form

    def text(self, message: str) -> str:
        """The translation, or the message itself where there is none."""
        return self.forms.get(message, ("",))[0] or message

    def plural(self, one: str, many: str, n: int) -> str:
        """The form that fits the number."""
        forms = self.forms.get(one, ())
        if forms and all(forms):
            return forms[self.form_for(n)]
        return many if _english_form(n) else one


def read(path: Path) -> Messages:
    """The messages of a .po file. The standard library reads only compiled files; Babel would cost 25 ms more."""
    entries = {entry["msgid"]: entry for entry in _entries(path.read_text("utf-8-sig"))}
    head = entries.pop("", {}).get("msgstr", "")
    forms = {
        message: tuple(text for name, text in entry.items() if name.startswith("msgstr"))
        for message, entry in entries.items()
    }
    return Messages(forms, _rule(head))


def _entries(text: str) -> list[dict[str, str]]:
    """Every entry as its parts: "msgid", "msgid_plural", "msgstr" or "msgstr[0]" and so on; no comments."""
    entries: list[dict[str, str]] = []
    name = ""
    for line in text.split("\n"):
        keyword, quote, rest = line.partition('"')
        if not quote or line.startswith("#"):
            continue
        name = keyword.strip() or name
        if keyword.strip() == "msgid":
            entries.append({})
        entries[-1][name] = entries[-1].get(name, "") + json.loads(quote + rest)
    return entries


def _rule(head: str) -> Callable[[int], int]:
    """How the language chooses among its forms, written in the head as a formula in C."""
    from gettext import c2py

    found = re.search(r"plural=([^;]+)", head)
    return c2py(found[1]) if found else _english_form

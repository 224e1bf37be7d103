"""The two kinds of errors: a `KnownError` is told to the user calmly; every other exception is a bug."""

from __future__ import annotations


class KnownError(Exception):
    """Something a user can meet and solve: a full disk, a newer file, a wrong workbook.

    `text` says what happened and what is safe, `hint` what to do next. Both are English message ids with
    named placeholders, filled from `values`, so that a `Language` can say them in another language.
    """

    def __init__(self, text: str, hint: str = "", **values: object) -> None:
        self.text = text
        self.hint = hint
        self.values = values
        super().__init__(text.format(**values) if values else text)

    def __str__(self) -> str:
        return self.text.format(**self.values) if self.values else self.text


class CancelledError(Exception):
    """The user asked a long piece of work to stop; whatever it had begun is put back."""

"""Table 12 as a sheet: the eight columns of the regulation first, what we add to the right of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from s3desk.domain.records import Decision
from s3desk.formats.excel.book import Book, add_sheet, free_title
from s3desk.formats.excel.cells import put
from s3desk.formats.excel.grid import Column, Placed, grid
from s3desk.formats.excel.page import HEAD_ROW, freeze, heading, paper, protect, standing
from s3desk.queries.picture import CriterionPart, Table12, Table12Row, Text
from s3desk.queries.table12 import columns as official_heads

_PRINTED = 10
_DECISION_LOOKS = {Decision.YES: "yes", Decision.NO: "no", Decision.NOT_DECIDED: "undecided"}
_MARK_LOOKS = {Decision.YES: "choice yes", Decision.NOT_RELEVANT: "choice yes", Decision.NO: "choice no"}


@dataclass(frozen=True, slots=True)
class _Row:
    """One criterion in the table of one programme."""

    table: Table12
    row: Table12Row
    part: CriterionPart

    @property
    def own_text(self) -> bool:
        """Whether the programme has its own text, which the second language does not translate."""
        return (self.row.references, self.row.justification) != (self.part.references, self.part.justification)


def add(book: Book, *, with_extra: bool = True) -> None:
    """Add one sheet for each programme; extra columns say where a criterion is met and add the second language."""
    for number, table in enumerate(book.picture.table12, start=1):
        _add_table(book, table, number, with_extra=with_extra)


def first_title(book: Book) -> str:
    """The title that the first table's sheet gets, also before it is added."""
    return free_title(_title(book, book.picture.table12[0], 1), [])


def _title(book: Book, table: Table12, number: int) -> str:
    name = book.language.text("Table 12")
    return name if len(book.picture.table12) == 1 else f"{name} {table.cci or number}"


def _add_table(book: Book, table: Table12, number: int, *, with_extra: bool) -> None:
    language = book.language
    sheet = add_sheet(book, _title(book, table, number))
    heading(book, sheet, language.text("Table 12: Enabling conditions"), _hint(book, table))
    rows = [_Row(table, row, part) for row, part in zip(table.rows, book.picture.criteria, strict=True)]
    columns = [*_official(book), *_used(book), *(_extra(book) if with_extra else ())]
    placed = grid(book, sheet, f"Table12_{number}", HEAD_ROW, columns, rows)
    _write_foot(book, placed)
    freeze(sheet, HEAD_ROW + 1)
    paper(book, sheet, _PRINTED, HEAD_ROW)
    protect(book, sheet)


def _hint(book: Book, table: Table12) -> str:
    language = book.language
    name = f"{table.programme} ({table.cci})" if table.programme and table.cci else table.programme or table.cci
    return " \u00b7 ".join(
        (
            name or language.text("No programme is entered."),
            language.text("Numbers in square brackets: most characters, without spaces."),
        )
    )


def _write_foot(book: Book, placed: Placed) -> None:
    put(book, placed.sheet, placed.last + 2, 1, standing(book), "lead")


def _official(book: Book) -> list[Column[_Row]]:
    heads = official_heads(book.language)
    condition = _DECISION_LOOKS.get(book.picture.condition, "undecided")
    return [
        Column(heads[0], 17, lambda row: row.table.condition, _repeated("strong")),
        Column(heads[1], 7, lambda row: row.table.fund, _repeated("text")),
        Column(heads[2], 12, lambda row: "\n".join(row.table.objectives), _repeated("text")),
        Column(heads[3], 13, lambda row: row.table.fulfilled, condition),
        Column(heads[4], 30, lambda row: f"{row.row.number}. {row.row.criterion}"),
        Column(heads[5], 11, lambda row: row.row.mark, lambda row: _MARK_LOOKS.get(row.part.decision, "choice")),
        Column(heads[6], 34, lambda row: row.row.references.text, lambda row: _text_look(row.row.references)),
        Column(heads[7], 50, lambda row: row.row.justification.text, lambda row: _text_look(row.row.justification)),
    ]


def _repeated(look: str) -> Callable[[_Row], str]:
    """Values that are the same in each row stand back after the first."""
    return lambda row: look if row.row.number == 1 else "muted"


def _used(book: Book) -> list[Column[_Row]]:
    text, integer = book.language.text, book.language.integer
    references, justification = (f"[{integer(limit)}]" for limit in _limits(book))
    return [
        Column(
            text("Characters used {limit}", limit=references),
            13,
            lambda row: row.row.references.used,
            lambda row: _number_look(row.row.references),
        ),
        Column(
            text("Characters used {limit}", limit=justification),
            13,
            lambda row: row.row.justification.used,
            lambda row: _number_look(row.row.justification),
        ),
        Column(text("Over the limit"), 18, lambda row: _over(book, row.row), "warn"),
    ]


def _limits(book: Book) -> tuple[int, int]:
    return book.picture.catalogue.reference_limit, book.picture.catalogue.justification_limit


def _over(book: Book, row: Table12Row) -> str:
    language = book.language
    parts = ((language.text("References"), row.references), (language.text("Justification"), row.justification))
    return "\n".join(
        language.text("{text}: {n} characters too many", text=name, n=language.integer(text.over))
        for name, text in parts
        if text.over
    )


def _extra(book: Book) -> list[Column[_Row]]:
    text = book.language.text
    agreed: Column[_Row] = Column(text("Agreed with the Commission"), 22, lambda row: row.part.agreed)
    return [
        Column(text("Met at"), 18, lambda row: row.part.met_at),
        Column(text("Proof held by"), 22, lambda row: row.part.proof_holder),
        *([agreed] if any(part.agreed for part in book.picture.criteria) else ()),
        *_second_language(book),
    ]


def _second_language(book: Book) -> list[Column[_Row]]:
    language = book.language
    codes = [part.second_references.language for part in book.picture.criteria if part.second_references]
    if not codes:
        return []
    name = language.language_name(codes[0])
    return [
        Column(
            language.text("References, {language}", language=name),
            34,
            lambda row: _second(row, row.part.second_references),
        ),
        Column(
            language.text("Justification, {language}", language=name),
            52,
            lambda row: _second(row, row.part.second_justification),
        ),
    ]


def _second(row: _Row, text: Text | None) -> str:
    return text.text if text and not row.own_text else ""


def _text_look(text: Text) -> str:
    return "text over" if text.over else "text"


def _number_look(text: Text) -> str:
    return "over" if text.over else "number"

"""Table 12, "Enabling conditions", of each programme: Regulation (EU) 2021/1060, Annex V, section 4."""

from __future__ import annotations

from functools import partial

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue, Criterion
from s3desk.domain.content import Content
from s3desk.domain.records import Programme, ProgrammeText
from s3desk.domain.scoring import condition, tally
from s3desk.domain.tokens import WrittenTexts, by_number, first_texts, length, second_texts, written_texts
from s3desk.queries import words
from s3desk.queries.picture import SfcField, Table12, Table12Row, Text

NO_PROGRAMME = Programme("", "")

_FULFILLED, _CRITERION_FULFILLED = 3, 5
"""Two of the eight columns: of the condition, and of one criterion."""


def columns(language: Language) -> tuple[str, ...]:
    """The eight column heads; in English the words of the regulation."""
    return (
        language.text("Enabling conditions"),
        language.text("Fund"),
        language.text("Specific objective (N/A to the EMFAF)"),
        language.text("Fulfilment of enabling condition (Yes/No)"),
        language.text("Criteria"),
        language.text("Fulfilment of criteria (Y/N)"),
        language.text("Reference to relevant documents [500]"),
        language.text("Justification [1 000]"),
    )


def tables(catalogue: Catalogue, content: Content, language: Language) -> tuple[Table12, ...]:
    """One table for each programme; one without a programme's name while none is entered."""
    programmes = content.all(Programme) or (NO_PROGRAMME,)
    return tuple(_table(catalogue, content, programme, language) for programme in programmes)


def _table(catalogue: Catalogue, content: Content, programme: Programme, language: Language) -> Table12:
    fulfilled = condition(tally(content, catalogue))
    official = catalogue.official_text(language.code)
    return Table12(
        programme=programme.title,
        cci=programme.cci,
        condition=f"{catalogue.condition}. {official.title}",
        fund={"ERDF": language.text("ERDF")}.get(catalogue.fund, catalogue.fund),
        objectives=programme.objectives or catalogue.specific_objectives,
        fulfilled=words.decision(fulfilled, language),
        rows=tuple(_row(catalogue, content, programme, criterion, language) for criterion in catalogue.criteria),
    )


def sfc_fields(table: Table12, language: Language) -> tuple[SfcField, ...]:
    """The fields of one table in the order in which the programme portal asks for them, as plain text."""
    heads = columns(language)
    fields = [_marked(heads[_FULFILLED], table.fulfilled)]
    for row in table.rows:
        name = partial(language.text, "Criterion {number}: {name}", number=row.number)
        fields += [
            _marked(name(name=heads[_CRITERION_FULFILLED]), row.mark),
            _measured(name(name=language.text("Reference to relevant documents")), row.references),
            _measured(name(name=language.text("Justification")), row.justification),
        ]
    return tuple(fields)


def tab_separated(table: Table12, language: Language) -> str:
    """The whole table, one line for each criterion and columns between tabs: for the clipboard and spreadsheets."""
    lead = (table.condition, table.fund, ", ".join(table.objectives), table.fulfilled)
    rows = [
        (*lead, f"{row.number}. {row.criterion}", row.mark, row.references.text, row.justification.text)
        for row in table.rows
    ]
    return "\n".join("\t".join(map(_cell, row)) for row in (columns(language), *rows)) + "\n"


def _cell(text: str) -> str:
    """The text in one line; a text that a spreadsheet would read as a formula gets the sign that it is none."""
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(("=", "+", "-", "@")) else line


def _marked(label: str, mark: str) -> SfcField:
    return SfcField(label, mark, length(mark), 0)


def _measured(label: str, text: Text) -> SfcField:
    return SfcField(label, text.text, text.used, text.limit)


def _row(
    catalogue: Catalogue, content: Content, programme: Programme, criterion: Criterion, language: Language
) -> Table12Row:
    references, justification = programme_texts(catalogue, content, programme, criterion)
    second = _translated(catalogue, content, programme, criterion)
    return Table12Row(
        number=criterion.number,
        criterion=catalogue.official_text(language.code).criteria[criterion.id],
        mark=words.table12_mark(content.fulfilment(criterion.id).decision, language),
        references=references,
        justification=justification,
        second_references=second[0] if second else None,
        second_justification=second[1] if second else None,
    )


def _translated(
    catalogue: Catalogue, content: Content, programme: Programme, criterion: Criterion
) -> tuple[Text, Text] | None:
    """The texts in the second language; a programme's own text has none."""
    if content.get(ProgrammeText, f"{programme.id}/{criterion.id}") is not None:
        return None
    return translated_texts(catalogue, content, criterion)


def programme_texts(
    catalogue: Catalogue, content: Content, programme: Programme, criterion: Criterion
) -> tuple[Text, Text]:
    """References and justification of one criterion: the programme's own text where it has one."""
    own = content.get(ProgrammeText, f"{programme.id}/{criterion.id}")
    if own is None:
        return common_texts(catalogue, content, criterion)
    code = content.assessment().language
    written = written_texts(own.references, own.justification, by_number(content), Language(code))
    return measured(written, code, catalogue)


def common_texts(catalogue: Catalogue, content: Content, criterion: Criterion) -> tuple[Text, Text]:
    """References and justification of one criterion in the assessment's language."""
    code = content.assessment().language
    written = first_texts(content.fulfilment(criterion.id), by_number(content), Language(code))
    return measured(written, code, catalogue)


def translated_texts(catalogue: Catalogue, content: Content, criterion: Criterion) -> tuple[Text, Text] | None:
    """The same texts in the second language; None where nothing is written in it."""
    code = content.assessment().second_language
    fulfilment = content.fulfilment(criterion.id)
    if not code or not (fulfilment.second_references or fulfilment.second_justification):
        return None
    return measured(second_texts(fulfilment, by_number(content), Language(code)), code, catalogue)


def measured(written: WrittenTexts, code: str, catalogue: Catalogue) -> tuple[Text, Text]:
    """Both texts with their length against the limits."""
    references, justification = written.references, written.justification
    return (
        Text(references, code, length(references), catalogue.reference_limit),
        Text(justification, code, length(justification), catalogue.justification_limit),
    )

"""The seven criteria: fulfilment, texts, ratings, evidence, actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable

from s3desk.basics.language import Language
from s3desk.domain.records import Decision
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.boxes import Beside, Strip
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Headed, Heading, under
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.sections.questions import questions_table, rating_columns_of
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.tables import Column, Table
from s3desk.formats.pdf.text import Piece
from s3desk.formats.pdf.values import counted, fulfilment
from s3desk.queries.picture import ActionLine, CriterionPart, EvidenceLine, ReportPicture, Text


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """All criteria, one after the other."""
    return (Part(Sheet.PORTRAIT, [block for part in picture.criteria for block in _blocks(part, picture)]),)


def _blocks(part: CriterionPart, picture: ReportPicture) -> list[Flowable]:
    language = picture.language
    title = language.text("Criterion {number}: {name}", number=part.number, name=part.title)
    begin = (
        passage(language.text("Criterion {number}", number=part.number), styles.KICKER),
        Heading(part.official, 1, title=title, style=styles.H1_LONG, language=part.official_language),
        *_language_note(part, language),
        Strip(list(_values(part, picture))),
    )
    return [
        *_text(language.text("Justification"), part.justification, picture, begin),
        *_text(language.text("Reference to relevant documents"), part.references, picture),
        *_second(part, picture),
        *_ratings(part, picture),
        *_lists(part, language),
    ]


def _language_note(part: CriterionPart, language: Language) -> list[Flowable]:
    if part.official_language == language.code:
        return []
    note = language.text("Official text in {language}.", language=language.language_name(part.official_language))
    return [passage(note, styles.NOTE)]


def _values(part: CriterionPart, picture: ReportPicture) -> Iterator[tuple[str, Flowable]]:
    language = picture.language
    yield language.text("Fulfilled"), fulfilment(part.decision, part.decision_words, styles.VALUE, 13)
    if part.score is None:
        yield language.text("Met at"), passage(part.met_at or language.text("Not said yet"), styles.BODY_STRONG)
        holder = part.proof_holder or language.text("Not said yet")
        yield language.text("Proof is held by"), passage(holder, styles.BODY_STRONG)
        if part.decision_before:
            yield picture.compared_with, passage(part.decision_before, styles.BODY_STRONG)
        return
    yield from _scores(part, picture)


def _scores(part: CriterionPart, picture: ReportPicture) -> Iterator[tuple[str, Flowable]]:
    language, score = picture.language, part.score
    if score is None or part.decision is Decision.NOT_RELEVANT:
        yield language.text("Average rating"), passage(language.text("Not relevant"), styles.BODY_STRONG)
        return
    counts = language.text("{rated} of {total} rated", rated=score.rated, total=score.total)
    average = language.decimal(score.average) if score.average is not None else "\u2013"
    pieces = (Piece(average), Piece(f"  {counts}", color="muted", size=7.4))
    yield language.text("Average rating"), passage(pieces, styles.VALUE)
    if part.target is not None:
        yield language.text("Target"), passage(language.decimal(part.target), styles.VALUE)
    if part.average_before is not None:
        yield picture.compared_with, passage(language.decimal(part.average_before), styles.VALUE)
    answered = language.text("{answered} of {total}", answered=score.answered, total=score.total)
    yield language.text("Questions answered"), passage(answered, styles.VALUE)


def _text(title: str, text: Text, picture: ReportPicture, before: Sequence[Flowable] = ()) -> list[Flowable]:
    """A text under its heading; what stands `before` stays with its first lines, too."""
    pieces = counted(text, picture.language)
    return [Headed((*before, Heading(title, 2)), passage(pieces, styles.BODY))]


def _second(part: CriterionPart, picture: ReportPicture) -> list[Flowable]:
    language = picture.language
    blocks: list[Flowable] = []
    for title, text in (
        (language.text("Justification"), part.second_justification),
        (language.text("Reference to relevant documents"), part.second_references),
    ):
        if text is not None and text.text.strip():
            blocks += _text(f"{title} ({language.language_name(text.language)})", text, picture)
    return blocks


def _ratings(part: CriterionPart, picture: ReportPicture) -> list[Flowable]:
    language = picture.language
    if part.decision is Decision.NOT_RELEVANT:
        reading = language.text("Not relevant here: this is our reading of the law. The questions are closed.")
        agreed = language.text("Agreed with: {agreed}.", agreed=part.agreed) if part.agreed else ""
        return [passage(f"{reading} {agreed}", styles.BODY)]
    if not part.questions:
        return []
    table = questions_table(part, picture)
    rated = any(question.rating is not None for question in part.questions)
    blocks = [rating_columns_of(part, language), table] if rated else [table]
    return under(Heading(language.text("Ratings"), 2), blocks)


def _lists(part: CriterionPart, language: Language) -> list[Flowable]:
    left = under(Heading(language.text("Evidence"), 2), _evidence(part.evidence, language))
    right = under(Heading(language.text("Actions"), 2), _actions(part.actions, language))
    return [Beside(left, right, 0.56)]


def _evidence(lines: tuple[EvidenceLine, ...], language: Language) -> Items:
    if not lines:
        return [passage(language.text("No evidence yet."), styles.BODY_MUTED)]
    rows = [
        (
            [passage(line.mark, styles.CELL_STRONG)],
            [passage(line.title, styles.CELL)],
            [passage(language.short_date(line.dated) if line.dated else "", styles.CELL_RIGHT)],
        )
        for line in lines
    ]
    return [Table((Column("", 30), Column("", 170), Column("", 58, "right")), rows)]


def _actions(lines: tuple[ActionLine, ...], language: Language) -> Items:
    if not lines:
        return [passage(language.text("No action."), styles.BODY_MUTED)]
    rows = [
        ([passage(line.mark, styles.CELL_STRONG)], [passage(_action(line, language), styles.CELL)]) for line in lines
    ]
    return [Table((Column("", 32), Column("", 168)), rows)]


def _action(line: ActionLine, language: Language) -> tuple[Piece, ...]:
    due = language.short_date(line.due) if line.due else ""
    details = ", ".join(part for part in (line.responsible, due) if part)
    status = Piece(line.status, strong=line.late, color="bad" if line.late else "muted")
    return (Piece(line.title), Piece(f"\n{details}{', ' if details else ''}", color="muted"), status)

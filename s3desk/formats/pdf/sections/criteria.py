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
from s3desk.formats.pdf.labels import in_second, labels_of
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.sections.questions import questions_table, rating_columns_of
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.tables import Column, Table
from s3desk.formats.pdf.text import Content, Piece
from s3desk.formats.pdf.values import counted, fulfilment, shown
from s3desk.queries import words
from s3desk.queries.picture import ActionLine, CriterionPart, EvidenceLine, ReportPicture, Text


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """All criteria, one after the other."""
    return (Part(Sheet.PORTRAIT, [block for part in picture.criteria for block in _blocks(part, picture)]),)


def _blocks(part: CriterionPart, picture: ReportPicture) -> list[Flowable]:
    language, labels, other = picture.language, labels_of(picture), in_second(picture, part)
    official = labels.official(part.official, part.official_language, other.official, other.official_language)
    title = labels.text("Criterion {number}: {name}", number=part.number, name=(part.title, other.title))
    begin = (
        passage(labels.text("Criterion {number}", number=part.number), styles.KICKER),
        Heading(official, 1, title=title, style=styles.H1_LONG),
        *_language_note(part, language),
        Strip(list(_values(part, picture))),
    )
    justification, references = labels.text("Justification"), labels.text("Reference to relevant documents")
    return [
        *_text(justification, part.justification, part.second_justification, picture, begin),
        *_text(references, part.references, part.second_references, picture),
        *_ratings(part, picture),
        *_lists(part, picture),
    ]


def _language_note(part: CriterionPart, language: Language) -> list[Flowable]:
    if part.official_language == language.code:
        return []
    note = language.text("Official text in {language}.", language=language.language_name(part.official_language))
    return [passage(note, styles.NOTE)]


def _values(part: CriterionPart, picture: ReportPicture) -> Iterator[tuple[Content, Flowable]]:
    language, labels, other = picture.language, labels_of(picture), in_second(picture, part)
    decision = labels.pair(part.decision_words, other.decision_words)
    yield labels.text("Fulfilled"), fulfilment(part.decision, decision, styles.VALUE, 13)
    if part.score is None:
        met_at = labels.pair(part.met_at, other.met_at) if part.met_at else language.text("Not said yet")
        yield labels.text("Met at"), passage(met_at, styles.BODY_STRONG)
        holder = part.proof_holder or language.text("Not said yet")
        yield labels.text("Proof is held by"), passage(holder, styles.BODY_STRONG)
        if part.decision_before:
            yield picture.compared_with, passage(part.decision_before, styles.BODY_STRONG)
        return
    yield from _scores(part, picture)


def _scores(part: CriterionPart, picture: ReportPicture) -> Iterator[tuple[Content, Flowable]]:
    language, labels, score = picture.language, labels_of(picture), part.score
    if score is None or part.decision is Decision.NOT_RELEVANT:
        yield labels.text("Average rating"), passage(language.text("Not relevant"), styles.BODY_STRONG)
        return
    counts = language.text("{rated} of {total} rated", rated=score.rated, total=score.total)
    average = language.decimal(score.average) if score.average is not None else "\u2013"
    pieces = (Piece(average), Piece(f"  {counts}", color="muted", size=7.4))
    yield labels.text("Average rating"), passage(pieces, styles.VALUE)
    if part.target is not None:
        yield labels.text("Target"), passage(language.decimal(part.target), styles.VALUE)
    if part.average_before is not None:
        yield picture.compared_with, passage(language.decimal(part.average_before), styles.VALUE)
    answered = language.text("{answered} of {total}", answered=score.answered, total=score.total)
    yield labels.text("Questions answered"), passage(answered, styles.VALUE)


def _text(
    title: Content, first: Text, second: Text | None, picture: ReportPicture, before: Sequence[Flowable] = ()
) -> list[Flowable]:
    """A text of the officer under its heading; what stands `before` stays with its first lines, too."""
    heads, texts = (*before, Heading(title, 2)), shown(first, second, picture)
    if len(texts) == 2:
        left, right = (_in_language(text, picture) for text in texts)
        return [Headed(heads, Beside(left, right))]
    said = picture.second is None and first.language == picture.language.code
    if said or not first.text.strip():
        return [Headed(heads, passage(counted(first, picture.language), styles.BODY))]
    name, text = _in_language(texts[0], picture)
    return [Headed((*heads, name), text)]


def _in_language(text: Text, picture: ReportPicture) -> list[Flowable]:
    """A text under the name of its language."""
    name = labels_of(picture).language_name(text.language)
    return [passage(name, styles.LABEL), passage(counted(text, picture.language), styles.BODY)]


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
    return under(Heading(labels_of(picture).text("Ratings"), 2), blocks)


def _lists(part: CriterionPart, picture: ReportPicture) -> list[Flowable]:
    language, labels = picture.language, labels_of(picture)
    left = under(Heading(labels.text("Evidence"), 2), _evidence(part.evidence, language))
    right = under(Heading(labels.text("Actions"), 2), _actions(part.actions, picture))
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


def _actions(lines: tuple[ActionLine, ...], picture: ReportPicture) -> Items:
    language = picture.language
    if not lines:
        return [passage(words.no_action(picture.profile, language), styles.BODY_MUTED)]
    rows = [
        ([passage(line.mark, styles.CELL_STRONG)], [passage(_action(line, language), styles.CELL)]) for line in lines
    ]
    return [Table((Column("", 32), Column("", 168)), rows)]


def _action(line: ActionLine, language: Language) -> tuple[Piece, ...]:
    due = language.short_date(line.due) if line.due else ""
    details = ", ".join(part for part in (line.responsible, due) if part)
    status = Piece(line.status, strong=line.late, color="bad" if line.late else "muted")
    return (Piece(line.title), Piece(f"\n{details}{', ' if details else ''}", color="muted"), status)

"""The sign-off page: what was checked, approved and sent, with lines to write on and room for a signature."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable, Spacer

from s3desk.domain.records import Step
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.boxes import SignatureBox
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading, under
from s3desk.formats.pdf.labels import labels_of
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.tables import WRITABLE, facts
from s3desk.queries import words
from s3desk.queries.picture import ReportPicture, StepLine

_STEPS = (Step.CHECKED, Step.APPROVED, Step.SENT)


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """One block for each step, filled in as far as it was taken, and an empty area for the signature."""
    language, labels = picture.language, labels_of(picture)
    lead = language.text("Prepared by the region; the Member State decides what is notified.")
    blocks: list[Flowable] = [Heading(labels.text("Sign-off"), 1), passage(lead, styles.LEAD)]
    for step in _STEPS:
        name = words.step(step, language)
        taken = next((line for line in picture.steps if line.words == name), None)
        title = labels.pair(name, words.step(step, labels.second) if labels.second else "")
        blocks += under(Heading(title, 2), [_lines(taken, step, picture)])
    label = labels.text("Signature")
    code = language.text("Check code {code}", code=picture.check_code)
    return (Part(Sheet.PORTRAIT, [*blocks, Spacer(0, 10), SignatureBox(label, code)]),)


def _lines(taken: StepLine | None, step: Step, picture: ReportPicture) -> Flowable:
    language, labels = picture.language, labels_of(picture)
    last = labels.text("Sent to, reference") if step is Step.SENT else labels.text("Registry number")
    values = ("", "", "", "")
    if taken is not None:
        reference = ", ".join(part for part in (taken.addressee, taken.reference) if part)
        values = (taken.name, taken.function, language.date(taken.taken_on), reference)
    names = (labels.text("Name"), labels.text("Function"), labels.text("Date"), last)
    rows = [(name, [passage(text, styles.BODY_STRONG)]) for name, text in zip(names, values, strict=True)]
    return facts(rows, look=WRITABLE)

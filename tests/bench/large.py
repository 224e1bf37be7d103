"""Large contents: a ministry's own catalogue with many questions, answered at length, with evidence, actions and gaps.

Run as a program it writes one large file in a process of its own and says how long that took and how much memory.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from pypdf import PdfReader

from s3desk.basics.progress import no_progress
from s3desk.catalogue.model import Catalogue, Question
from s3desk.domain.profile import Profile
from s3desk.domain.records import (
    ASSESSMENT,
    Action,
    Answer,
    AnswerState,
    Assessment,
    Evidence,
    EvidenceUse,
    Record,
)
from s3desk.formats import registry
from s3desk.queries.report import Options, Source, gather, picture
from s3desk.workspace.files import create
from tests.bench.saving import large_catalogue

_SENTENCE = "The regional office says in some words what is done here, since when, by whom and with what effect. "
_DAY = date(2026, 1, 15)


def large_source(questions: int, sentences: int) -> Source:
    """An assessment with so many questions and sentences in each comment."""
    catalogue = large_catalogue(questions)
    with tempfile.TemporaryDirectory() as folder:
        content = [Assessment(ASSESSMENT, "Bench"), *records(catalogue, sentences)]
        with closing(create(Path(folder) / "large.s3desk", catalogue, content, who="bench")) as workspace:
            return gather(workspace)


def records(catalogue: Catalogue, sentences: int) -> Iterator[Record]:
    """Answers to all questions, with so many sentences in each comment, and documents and actions for some."""
    for place, question in enumerate(catalogue.questions):
        answer = Answer(question.id, AnswerState.RATED, place % 6, comment=_SENTENCE * sentences)
        yield replace(answer, state=AnswerState.NOT_KNOWN, rating=None) if place % 10 == 9 else answer
        if place % 5 == 0:
            yield from _document(place, question)
        if place % 10 == 0:
            yield Action(f"a{place}", place + 1, _SENTENCE, question.criterion_id, question.id, "A unit", _DAY)


def _document(place: int, question: Question) -> Iterator[Record]:
    yield Evidence(f"e{place}", place + 1, f"Report {place} on the strategy", dated=_DAY + timedelta(place % 300))
    yield EvidenceUse(f"u{place}", f"e{place}", question.id, "p. 3-7")


def main() -> None:
    """Arguments: output, ending, number of questions, sentences in each comment. Prints milliseconds, MB and pages."""
    what, suffix, questions, sentences = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    shown = picture(large_source(questions, sentences), Options(Profile.INTERNAL, carries_data=False))
    form = registry.format_of(what, suffix)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"large{suffix}"
        ms = statistics.median(_cpu_ms(partial(form.write, shown, path, no_progress)) for _ in range(3))
        tracemalloc.start()
        form.write(shown, path, no_progress)
        peak = tracemalloc.get_traced_memory()[1] / 2**20
        pages = len(PdfReader(path).pages) if suffix == ".pdf" else 0
    print(json.dumps({"ms": ms, "peak": peak, "pages": pages}))


def _cpu_ms(work: Callable[[], object]) -> float:
    """Time of the processor: small and large files are not written at the same moment of a busy machine."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()

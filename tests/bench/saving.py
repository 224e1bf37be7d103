"""One rating saved, against the same two rows with the same pragmas in bare sqlite3; and opening a large file."""

from __future__ import annotations

import itertools
import json
import sqlite3
from pathlib import Path

from s3desk.catalogue.known import default_catalogue
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.plain import from_plain
from s3desk.domain.records import ASSESSMENT, Answer, AnswerState, Assessment
from s3desk.operations.answering import rate
from s3desk.operations.beginning import begin
from s3desk.workspace.files import create, open_workspace
from tests.bench.measure import Result, median_ms


def rating(folder: Path) -> Result:
    """One rating through the operation, fsync included, against the same rows written by hand."""
    workspace = begin(folder / "rate.s3desk", who="bench")
    question = workspace.catalogue.questions[0].id
    levels = itertools.cycle(range(6))
    ours = median_ms(lambda: rate(workspace, question, next(levels)), repeats=300)
    changes = json.dumps([["answer", question, {"id": question}, {"id": question}]] * 2)
    workspace.close()
    bare = _bare(folder / "rate.s3desk")
    counter = itertools.count()

    def two_rows() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE answer SET rating = ?, state = 'rated' WHERE id = ?", (next(counter) % 6, question))
        bare.execute(
            "INSERT INTO journal (label, label_values, at, who, state, changes) VALUES ('', '{}', '', '', 'done', ?)",
            (changes,),
        )
        bare.execute("COMMIT")

    floor = median_ms(two_rows, repeats=300)
    bare.close()
    return Result("one rating saved", ours, floor, "ms", f"at most 1.5 ms of ours (now {ours - floor:.2f})")


def _bare(path: Path) -> sqlite3.Connection:
    bare = sqlite3.connect(path, isolation_level=None)
    for pragma in ("foreign_keys = ON", "journal_mode = TRUNCATE", "synchronous = FULL"):
        bare.execute(f"PRAGMA {pragma}")
    return bare


def opening(folder: Path) -> Result:
    """Opening a file with 2 000 questions, all answered."""
    catalogue = large_catalogue(2_000)
    answers = [
        Answer(question.id, AnswerState.RATED, place % 6, comment="A sentence of some length about it. " * 3)
        for place, question in enumerate(catalogue.questions)
    ]
    path = folder / "large.s3desk"
    create(path, catalogue, [Assessment(ASSESSMENT, "Bench"), *answers], who="bench").close()
    return Result(
        "open 2 000 questions", median_ms(lambda: open_workspace(path, who="bench").close()), 0, "ms", "< 1000 ms"
    )


def large_catalogue(questions: int) -> Catalogue:
    """Our catalogue with its questions repeated under new ids."""
    plain = json.loads(json.dumps(default_catalogue().plain))
    each = questions // len(plain["criteria"]) + 1
    for criterion in plain["criteria"]:
        first = criterion["questions"]
        criterion["questions"] = [
            {**first[n % len(first)], "id": f"{criterion['id']}.q{n}", "core": n < 3, "facts": []} for n in range(each)
        ]
        for words in plain["wordings"].values():
            for n in range(each):
                text = words["questions"][first[n % len(first)]["id"]]
                words["questions"][f"{criterion['id']}.q{n}"] = {**text, "facts": {}}
    return from_plain(plain)

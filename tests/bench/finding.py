"""Find among 2 000 questions, against SQLite FTS5 over the same texts; and a piece of the history in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from s3desk.basics.language import Language
from s3desk.domain.content import content_of
from s3desk.domain.records import ASSESSMENT, Answer, AnswerState, Assessment
from s3desk.operations.answering import comment
from s3desk.operations.beginning import begin
from s3desk.queries.changed_values import LONGEST_LIST, Around
from s3desk.queries.finding import MOST, Finder
from s3desk.queries.found_entries import catalogue_entries
from s3desk.queries.steps import step_of
from tests.bench.measure import Result, median_ms
from tests.bench.saving import large_catalogue

_TYPED = ("re", "rep", "report", "the region", "zzzz")
_PIECE = 40


def results(folder: Path) -> Iterator[Result]:
    """Both measurements."""
    yield _find()
    yield _history(folder)


def _find() -> Result:
    """What one key costs: all texts looked through, and the rows that are shown."""
    catalogue, language = large_catalogue(2_000), Language()
    answers = [
        Answer(question.id, AnswerState.RATED, 3, comment="Some words. " * 9) for question in catalogue.questions
    ]
    content = content_of([Assessment(ASSESSMENT, "Bench"), *answers])
    finder = Finder(catalogue, language)
    ours = median_ms(lambda: [finder.find(content, typed) for typed in _TYPED]) / len(_TYPED)
    texts = [f"{entry.title} {entry.text}" for entry in catalogue_entries(catalogue, language)]
    with closing(_fts5([*texts, *(answer.comment for answer in answers)])) as index:
        floor = median_ms(lambda: [_look_up(index, typed) for typed in _TYPED]) / len(_TYPED)
    return Result("Find, one key, 2 000 questions (FTS5)", ours, floor, "ms", "<= 50 ms")


def _fts5(texts: list[str]) -> sqlite3.Connection:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')")
    index.executemany("INSERT INTO texts VALUES (?)", [(text,) for text in texts])
    return index


def _look_up(index: sqlite3.Connection, typed: str) -> list[tuple[str]]:
    query = " ".join(f'"{word}"*' for word in typed.split())
    statement = "SELECT snippet(texts, 0, '<', '>', '...', 24) FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?"
    return index.execute(statement, (query, 8 * MOST)).fetchall()


def _history(folder: Path) -> Result:
    """One piece of the history in words, as the page reads it on the window's thread."""
    with closing(begin(folder / "history.s3desk", who="bench")) as workspace:
        for number in range(_PIECE):
            comment(workspace, workspace.catalogue.questions[number].id, "Some words. " * 20)
        ids, around = workspace.history_ids(), Around(workspace.catalogue, Language(), workspace.content)
        ours = median_ms(lambda: [step_of(entry, around) for entry in workspace.history_of(ids, LONGEST_LIST)])
    return Result(f"history, {_PIECE} steps in words", ours, 0, "ms", "<= 50 ms")

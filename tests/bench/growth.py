"""Whether cost grows with the content and no faster: large files against small ones, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.measure import Result

_SENTENCES = "9"


@dataclass(frozen=True, slots=True)
class _Written:
    """One file: how long it took to write, the most memory that took, and its pages if it has any."""

    ms: float
    peak: float
    pages: int


def results() -> Iterator[Result]:
    """A report of many pages per page, a workbook of many answers per answer, and the peak memory of each."""
    small, large = _written("report", ".pdf", 73), _written("report", ".pdf", 1_000)
    name = f"report, {large.pages} pages against {small.pages}"
    yield Result(f"{name}: a page", large.ms / large.pages, small.ms / small.pages, "ms", "<= x1.2")
    yield Result(f"{name}: memory", large.peak, small.peak, "MB", f"x{large.pages / small.pages:.0f} at most")
    few, many = _written("workbook", ".xlsx", 70), _written("workbook", ".xlsx", 10_000)
    name = "workbook, 10 000 answers against 70"
    yield Result(f"{name}: one", many.ms / 10_000, few.ms / 70, "ms", "<= x1.2")
    yield Result(f"{name}: memory", many.peak, few.peak, "MB", "x143 at most")


def _written(what: str, suffix: str, questions: int) -> _Written:
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench.large", what, suffix, str(questions), _SENTENCES]
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    return _Written(**json.loads(said))

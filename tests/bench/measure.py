"""Measuring: medians, and a line that says what was measured against which floor."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One measurement against its floor, in the same unit; the goal is a sentence."""

    name: str
    ours: float
    floor: float
    unit: str
    goal: str

    def __str__(self) -> str:
        ratio = f"x{self.ours / self.floor:.2f}" if self.floor else "     "
        floor = f"floor {self.floor:8.1f}" if self.floor else " " * 14
        return f"{self.name:46} {self.ours:8.1f} {self.unit:2}  {floor}  {ratio}   goal: {self.goal}"


def median_ms(work: Callable[[], object], repeats: int = 7) -> float:
    """The median time of some runs in milliseconds, after one run that does not count."""
    return medians_ms(work, repeats=repeats)[0]


def medians_ms(*works: Callable[[], object], repeats: int = 7) -> list[float]:
    """The same for works that are compared: they take turns, so that a busy machine troubles all alike."""
    for work in works:
        work()
    rounds = [[_once(work) for work in works] for _ in range(repeats)]
    return [statistics.median(times) for times in zip(*rounds, strict=True)]


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000

"""`make bench`: speed and memory, each against a floor measured in the same run. Prints; never fails."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from s3desk.operations.beginning import begin_example
from s3desk.queries.report import gather
from tests.bench import finding, growth, pages, reports, saving, starting, visiting
from tests.bench.measure import Result


def results(folder: Path) -> Iterator[Result]:
    """Every measurement, one after the other."""
    example = folder / "example.s3desk"
    with closing(begin_example(example, who="bench")) as workspace:
        source = gather(workspace)
    yield starting.first_paint(folder)
    yield saving.rating(folder)
    yield from reports.report(folder, source)
    yield from reports.workbook(folder, source)
    yield saving.opening(folder)
    yield from growth.results()
    yield pages.rating_shown(folder)
    yield from visiting.results(folder, example)
    yield from finding.results(folder)
    yield starting.memory(folder, example)


def main() -> None:
    """Measure beside the project, on its own disk: a memory disk would make every write look free."""
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        for result in results(Path(folder)):
            print(result, flush=True)


if __name__ == "__main__":
    main()

"""What opening a page costs, for the first time and again: each file is visited in processes of their own.

Run as a program it visits every page of one file twice and says how many milliseconds each took until it was painted.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from s3desk.domain.records import ASSESSMENT, Assessment
from s3desk.workspace.files import create
from tests.bench.large import records
from tests.bench.measure import Result
from tests.bench.saving import large_catalogue

_PAGES = (
    "overview", "criterion", "evidence", "actions", "support", "dates", "library", "versions", "history", "reports",
)  # fmt: skip
_VISITS = 5


def results(folder: Path, example: Path) -> Iterator[Result]:
    """Every page of the example and of a file with 2 000 questions, against an empty page of the same window."""
    catalogue = large_catalogue(2_000)
    large, content = folder / "visited.s3desk", [Assessment(ASSESSMENT, "Bench"), *records(catalogue, 2)]
    with closing(create(large, catalogue, content, who="bench")):
        pass
    for name, path in (("example", example), ("2 000 questions", large)):
        visits = [_visit(path, folder / f"visit{number}") for number in range(_VISITS)]
        middle = {page: statistics.median(visit[page] for visit in visits) for page in visits[0]}
        for page in (*_PAGES, *(f"{page} again" for page in _PAGES)):
            yield Result(f"{page}, {name}", middle[page], middle["nothing"], "ms", "< 100 ms")


def _visit(path: Path, home: Path) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "S3DESK_HOME": str(home)}
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench.visiting", str(path)]
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=environment).stdout
    visited: dict[str, float] = json.loads(said)
    return visited


def main() -> None:
    """The window as people have it: what is loaded behind the start page is there, and the file has been read."""
    from PySide6.QtCore import QThreadPool
    from PySide6.QtWidgets import QApplication, QWidget

    from s3desk.desktop import jobs, opening
    from s3desk.desktop.app import make_window
    from s3desk.desktop.pages.page import Place

    app = QApplication([])
    window = make_window(app)
    window.resize(1366, 688)
    window.show()
    opening.preload()
    workspace = opening.open_file(Path(sys.argv[1]), "bench")

    def painted(work: Callable[[], object]) -> float:
        QThreadPool.globalInstance().waitForDone()
        app.processEvents()
        start = time.perf_counter()
        work()
        app.processEvents()
        return (time.perf_counter() - start) * 1000

    took = {"overview": painted(lambda: window.file.take(lambda: workspace))}
    window.frame.navigation.setFocus()
    criterion = workspace.catalogue.criteria[1].id
    places = {page: Place(page, criterion if page == "criterion" else "") for page in _PAGES}
    for page in _PAGES[1:]:
        took[page] = painted(partial(window.go_to, places[page]))
    for page in _PAGES:
        took[f"{page} again"] = painted(partial(window.go_to, places[page]))
    nothing = QWidget(window)
    window.frame.pages.addWidget(nothing)
    took["nothing"] = painted(lambda: window.frame.pages.setCurrentWidget(nothing))
    print(json.dumps(took))
    jobs.end_all()
    window.close()


if __name__ == "__main__":
    main()

"""What a page of the window costs with 2 000 questions: asked again and painted after one rating."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

from s3desk.domain.records import ASSESSMENT, Answer, AnswerState, Assessment
from s3desk.operations.answering import rate
from s3desk.workspace.files import create
from tests.bench.measure import Result, median_ms
from tests.bench.saving import large_catalogue


def rating_shown(folder: Path) -> Result:
    """One rating stored and shown on the overview, the widest page, with 2 000 questions."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["S3DESK_HOME"] = str(folder / "home")
    from PySide6.QtWidgets import QApplication

    from s3desk.desktop import opening
    from s3desk.desktop.app import make_window

    catalogue = large_catalogue(2_000)
    answers = [Answer(question.id, AnswerState.RATED, 3) for question in catalogue.questions]
    path = folder / "pages.s3desk"
    create(path, catalogue, [Assessment(ASSESSMENT, "Bench"), *answers], who="bench").close()
    app = QApplication([])
    window = make_window(app)
    window.resize(1366, 688)
    window.show()
    opening.preload()
    window.open_path(path)
    levels = itertools.cycle(range(6))

    def rate_and_paint() -> None:
        rate(window.workspace, catalogue.questions[0].id, next(levels))
        app.processEvents()

    shown = median_ms(rate_and_paint, repeats=20)
    window.close()
    return Result("a rating shown, 2 000 questions", shown, 0, "ms", "<= 50 ms")

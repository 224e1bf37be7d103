"""Work in another thread: progress, result, stopping, and the two kinds of errors."""

import threading

from pytestqt.qtbot import QtBot

from s3desk.basics.errors import KnownError
from s3desk.basics.progress import Progress
from s3desk.desktop.jobs import Job


def test_a_job_tells_progress_and_result_from_another_thread(qtbot: QtBot) -> None:
    def work(progress: Progress) -> int:
        progress(1, 2, "half")
        return threading.get_ident()

    job = Job(work)
    steps: list[tuple[int, int, str]] = []
    job.progressed.connect(lambda *step: steps.append(step))
    with qtbot.waitSignal(job.finished) as told:
        job.start()
    assert told.args[0] != threading.get_ident()
    assert steps == [(1, 2, "half")]


def test_a_job_stops_when_asked(qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(5)
        progress(1, 2)
        raise AssertionError("it went on after Cancel")

    job = Job(work)
    with qtbot.waitSignal(job.cancelled):
        job.start()
        begun.wait(5)
        job.cancel()
        go_on.set()


def test_a_known_error_is_told_as_such(qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise KnownError("The disk is full.", "Make room.")

    job = Job(work)
    with qtbot.waitSignal(job.refused) as told:
        job.start()
    assert told.args[0].text == "The disk is full."


def test_a_bug_reaches_the_window(qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise ZeroDivisionError

    job = Job(work)
    with qtbot.waitSignal(job.broke) as told:
        job.start()
    assert isinstance(told.args[0], ZeroDivisionError)

"""Private by proof: the program at work in a process in which every use of a socket is refused and written down."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]

WORK = """
import os, sys
from pathlib import Path

touched = []
ALLOWED = {"socket.gethostname"}
NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "webbrowser.")

def watch(event, arguments):
    if event.startswith(NETWORK) and event not in ALLOWED:
        touched.append(event)
        raise PermissionError(event)

sys.addaudithook(watch)

import socket
try:
    socket.create_connection(("127.0.0.1", 9))
except PermissionError:
    print("sockets are refused")
touched.clear()

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from s3desk.basics.language import Language
from s3desk.basics.progress import no_progress
from s3desk.desktop.app import make_window
from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.registry import PAGES
from s3desk.domain.profile import Profile
from s3desk.formats.registry import export
from s3desk.queries.report import Options, gather, picture

app = QApplication([])
window = make_window(app)
window.resize(1366, 688)
window.show()
window.first_paint_done()
window.run("file.example")
shown = 0
for criterion in window.workspace.catalogue.criteria:
    for tab in ("questions", "fulfilment", "evidence", "actions"):
        window.go_to(Place("criterion", criterion.id, tab))
        QTest.qWait(20)
        shown += not window.grab().isNull()
for row in PAGES:
    if not row.for_criteria:
        window.go_to(Place(row.id))
        QTest.qWait(100)
        shown += not window.grab().isNull()
print("pages", shown)
out = Path(sys.argv[1])
made = picture(gather(window.workspace), Options(Profile.OUTGOING, Language("en")))
for what, suffix in (("report", ".pdf"), ("workbook", ".xlsx"), ("note", ".docx"), ("data", ".json")):
    export(made, what, out / f"{what}{suffix}", no_progress)
window.close()
QTest.qWait(200)
print("touched", touched)
maps = Path("/proc/self/maps")
print("library", "libQt6Network" in maps.read_text() if maps.exists() else False)
"""


def test_no_socket_is_opened_at_work(tmp_path: Path) -> None:
    environment = {**os.environ, "S3DESK_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    (tmp_path / "out").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(tmp_path / "out")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "sockets are refused", "the test would prove nothing"
    assert int(lines[1].removeprefix("pages ")) >= 31
    assert lines[2:] == ["touched []", "library False"]
    assert "Traceback" not in done.stderr
    assert len(list((tmp_path / "out").iterdir())) == 4

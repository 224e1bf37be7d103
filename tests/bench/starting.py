"""From process start to the first paint of the start page, and memory with the example open, against a bare window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.measure import Result

_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 688)
"""

_OURS = """
from PySide6.QtWidgets import QApplication
from s3desk.desktop.app import make_window
app = QApplication([])
window = make_window(app)
window.resize(1366, 688)
"""

_SAY_PAINTED = """
from PySide6.QtCore import QEvent, QObject
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", flush=True)
            app.exit()
        return False
watch = Painted()
window.installEventFilter(watch)
window.show()
app.exec()
"""

_SAY_MEMORY = """
import psutil, sys
from pathlib import Path
from PySide6.QtCore import QTimer
window.show()
if len(sys.argv) > 1:
    window.open_path(Path(sys.argv[1]))
def say():
    print(psutil.Process().memory_info().rss, flush=True)
    app.exit()
QTimer.singleShot(1500, say)
app.exec()
"""


def first_paint(folder: Path) -> Result:
    """Process start to first paint, warm: medians of fifteen starts, ours and the bare window's in turn."""
    pairs = [(_paint_ms(_OURS, folder), _paint_ms(_BARE, folder)) for _ in range(16)][1:]
    ours, floor = (statistics.median(times) for times in zip(*pairs, strict=True))
    return Result("start page, process start to first paint", ours, floor, "ms", "<= x1.5")


def memory(folder: Path, example: Path) -> Result:
    """Resident memory of the window with the example open, at the second start."""
    ours, floor = _memory_mb(_OURS, folder, str(example)), _memory_mb(_BARE, folder)
    return Result("memory, window with the example open", ours, floor, "MB", "<= x2")


def _paint_ms(code: str, folder: Path) -> float:
    start = time.perf_counter()
    with _process(code + _SAY_PAINTED, folder) as process:
        assert process.stdout is not None
        process.stdout.readline()
        painted = time.perf_counter()
        process.wait()
    return (painted - start) * 1000


def _memory_mb(code: str, folder: Path, *arguments: str) -> float:
    for _ in range(2):
        with _process(code + _SAY_MEMORY, folder, *arguments) as process:
            said, _ = process.communicate()
    return int(said.split()[-1]) / 2**20


def _process(code: str, folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Python as on a user's machine: what it has compiled once it keeps, whatever the shell here says."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "S3DESK_HOME": str(folder / "home"),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, env=environment
    )

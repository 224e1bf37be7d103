"""What every test needs: Qt without a screen, folders of its own, a skip where a program is absent."""

import gc
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two shared cores make single examples slow now and then; that is not a fault.
settings.register_profile("s3desk", deadline=None)
settings.load_profile("s3desk")

PROGRAMS_OF_MARKER = {
    "needs_libreoffice": ("soffice",),
    "needs_poppler": ("pdftotext", "pdffonts", "pdftoppm"),
    "needs_qpdf": ("qpdf",),
    "needs_screen": ("Xvfb", "xauth"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, programs in PROGRAMS_OF_MARKER.items():
        absent = [name for name in programs if shutil.which(name) is None]
        if absent and item.get_closest_marker(marker):
            pytest.skip(f"not installed here: {', '.join(absent)}")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, log and backups go to a folder of this test, never to those of the person who runs it.

    A window of an earlier test switched Python's search for garbage off; who makes none has it again.
    """
    gc.enable()
    home = tmp_path_factory.mktemp("s3desk-home")
    monkeypatch.setenv("S3DESK_HOME", str(home))
    return home

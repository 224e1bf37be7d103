"""Assessment files on a real disk, and a way to do something as a user who may not write."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from s3desk.workspace.workspace import Workspace
from tests.builders import full_workspace

AsNobody = Callable[[Callable[[], str]], str]
NOBODY = 65534


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The whole example, open for writing."""
    made = full_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The whole example, closed."""
    made = full_workspace(tmp_path)
    made.close()
    return made.path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of this computer may enter and read."""
    folder = Path(tempfile.mkdtemp(prefix="s3desk-open-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def as_nobody() -> AsNobody:
    """Do work in a process without root's rights, and return the text that it ends with."""
    if not hasattr(os, "fork"):
        pytest.skip("needs a system with fork and users")

    def do(work: Callable[[], str]) -> str:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            _in_child(work, writer)
        os.close(writer)
        with os.fdopen(reader) as result:
            text = result.read()
        os.waitpid(child, 0)
        return text

    return do


def _in_child(work: Callable[[], str], writer: int) -> None:
    try:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        text = work()
    except BaseException as reason:  # noqa: BLE001 - the parent's test shows what happened
        text = f"{type(reason).__name__}: {reason}"
    os.write(writer, text.encode())
    os._exit(0)

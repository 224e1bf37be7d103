"""What leaves the window: web and mail addresses after they were shown, documents, and nothing else."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from s3desk.basics.language import Language
from s3desk.desktop import going_out
from s3desk.desktop.window import MainWindow

SHARE = "\\\\srv-s3\\evidence\\report.pdf"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were shown with the question whether to open them; each is said yes to."""
    found: list[str] = []

    def answer(_parent: object, _language: object, _what: str, address: str, _do: str) -> bool:
        found.append(address)
        return True

    monkeypatch.setattr(going_out, "asked", answer)
    return found


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "FILE:///C:/Windows/System32/calc.exe",
        "javascript:alert(1)",
        "smb://server/share/report.pdf",
        "\\\\server\\share\\report.pdf",
        "//server/share",
        "ftp://server/a",
        "ms-word:ofe|u|https://server/a.docx",
        "search-ms:query=a",
        "data:text/html,<script>",
        "/etc/passwd",
        "C:\\a.exe",
        " file:///etc/passwd",
        "",
    ],
)
def test_no_other_kind_of_address_is_opened_or_offered(
    window: MainWindow, outside: list[str], shown: list[str], address: str
) -> None:
    going_out.open_address(address, Language(), window)
    assert (outside, shown) == ([], [])


@pytest.mark.parametrize("address", ["https://valdoria.example/a?b=1", "HTTP://valdoria.example", "mailto:a@b.example"])
def test_an_address_is_shown_whole_before_it_is_opened(
    window: MainWindow, outside: list[str], shown: list[str], address: str
) -> None:
    going_out.open_address(address, Language(), window)
    assert shown == [address]
    assert [one.casefold() for one in outside] == [address.casefold()]


def test_a_linked_file_on_another_computer_is_shown_before_it_is_opened(
    window: MainWindow, outside: list[str], shown: list[str], tmp_path: Path
) -> None:
    going_out.open_linked(SHARE, Language(), window)
    assert shown == [SHARE]
    assert len(outside) == 1
    here = tmp_path / "report.pdf"
    going_out.open_linked(str(here), Language(), window)
    assert shown == [SHARE]
    assert outside[1] == str(here)


def test_nothing_is_opened_without_a_yes(
    window: MainWindow, outside: list[str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(going_out, "asked", lambda *_: False)
    going_out.open_address("https://valdoria.example", Language(), window)
    going_out.open_linked(SHARE, Language(), window)
    qtbot.wait(10)
    assert outside == []

"""Nothing of ours can reach the network: no module imports what could."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[2] / "s3desk"
FORBIDDEN = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socketserver", "ssl",
    "telnetlib", "urllib.request", "urllib3", "webbrowser", "websockets", "xmlrpc",
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
}  # fmt: skip


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that a source names, also `from PySide6 import QtNetwork`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reaching(source: str) -> set[str]:
    """The imports of a source that could reach the network. The computer's own name may be asked for."""
    tree = ast.parse(source)
    named = set(imported(tree))
    found = {name for name in named if any(name == one or name.startswith(f"{one}.") for one in FORBIDDEN)}
    if any(name.partition(".")[0] == "socket" for name in named):
        asked = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        found |= {name for name in asked if name.startswith("socket.") and name != "socket.gethostname"}
        found |= {name for name in named if name.startswith("socket.") and name != "socket.gethostname"}
    return found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from urllib.request import urlopen", {"urllib.request", "urllib.request.urlopen"}),
        ("import http.client", {"http.client"}),
        ("from PySide6 import QtNetwork", {"PySide6.QtNetwork"}),
        ("import socket\nsocket.create_connection(('a', 1))", {"socket.create_connection"}),
        ("from socket import create_connection", {"socket.create_connection"}),
        ("import socket\nsocket.gethostname()", set()),
        ("from urllib.parse import quote", set()),
    ],
)
def test_the_check_finds_what_it_must(source: str, found: set[str]) -> None:
    assert reaching(source) == found


def test_no_module_can_reach_the_network() -> None:
    found = {str(path.relative_to(SOURCES)): reaching(path.read_text("utf-8")) for path in SOURCES.rglob("*.py")}
    assert {name: what for name, what in found.items() if what} == {}

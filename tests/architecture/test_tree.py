"""What stands in the files of the project: no addresses of registries, no places of one computer, true schemas."""

import ast
import importlib.util
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LARGEST_FILE, LONGEST_FUNCTION = 350, 60

# Written in parts, so that this file is not its own first find.
_FORBIDDEN = re.compile(
    "|".join(
        [
            r"files\.python" + r"hosted\.org",
            r"pypi" + r"\.org/simple",
            r"index" + r"-url\s*[=:]",
            r"--extra-index" + r"-url",
            r"(?<![\w.])/work" + r"/(main|shared|\.library)",
            r"/tmp" + r"/(brief|venv)",
            r"\.\./sha" + r"red/",
        ]
    )
)


def our_files() -> Iterator[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no git checkout here: cannot tell our files from made ones")
    yield from (ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file())


def test_no_file_names_a_registry_or_a_place_of_one_computer() -> None:
    found = []
    for path in our_files():
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in _FORBIDDEN.finditer(text)]
    assert not found


def test_the_search_finds_what_it_looks_for() -> None:
    assert _FORBIDDEN.search("see /work" + "/shared/design/model.md")
    assert _FORBIDDEN.search("https://files.python" + "hosted.org/x")


def test_every_module_says_what_it_is_in_one_docstring() -> None:
    silent = [path for path in (ROOT / "s3desk").rglob("*.py") if not ast.get_docstring(ast.parse(path.read_text()))]
    assert not silent


def test_no_file_and_no_function_grew_too_long() -> None:
    long_ones = []
    for path in (ROOT / "s3desk").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > LARGEST_FILE:
            long_ones.append(f"{path.name}: {text.count(chr(10))} lines")
        functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
        long_ones += [
            f"{path.name}: {one.name}" for one in functions if (one.end_lineno or 0) - one.lineno > LONGEST_FUNCTION
        ]
    assert not long_ones


def test_broad_except_stands_only_where_the_architecture_allows_it() -> None:
    allowed = {"jobs.py", "errors.py"}
    for path in (ROOT / "s3desk").rglob("*.py"):
        if path.name not in allowed:
            assert "except Exception" not in path.read_text(encoding="utf-8"), path


def test_the_published_schema_of_data_files_is_the_one_of_the_records() -> None:
    maker = ROOT / "packaging" / "make_data_schema.py"
    spec = importlib.util.spec_from_file_location("make_data_schema", maker)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "resources/schemas/data.schema.json").read_text(encoding="utf-8") == module.text()

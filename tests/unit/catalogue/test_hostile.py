"""Catalogues that were made to hang or to crash, and very large honest ones."""

import itertools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from s3desk.basics.errors import KnownError
from s3desk.catalogue.load import load
from s3desk.catalogue.model import LEVELS

Edit = Callable[[str, str, str], int]
LETTERS = "abcdefghijkl"


def laughs(use: str) -> str:
    """Twelve lines that unfold to 9 to the power of 11 values."""
    lines = [f"  a: &a {use.format('')}".replace("*", "")]
    lines += [f"  {now}: &{now} {use.format(', '.join([f'*{last}'] * 9))}" for last, now in itertools.pairwise(LETTERS)]
    return "\n".join(lines)


BOMBS = {
    "lists": laughs("[{}]"),
    "merged keys": "  a: &a {k: v}\n" + "\n".join(
        f"  {now}: &{now}\n    <<: [{', '.join([f'*{last}'] * 9)}]" for last, now in itertools.pairwise(LETTERS)
    ),
    "itself": "  a: &a [*a]",
    "itself as mapping": "  a: &a {b: *a}",
}  # fmt: skip


@pytest.mark.timeout(20)
@pytest.mark.parametrize("bomb", BOMBS)
def test_aliases_are_refused_before_they_unfold(folder: Path, edit: Edit, bomb: str) -> None:
    edit("catalogue.yaml", "retired: {}", "retired:\n" + BOMBS[bomb])
    with pytest.raises(KnownError, match=r"catalogue\.yaml:\d+: an alias; write the value out"):
        load(folder)


def test_an_asterisk_in_a_text_is_no_alias(folder: Path, edit: Edit) -> None:
    edit("texts/en/1-analysis.yaml", "label: Age of analysis and data", "label: Age* of analysis")
    assert load(folder).question_text("analysis.up-to-date", "en").label == "Age* of analysis"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("depth", [50, 900, 980, 1_000, 20_000, 1_000_000])
def test_deep_nesting_is_a_fault_and_no_crash(folder: Path, edit: Edit, depth: int) -> None:
    edit("catalogue.yaml", "retired: {}", "retired: {a: " + "[" * depth + "]" * depth + "}")
    with pytest.raises(KnownError, match=r"catalogue\.yaml:"):
        load(folder)


@pytest.mark.parametrize("content", [
    b"", b"\x00", b"\xff\xfe" + "id: x".encode("utf-16-le"), b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"- a\n- b\n",
    b"word", b"? [a, b]\n: c\n", b"? {a: b}\n: c\n", b"1: a\nnull: b\n2024-01-01: c\n", b"a: 2024-13-45",
    b"a: 1\n---\nb: 2",
    b"<<: 1\n", b"%YAML 9.9\n---\na: 1\n", b"a: !!binary '%%%'\n", b"x: " + b"9" * 5_000 + b"\n", b"!!set {a, b}\n",
], ids=lambda content: repr(content[:12]))  # fmt: skip
@pytest.mark.parametrize(
    "name", ["catalogue.yaml", "official.yaml", "criteria/1-analysis.yaml", "texts/en/0-common.yaml"]
)
def test_whatever_stands_in_a_file_it_is_a_fault_of_that_file(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(KnownError) as caught:
        load(folder)
    assert f"{name}:" in str(caught.value)


def test_windows_habits_are_no_fault(folder: Path) -> None:
    path = folder / "catalogue.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(folder).version == "1.0"


@pytest.mark.slow
def test_a_catalogue_with_2000_questions_loads(folder: Path, record_property: Callable[[str, object], None]) -> None:
    _grow(folder, 2_000)
    started = time.perf_counter()
    catalogue = load(folder)
    seconds = time.perf_counter() - started
    record_property("seconds", seconds)
    print(f"2 000 questions loaded in {seconds:.2f} s")  # noqa: T201
    assert len(catalogue.questions) == 2_000
    assert catalogue.criteria[0].questions[-1].number == "1.1937"


@pytest.mark.slow
@pytest.mark.timeout(60)
def test_thousands_of_faults_are_found_in_seconds(folder: Path) -> None:
    _grow(folder, 2_000)
    path = folder / "criteria/1-analysis.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("core: false", "core: maybe"), encoding="utf-8")
    with pytest.raises(KnownError) as caught:
        load(folder)
    faults = str(caught.value).split("\n")[1:]
    assert len(faults) > 1_900
    assert len({fault.split(" ")[0] for fault in faults}) == len(faults), "each fault has a line of its own"


def _grow(folder: Path, wanted: int) -> None:
    """Give criterion 1 so many more questions that the catalogue has as many as wanted."""
    structure = _read(folder / "criteria/1-analysis.yaml")
    more = [f"analysis.extra-{number}" for number in range(wanted - 73)]
    structure["questions"] += [{"id": key, "core": False, "facts": [], "sources": ["cpr"]} for key in more]
    _write(folder / "criteria/1-analysis.yaml", structure)
    lists = {name: ["One thing."] for name in ("how", "evidence", "weaknesses")}
    text = {
        "question": "How well?",
        "label": "Extra",
        "about": "More.",
        **lists,
        "levels": [f"Level {n}" for n in LEVELS],
    }
    for code in ("en", "de"):
        texts = _read(folder / f"texts/{code}/1-analysis.yaml")
        texts["questions"] |= {key: dict(text) for key in more}
        _write(folder / f"texts/{code}/1-analysis.yaml", texts)


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


class _WrittenOut(yaml.CSafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _write(path: Path, content: Any) -> None:
    path.write_text(yaml.dump(content, Dumper=_WrittenOut, allow_unicode=True, sort_keys=False), encoding="utf-8")

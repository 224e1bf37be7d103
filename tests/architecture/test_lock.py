"""The lock file: everything pinned and hashed, nothing forgotten, no addresses."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENTRIES = re.split(r"\n(?=\S)", LOCK.strip())


def normal(requirement: str) -> str:
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def test_every_package_has_one_version_and_hashes() -> None:
    for entry in ENTRIES:
        assert re.match(r"[a-z0-9-]+==[0-9][^\s;]*", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_no_address_stands_in_it() -> None:
    assert "://" not in LOCK
    assert "--index" not in LOCK
    assert "--find-links" not in LOCK


def test_every_wanted_package_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    locked = {normal(entry) for entry in ENTRIES}
    assert {normal(requirement) for requirement in wanted} - locked == set()

"""The name of the account, also where there is none."""

import getpass

import pytest

from s3desk.basics.person import user_name


def test_an_account_without_a_name_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert user_name() == "unknown"
    monkeypatch.setattr(getpass, "getuser", lambda: "r.conti")
    assert user_name() == "r.conti"

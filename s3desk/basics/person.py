"""Who works with the program, as far as the computer knows."""

from __future__ import annotations

import getpass


def user_name() -> str:
    """The name of the account; "unknown" where the account has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"

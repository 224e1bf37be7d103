"""The user's own folders: settings, log, backups, documents. No folder is made before something is written."""

from __future__ import annotations

import os
from pathlib import Path

_APP = "S3 Desk"
_OVERRIDE = "S3DESK_HOME"


def _place(kind: str) -> Path:
    """One folder of the user; the environment variable S3DESK_HOME moves all of them (USB stick, tests)."""
    home = os.environ.get(_OVERRIDE)
    if home:
        return Path(home) / kind
    import platformdirs

    folders = platformdirs.PlatformDirs(_APP, appauthor=False)
    own = {
        "config": folders.user_config_path,
        "log": folders.user_log_path,
        "backups": folders.user_data_path / "backups",
        "services": folders.user_data_path / "services",
    }
    return own[kind]


def config_folder() -> Path:
    """Where settings and the list of recent files are kept."""
    return _place("config")


def log_folder() -> Path:
    """Where the log without answers is written."""
    return _place("log")


def backup_folder() -> Path:
    """Where copies of assessment files are kept."""
    return _place("backups")


def services_folder() -> Path:
    """Where the user's own services and forms are kept."""
    return _place("services")


def documents_folder() -> Path:
    """Where a new file is proposed: the user's documents folder, else the home folder."""
    if os.environ.get(_OVERRIDE):
        return Path(os.environ[_OVERRIDE]) / "documents"
    import platformdirs

    return platformdirs.user_documents_path()

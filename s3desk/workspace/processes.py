"""Whether a process still runs, asked of the system by its number."""

from __future__ import annotations

import os
import sys


def is_running(number: int) -> bool:
    """Whether there is a process of that number on this computer now."""
    if sys.platform == "win32":
        import ctypes

        query_limited = 0x1000
        handle = ctypes.windll.kernel32.OpenProcess(query_limited, False, number)
        ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(number, 0)
    except (ProcessLookupError, OverflowError):  # a number may come from a file that others wrote
        return False
    except PermissionError:
        return True
    return True

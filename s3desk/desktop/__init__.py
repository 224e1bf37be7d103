"""The window: the only part that knows Qt. It shows pictures from queries and calls operations.

PySide puts an import of its own in the place of Python's: it reads the source of every module that is imported from
then on, and keeps it in memory, to see whether the module asks for Qt's names in snake_case. None of ours does, and
for a window with an open file that is 17 MB and a tenth of a second; so Python's own import is put back.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - puts its import in place

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

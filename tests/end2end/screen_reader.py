"""What somebody does who only hears the window: a program of its own that knows nothing but the accessibility tree.

Run by the system's Python, which has pyatspi; its one argument is the comment to be written.
"""

import sys
import time
from collections.abc import Callable

import pyatspi  # type: ignore[import-not-found]

PATIENCE = 30.0
"""Seconds until something must have appeared."""


def waited(find: Callable[[], object], what: str):  # type: ignore[no-untyped-def]
    """What `find` finds, once it is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := find():
            return found
        time.sleep(0.2)
    sys.exit(f"Not found: {what}")


def below(node, role: str, begins: str):  # type: ignore[no-untyped-def]
    """The first node that is shown, of a role, whose name begins so."""
    try:
        if node.getRoleName() == role and node.name.startswith(begins) and is_shown(node):
            return node
        children = list(node)
    except Exception:  # noqa: BLE001 - a node may go while it is looked at
        return None
    return next((found for child in children if child and (found := below(child, role, begins))), None)


def is_shown(node) -> bool:  # type: ignore[no-untyped-def]
    """Whether it is on the screen and can be used; entries of a closed menu can be chosen all the same."""
    state = node.getState()
    shown = node.getRoleName() == "menu item" or state.contains(pyatspi.STATE_SHOWING)
    return bool(shown and state.contains(pyatspi.STATE_SENSITIVE))


def application():  # type: ignore[no-untyped-def]
    """The program, once it has a window."""
    desktop = pyatspi.Registry.getDesktop(0)
    return next((one for one in desktop if one and one.name == "S3 Desk" and one.childCount), None)


def press(app, role: str, begins: str) -> None:  # type: ignore[no-untyped-def]
    """Do the first action of something, as a screen reader does it."""
    node = waited(lambda: below(app, role, begins), f"{role} {begins!r}")
    node.queryAction().doAction(0)
    sys.stdout.write(f"pressed: {node.name}\n")


def main() -> None:
    """Open the example, rate question 3.10, comment on it, create the report."""
    app = waited(application, "the program")
    press(app, "push button", "Look at the example.")
    press(app, "menu item", "Criterion 3")
    press(app, "push button", "Next open question: 3.10")
    waited(lambda: below(app, "label", "Question 3.10"), "question 3.10")
    press(app, "check box", "4 of 5")
    comment = waited(lambda: below(app, "text", "Comment"), "the comment")
    comment.queryEditableText().setTextContents(sys.argv[1])
    waited(lambda: below(app, "label", "All changes saved"), "the state of saving")
    press(app, "menu item", "Create reports")
    press(app, "push button", "Create 1 file")
    said = waited(lambda: below(app, "label", "1 file created") or below(app, "label", "One file created"), "the end")
    sys.stdout.write(f"heard: {said.name}\n")


if __name__ == "__main__":
    main()

"""Every command of the window as data: its words, keys, icon and the method that does it; and the menus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLocale

from s3desk.basics.language import message

Needs = Literal["nothing", "file", "writable", "page", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `handler` names a method of `Handlers`, or, when it needs "page", of the page shown.

    `text` is a message id, or a plain name when it is a language. `argument` is handed to the handler.
    """

    id: str
    text: str
    handler: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = "nothing"
    argument: object = None


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu; items are command ids, menus within it, or None for a line."""

    text: str
    items: tuple[str | Menu | None, ...]


def _criteria() -> tuple[Command, ...]:
    return tuple(
        Command(f"criterion.{n}", "Criterion {n}", "go_to_criterion", (f"Ctrl+{n}",), "", "file", n)
        for n in range(1, 8)
    )


def language_commands(codes: tuple[str, ...]) -> tuple[Command, ...]:
    """One command for each language the program speaks, in its own name."""
    return tuple(Command(f"language.{code}", own_name(code), "set_language", argument=code) for code in codes)


def own_name(code: str) -> str:
    """The name of a language in that language: "Deutsch"."""
    if code == "en":
        return "English"
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:]


COMMANDS = (
    Command("file.new", "New assessment...", "new", ("Ctrl+N",), "document-plus"),
    Command("file.open", "Open a file...", "open", ("Ctrl+O",), "folder-open"),
    Command("file.example", "Look at the example", "open_example", ("Ctrl+E",), "book"),
    Command("file.save", "Save now", "save_now", ("Ctrl+S",), "", "file"),
    Command("file.version", "Save a version...", "save_version", ("Ctrl+Shift+S",), "", "writable"),
    Command("file.copy", "Save a copy...", "save_copy", (), "copy", "file"),
    Command("file.backups", "Backups...", "show_backups", (), "clock", "file"),
    Command("file.folder", "Show in folder", "show_in_folder", (), "folder", "file"),
    Command("file.workbook", "Take answers from a workbook...", "take_answers", (), "", "writable"),
    Command("report.create", "Create reports", "create_report", ("Ctrl+P",), "download", "file"),
    Command("report.print", "Print...", "print_report", ("Ctrl+Shift+P",), "", "page"),
    Command("file.close", "Close the file", "close_file", ("Ctrl+W",), "", "file"),
    Command("file.quit", "Quit", "quit", ("Ctrl+Q",)),
    Command("edit.undo", "Undo", "undo", ("Ctrl+Z",), "undo", "undo"),
    Command("edit.redo", "Redo", "redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", "redo"),
    Command("edit.find", "Find", "find", ("Ctrl+F",), "search", "file"),
    Command("edit.review", "Mark for review", "mark_for_review", ("Ctrl+M",), "flag", "page"),
    Command("edit.evidence", "Add evidence", "add_evidence", ("Ctrl+I",), "paperclip", "page"),
    Command("edit.settings", "Settings...", "show_settings", ("Ctrl+,",)),
    Command("edit.support", "Find support", "find_support", ("Ctrl+H",), "globe", "page"),
    Command("go.next_open", "Next open question", "next_open_question", ("Ctrl+Return",), "", "page"),
    Command("go.previous", "Previous question", "previous_question", ("Alt+Left",), "", "page"),
    Command("go.next", "Next question", "next_question", ("Alt+Right",), "", "page"),
    Command("go.tab", "Next tab", "next_tab", ("Ctrl+Tab",), "", "page"),
    Command("view.guidance", "Guidance", "toggle_guidance", ("F1",), "help", "page"),
    Command("view.area", "Next area", "next_area", ("F6",)),
    Command("view.area_back", "Previous area", "previous_area", ("Shift+F6",)),
    Command("view.larger", "Larger text", "larger", ("Ctrl++", "Ctrl+=")),
    Command("view.smaller", "Smaller text", "smaller", ("Ctrl+-",)),
    Command("view.100", "100 %", "set_text_size", argument=100),
    Command("view.125", "125 %", "set_text_size", argument=125),
    Command("view.150", "150 %", "set_text_size", argument=150),
    Command("view.200", "200 %", "set_text_size", argument=200),
    Command("view.light", "Light", "set_theme", argument="light"),
    Command("view.dark", "Dark", "set_theme", argument="dark"),
    Command("view.system", "As the system", "set_theme", argument="system"),
    Command("view.ratings", "Ratings as table or wheel", "change_ratings", (), "", "page"),
    Command("view.all", "All questions", "ask_core_only", argument=False),
    Command("view.core", "Core questions only (quick check)", "ask_core_only", argument=True),
    Command("assessment.describe", "Region, programme and strategy...", "describe", (), "pencil", "file"),
    Command("assessment.people", "People...", "describe", (), "people", "file", 3),
    Command("assessment.start_check", "Start a new check...", "start_check", (), "plus", "writable"),
    Command("assessment.record_status", "Record the status...", "record_status", (), "check", "writable"),
    Command("help.how", "How it works", "show_how", (), "help"),
    Command("help.keyboard", "Keyboard", "show_keyboard", ("Ctrl+/",)),
    Command("help.verify", "Verify a report...", "verify"),
    Command("help.privacy", "What stays on this computer", "show_privacy", (), "lock"),
    Command("help.log", "Show the log folder", "show_log_folder"),
    Command("help.about", "About S3 Desk", "show_about"),
    Command("go.overview", "Overview", "go_to_page", ("Ctrl+0",), "home", "file", "overview"),
    Command("go.versions", "Saved versions", "go_to_page", (), "layers", "file", "versions"),
    Command("go.history", "History", "go_to_page", (), "history", "file", "history"),
    *_criteria(),
)


@dataclass(frozen=True, slots=True)
class PageKey:
    """Keys that the parts of a page know themselves, and in plain words what they do; both for the help only."""

    keys: tuple[str, ...]
    text: str
    between: str = message(" or ")


PAGE_KEYS = (
    PageKey(("F1, F1",), "Show these keys"),
    PageKey(("0", "5"), "Set the rating, while the focus is in the rating", message(" to ")),
    PageKey(("N",), "Not applicable, with a reason, while the focus is in the rating"),
    PageKey(("Up", "Down"), "Move in a list, a table or the rating"),
    PageKey(("Return",), "Open the chosen row"),
    PageKey(("F2",), "Edit the chosen row"),
    PageKey(("Delete",), "Delete the chosen row, or clear the rating; Undo brings it back"),
    PageKey(("Ctrl+V",), "Add a copied picture or file, on the page Evidence"),
    PageKey(("Tab", "Shift+Tab"), "Next field, previous field"),
    PageKey(("Alt",), "Go to the menus; a letter chooses a row"),
    PageKey(("Esc",), "Close a dialog or a menu"),
)

TEXT_SIZE_MENU = Menu(
    "Text size", ("view.larger", "view.smaller", None, "view.100", "view.125", "view.150", "view.200")
)


def language_menu(codes: tuple[str, ...]) -> Menu:
    """The menu in which the language of the screen is chosen."""
    return Menu("Language", tuple(f"language.{code}" for code in codes))


def menus(codes: tuple[str, ...]) -> tuple[Menu, ...]:
    """The menu bar."""
    begin = ("file.new", "file.open", "file.example", None)
    keep = ("file.save", "file.version", "file.copy", "file.backups", "file.folder", None)
    return (
        Menu(
            "&File", (*begin, *keep, "report.create", "report.print", "file.workbook", None, "file.close", "file.quit")
        ),
        Menu(
            "&Edit",
            (
                "edit.undo",
                "edit.redo",
                None,
                "edit.find",
                None,
                "edit.review",
                "edit.evidence",
                "edit.support",
                None,
                "edit.settings",
            ),
        ),
        Menu(
            "&View",
            (
                TEXT_SIZE_MENU,
                Menu("Theme", ("view.light", "view.dark", "view.system")),
                language_menu(codes),
                Menu("Questions", ("view.all", "view.core")),
                "view.ratings",
                None,
                "view.guidance",
                "view.area",
                "view.area_back",
            ),
        ),
        Menu(
            "&Assessment",
            (
                "assessment.describe",
                "assessment.people",
                "assessment.start_check",
                "assessment.record_status",
                None,
                "go.overview",
                "go.versions",
                "go.history",
                *(f"criterion.{n}" for n in range(1, 8)),
                None,
                "go.next_open",
                "go.previous",
                "go.next",
                "go.tab",
            ),
        ),
        Menu("&Help", ("help.how", "help.keyboard", "help.verify", None, "help.privacy", "help.log", "help.about")),
    )

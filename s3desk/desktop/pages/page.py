"""What the window and a page expect of each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language

if TYPE_CHECKING:
    from s3desk.catalogue.model import Catalogue
    from s3desk.desktop.settings import Preferences
    from s3desk.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Place:
    """A spot that a link, the navigation or a search can put the user on; `record_id` is a document or an action.

    `field` names what takes the cursor there; "" is where the page or tab begins.
    """

    page: str
    criterion_id: str = ""
    tab: str = ""
    question_id: str = ""
    record_id: str = ""
    field: str = ""

    def __str__(self) -> str:
        """The spot in one word, as it is remembered from one day to the next."""
        return "/".join((self.page, self.criterion_id, self.tab, self.question_id, self.record_id)).rstrip("/")

    @classmethod
    def remembered(cls, word: str) -> Place:
        """The spot of such a word."""
        return cls(*word.split("/")[:5])


class Surroundings(Protocol):
    """What a page may ask of the window it stands in."""

    @property
    def workspace(self) -> Workspace:
        """The open assessment."""

    @property
    def catalogue(self) -> Catalogue:
        """The questions asked on the pages: all, or in a quick check the core ones."""

    @property
    def language(self) -> Language:
        """The language of the screen."""

    @property
    def preferences(self) -> Preferences:
        """The settings of this run, such as the folder for reports."""

    def go_to(self, place: Place) -> None:
        """Show another place; the typing of the present page is saved first."""

    def enter(self, place: Place) -> None:
        """Show another place and put the keyboard there."""

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Show a short message below, with "Undo" where the last step can be taken back."""

    def report(self, error: KnownError) -> None:
        """Show a known error in the message strip."""

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do something that may meet a `KnownError`; it is reported. Whether it was done."""

    def run(self, command: str) -> None:
        """Run a command of the menus by its id, such as "report.create"."""


class Page(Protocol):
    """A page is a widget; it shows one picture and calls operations.

    A page is made once for an open assessment. Methods named like the handler of a page command in
    `commands.py` (for example `next_open_question`) are called by menu and shortcut.
    """

    id: str
    title: str

    def widget(self) -> QWidget:
        """The page itself."""

    def refresh(self) -> None:
        """Ask the query anew and show its picture; keeps selection, cursor and scroll position."""

    def save_typing(self) -> None:
        """Store what is being typed at this moment."""

    def go_to(self, place: Place) -> None:
        """Show a spot of this page."""

    def place(self) -> Place:
        """The spot shown now."""

    def focus_target(self) -> QWidget:
        """Where the keyboard goes when the page is entered."""

    def areas(self) -> tuple[QWidget, ...]:
        """The parts between which F6 moves, in reading order."""

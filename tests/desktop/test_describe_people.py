"""People in "Region, programme and strategy": typed in the real window, chosen as contact, offered as owner."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.dialogs.describe import DescribeDialog
from s3desk.desktop.dialogs.people import PersonForm
from s3desk.desktop.window import MainWindow
from s3desk.domain.profile import Profile, stripped
from s3desk.domain.records import Person
from tests.builders import full_workspace
from tests.desktop.criterion_page import click, dialog_of, opened, press
from tests.desktop.looking import nameless, type_into

KEY = Qt.Key


def in_dialog(window: MainWindow, work: Callable[[DescribeDialog], None]) -> None:
    """Open the dialog from the menu, do something in its part "People", and return when it is closed."""
    failed: list[Exception] = []

    def do() -> None:
        dialog = dialog_of(window, DescribeDialog)
        try:
            dialog.activateWindow()
            assert QTest.qWaitForWindowActive(dialog)
            click(dialog._tabs.button(3))
            work(dialog)
        except Exception as error:  # noqa: BLE001 - raised again when the dialog is closed
            failed.append(error)
        dialog.done(0)

    QTimer.singleShot(0, window, do)
    window.run("assessment.describe")
    if failed:
        raise failed[0]


def form_at(dialog: DescribeDialog, place: int) -> PersonForm:
    form = dialog.people.cards.forms()[place]
    assert isinstance(form, PersonForm)
    return form


def fill(form: PersonForm, *words: str) -> None:
    """Type into the fields of a person, one after the other."""
    fields = (form.title, form.role, form.function, form.email, form.phone)
    for field, word in zip(fields, words, strict=False):
        type_into(field.line, word)


def add_two(dialog: DescribeDialog) -> None:
    fill(form_at(dialog, 0), "Zoë Müller", "Officer", "Head of unit", "z.mueller@ministry.example", "+49 30 1")
    press(dialog.people.cards.more, KEY.Key_Space)
    QTest.qWait(50)
    field = form_at(dialog, 1).title.line
    assert dialog.focusWidget() is field
    assert not field.visibleRegion().isEmpty(), "the new card is out of sight"
    fill(form_at(dialog, 1), "Jan Novak", "Criterion owner", "", "jan@private.example")


def test_people_are_typed_and_offered_as_owner(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", "fulfilment")
    before = window.workspace.content
    assert not page.fulfilment.proof.owner.isVisible()

    def work(dialog: DescribeDialog) -> None:
        add_two(dialog)
        box = dialog.people.contact.box
        assert [box.itemText(n) for n in range(box.count())] == ["None", "Zoë Müller", "Jan Novak"]
        box.setFocus()
        press(box, KEY.Key_Down)
        type_into(dialog.people.addressee.line, "Monitoring committee")
        press(dialog.people.addressee.line, KEY.Key_Return)
        assert dialog.result() == DescribeDialog.DialogCode.Accepted

    in_dialog(window, work)
    first, second = window.workspace.content.all(Person)
    assert (first.name, first.role, first.function) == ("Zoë Müller", "Officer", "Head of unit")
    assert (first.email, first.phone) == ("z.mueller@ministry.example", "+49 30 1")
    assert (second.name, second.function, second.position) == ("Jan Novak", "", 1)
    assessment = window.workspace.content.assessment()
    assert (assessment.contact_id, assessment.addressee) == (first.id, "Monitoring committee")
    owner = page.fulfilment.proof.owner
    assert owner.isVisible()
    owner.setFocus()
    QTest.keyClicks(owner, "Jan")
    owner.activated.emit(owner.currentIndex())
    assert window.workspace.content.fulfilment("monitoring").owner_id == second.id
    while window.workspace.undo():
        pass
    assert window.workspace.content == before


def test_only_the_contact_leaves_in_outgoing_files(window: MainWindow, empty_file: Path) -> None:
    assert window.open_path(empty_file)

    def work(dialog: DescribeDialog) -> None:
        add_two(dialog)
        dialog.people.contact.choose(form_at(dialog, 0).record().id)
        click(dialog.save)

    in_dialog(window, work)
    (leaving,) = stripped(window.workspace.content, Profile.OUTGOING).all(Person)
    assert leaving.name == "Zoë Müller"

    def choose_nobody(dialog: DescribeDialog) -> None:
        assert dialog.people.contact.box.currentText() == "Zoë Müller"
        dialog.people.contact.choose("")
        click(dialog.save)

    in_dialog(window, choose_nobody)
    assert len(window.workspace.content.all(Person)) == 2
    assert stripped(window.workspace.content, Profile.OUTGOING).all(Person) == ()


def test_a_person_who_goes_is_contact_no_longer(window: MainWindow, full_file: Path) -> None:
    assert window.open_path(full_file)
    before = window.workspace.content

    def work(dialog: DescribeDialog) -> None:
        assert dialog.people.contact.value() == "p-1"
        dialog.people.cards._remove(dialog.people.cards._cards[0][0])
        assert dialog.people.contact.box.currentText() == "None"
        click(dialog.save)

    in_dialog(window, work)
    assert [person.id for person in window.workspace.content.all(Person)] == ["p-2"]
    assert window.workspace.content.assessment().contact_id == ""
    while window.workspace.undo():
        pass
    assert window.workspace.content.assessment() == before.assessment()
    assert window.workspace.content.all(Person) == before.all(Person)


def test_the_contact_is_offered_by_the_name_typed_now(window: MainWindow, full_file: Path) -> None:
    assert window.open_path(full_file)

    def work(dialog: DescribeDialog) -> None:
        form = form_at(dialog, 0)
        form.title.line.selectAll()
        type_into(form.title.line, "M. <Ferri> & Co")
        assert dialog.people.contact.box.currentText() == "M. <Ferri> & Co"
        assert dialog.people.contact.value() == "p-1"

    in_dialog(window, work)
    assert window.workspace.content.all(Person)[0].name == "Marco Ferri", "a dialog left with Escape stores nothing"


def test_details_without_a_name_ask_for_one(window: MainWindow, empty_file: Path) -> None:
    assert window.open_path(empty_file)

    def work(dialog: DescribeDialog) -> None:
        type_into(form_at(dialog, 0).email.line, "somebody@ministry.example")
        click(dialog._tabs.button(0))
        press(dialog.authority.authority.line, KEY.Key_Return)
        assert dialog.isVisible()
        assert dialog._parts.currentIndex() == 3
        assert form_at(dialog, 0).title.error() == "Write the name."

    in_dialog(window, work)
    assert window.workspace.content.all(Person) == ()


@pytest.mark.parametrize("size", [100, 200])
def test_everything_has_a_name_and_nothing_is_stored_unasked(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, size: int
) -> None:
    theme.apply(qapp, text_size=size)
    workspace = full_workspace(tmp_path)
    dialog = DescribeDialog(workspace, Language("de"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._show_part(3)
    assert nameless(dialog) == []
    before = workspace.content
    dialog.save.click()
    assert workspace.content == before
    workspace.close()

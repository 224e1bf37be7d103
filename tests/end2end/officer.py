"""An officer who enters a whole case through the window, from the start page on, by keys and clicks only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from s3desk.basics.language import Language
from s3desk.desktop.commands import own_name
from s3desk.desktop.dialogs.action import ActionDialog
from s3desk.desktop.dialogs.evidence import EvidenceDialog
from s3desk.desktop.dialogs.forms import ProgrammeForm, StrategyForm
from s3desk.desktop.dialogs.new_check import NewCheckDialog
from s3desk.desktop.dialogs.use_evidence import UseEvidenceDialog
from s3desk.desktop.pages.criterion import CriterionPage
from s3desk.desktop.pages.reports import ReportsPage
from s3desk.desktop.pages.start import StartPage
from s3desk.desktop.window import MainWindow
from s3desk.domain.profile import Profile
from s3desk.domain.records import MetAt, OfficialStatus, Purpose, StrategyLevel
from s3desk.queries import words
from tests.desktop.criterion_page import dialog_of, press
from tests.end2end.driving import choose, click, in_dialog, pick, rewrite, shortcut, tick, wait_until, write

Case = Mapping[str, Any]
ENGLISH = Language()
CONTROL = Qt.KeyboardModifier.ControlModifier
_KEYS = {level: Qt.Key(Qt.Key.Key_0 + level) for level in range(8)}


def enter(window: MainWindow, case: Case, path: Path) -> None:
    """Begin the assessment and fill in everything that the case tells."""
    begin(window, case, path)
    enter_evidence(window, case)
    for criterion_id in case["fulfilment"]:
        go_to_criterion(window, criterion_id)
        rate_core_questions(window, criterion_id, case["ratings"][criterion_id])
    for low in case["low_ratings"]:
        enter_low_rating(window, low)
        plan_action(window, low)
    for other in case["other_answers"]:
        answer_otherwise(window, other)
    for evidence_number, uses in case["uses"].items():
        for question_id, pages in list(uses.items())[1:]:
            use_again(window, evidence_number, question_id, pages)
    for criterion_id in case["fulfilment"]:
        decide(window, case, criterion_id)


# Beginning


def begin(window: MainWindow, case: Case, path: Path) -> None:
    """From the start page through the dialog to the first question."""
    start = window.page
    assert isinstance(start, StartPage)
    in_dialog(NewCheckDialog, partial(click, start.entries[0]), partial(_fill_new, case, path))


def _fill_new(case: Case, path: Path, dialog: NewCheckDialog) -> None:
    about = case["assessment"]
    write(dialog.authority.authority.line, about["authority"])
    write(dialog.authority.unit.line, about["unit"])
    pick(dialog.authority.working.box, own_name(about["language"]))
    pick(dialog.authority.second.box, own_name(about["second_language"]))
    wanted = words.purpose(Purpose(about["purpose"]), ENGLISH)
    choose(dialog.purpose, wanted)
    rewrite(dialog.check_name.line, about["check"])
    click(dialog.forward)
    write(dialog.territories.search, case["territory"]["code"])
    press(dialog.territories.search, Qt.Key.Key_Return)
    _fill_strategy(dialog.strategies.forms()[0], case["strategy"])
    click(dialog.forward)
    _fill_programme(dialog.programmes.forms()[0], case["programme"])
    rewrite(dialog.place.line, str(path))
    click(dialog.forward)


def _fill_strategy(form: object, strategy: Case) -> None:
    assert isinstance(form, StrategyForm)
    write(form.title.line, strategy["title"])
    pick(form.level.box, words.strategy_level(StrategyLevel(strategy["level"]), ENGLISH))
    write(form.period.line, strategy["period"])
    write(form.act.line, strategy["adopting_act"])
    write(form.adopted_on.line, strategy["adopted_on"])
    write(form.link.line, strategy["link"])


def _fill_programme(form: object, programme: Case) -> None:
    assert isinstance(form, ProgrammeForm)
    write(form.title.line, programme["title"])
    pick(form.state.box, form.state.box.itemText(form.state.box.findData(programme["member_state"])))
    write(form.authority.line, programme["managing_authority"])
    for box in form.objectives:
        if box.text() in programme["objectives"]:
            tick(box)
    pick(form.status.box, words.official_status(OfficialStatus(programme["official_status"]), ENGLISH))
    write(form.status_date.line, programme["status_date"])
    write(form.reference.line, programme["status_reference"])
    write(form.notified_by.line, programme["notified_by"])


# Moving


def page_of(window: MainWindow) -> CriterionPage:
    """The page of a criterion, which must be shown."""
    assert isinstance(window.page, CriterionPage)
    return window.page


def go_to_criterion(window: MainWindow, criterion_id: str) -> None:
    """Go to a criterion by its keys, Ctrl+1 to Ctrl+7."""
    ids = [criterion.id for criterion in window.workspace.catalogue.criteria]
    shortcut(window, _KEYS[ids.index(criterion_id) + 1])
    assert page_of(window).place().criterion_id == criterion_id


def go_to_question(window: MainWindow, question_id: str) -> CriterionPage:
    """Go to a question by the keys of its criterion, its tab and a click in the list."""
    criterion_id = question_id.partition(".")[0]
    go_to_criterion(window, criterion_id)
    show_tab(window, "questions")
    page = page_of(window)
    view = page.questions.list.view
    asked = [question.id for question in window.workspace.catalogue.criterion(criterion_id).questions]
    row = view.model().index(asked.index(question_id), 0)
    view.scrollTo(row)
    click(view.viewport(), at=view.visualRect(row).center())
    assert page.place().question_id == question_id, (page.place(), question_id)
    return page


def show_tab(window: MainWindow, tab: str) -> None:
    """Click on one of the four tabs."""
    page = page_of(window)
    names = ("questions", "fulfilment", "evidence", "actions")
    click(page.header.tabs, at=page.header.tabs.tabRect(names.index(tab)).center())
    assert page.place().tab == tab


# Questions


def rate_core_questions(window: MainWindow, criterion_id: str, level: int) -> None:
    """Rate the first by its key, the others by a click on the level."""
    core = [one.id for one in window.workspace.catalogue.criterion(criterion_id).questions if one.core]
    for place, question_id in enumerate(core):
        rating = go_to_question(window, question_id).questions.editor.rating
        if place == 0:
            click(rating.rows[0])
            press(rating.rows[0], _KEYS[level])
        else:
            click(rating.rows[level])
        assert rating.rows[level].isChecked()


def enter_low_rating(window: MainWindow, low: Case) -> None:
    """A low rating with its comment; in between the comment is taken back and brought again."""
    editor = go_to_question(window, low["question"]).questions.editor
    click(editor.rating.rows[low["rating"]])
    write(editor.comment, low["comment"])
    press(editor.comment, Qt.Key.Key_Z, CONTROL)
    assert (editor.comment.toPlainText(), editor.rating.rows[low["rating"]].isChecked()) == ("", True)
    press(editor.comment, Qt.Key.Key_Z, CONTROL)
    assert not editor.rating.rows[low["rating"]].isChecked()
    press(editor.comment, Qt.Key.Key_Y, CONTROL)
    press(editor.comment, Qt.Key.Key_Y, CONTROL)
    assert (editor.comment.toPlainText(), editor.rating.rows[low["rating"]].isChecked()) == (low["comment"], True)


def plan_action(window: MainWindow, low: Case) -> None:
    """Plan an action against the gap that a low rating makes."""
    show_tab(window, "actions")
    page, action = page_of(window), low["action"]
    click(page.actions_list.gaps.plan_buttons[low["question"]])
    dialog = dialog_of(page, ActionDialog)
    write(dialog.title_field.line, action["title"])
    write(dialog.responsible.line, action["responsible"])
    write(dialog.due.line, action["due"])
    write(dialog.done_when, action["done_when"])
    click(dialog.done_button)


def answer_otherwise(window: MainWindow, answer: Case) -> None:
    """Say something else than a rating."""
    editor = go_to_question(window, answer["question"]).questions.editor
    if answer["state"] == "not_applicable":
        press(editor.rating.focus_row(), Qt.Key.Key_N)
        write(editor.other.reason, answer["reason"])
    elif answer["state"] == "elsewhere":
        click(editor.links.elsewhere)
        write(editor.other.held_by, answer["held_by"])
        write(editor.other.source, answer["source"])
    else:
        click(editor.links.not_known)


# Evidence


def enter_evidence(window: MainWindow, case: Case) -> None:
    """Add all documents, the first at its question, the others beside the texts of the fulfilment."""
    (first, *others), marks = case["evidence"], list(case["uses"])
    first_use = list(case["uses"][marks[0]].items())[:1]
    page = go_to_question(window, first_use[0][0])
    click(page.questions.editor.add)
    _fill_evidence(window, first, first_use, chosen=True)
    show_tab(window, "fulfilment")
    for mark, evidence in zip(marks[1:], others, strict=True):
        click(page.fulfilment.insert_list.add)
        _fill_evidence(window, evidence, list(case["uses"][mark].items())[:1])


def _fill_evidence(window: MainWindow, evidence: Case, uses: list[tuple[str, str]], *, chosen: bool = False) -> None:
    catalogue = window.workspace.catalogue
    dialog = dialog_of(page_of(window), EvidenceDialog)
    write(dialog.title_field.line, evidence["title"])
    write(dialog.short_title.line, evidence["short"])
    pick(dialog.kind.box, catalogue.wording("en").evidence_kinds[evidence["kind"]])
    write(dialog.issuer.line, evidence["issuer"])
    write(dialog.dated.line, evidence["dated"])
    write(dialog.link.line, evidence["link"])
    for question_id, pages in uses:
        if not chosen:
            label = catalogue.question_text(question_id, "en").label
            pick(dialog.uses.more, f"{catalogue.question(question_id).number} {label}")
        write(dialog.uses.pages_of(question_id), pages)
    click(dialog.done_button)


def use_again(window: MainWindow, mark: str, question_id: str, pages: str) -> None:
    """Use a document of the file for one more question."""
    page = go_to_question(window, question_id)
    click(page.questions.editor.add)
    dialog = dialog_of(page, UseEvidenceDialog)
    write(dialog.search, mark)
    write(dialog.pages.line, pages)
    click(dialog.done_button)


# Fulfilment


def decide(window: MainWindow, case: Case, criterion_id: str) -> None:
    """Decide Yes and write the texts."""
    go_to_criterion(window, criterion_id)
    show_tab(window, "fulfilment")
    tab, texts = page_of(window).fulfilment, case["fulfilment"][criterion_id]
    click(tab.cards.cards[0])
    assert tab.cards.cards[0].isChecked()
    write(tab.texts["references"].field, texts["references"])
    write(tab.texts["justification"].field, texts["justification"])
    if "second_justification" in texts:
        click(tab.written.second_fold)
        write(tab.texts["second_justification"].field, texts["second_justification"])
    if proof := case["proof"].get(criterion_id):
        pick(tab.proof.met_at, words.met_at(MetAt(proof["met_at"]), ENGLISH))
        write(tab.proof.holder, proof["holder"])


# Reports


def create_reports(window: MainWindow, folder: Path) -> None:
    """Every output in both profiles, into a folder chosen in the system's dialog."""
    shortcut(window, Qt.Key.Key_P)
    page = window.page
    assert isinstance(page, ReportsPage)
    in_dialog(QFileDialog, partial(click, page.creating.choose), partial(_choose_folder, folder))
    window.activateWindow()
    for box in page.outputs.boxes.values():
        if not box.isChecked():
            tick(box)
    for profile in Profile:
        choose(page.options, words.profile(profile, ENGLISH))
        click(page.make)
        wait_until(page.make.isEnabled)
        assert page.creating.strip.text().startswith(f"{len(page.outputs.boxes)} files created."), (
            page.creating.strip.text()
        )


def _choose_folder(folder: Path, dialog: QFileDialog) -> None:
    name = dialog.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    rewrite(name, str(folder))
    press(name, Qt.Key.Key_Return)

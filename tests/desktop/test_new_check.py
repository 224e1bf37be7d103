"""The dialog that begins an assessment, by keyboard and mouse, with what people mistype."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.dialogs.describe import DescribeDialog
from s3desk.desktop.dialogs.forms import ProgrammeForm, StrategyForm
from s3desk.desktop.dialogs.new_check import NewCheckDialog
from s3desk.domain.records import (
    Assessment,
    Check,
    OfficialStatus,
    Programme,
    Purpose,
    Record,
    Strategy,
    StrategyLevel,
    Territory,
)
from tests.builders import full_workspace
from tests.desktop.looking import nameless, type_into

KEY = Qt.Key


@pytest.fixture
def dialog(qtbot: QtBot) -> NewCheckDialog:
    made = NewCheckDialog(Language())
    qtbot.addWidget(made)
    made.show()
    return made


def only(kind: type[Record], records: tuple[Record, ...]) -> list[Record]:
    return [record for record in records if isinstance(record, kind)]


def take_territory(dialog: NewCheckDialog, sought: str) -> None:
    type_into(dialog.territories.search, sought)
    QTest.keyClick(dialog.territories.search, KEY.Key_Return)


def test_the_keyboard_alone_begins_an_assessment(dialog: NewCheckDialog, own_folders: Path) -> None:
    type_into(dialog.authority.authority.line, "Regione Toscana")
    QTest.keyClick(dialog.authority.authority.line, KEY.Key_Return)
    assert dialog.step() == 1
    take_territory(dialog, "tosc")
    assert dialog.step() == 1, "Enter in the list of territories must not go on"
    strategy = dialog.strategies.forms()[0]
    assert isinstance(strategy, StrategyForm)
    type_into(strategy.title.line, "Strategia di specializzazione intelligente")
    type_into(strategy.act.line, "DGR 204/2023")
    type_into(strategy.adopted_on.line, "27.2.2023")
    QTest.keyClick(strategy.link.line, KEY.Key_Return)
    assert dialog.step() == 2
    programme = dialog.programmes.forms()[0]
    assert isinstance(programme, ProgrammeForm)
    type_into(programme.title.line, "PR FESR Toscana 2021-2027")
    QTest.keyClick(programme.objectives[0], KEY.Key_Space)
    QTest.keyClick(dialog.forward, KEY.Key_Return)
    assert dialog.result() == NewCheckDialog.DialogCode.Accepted
    records = dialog.records()
    assert only(Assessment, records) == [Assessment("assessment", "Regione Toscana")]
    (territory,) = only(Territory, records)
    assert isinstance(territory, Territory)
    assert (territory.name, territory.code, territory.country) == ("Toscana", "ITI1", "IT")
    (written,) = only(Strategy, records)
    assert isinstance(written, Strategy)
    assert written.adopted_on == date(2023, 2, 27)
    (chosen,) = only(Programme, records)
    assert isinstance(chosen, Programme)
    assert chosen.objectives == ("RSO1.1",)
    assert dialog.path().parent == own_folders / "documents"
    assert dialog.path().name.startswith("Toscana S3 ")
    assert len({record.id for record in records}) == len(records)


def test_only_the_authority_is_needed(dialog: NewCheckDialog) -> None:
    dialog.forward.click()
    assert dialog.step() == 0
    assert dialog.authority.authority.error() == "Write the name of your authority."
    type_into(dialog.authority.authority.line, "Ministry")
    for _ in range(3):
        dialog.forward.click()
    assert dialog.result() == NewCheckDialog.DialogCode.Accepted
    assert [type(record) for record in dialog.records()] == [Assessment, Check]


def test_the_purpose_and_name_of_the_check_are_kept(dialog: NewCheckDialog) -> None:
    dialog.purpose.choose(Purpose.PROGRAMME)
    dialog.check_name.show_text("")
    (check,) = only(Check, dialog.records())
    assert isinstance(check, Check)
    assert check.purpose is Purpose.PROGRAMME
    assert check.name == Language().month(date.today())  # noqa: DTZ011


def test_a_territory_without_a_code_gets_a_free_name(dialog: NewCheckDialog) -> None:
    take_territory(dialog, "Macroregione <Ost> & Žemaitija")
    take_territory(dialog, "ITI1")
    take_territory(dialog, "iti1")
    found = dialog.territories.territories()
    assert [(one.name, one.code) for one in found] == [("Macroregione <Ost> & Žemaitija", ""), ("Toscana", "ITI1")]


def test_the_second_choice_is_reached_with_the_arrow(dialog: NewCheckDialog) -> None:
    type_into(dialog.territories.search, "Toscana")
    QTest.keyClick(dialog.territories.search, KEY.Key_Down)
    QTest.keyClick(dialog.territories.search, KEY.Key_Return)
    (territory,) = dialog.territories.territories()
    assert (territory.name, territory.code) == ("Toscana", "")


def test_escape_closes_the_list_and_not_the_dialog(dialog: NewCheckDialog) -> None:
    type_into(dialog.territories.search, "Bay")
    QTest.keyClick(dialog.territories.search, KEY.Key_Escape)
    assert dialog.territories.found.isHidden()
    assert dialog.isVisible()


def test_a_date_that_does_not_exist_is_explained_and_kept(dialog: NewCheckDialog) -> None:
    type_into(dialog.authority.authority.line, "Ministry")
    dialog.forward.click()
    strategy = dialog.strategies.forms()[0]
    assert isinstance(strategy, StrategyForm)
    type_into(strategy.title.line, "S3")
    type_into(strategy.adopted_on.line, "31.2.2027")
    dialog.forward.click()
    assert dialog.step() == 1
    assert strategy.adopted_on.error() == "February 2027 has 28 days. Choose another date."
    assert strategy.adopted_on.text() == "31.2.2027"


def test_details_without_a_title_ask_for_one(dialog: NewCheckDialog) -> None:
    type_into(dialog.authority.authority.line, "Ministry")
    dialog.forward.click()
    strategy = dialog.strategies.forms()[0]
    assert isinstance(strategy, StrategyForm)
    type_into(strategy.period.line, "2021-2027")
    dialog.forward.click()
    assert dialog.step() == 1
    assert strategy.title.error()


def test_several_strategies_and_removing_one(dialog: NewCheckDialog) -> None:
    dialog.strategies.show_records((Strategy("", "One"), Strategy("", "Two"), Strategy("", "Three")))
    dialog.strategies._remove(dialog.strategies._cards[1][0])
    assert [record.title for record in dialog.strategies.records()] == ["One", "Three"]
    for _ in range(2):
        dialog.strategies._remove(dialog.strategies._cards[0][0])
    assert dialog.strategies.records() == ()
    assert len(dialog.strategies.forms()) == 1


def test_a_file_that_exists_is_not_overwritten(dialog: NewCheckDialog, tmp_path: Path) -> None:
    taken = tmp_path / "taken.s3desk"
    taken.write_text("mine")
    type_into(dialog.authority.authority.line, "Ministry")
    for _ in range(2):
        dialog.forward.click()
    dialog.place.show_text(str(taken.with_suffix("")))
    dialog.forward.click()
    assert dialog.isVisible()
    assert "exists already" in dialog.place.error()
    assert taken.read_text() == "mine"


@pytest.mark.parametrize("authority", ["a/b\\c:d*?", "..", "  ", "Ω" * 300])
def test_the_proposed_file_name_suits_every_system(dialog: NewCheckDialog, authority: str) -> None:
    dialog.authority.authority.show_text(authority)
    name = dialog._proposed_name()
    assert not set(name) & set('/\\:*?"<>|')
    assert len(name) < 100
    assert not name.startswith((".", " "))


@pytest.mark.parametrize("size", [100, 200])
def test_every_step_has_names_for_everything(qtbot: QtBot, qapp: QApplication, size: int) -> None:
    theme.apply(qapp, text_size=size)
    dialog = NewCheckDialog(Language())
    qtbot.addWidget(dialog)
    dialog.show()
    type_into(dialog.authority.authority.line, "Ministry")
    for _ in range(3):
        assert nameless(dialog) == []
        dialog.forward.click()


def test_tab_goes_from_top_to_bottom(dialog: NewCheckDialog) -> None:
    seen = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
        QTest.keyClick(focus, KEY.Key_Tab)
    form = dialog.authority
    assert seen[:4] == [form.authority.line, form.unit.line, form.working.box, form.second.box]


def test_what_is_described_can_be_changed_later(qtbot: QtBot, tmp_path: Path) -> None:
    workspace = full_workspace(tmp_path)
    dialog = DescribeDialog(workspace, Language())
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    before = workspace.content
    dialog.save.click()
    assert workspace.content == before, "saving without a change must change nothing"
    again = DescribeDialog(workspace, Language())
    qtbot.addWidget(again)
    programme = again.programmes.forms()[1]
    assert isinstance(programme, ProgrammeForm)
    programme.status.choose(OfficialStatus.ACCEPTED_LATER)
    programme.status_date.show_text("3 March 2026")
    strategy = again.strategies.forms()[0]
    assert isinstance(strategy, StrategyForm)
    strategy.level.choose(StrategyLevel.NATIONAL)
    again.check_name.show_text("Autumn 2026")
    again.authority.unit.show_text("Unit 3")
    again.save.click()
    changed = workspace.content.all(Programme)[1]
    assert (changed.official_status, changed.status_date) == (OfficialStatus.ACCEPTED_LATER, date(2026, 3, 3))
    assert workspace.content.all(Strategy)[0].level is StrategyLevel.NATIONAL
    check = workspace.content.check()
    assert check is not None
    assert check.name == "Autumn 2026"
    assert workspace.content.assessment().unit == "Unit 3"
    while workspace.undo():
        pass
    assert workspace.content == before
    workspace.close()


def test_a_missing_authority_leads_to_its_part(qtbot: QtBot, tmp_path: Path) -> None:
    workspace = full_workspace(tmp_path)
    dialog = DescribeDialog(workspace, Language())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._show_part(2)
    dialog.authority.authority.show_text("")
    dialog.save.click()
    assert dialog._parts.currentIndex() == 0
    assert dialog.authority.authority.error()
    assert workspace.content.assessment().authority
    workspace.close()

"""Every text of the program is there in every language it speaks, whole and with the same placeholders."""

import ast
import importlib.util
import re
import string
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from s3desk.basics.language import Language, available_languages
from s3desk.basics.messages import Messages, read
from s3desk.basics.resources import resource

ROOT = Path(__file__).resolve().parents[3]
CODES = [code for code in available_languages() if code != "en"]

pytestmark = pytest.mark.parametrize("code", CODES)


def make_messages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_messages", ROOT / "packaging" / "make_messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def catalog(code: str) -> Catalog:
    with resource("locales", f"{code}.po").open("rb") as source:
        return read_po(source, locale=code)


def pairs(code: str) -> list[tuple[str, str]]:
    """Every message with its translation; plurals once for each form."""
    return [pair for message in catalog(code) if message.id for pair in _pairs(message)]


def _pairs(message: Message) -> list[tuple[str, str]]:
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return [(message.id[min(place, 1)], str(form)) for place, form in enumerate(forms)]


def sentences(path: Path) -> set[str]:
    """Texts in a module that look as if people read them: a capital letter, a blank, a full stop or three dots."""
    tree = ast.parse(path.read_text("utf-8"))
    quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in quiet)
    texts = {node.value for node in found if isinstance(node.value, str)}
    return {text for text in texts if re.fullmatch(r"[A-Z][a-z]* .*[a-z}\u201d]\.+", text, re.DOTALL)}


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_german_is_there_and_the_file_is_as_the_script_writes_it(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = make_messages()
    shipped = resource("locales", f"{code}.po").read_bytes()
    (tmp_path / f"{code}.po").write_bytes(shipped)
    monkeypatch.setattr(script, "LOCALES", tmp_path)
    script.main([code])
    assert (tmp_path / f"{code}.po").read_bytes() == shipped, "run python packaging/make_messages.py"


def test_what_looks_like_a_sentence_is_collected(code: str) -> None:
    """Also where a new function or error class takes it: `CALLS` names it then. The command line is English."""
    known = {english for english, _ in pairs(code)}
    command_line = {"cli", "s3desk"}
    modules = [path for path in (ROOT / "s3desk").rglob("*.py") if path.parent.name not in command_line]
    assert {text for path in modules for text in sentences(path)} - known == set()
    errors = {name for path in modules for name in re.findall(r"class (\w+)\(KnownError", path.read_text("utf-8"))}
    assert errors <= set(make_messages().CALLS)


def test_every_message_is_translated(code: str) -> None:
    assert len(pairs(code)) > 800
    assert [english for english, translated in pairs(code) if not translated.strip()] == []


def test_nothing_is_fuzzy_or_left_over(code: str) -> None:
    assert [message.id for message in catalog(code) if message.id and message.fuzzy] == []
    assert not catalog(code).obsolete


def test_placeholders_are_the_same(code: str) -> None:
    assert [pair for pair in pairs(code) if placeholders(pair[0]) != placeholders(pair[1])] == []


def test_edges_are_the_same(code: str) -> None:
    """Blanks and line ends at the edges, three dots, a colon or full stop at the end, the letter of a menu."""

    def edges(text: str) -> tuple[str, str, bool, int, int]:
        before, after = text[: -len(text.lstrip()) or len(text)], text[len(text.rstrip()) :]
        return (before if before.isspace() else "", after, text.endswith("..."), text.count("\n"), text.count("&"))

    assert [pair for pair in pairs(code) if edges(pair[0]) != edges(pair[1])] == []
    ends = [(a, b) for a, b in pairs(code) if len(a) > 12 and a[-1] in ".?:" and b[-1] != a[-1]]
    assert ends == []


def test_house_style(code: str) -> None:
    """No exclamation mark, no straight quotes, no double blanks, none of the words that blame."""
    for english, translated in pairs(code):
        assert "!" not in translated, english
        assert '"' not in translated, english
        assert "  " not in translated, english
    if code == "de":
        hard = re.compile(r"ungültig|fehlgeschlagen|fatal|unzulässig|\b(du|dein\w*)\b|Benutzer", re.IGNORECASE)
        assert [translated for _, translated in pairs(code) if hard.search(translated)] == []


def test_menu_letters_are_not_given_twice(code: str) -> None:
    letters = [translated.split("&")[1][0].casefold() for english, translated in pairs(code) if "&" in english]
    assert len(letters) == len(set(letters)) >= 5


def test_what_babel_reads_is_what_the_program_says(code: str) -> None:
    path = resource("locales", f"{code}.po")
    messages = read(path)
    for message in catalog(code):
        if isinstance(message.id, str) and message.id:
            assert messages.text(message.id) == message.string
        elif message.id:
            forms = [form for _, form in _pairs(message)]
            one, many = message.id
            assert {messages.plural(one, many, n) for n in range(30)} <= set(forms)
            assert messages.plural(one, many, 1) == forms[0]


def test_a_date_has_day_month_and_year(code: str) -> None:
    language, day = Language(code), date(2027, 3, 31)
    for shown in (language.date(day), language.short_date(day)):
        assert "31" in shown
        assert "2027" in shown
    assert "2027" in language.month(day)
    assert "31" not in language.month(day)


def test_the_codes_of_the_columns_stay_in_table_12(code: str) -> None:
    """The limits in square brackets and the words of the regulation belong to the heads."""
    for english, translated in pairs(code):
        assert re.findall(r"\[[\d ]+\]", english) == re.findall(r"\[[\d ]+\]", translated)
        assert ("EMFAF" in english) == ("EMFAF" in translated)


def test_an_untranslated_message_stays_english(code: str) -> None:
    language = Language(code)
    assert language.text("Nobody wrote this {n}", n=1) == "Nobody wrote this 1"
    assert language.plural("{n} such thing", "{n} such things", 1) == "1 such thing"
    assert language.plural("{n} such thing", "{n} such things", 0) == "0 such things"


def test_a_file_corrected_with_an_editor_is_read(code: str, tmp_path: Path) -> None:
    """A byte order mark, Windows line ends, comments, escapes, a half-filled plural: as an editor leaves them."""
    path = tmp_path / f"{code}.po"
    lines = [
        '# a comment with "quotes"',
        'msgid ""',
        'msgstr "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"',
        "",
        'msgid "Say \\"A\\"\\n"',
        '"and B"',
        "#. why",
        'msgstr "Sage \\u201eA\\u201c\\n"',
        '  "und \\\\ B"',
        'msgid "{n} day"',
        'msgid_plural "{n} days"',
        'msgstr[0] "eins"',
        'msgstr[1] "wenige"',
        'msgstr[2] "viele"',
        'msgid "{n} hour"',
        'msgid_plural "{n} hours"',
        'msgstr[0] "Stunde"',
        'msgstr[1] ""',
        'msgid "Open"',
        'msgstr ""',
    ]
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    found = read(path)
    assert found.text('Say "A"\nand B') == "Sage \u201eA\u201c\nund \\ B"
    assert [found.plural("{n} day", "{n} days", n) for n in (1, 3, 9)] == ["eins", "wenige", "viele"]
    assert found.plural("{n} hour", "{n} hours", 2) == "{n} hours"
    assert found.text("Open") == "Open"
    assert Messages().text("Open") == "Open"

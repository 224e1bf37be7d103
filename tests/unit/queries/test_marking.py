"""Words looked for and words that differ are marked; long texts are cut where nothing is marked."""

from hypothesis import given
from hypothesis import strategies as st

from s3desk.queries.marking import Runs, differing, excerpt, found, plain, shortened, shortened_change


def marked(runs: Runs) -> list[str]:
    return [text.strip() for text, is_marked in runs if is_marked]


def test_found_words_are_marked_as_they_are_written() -> None:
    runs = found("\u00dcberwachung und \u00fcberwachen", ("uberwach",))
    assert marked(runs) == ["\u00dcberwach", "\u00fcberwach"]
    assert plain(runs) == "\u00dcberwachung und \u00fcberwachen"


def test_an_excerpt_is_one_line_around_the_first_word() -> None:
    runs = excerpt(
        "A long beginning that nobody needs to read. " * 3 + "\nThe public\nreport says so. " + "More. " * 60,
        ("report",),
    )
    assert marked(runs) == ["report"]
    said = plain(runs)
    assert said.startswith("... ")
    assert said.endswith(" ...")
    assert "\n" not in said
    assert "The public report says so." in said
    assert len(said) < 200


def test_differing_words_are_marked_on_both_sides() -> None:
    before, after = differing("It is written every year, in spring.", "It is written each year, in autumn and spring.")
    assert marked(before) == ["every"]
    assert marked(after) == ["each", "autumn and"]


def test_very_long_differences_are_marked_as_a_whole() -> None:
    old, new = "start " + "old " * 4000 + "end", "start " + "new " * 4000 + "end"
    before, after = differing(old, new)
    assert [is_marked for _, is_marked in before] == [False, True, False]
    assert (plain(before), plain(after)) == (old, new)


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_letter_is_lost_and_equal_texts_have_no_mark(before: str, after: str) -> None:
    old, new = differing(before, after)
    assert (plain(old), plain(new)) == (before, after)
    assert marked(differing(before, before)[0]) == []
    if before != after:
        assert marked(old) or marked(new) or before.split() == after.split()


def test_what_is_the_same_is_cut_around_the_marks() -> None:
    long = "word " * 200
    runs = shortened(((long, False), ("changed", True), (long, False)))
    said = plain(runs)
    assert "changed" in said
    assert said.count("...") == 2
    assert len(said) < 400


def test_two_lines_begin_shortly_before_their_difference() -> None:
    same = "The indicators of all four priorities are collected twice a year "
    before, after = shortened_change(same + "by the agency.", same + "by the ministry.")
    assert before.startswith("... ")
    assert before.endswith("by the agency.")
    assert after.endswith("by the ministry.")
    assert shortened_change("", "New") == ("", "New")

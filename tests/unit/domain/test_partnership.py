"""Regions in a list, counted with their Member States."""

import pytest

from s3desk.domain.partnership import Partner, member_states, partners


@pytest.mark.parametrize(
    ("text", "regions", "states"),
    [
        ("", 0, 0),
        ("Valdoria; Italy", 1, 1),
        ("Valdoria; Italy\n\nNorte; Portugal\nMazowieckie, Poland", 3, 3),
        ("- Valdoria; Italy\n\u2022 Norte; portugal\n* Algarve; Portugal", 3, 2),
        ("Valdoria; Italy\nvaldoria; ITALY", 1, 1),
        ("Valdoria", 1, 0),
        ("Åland; Finland\n=1+1; <b>", 2, 2),
        ("-\n  \n\u2022", 0, 0),
    ],
)
def test_regions_and_states_are_counted_once(text: str, regions: int, states: int) -> None:
    found = partners(text)
    assert (len(found), member_states(found)) == (regions, states)


def test_the_state_stands_after_the_last_mark() -> None:
    assert partners("Friuli, Venezia Giulia, Italy") == (Partner("Friuli, Venezia Giulia", "Italy"),)
    assert partners("Nord, Pas; France") == (Partner("Nord, Pas", "France"),)

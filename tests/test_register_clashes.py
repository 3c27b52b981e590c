"""Entries of a register that cannot stand beside each other."""

import pytest

from generator.records.register_clashes import leading_back


@pytest.mark.parametrize(
    ("leads", "back"),
    [
        ("a:b b:c c:", []),
        ("a:a", ["a"]),
        ("a:b b:a", ["b"]),
        ("a:b,c b: c:b", []),
        ("a:c,b b: c:b", []),
        ("a:b b:c c:a d:c", ["c"]),
        ("a:x", []),
        ("a:b a:a b:", ["a"]),
        ("a: a:b b:a", ["b"]),
    ],
)
def test_a_place_leads_back_to_a_name_it_is_reached_from(leads: str, back: list[str]) -> None:
    pairs = [lead.split(":") for lead in leads.split()]
    names = [name for name, _ in pairs]
    named = [tuple(filter(None, others.split(","))) for _, others in pairs]
    assert [names[place] for place in leading_back(names, named)] == back

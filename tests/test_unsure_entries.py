"""What a register with errors may hold: as little as its errors leave open."""

import pytest

from generator.reading import schema
from generator.records.register_shapes import ENTRIES, SCHOOLS, TOPICS
from generator.records.unsure_entries import Unsure, unsure


def of_schools(*entries: str) -> Unsure:
    source = "count: 4\nschools:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)
    draft, told = schema.read(SCHOOLS, source.encode(), "f")
    assert draft is not None
    return unsure("schools", ENTRIES["schools"].fields, draft.at.node, told)


@pytest.mark.parametrize(
    ("entry", "may_be", "cannot_be"),
    [
        ("level: THPT, name: Bến Mơ", ["th-ben-mo", "thcs-ben-mo"], ["th-doi-che", "ben-mo"]),
        ("level: TH, name: [a]", ["th-doi-che"], ["mn-doi-che"]),
        ("level: THPT, name: [a]", ["mn-doi-che"], ["doi-che"]),
        ("level: THPT, name: Bến Mơ, key: ben-mo", ["ben-mo"], ["th-ben-mo"]),
        ("level: TH, name: Bến Mơ, key: Bến!", ["x"], []),
        ("level: TH, name: Bến Mơ, from: 13/2020", [], ["th-doi-che"]),
        ("level: TH, name: Bến Mơ, aliases: x", [], ["th-doi-che"]),
        ("level: TH, nme: Bến Mơ", ["mn-doi-che"], []),
        ("level: TH, name: Bến Mơ", [], ["th-doi-che"]),
    ],
)
def test_keys_that_an_entry_with_an_error_may_bear(
    entry: str, may_be: list[str], cannot_be: list[str]
) -> None:
    found = of_schools("level: MN, name: Hoa Sữa", entry)
    assert [found.may_hold_key(key) for key in may_be] == [True] * len(may_be)
    assert [found.may_hold_key(key) for key in cannot_be] == [False] * len(cannot_be)


def test_names_that_an_entry_with_an_error_may_bear() -> None:
    found = of_schools("level: THPT, name: Bến Mơ")
    assert found.may_hold_name("TH&THCS Bến Mơ")
    assert not found.may_hold_name("TH Đồi Chè")
    assert of_schools("level: TH, name: Bến Mơ, aliases: x").may_hold_name("TH Đồi Chè")


def test_a_list_that_is_none_may_hold_anything() -> None:
    source = "topics: x\n"
    draft, told = schema.read(TOPICS, source.encode(), "f")
    assert draft is not None
    found = unsure("topics", ENTRIES["topics"].fields, draft.at.node, told)
    assert found.may_hold_key("x")
    assert found.may_hold_name("X")


@pytest.mark.parametrize(
    ("entry", "may_be", "cannot_be"),
    [
        ("level: THPT, name: Bến Mơ", ["Bến Mơ", "bến mơ", "Bến", "Bến Mơ Hà Nội"], ["Mơ"]),
        ("level: THPT, name: Bến Mơ, aliases: [Bến Đò]", ["Bến Đò"], ["Đồi Chè"]),
        ("level: TH, name: [a]", ["Đồi Chè"], []),
        ("level: TH, name: Bến Mơ, aliases: x", ["Đồi Chè"], []),
        ("level: TH, name: Bến Mơ, from: 13/2020", [], ["Đồi Chè"]),
    ],
)
def test_what_words_without_a_level_may_name(
    entry: str, may_be: list[str], cannot_be: list[str]
) -> None:
    """Also where more or fewer words than its name are read, since nobody knows where it ends."""
    found = of_schools(entry)
    assert [found.may_be_called(words) for words in may_be] == [True] * len(may_be)
    assert [found.may_be_called(words) for words in cannot_be] == [False] * len(cannot_be)

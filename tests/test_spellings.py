"""Slips in the clerk's rows of synonyms; what is said of them: `tests/problems/synonyms-*.yml`."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.folding import Folding
from generator.model import Synonyms
from generator.reading import schema
from generator.records import spellings
from generator.records.synonyms import packaged_synonyms
from generator.records.synonyms_shape import SYNONYMS, SynonymsDraft

PLAIN = Folding(Synonyms())


def drafted(written: str) -> SynonymsDraft:
    draft, told = schema.read(SYNONYMS, written.encode(), "records/synonyms.yml")
    assert draft is not None, told
    return draft


def told(written: str, packaged: Synonyms | None = None) -> list[str]:
    found = spellings.problems(drafted(written), packaged or packaged_synonyms())
    return [str(problem).removeprefix("records/synonyms.yml:") for problem in found]


@pytest.mark.parametrize(
    "written",
    [
        "words: {trường học xanh: [THX, trường xanh]}",
        "words: {học sinh giỏi: [HS giỏi]}",
        "words: {học sinh giỏi cấp tỉnh: [HSG cấp tỉnh]}",
        "words: {đội thiếu niên: [đ/t, ĐTN]}",
        "documents: {tờ trình: [TTr], công văn: [c.v]}",
        "queries: {HSG: [học sinh gương mẫu], TT: [trực tiếp], GD: [giáo dục]}",
        "queries: {CLB: [câu lạc bộ]}\nwords: {câu lạc bộ bóng đá: [CLBBĐ]}",
    ],
)
def test_rows_that_add_something_are_right(written: str) -> None:
    assert told(written) == []


def test_the_programs_own_rows_are_right() -> None:
    written = packaged_synonyms()
    lines = [
        f"{section}:\n" + "".join(f"  {full}: [{', '.join(others)}]\n" for full, *others in rows)
        for section, rows in (
            ("words", written.words),
            ("documents", written.documents),
            ("queries", written.queries),
        )
    ]
    twice = ("có thể xóa", "xóa một chỗ", "xóa ở đây")
    assert [row for row in told("".join(lines), Synonyms()) if not row.endswith(twice)] == []


def test_what_a_message_says_to_write_is_right() -> None:
    """Of every row that is no good the row that is offered instead has nothing to mend."""
    wrong = [
        "words: {học sinh gương mẫu: [HSG]}",
        "words: {HSSV: [sv]}",
        "words: {học trò: [học sinh]}",
        "words: {chuyển tiếp: [CT]}",
        "words: {giáo dục: [GD]}",
        "words: {câu lạc bộ bóng đá: [bóng đá]}",
        "words: {học sinh giỏi quốc gia: [HSG nước]}",
        "documents: {khế ước: [KH]}",
        "documents: {tờ trình: [HS]}",
    ]
    for row in wrong:
        (message,) = told(row)
        offered = re.findall(r"«([^»]+: \[[^»]+\])»", message)[-1]
        section = "queries" if "ở mục «queries»:" in message else row.split(":")[0]
        assert told(f"{section}: {{{offered}}}") == [], message


def test_a_spelling_known_to_two_rows_is_told_whichever_comes_first() -> None:
    rows = ("trường học xanh: [THX]", "trường học xuân: [THX]")
    for one, other in (rows, rows[::-1]):
        assert [line.partition(":")[0] for line in told(f"words:\n  {one}\n  {other}\n")] == ["3"]


SPELLED = st.lists(
    st.sampled_from(
        "HSG học sinh giỏi GD&ĐT GD ĐT CV TT THX xanh trường đ/c 12 tt22 mô đul mô-đun".split()
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
ROWS = st.dictionaries(SPELLED, st.lists(SPELLED, min_size=1, max_size=3), max_size=4)


@given(ROWS, ROWS, ROWS)
def test_rows_without_a_slip_do_what_they_say(
    words: dict[str, list[str]], documents: dict[str, list[str]], queries: dict[str, list[str]]
) -> None:
    """And the program's rows do what they did."""
    written = "".join(
        f"{section}:\n" + "".join(f"  {name}: {others}\n" for name, others in table.items())
        for section, table in (("words", words), ("documents", documents), ("queries", queries))
        if table
    )
    draft, _ = schema.read(SYNONYMS, written.encode(), "records/synonyms.yml")
    if draft is None or any(
        not problem.warning for problem in spellings.problems(draft, packaged_synonyms())
    ):
        return
    table = packaged_synonyms() + spellings.rows(draft)
    folding = Folding(table)
    for rows, before in ((table.words, ""), (table.documents, " 12")):
        for row in rows:
            assert {folding.fold(spelling + before) for spelling in row} == {
                PLAIN.fold(row[0] + before)
            }

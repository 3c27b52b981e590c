"""Problems: how they read, sort and are collected."""

import pytest

from generator.problems import (
    MOST_IN_PASSING,
    MOST_PROBLEMS,
    Problem,
    Problems,
    bounded,
    first_ones,
    in_passing,
    quoted,
)

FILE = "records/2021/2021-12.yml"


@pytest.mark.parametrize(
    ("problem", "shown"),
    [
        (
            Problem(FILE, 57, "parts[1].sections[3].items[2]", "để trống"),
            f"{FILE}:57: parts[1].sections[3].items[2]: để trống",
        ),
        (Problem(FILE, 1, "", "tệp trống"), f"{FILE}:1: tệp trống"),
        (
            Problem(FILE, 3, "met", "thừa dấu cách", warning=True),
            f"{FILE}:3: met: cảnh báo: thừa dấu cách",
        ),
        (
            Problem(FILE, 1, "", "đã bỏ dấu BOM", warning=True),
            f"{FILE}:1: cảnh báo: đã bỏ dấu BOM",
        ),
    ],
)
def test_a_problem_names_its_place_first(problem: Problem, shown: str) -> None:
    assert str(problem) == shown


def test_a_collector_counts_what_it_does_not_keep() -> None:
    problems = Problems(FILE)
    for line in range(1, MOST_PROBLEMS + 11):
        problems.error(line, "để trống")
    problems.warn(5, "đã bỏ dấu BOM")
    found = problems.found()
    assert problems.full
    assert len(found) == MOST_PROBLEMS + 2
    assert Problem(FILE, 5, "", "đã bỏ dấu BOM", warning=True) in found
    assert str(found[-1]) == (
        f"{FILE}:{MOST_PROBLEMS}: còn ít nhất 10 chỗ nữa; hãy sửa các chỗ trên rồi kiểm tra lại"
    )


def test_warnings_alone_are_no_errors_however_many() -> None:
    problems = Problems(FILE)
    for line in range(1, MOST_PROBLEMS + 2):
        problems.warn(line, "đã bỏ dấu BOM")
    assert not problems.has_errors
    assert all(problem.warning for problem in problems.found())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Họp giao ban", "«Họp giao ban»"),
        ("", "«»"),
        ("một\nhai", "«một↵hai»"),
        ("a\u202eb\u00a0c\x07", "«a[U+202E]b[U+00A0]c[U+0007]»"),
        ("x" * 61, "«" + "x" * 59 + "…»"),
    ],
)
def test_quoted_words_are_short_and_hide_nothing(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize("warning", [False, True])
def test_of_very_many_problems_of_a_kind_no_more_are_worded_than_are_told(warning: bool) -> None:
    worded = (Problem("a.yml", line, "x", "sai", warning) for line in range(1, 1_000))
    told = [*first_ones(worded)]
    assert [problem.line for problem in told] == [*range(1, MOST_PROBLEMS + 1), MOST_PROBLEMS]
    assert told[-1].message.startswith("còn nhiều chỗ nữa")
    assert told[-1].warning == warning
    assert next(worded).line == MOST_PROBLEMS + 2


def test_few_problems_are_all_told() -> None:
    told = [Problem("a.yml", line, "x", "sai") for line in range(MOST_PROBLEMS)]
    assert [*first_ones(told)] == told
    assert [*first_ones([])] == []


def test_of_each_file_as_many_are_told_as_a_person_reads() -> None:
    many = [Problem("a", line, "", "sai") for line in range(1, 500)]
    few = [Problem("b", 1, "", "sai", warning=True), Problem("a", 7, "x", "nên xem", warning=True)]
    told = bounded([*many, *few, *many])
    assert [problem for problem in told if problem.file == "b"] == few[:1]
    assert few[1] in told
    assert len(told) == MOST_PROBLEMS + 3
    left = f"còn {499 - MOST_PROBLEMS} chỗ nữa trong tệp này; hãy sửa các chỗ trên rồi kiểm tra lại"
    assert Problem("a", MOST_PROBLEMS, "", left) in told
    assert list(told) == sorted(told)


def test_a_build_repeats_the_last_warnings_and_every_error_after_them() -> None:
    warnings = [
        Problem(f"records/{year}/{year}-09.yml", 7, "met", "nên xem", warning=True)
        for year in range(1980, 2020)
    ]
    errors = [Problem("records/1990/1990-01.yml", 3, "met", "sai")]
    told = [*in_passing(sorted([*warnings, *errors]))]
    assert told == [
        "Còn 10 chỗ nên xem lại ở các bản ghi cũ hơn; «giaoban check» kể ra từng chỗ.",
        *map(str, warnings[10:]),
        str(errors[0]),
    ]
    assert [*in_passing(warnings[:MOST_IN_PASSING])] == [*map(str, warnings[:MOST_IN_PASSING])]
    assert [*in_passing([])] == []

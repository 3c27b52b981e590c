"""The table of synonyms: what a clerk may write, and what is said of a slip."""

import pytest

from generator.problems import RecordError
from generator.search.folding import fold
from generator.search.synonyms import Synonyms, packaged_synonyms, read_synonyms


def test_a_table_is_read_as_written() -> None:
    raw = "words:\n  đồng chí: [đ/c, Đ.C]\nqueries:\n  TT: [thông tư, trung tâm]\n"
    assert read_synonyms(raw.encode(), "synonyms.yml") == Synonyms(
        words=(("đồng chí", "đ/c", "Đ.C"),), queries=(("TT", "thông tư", "trung tâm"),)
    )


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("word:\n  a: [b]\n", "synonyms.yml:1: word: không có mục «word»; chỉ có words, "),
        ("words: [a, b]\n", "synonyms.yml:1: words: phải gồm các dòng"),
        ("words:\n  học sinh: HS\n", "synonyms.yml:2: words.học sinh: sau dấu hai chấm"),
        ("words:\n  học sinh: []\n", "synonyms.yml:2: words.học sinh: sau dấu hai chấm"),
        ("words:\n  học sinh: [HS, '&']\n", "synonyms.yml:2: words.học sinh: sau dấu hai chấm"),
        ("words:\n  '/': [HS]\n", "synonyms.yml:2: words./: sau dấu hai chấm"),
        ("words:\n  a: [b]\n  a: [c]\n", "synonyms.yml:3: «a:» đã có ở dòng 2"),
    ],
)
def test_a_slip_is_told_with_its_line(raw: str, problem: str) -> None:
    with pytest.raises(RecordError) as error:
        read_synonyms(raw.encode(), "synonyms.yml")
    assert str(error.value).startswith(problem)


def test_every_synonym_in_the_package_folds_to_its_full_spelling() -> None:
    for full, *others in packaged_synonyms().words:
        assert {fold(other) for other in others} == {fold(full)}, full
    for full, *others in packaged_synonyms().documents:
        assert {fold(f"{other} 12") for other in others} == {fold(f"{full} 12")}, full


def test_no_spelling_in_the_package_stands_for_two_words() -> None:
    others = [other.lower() for _, *rest in packaged_synonyms().words for other in rest]
    assert len(others) == len(set(others))

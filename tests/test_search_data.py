"""Search data: what is loaded, in what form, and that nothing is lost on the way."""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import urls
from generator.folding import Folding
from generator.graph import indexes, redaction
from generator.graph.indexes import Graph
from generator.records.synonyms import packaged_synonyms
from generator.search.anchors import anchor_steps, anchors_of, told_label
from generator.search.data import FORMAT, MANIFEST, search_files
from generator.search.engine import without_comments
from generator.search.pieces import GLUE, Cutter, folded_by_neighbours, written
from generator.search.texts import ALPHABET, BETWEEN, OWN, SAME_AS, SHARED, SharedWords, code

FOLDING = Folding(packaged_synonyms())
fold, pieces = FOLDING.fold, Cutter(FOLDING).pieces


@pytest.fixture(scope="module")
def files(graph: Graph) -> dict[str, bytes]:
    return search_files(graph)


def content(script: bytes) -> Any:
    """What a data file hands to `giaobanSearch.put` after its kind and its name."""
    found = re.fullmatch(r'giaobanSearch\.put\("\w+","[^"]*",(.*)\)\n', script.decode())
    assert found
    return json.loads(found[1])


def test_a_file_a_school_year_newest_first_named_by_content(
    graph: Graph, files: dict[str, bytes]
) -> None:
    told = content(files[MANIFEST])
    years = [name.rpartition("-")[0] for name in told["years"]]
    assert years == [str(year) for year in graph.years] == sorted(years, reverse=True)
    loaded = (told["engine"], told["names"], told["words"], *told["years"])
    named = {f"{urls.SEARCH_DATA}/{name}" for name in loaded}
    assert files.keys() == named | {MANIFEST}
    assert all(re.search(r"-[0-9a-f]{12}\.js$", name) for name in named)


def test_files_of_another_shape_have_another_number(files: dict[str, bytes]) -> None:
    """Sites built apart read each other's files: when this fails, raise FORMAT as well, unless
    scripts that don't know what is new can do without it.
    """
    shapes = {}
    for path in files:
        if "/may-" not in path:
            kind = files[path].split(b'"')[1].decode()
            shapes[kind] = sorted(content(files[path]))
    documents = next(
        content(files[path])["documents"] for path in files if path.startswith("tra-cuu/ten-")
    )
    assert (FORMAT, shapes, sorted(documents)) == SHAPE_OF_FORMAT


SHAPE_OF_FORMAT = (
    1,
    {
        "manifest": ["engine", "format", "names", "words", "years"],
        "names": "documents fields levels notices pages schools synonyms years".split(),
        "words": ["years"],
        "year": sorted(
            "pieces folds leads rests first_day notices anchors labels fields levels also".split()
        ),
    },
    sorted("endings kinds issuers years fields serials columns addresses subjects".split()),
)


def test_what_a_passage_is_known_by_beside_its_words(graph: Graph, files: dict[str, bytes]) -> None:
    told = content(files[MANIFEST])
    found = []
    for name, notices in zip(told["years"], graph.years.values(), strict=True):
        readings = [reading for notice in notices for reading in graph.readings[notice.id]]
        also = content(files[f"{urls.SEARCH_DATA}/{name}"])["also"]
        for place, said in also.items():
            words = f" {fold(readings[int(place)].passage.prose.text)} "
            found += [each for each in said if f" {fold(each)} " not in words]
            assert found[-len(said) :] == said
    assert found


def test_the_same_archive_gives_the_same_bytes(graph: Graph, files: dict[str, bytes]) -> None:
    assert search_files(graph) == files


def test_every_passage_is_in_its_year_in_order(graph: Graph, files: dict[str, bytes]) -> None:
    told = content(files[MANIFEST])
    shared = decoded_words(content(files[f"{urls.SEARCH_DATA}/{told['words']}"])["years"])
    for name, notices in zip(told["years"], graph.years.values(), strict=True):
        year = content(files[f"{urls.SEARCH_DATA}/{name}"])
        readings = [reading for notice in notices for reading in graph.readings[notice.id]]
        assert [" ".join(r.passage.prose.text.split()) for r in readings] == decoded(year, shared)
        assert [notice.id for notice in notices] == [id_ for id_, _ in year["notices"]]
        assert sum(count for _, count in year["notices"]) == len(readings)
        assert anchors(year["anchors"].split("\n")) == [r.passage.anchor for r in readings]
        assert sum(year["fields"][::2]) == len(readings) >= len(year["levels"])


def decoded_words(additions: Sequence[Sequence[str]]) -> list[str]:
    found: list[str] = []
    for words, leads, rests in additions:
        found += words.split("\n") if words else []
        rest = iter(rests)
        for row in leads.split(BETWEEN) if leads else []:
            found.append(" ".join(parts(row, rest, found, [], FIRST_DAY)))
    return found


def decoded(year: dict[str, Any], shared: Sequence[str]) -> list[str]:
    own = year["pieces"].split("\n")
    rest = iter(year["rests"])
    texts: list[str] = []
    for row in year["leads"].split(BETWEEN):
        if row.startswith(SAME_AS):
            texts.append(texts[int(row[1:])])
            continue
        words = parts(row, rest, shared, own, date.fromisoformat(year["first_day"]))
        texts.append(" ".join(words).replace(f" {GLUE}", ""))
    return texts


def parts(
    row: str, rest: Iterator[str], shared: Sequence[str], own: Sequence[str], first_day: date
) -> Iterator[str]:
    """The pieces that the codes of a text say."""
    size = len(ALPHABET)

    def number(length: int) -> int:
        found = 0
        for _ in range(length):
            found = found * size + ALPHABET.index(next(rest))
        return found

    for lead in map(ALPHABET.index, row):
        if lead == size - 1:
            yield f"{first_day + timedelta(number(2)):%d/%m/%Y}"
            continue
        is_own = lead >= sum(SHARED)
        place, start = lead - (sum(SHARED) if is_own else 0), 0
        for length, leads in enumerate(OWN if is_own else SHARED):
            if place < leads:
                found = start + place * size**length + number(length)
                yield own[found] if is_own else shared[found]
                break
            place -= leads
            start += leads * size**length


def anchors(steps: Sequence[str]) -> list[str]:
    found, before = [], ""
    for step in steps:
        if step.startswith("="):
            before = step[1:]
        elif step == ">":
            before += "-1"
        elif step:
            for _ in range(0 if step == "+" else len(step)):
                before = before.rpartition("-")[0]
            above, _, number = before.rpartition("-")
            before = f"{above}-{int(number) + 1}"
        found.append(before)
    return found


@given(st.lists(st.from_regex(r"(muc-(i|ii|v)|noi-nhan|x)?(-[1-9][0-9]?){0,3}", fullmatch=True)))
def test_anchors_survive_as_steps(given_: list[str]) -> None:
    assert anchors(list(anchor_steps(given_))) == given_
    assert list(anchors_of(anchor_steps(given_))) == given_


@pytest.mark.parametrize(
    ("anchor", "label"),
    [
        ("muc-i-3-2", "mục I.3.2"),
        ("muc-ii", "mục II"),
        ("chu-thich-1", "chú thích 1"),
        ("noi-nhan-5", "nơi nhận, ý 5"),
        ("thanh-phan", "thành phần dự họp"),
        ("", "tiêu đề"),
        ("cham-bai-khao-sat", ""),
    ],
)
def test_labels_that_need_not_be_sent(anchor: str, label: str) -> None:
    assert told_label(anchor) == label


def test_labels_are_sent_where_they_are_not_told(graph: Graph, files: dict[str, bytes]) -> None:
    for name, notices in zip(content(files[MANIFEST])["years"], graph.years.values(), strict=True):
        sent = content(files[f"{urls.SEARCH_DATA}/{name}"])["labels"]
        readings = [reading for notice in notices for reading in graph.readings[notice.id]]
        for place, reading in enumerate(readings):
            told = sent.get(str(place), told_label(reading.passage.anchor))
            assert told == reading.passage.label


FIRST_DAY = date(2001, 9, 1)
WORDS = ["giáo", "dục", "địa", "phương", "(công", "văn", "số", "TT", "22", "12/2021,", "mô", "đul"]
WORDS += ["số", "CV", "đ/c", "Covid", "19", "vắc", "xin", "–"]
WORDS += ["5.", "“Dạy", "học”", "GD", "&", "ĐT", "1249/PGDĐT", "12.843", "–", "2021-2022)."]
WORDS += [
    "12/11/2021",
    "(12/11/2021).",
    "31/02/2021",
    "01/01/1999",
    "17/KH-UBND,",
    "01/2015/TT-BGDĐT",
]
texts = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


@given(st.lists(st.lists(texts, max_size=12), min_size=1, max_size=3))
def test_texts_survive_their_codes(years: list[list[str]]) -> None:
    words = SharedWords(FOLDING)
    coded = [words.code_year(year, FIRST_DAY) for year in years]
    shared = decoded_words([(a.words, a.leads, a.rests) for a in words.additions])
    for year, found in zip(years, coded, strict=True):
        data = {**asdict(found), "first_day": str(FIRST_DAY)}
        assert decoded(data, shared) == (year or [""])


def test_a_newer_year_leaves_older_files_as_they_are() -> None:
    old = ["Chỉ đạo các đơn vị dạy học giáo dục địa phương"] * 3
    first, again = SharedWords(FOLDING), SharedWords(FOLDING)
    coded = first.code_year(old, FIRST_DAY)
    assert again.code_year(old, FIRST_DAY) == coded
    newer = ["Chỉ đạo các đơn vị tổ chức hội thi; giáo dục địa phương"] * 2
    again.code_year(newer, FIRST_DAY)
    assert again.additions[:1] == first.additions


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("từ 05-13/11/2021, do dịch", ["từ", "05-13/11/2021", ",", "do", "dịch"]),
        ("mô đul 5 (mô hình)", ["mô đul", "5", "(mô", "hình)"]),
        ("GD & ĐT", ["GD & ĐT"]),
        ("theo TT 22.", ["theo", "TT", "22", "."]),
        ("(17/KH-UBND);", ["(17", "/KH-UBND", ");"]),
        ("71/2020/NĐ-CP", ["71/2020", "/NĐ-CP"]),
        ("13/14 đ/c", ["13/14", "đ/c"]),
    ],
)
def test_what_stands_once_in_the_list_of_pieces(text: str, parts: list[str]) -> None:
    assert [written(piece).lstrip(GLUE) for piece in pieces(text)] == parts


@given(texts)
def test_pieces_fold_to_what_their_text_folds_to(text: str) -> None:
    folded = (folded_by_neighbours(p) or fold(written(p).lstrip(GLUE)) for p in pieces(text))
    assert " ".join(filter(None, folded)) == fold(text)


def test_what_neighbours_decide_is_sent_along() -> None:
    assert [folded_by_neighbours(piece) for piece in pieces("theo TT 22")] == ["", "thong tu", ""]
    assert SharedWords(FOLDING).code_year(["theo TT 22"], FIRST_DAY).folds == ((0, "thong tu"),)


@pytest.mark.parametrize("number", [0, 54, 55, 1965, 1966, 18527, 18528, 700_000])
def test_smaller_numbers_have_shorter_codes(number: int) -> None:
    assert len(code(number)) <= len(code(number + 1))
    assert code(number) != code(number + 1)


def test_what_is_sent_before_the_first_result_is_small(files: dict[str, bytes]) -> None:
    told = content(files[MANIFEST])
    first = (told["names"], told["words"], told["years"][0])
    sizes = [len(gzip.compress(files[f"{urls.SEARCH_DATA}/{name}"])) for name in first]
    assert sum(sizes) < 10_000


def test_addresses_of_documents_are_sent_only_where_they_cannot_be_told(
    graph: Graph, files: dict[str, bytes]
) -> None:
    documents = content(files[f"{urls.SEARCH_DATA}/{content(files[MANIFEST])['names']}"])[
        "documents"
    ]
    sent = set(documents["addresses"].values())
    served = {urls.served(address) for address in graph.catalogue.documents}
    assert sent <= served
    assert len(documents["serials"].split("\n")) == len(served)
    assert len(sent) < len(served) / 2


@pytest.mark.parametrize(
    ("script", "kept"),
    [
        ("/* a\n   b */\nvar x = 1\n\n  var y = 2 /* c */\n", "var x = 1\nvar y = 2 /* c */\n"),
        ("  /* one line */\n  f()\n", "f()\n"),
    ],
)
def test_the_engine_is_sent_without_comments(script: str, kept: str) -> None:
    assert without_comments(script) == kept


def test_public_search_data_holds_nothing_private(graph: Graph) -> None:
    """It is coded, so looking for the words in its bytes would not find them."""
    canaries = redaction.canaries(graph.archive)
    assert canaries
    public = search_files(indexes.graph(redaction.redacted(graph.archive)))
    told = content(public[MANIFEST])
    shared = decoded_words(content(public[f"{urls.SEARCH_DATA}/{told['words']}"])["years"])
    found = [
        text
        for name in told["years"]
        for text in decoded(content(public[f"{urls.SEARCH_DATA}/{name}"]), shared)
    ]
    for words in canaries:
        assert not any(words in text for text in found)

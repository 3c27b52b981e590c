"""Folding for search: labelled pairs, one set of vectors for Python and the browser, properties."""

import dataclasses
import random
import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.folding import Folding, Token
from generator.model import Synonyms
from generator.records.synonyms import packaged_synonyms

HERE = Path(__file__).parent
FOLDING = Folding(packaged_synonyms())
fold, tokens = FOLDING.fold, FOLDING.tokens
SCRIPT = HERE.parent / "generator" / "theme" / "assets" / "search" / "fold.js"


def rows(file: str) -> list[list[str]]:
    lines = (HERE / file).read_text("utf-8").split("\n")[:-1]
    return [list(map(_unescaped, line.split("\t"))) for line in lines if line[:1] != "#"]


def _unescaped(cell: str) -> str:
    cell = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), cell)
    return cell.replace(r"\n", "\n")


PAIRS = rows("cases/folding.tsv")
VECTORS = rows("folding_vectors.tsv")


@pytest.mark.parametrize(("one", "other", "verdict"), PAIRS)
def test_what_search_takes_as_one(one: str, other: str, verdict: str) -> None:
    assert (fold(one) == fold(other)) is (verdict == "same"), (fold(one), fold(other))


@pytest.mark.parametrize(("text", "folded", "places"), VECTORS)
def test_what_a_text_folds_to_and_where_its_words_stand(
    text: str, folded: str, places: str
) -> None:
    assert fold(text) == folded
    assert _with_places(text, tokens(text)) == places


def _with_places(text: str, folded: tuple[Token, ...]) -> str:
    marked, done = "", 0
    for start, end in sorted({(token.start, token.end) for token in folded}):
        marked += text[done:start] + "[" + text[start:end] + "]"
        done = end
    return marked + text[done:]


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("hoà", "hòa", True),
        ("kỳ", "kì", True),
        ("quý", "quí", True),
        ("TRƯỜNG", "trường", True),
        ("GD&ĐT", "GDĐT", True),
        ("HSG", "học sinh giỏi", True),
        ("ma", "má", False),
        ("mã", "má", False),
        ("Trưng", "Trung", False),
        ("đông", "dông", False),
    ],
)
def test_accents_still_rank(one: str, other: str, equal: bool) -> None:
    accented = [[token.accented for token in tokens(text)] for text in (one, other)]
    assert (accented[0] == accented[1]) is equal
    assert fold(one) == fold(other)


def test_a_table_of_ones_own() -> None:
    folding = Folding(
        Synonyms(words=(("trang thông tin điện tử", "web", "trang mạng"),), documents=())
    )
    assert folding.fold("Web của trường") == "trang thong tin dien tu cua truong"
    assert folding.fold("trang mạng") == folding.fold("WEB")
    assert folding.fold("HSG") == "hsg"


@pytest.mark.parametrize("unit", [".111", "gd ", "a\u0301", "đ/", "\n", "1/", "tt "])
def test_folding_takes_time_in_proportion(unit: str) -> None:
    started = time.process_time()
    fold("1" + unit * 100_000)
    assert time.process_time() - started < 5


# Letters, marks and signs that Vietnamese files hold, and words that the table changes.
SIGNS = (
    "aăâeêioôơuưyđĐÐbcghklmnqstxHQIV019./-–& ,\n\u00a0\u00ad\u200b\u0301\u0323\u0302\u031b\u00b2"
)
PIECES = ["GD&ĐT", "GD", "ĐT", "pgd", "và", "&", "mô", "đul", "cv", "tt", "số", "22", "1.249"]
PIECES += ["đ/c", "HSG", "covid19", "kỳ", "quí", "thủy", "UBND", "/", "-", " ", " ", "\n"]
vietnamese = st.lists(st.sampled_from([*SIGNS, *PIECES]), max_size=30).map("".join)


@given(vietnamese | st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(vietnamese)
def test_composed_and_decomposed_fold_alike(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed) == fold(decomposed)
    accented = [[token.accented for token in tokens(form)] for form in (composed, decomposed)]
    assert accented[0] == accented[1]


@given(vietnamese | st.text())
def test_fold_is_the_texts_of_the_tokens_and_the_tokens_stand_in_order(text: str) -> None:
    found = tokens(text)
    assert fold(text) == " ".join(token.text for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)
    assert [token.end for token in found] == sorted(token.end for token in found)
    for token in found:
        assert 0 <= token.start < token.end <= len(text)
        assert token.text == token.text.strip() != ""


@given(vietnamese)
def test_capitals_fold_as_small_letters(text: str) -> None:
    assert fold(text.upper()) == fold(text)


def made_up(count: int) -> list[str]:
    """The same strings every time: of Vietnamese pieces, and of anything Unicode 3.2 knew."""
    chance = random.Random(1249)
    known = [
        chr(code)
        for code in [*range(0x20, 0xD800), *range(0x10400, 0x10450), *range(0x1D400, 0x1D800)]
        if unicodedata.ucd_3_2_0.category(chr(code)) not in ("Cn", "Cc")
    ]
    alphabets: list[list[str]] = [list(SIGNS), PIECES, known, known[:500] + PIECES]
    return [
        "".join(chance.choices(alphabets[number % len(alphabets)], k=chance.randint(1, 20)))
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    page = browser.new_page()
    page.add_script_tag(path=SCRIPT)
    table = dataclasses.asdict(packaged_synonyms())
    page.evaluate("table => { globalThis.folding = giaobanFold.create(table) }", table)
    return page


@pytest.mark.browser
def test_the_browser_folds_as_python_does(page: Page) -> None:
    texts = [cell for row in PAIRS + VECTORS for cell in row[:2]] + made_up(4000)
    folded = page.evaluate("texts => texts.map(text => folding.fold(text))", texts)
    assert folded == list(map(fold, texts))
    found = page.evaluate(
        """texts => texts.map(text => folding.tokens(text).map(
            token => [token.text, token.accented, text.slice(token.start, token.end)]))""",
        texts,
    )
    expected = [
        [[token.text, token.accented, text[token.start : token.end]] for token in tokens(text)]
        for text in texts
    ]
    for text, browsers, ours in zip(texts, found, expected, strict=True):
        assert browsers == ours, ascii(text)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "alternatives"),
    [
        ("thông tư 22", ["tt 22"]),
        ("tt chuyên", ["thong tu chuyen", "trung tam chuyen"]),
        ("kế hoạch UBND", ["kh uy ban nhan dan"]),
        ("giáo dục và đào tạo", ["gddt"]),
        ("TH Lê Lợi", ["tieu hoc le loi"]),
        ("gvd", ["giao vien day gioi"]),
        ("thc", ["trung hoc co so"]),
        ("zzzqqq", []),
        ("", []),
    ],
)
def test_what_else_a_query_may_mean(page: Page, query: str, alternatives: list[str]) -> None:
    assert page.evaluate("query => folding.alternatives(query)", query) == alternatives


@pytest.mark.browser
def test_a_worker_can_load_it(page: Page) -> None:
    folded = page.evaluate(
        """script => new Promise(resolve => {
            const url = text => URL.createObjectURL(new Blob([text]))
            const worker = new Worker(url(`importScripts("${url(script)}")
                postMessage(giaobanFold.create({}).fold("Đánh giá"))`))
            worker.onmessage = message => resolve(message.data)
        })""",
        SCRIPT.read_text("utf-8"),
    )
    assert folded == "danh gia"

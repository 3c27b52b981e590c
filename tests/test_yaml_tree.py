"""Bytes to a tree: nothing resolved, nothing lost in silence, nothing but problems otherwise."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import MOST_PROBLEMS
from generator.reading import yaml_tree
from generator.reading.tree_builder import DEEPEST, MOST_NODES
from generator.reading.yaml_nodes import Blank, Mapping, Node, Scalar, Sequence, Unread


@pytest.fixture(params=["CLoader", "Loader"], ids=["libyaml", "pure Python"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "_LOADER", getattr(yaml, request.param))


Plain = str | None | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    match node:
        case Scalar():
            return node.text
        case Blank():
            return None
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
        case Unread():
            return "?"


def read(source: str) -> tuple[Plain, list[str]]:
    root, problems = yaml_tree.read(source.encode(), "f")
    told = [str(replace(problem, field="")).removeprefix("f:") for problem in problems]
    return (None if root is None else plain(root)), told


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "a: 05\nb: no\nc: 12:30\nd: 12.843\ne: 010\nf: 1_000\ng: 2021-12-02\nh: ~\ni: null\n",
            {
                "a": "05",
                "b": "no",
                "c": "12:30",
                "d": "12.843",
                "e": "010",
                "f": "1_000",
                "g": "2021-12-02",
                "h": "~",
                "i": "null",
            },
        ),
        ("a:\nb: ''\nc: .inf\nd: =\n", {"a": None, "b": "", "c": ".inf", "d": "="}),
        ("a: “Dạy tốt” – ‘học tốt’\n", {"a": "“Dạy tốt” – ‘học tốt’"}),
        ("a: 'không # mất' # lời nhắc\n# lời nhắc\nb: x#y\n", {"a": "không # mất", "b": "x#y"}),
        ("a: # lời nhắc\n  - x\n  -\n", {"a": ["x", None]}),
        ("a: |\n  x # y\n  - z\n", {"a": "x # y\n- z\n"}),
        ("{a: [x, y], b: {c: d}}", {"a": ["x", "y"], "b": {"c": "d"}}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("'<<': b\n", {"<<": "b"}),
    ],
)
def test_every_value_stays_the_text_it_is(source: str, tree: Plain) -> None:
    assert read(source) == (tree, [])


@pytest.mark.usefixtures("either_parser")
def test_nodes_know_their_lines_and_columns() -> None:
    root, _ = yaml_tree.read("# đầu\na:\n  - b\n  - c:\n    d: 'e'\n".encode(), "f")
    inner = Mapping(
        (
            (Scalar("c", 4, 5), Blank(4, 7)),
            (Scalar("d", 5, 5), Scalar("e", 5, 8, "'")),
        ),
        4,
    )
    assert root == Mapping(((Scalar("a", 2, 1), Sequence((Scalar("b", 3, 5), inner), 3)),), 2)


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("", ["1: tệp trống"]),
        ("# chỉ có lời nhắc\n", ["1: tệp trống"]),
        ("---\n", ["1: tệp trống"]),
        ("Họp giao ban\n", ["1: bản ghi phải gồm các dòng «tên: giá trị», không phải một đoạn"]),
        ("- a\n", ["1: bản ghi phải gồm các dòng «tên: giá trị», không phải một danh sách"]),
        ("a: b\nc: d\na: e\n", ["3: «a:» đã có ở dòng 1; chỉ giữ một"]),
        ("{a: b, a: c}", ["1: «a:» đã có ở dòng 1"]),
        ("đ: b\n'đ': c\n", ["2: «đ:» đã có ở dòng 1"]),
        ("ð: b\nđ: c\n", ["1: cảnh báo: chữ Ð", "2: «đ:» đã có ở dòng 1"]),
        ("a: !!str b\n", ["1: «!!str»: «!» ở đầu giá trị là dấu riêng của YAML"]),
        ("a: !chu b\n", ["1: «!chu»: «!» ở đầu giá trị"]),
        ("a: &b c\n", ["1: «&b»: «&» ở đầu giá trị là dấu riêng của YAML"]),
        ("a: &b [c]\nd: *b\n", ["1: «&b»", "2: «*b»: «*» ở đầu giá trị"]),
        ("a: {b: c}\n<<: d\n", ["2: không dùng khóa gộp «<<»"]),
        ("a: b\n---\na: c\n", ["2: mỗi tệp chỉ một bản ghi"]),
        ("%YAML 1.1\n---\na: b\n", ["1: không dùng chỉ thị «%YAML», «%TAG»"]),
        ("%TAG ! tag:x,2000:\n---\na: b\n", ["1: không dùng chỉ thị «%YAML», «%TAG»"]),
        ("%YAML 1.1\na: b\n", ["1: không dùng chỉ thị «%YAML 1.1»; hãy xóa dòng này"]),
        ("%YAML 3.0\n---\na: b\n", ["1: không dùng chỉ thị «%YAML 3.0»"]),
        ("a: b\n'': c\n", ["2: thiếu tên trước dấu hai chấm"]),
        ("a: b\n' ': c\n", ["2: thiếu tên trước dấu hai chấm"]),
        (
            "- a: b\n  a: c\n",
            [
                "1: bản ghi phải gồm các dòng «tên: giá trị», không phải một danh sách",
                "2: «a:» đã có ở dòng 1; chỉ giữ một, hoặc gộp hai giá trị; nếu là một mục mới",
            ],
        ),
        ("a: # chữ\n  b\n", ["1: YAML bỏ mất phần sau dấu #: «# chữ»"]),
        ("a: Công văn #12\n", ["1: YAML bỏ mất phần sau dấu #: «#12»; đặt cả giá trị trong"]),
        ("a: #12\n", ["1: YAML bỏ mất phần sau dấu #: «#12»"]),
        ("a:\n  - b #12\n", ["2: YAML bỏ mất phần sau dấu #: «#12»"]),
        ("a: [b #12\n  ]\n", ["1: YAML bỏ mất phần sau dấu #: «#12»"]),
        ("? [a]\n: b\n", ["1: thiếu tên trước dấu hai chấm"]),
        ("a: b\n? \n", ["2: thiếu tên trước dấu hai chấm"]),
        ("a:\n  - b\n    - c\n", ["3: dòng «- c» bị nối vào giá trị ở dòng 2"]),
        ("a: b\n  + c\n  • d\n", ["2: dòng «+ c» bị nối vào giá trị ở dòng 1"]),
        ("a: >\n  - b\n  - c\n", ["3: dòng «- c» bị nối vào giá trị ở dòng 1"]),
        (
            'a: "b\\u202ec\\u0007"\n',
            [
                "1: ký tự thứ 2 trong ngoặc kép: ký tự ẩn",
                "1: ký tự thứ 4 trong ngoặc kép: ký tự điều",
            ],
        ),
        ("a: b\tc\nd: e\nd: f\n", ["1: cột 5: dấu Tab trong dòng", "3: «d:» đã có"]),
    ],
)
def test_what_yaml_would_lose_or_change_is_refused(source: str, told: list[str]) -> None:
    _, problems = read(source)
    assert [p.startswith(t) for p, t in zip(problems, told, strict=True)] == [True] * len(told), (
        problems
    )


def test_what_stands_below_a_refused_mark_is_still_read() -> None:
    assert read("a: *b\nc: &d e\nf: !g h\n")[0] == {"a": "*b", "c": "e", "f": "h"}


def test_where_a_mark_stands_alone_nothing_is_missing() -> None:
    assert read("a: &b\nc: !d\ne:\n")[0] == {"a": "?", "c": "?", "e": None}


def test_both_of_two_equal_names_are_in_the_tree() -> None:
    root, _ = yaml_tree.read(b"a: b\na: c\n", "f")
    assert isinstance(root, Mapping)
    assert [(key.text, plain(value)) for key, value in root.entries] == [("a", "b"), ("a", "c")]


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("a: b\n---\nc: d\n", {"a": "b"}),
        (f"a: b\nc: {'[' * DEEPEST}\n", {"a": "b", "c": "["}),
        ("a: b\nc:\n  d: e\n  f: " + "{x: " * DEEPEST, {"a": "b", "c": {"d": "e", "f": "{"}}),
    ],
)
def test_a_file_that_is_read_no_further_is_cut(source: str, tree: dict[str, Plain]) -> None:
    def shown(node: Node, expected: Plain) -> Plain:
        if expected in ("[", "{"):
            assert isinstance(node, Sequence if expected == "[" else Mapping)
            assert node.cut
            return expected
        if isinstance(node, Mapping) and isinstance(expected, dict):
            assert node.cut
            return {key.text: shown(value, expected[key.text]) for key, value in node.entries}
        return plain(node)

    root, _ = yaml_tree.read(source.encode(), "f")
    assert root is not None
    assert shown(root, tree) == tree


def test_a_file_of_many_problems_is_read_until_they_are_enough() -> None:
    source = "".join(f"a{line}: &b c\n" for line in range(MOST_PROBLEMS + 50))
    root, _ = yaml_tree.read(source.encode(), "f")
    assert isinstance(root, Mapping)
    assert root.cut
    assert len(root.entries) == MOST_PROBLEMS


def test_the_name_at_which_reading_ends_waits_for_its_value() -> None:
    root, _ = yaml_tree.read(b"a: b\n" * (MOST_PROBLEMS + 5), "f")
    assert isinstance(root, Mapping)
    last = MOST_PROBLEMS + 1
    assert [plain(value) for _, value in root.entries] == ["b"] * MOST_PROBLEMS + ["?"]
    assert root.entries[-1][1] == Unread(last)


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_quoted_text_over_a_line_of_another_field_lacks_its_end(quote: str) -> None:
    tree, told = read(f"opening: {quote}Họp\ntitle: {quote}Kết luận{quote}\n")
    assert tree == {"opening": "Họp", "title": "Kết luận"}
    assert told == ["1: dấu ngoặc kép hoặc nháy đơn mở ở dòng này mà không đóng; hãy thêm dấu đóng"]


def test_a_quoted_text_may_have_a_fields_name_within_a_line() -> None:
    source = "opening: 'Họp,\n  xem title: bản in'\na: b\n"
    assert read(source) == ({"opening": "Họp, xem title: bản in", "a": "b"}, [])


@pytest.mark.parametrize(
    ("source", "tree", "told"),
    [
        ("p'\n  -t\nx:\n", "p' - t x", ["2: thiếu dấu cách sau dấu gạch đầu dòng: «-t»"]),
        ("- s\n  -t\nx:\n", ["s - t"], ["2: thiếu dấu cách sau dấu gạch đầu dòng: «-t»"]),
        ("a:\n  - @x\n  - y\n", {"a": ["?", "y"]}, ["2: giá trị không được bắt đầu bằng «@»"]),
        (
            "a: s\n  -t\nb: @x\n",
            {"a": "s -t", "b": "?"},
            ["2: dòng «-t» bị nối vào giá trị ở dòng 1", "3: giá trị không được bắt đầu bằng «@»"],
        ),
    ],
)
def test_a_marker_in_a_repaired_line_is_told_once_and_beside_one_as_ever(
    source: str, tree: Plain, told: list[str]
) -> None:
    found, problems = read(source)
    assert found == tree
    assert [message[: len(start)] for message, start in zip(problems, told, strict=True)] == told


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("source", "starts"),
    [
        ("a: Họp\n", ()),
        ("a: Họp họp\n  giao ban\n  nay\n", ((0, 1), (8, 2), (17, 3))),
        ('a: "Họp\n\n  giao ban"\n', ((0, 1), (4, 3))),
        ("a: >\n  Họp\n  giao ban\n", ((0, 2), (4, 3))),
        ("a: |\n  Họp\n  giao ban\n", ()),
    ],
)
def test_a_text_of_several_lines_knows_where_each_begins(
    source: str, starts: tuple[tuple[int, int], ...]
) -> None:
    root, _ = yaml_tree.read(source.encode(), "f")
    assert isinstance(root, Mapping)
    ((_, value),) = root.entries
    assert isinstance(value, Scalar)
    assert value.starts == starts


def test_a_text_in_brackets_begins_after_the_bracket() -> None:
    root, _ = yaml_tree.read(b"a: [x\n  y\n  ]\n", "f")
    assert isinstance(root, Mapping)
    ((_, held),) = root.entries
    assert isinstance(held, Sequence)
    (value,) = held.items
    assert isinstance(value, Scalar)
    assert value.starts == ((0, 1), (2, 2))


def test_what_is_no_text_is_no_tree() -> None:
    assert yaml_tree.read("a: b\n".encode("utf-16"), "f")[0] is None


def nested(depth: int) -> str:
    return "a: " + "[" * (depth - 1) + "]" * (depth - 1)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (nested(DEEPEST + 1), f"1: lồng nhau quá {DEEPEST} tầng"),
        ("[" * 100_000, f"1: lồng nhau quá {DEEPEST} tầng"),
        ("- " * 100_000, f"1: lồng nhau quá {DEEPEST} tầng"),
        ("{a: " * 100_000, f"1: lồng nhau quá {DEEPEST} tầng"),
        ("[\n" * 10_000, f"{DEEPEST + 1}: lồng nhau quá {DEEPEST} tầng"),
        ("[" * DEEPEST + "a, " * (MOST_NODES + 1), f"1: tệp có hơn {MOST_NODES} giá trị"),
        ("- &a b\n" * 1000, "1: «&a»"),
        ("---\n" * 1000, "2: mỗi tệp chỉ một bản ghi"),
        ("a: a" + "\u0301\u0323" * 100_000, "1: cột 5: quá nhiều dấu chồng lên một chữ"),
    ],
)
def test_a_bomb_is_refused_by_its_first_sign(source: str, told: str) -> None:
    _, problems = read(source)
    assert any(problem.startswith(told) for problem in problems)


def test_the_deepest_allowed_is_allowed() -> None:
    assert DEEPEST == 12
    assert read(nested(DEEPEST))[1] == []


@pytest.mark.parametrize(("items", "told"), [(99_997, 0), (99_998, 1)])
def test_the_most_nodes_allowed_are_allowed(items: int, told: int) -> None:
    assert len(read(f"a: [{'b,' * items}]")[1]) == told


RECORD = """\
title: Hội nghị giao ban
met: 2021-12-02
parts:
  - title: "Kết quả: tháng 11"
    items: [a, 'b', 05]
    text: |
      - Chỉ đạo các trường
        + Dạy học
"""
SLIPS = st.sampled_from(
    ["- ", ": ", " #", "&a ", "*a ", "---\n", "...\n", "? ", "<<: ", *"\t\n \"'|>[]{}!%@`\\"]
) | st.sampled_from("\u00a0\u202e\ufeff\x00\u0301")


@given(st.lists(st.tuples(st.integers(0, len(RECORD)), st.integers(0, 6), SLIPS), max_size=4))
def test_a_record_with_slips_is_a_tree_or_problems(slips: list[tuple[int, int, str]]) -> None:
    source = RECORD
    for place, cut, typed in slips:
        source = source[:place] + typed + source[place + cut :]
    root, problems = yaml_tree.read(source.encode(), "f")
    assert root is not None or problems
    assert all(1 <= problem.line <= source.count("\n") + 1 for problem in problems)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_tree_or_problems(raw: bytes) -> None:
    root, problems = yaml_tree.read(raw, "f")
    assert isinstance(root, Mapping) or problems


def inside(texts: st.SearchStrategy[Plain]) -> st.SearchStrategy[Plain]:
    keys = st.text("abcđếô_", min_size=1, max_size=5)
    return st.lists(texts, max_size=4) | st.dictionaries(keys, texts, max_size=4)


TEXTS = st.text("aế&*!#%@`\"'[]{}:-?|>,. \n0x~=<\\", max_size=20)


@given(st.dictionaries(st.text("abc", min_size=1), st.recursive(TEXTS, inside, max_leaves=8)))
def test_what_pyyaml_quotes_is_read_back_as_it_was(tree: dict[str, Plain]) -> None:
    source = yaml.safe_dump(tree, allow_unicode=True, default_style='"', width=10_000)
    root, _ = yaml_tree.read(source.encode(), "f")
    assert root is not None
    assert plain(root) == tree

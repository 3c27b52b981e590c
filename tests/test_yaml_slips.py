"""A clerk's slips of YAML: each is told at its line, with what to write instead."""

from dataclasses import replace

import pytest
import yaml

from generator.reading import yaml_tree
from generator.reading.field_names import FIELD_NAMES
from generator.reading.schema import ListOf, Record
from generator.reading.yaml_nodes import Mapping, Scalar, Unread
from generator.records.loading import SHAPES

QUOTE_IT = 'hãy đặt cả giá trị trong ngoặc kép: "…"'


@pytest.fixture(params=["CLoader", "Loader"], ids=["libyaml", "pure Python"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "_LOADER", getattr(yaml, request.param))


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "title: Kết quả: tháng 11\n",
            "1: trong giá trị có dấu hai chấm kèm dấu cách: «title: Kết quả: tháng 11»; "
            + QUOTE_IT,
        ),
        ("title: Ghi chú:\n", "1: trong giá trị có dấu hai chấm kèm dấu cách: «title: Ghi chú:»"),
        ("title: “Dạy”: học\n", "1: trong giá trị có dấu hai chấm kèm dấu cách"),
        ("a:\n  - Tổng số: 5: 6\n", "2: trong giá trị có dấu hai chấm kèm dấu cách"),
        (
            'met: x\ntitle: "Họp\nparts: y\n',
            "2: dấu ngoặc kép hoặc nháy đơn mở ở dòng này",
        ),
        (
            "title: 'Họp\n",
            "1: dấu ngoặc kép hoặc nháy đơn mở ở dòng này mà không đóng",
        ),
        ('a: "x\nb: "y"\n', '1: ngoặc mở mà không đóng: «a: "x»; hãy thêm dấu đóng " ở cuối'),
        (
            'title: "Dạy" và học\n',
            '1: có chữ sau dấu ngoặc đóng: «title: "Dạy" và học»; hãy đặt cả',
        ),
        ('title: "Dạy "tốt" học"\n', "1: có chữ sau dấu ngoặc đóng"),
        ('title: "Dạy":học\n', "1: có chữ sau dấu ngoặc đóng"),
        (
            'title: "a\\d"\n',
            "1: trong ngoặc kép, dấu \\ là dấu riêng của YAML; hãy dùng dấu",
        ),
        ('title: "a\\xz"\n', "1: trong ngoặc kép, dấu \\ là dấu riêng"),
        (
            "title: 5%\nrate: %5\n",
            f"2: giá trị không được bắt đầu bằng «%»: «rate: %5»; {QUOTE_IT[:9]}",
        ),
        ("mail: @pgd\n", "1: giá trị không được bắt đầu bằng «@»"),
        ("title: `Họp`\n", "1: giá trị không được bắt đầu bằng «`»"),
        ("title: *quan trọng* nhé\n", "1: «*quan»: «*» ở đầu giá trị là dấu riêng của YAML"),
        ("title: &Đ b\n", "1: «&» ở đầu giá trị là dấu riêng của YAML"),
        ("title: !Đ b\n", "1: «!» ở đầu giá trị là dấu riêng của YAML"),
        ("title: [1249] của Phòng\n", "1: giá trị bắt đầu bằng «[» bị hiểu là danh sách"),
        ("title: {x} y\n", "1: giá trị bắt đầu bằng «{» bị hiểu là danh sách"),
        ("a: [x, y\nb: z\n", "1: ngoặc «[» hoặc «{» mở ở dòng này chưa đóng đúng (trước «b: z»)"),
        ("a: {x: y\nb: z\n", "1: ngoặc «[» hoặc «{» mở ở dòng này chưa đóng đúng"),
        ("title: ]\n", f"1: YAML không đọc được dòng «title: ]»; nếu là chữ thì {QUOTE_IT}"),
        ("a: b\ntitle:Họp\nc: d\n", "2: thiếu dấu cách sau dấu hai chấm: «title:Họp»; hãy viết"),
        ("title:Họp\nc: d\n", "1: thiếu dấu cách sau dấu hai chấm"),
        ("a:\n  - b\n  -c\n", "3: thiếu dấu cách sau dấu gạch đầu dòng: «-c»; hãy viết «- …»"),
        ("title\nmet: x\n", "1: thiếu dấu hai chấm sau «title»; hãy viết «title: …»"),
        (": Họp\n", "1: thiếu tên trước dấu hai chấm: «: Họp»; hãy viết «tên: giá trị»"),
        ("a: b\nHọp giao ban\n", "2: dòng «Họp giao ban» không có dạng «tên: giá trị»"),
        ("a:\n- b\n+ c\n", "3: dòng «+ c» không có dạng «tên: giá trị»"),
        ("text: | Họp\n", "1: dòng mở khối chữ không đúng: «text: | Họp»; hãy viết «tên: |»"),
        ("rate: > 5\n", "1: dòng mở khối chữ không đúng"),
        ("text: |\n    a\n  b\nc: d\n", "3: dòng «b» lùi lề sai hoặc thiếu dấu hai chấm"),
        ("title: - Họp\n", "1: dấu «- » không đứng được ở đây: «title: - Họp»; danh sách bắt đầu"),
        (
            "a: b\n  c: d\n",
            "2: dòng «c: d» lùi lề sai hoặc thiếu dấu hai chấm; các dòng cùng cấp",
        ),
        ("a:\n  b: c\n d: e\n", "3: dòng «d: e» lùi lề sai hoặc thiếu dấu hai chấm"),
        (" a: b\nc: d\n", "2: dòng «c: d» lùi lề sai hoặc thiếu dấu hai chấm"),
        ("a:\n  - b: c\n    d: e\n   f: g\n", "4: dòng «f: g» lùi lề sai"),
        ("a:\n  - b\n - c\n", "3: dòng «- c» lùi lề sai; các ý của một danh sách phải thẳng hàng"),
        ("a: |\n  Số lớp: 5: 6\n b: c\n", "3: dòng «b: c» lùi lề sai hoặc thiếu dấu hai chấm"),
        ("a: b\n...\nc: d\n", "2: dòng «...» không đúng chỗ; hãy xóa dấu «---», «...» hoặc"),
    ],
)
def test_a_slip_is_told_at_its_line(source: str, told: str) -> None:
    _, problems = yaml_tree.read(source.encode(), "f")
    found = [str(replace(problem, field="")).removeprefix("f:") for problem in problems]
    assert [message.startswith(told) for message in found] == [True], problems


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('a: b #c\na: d\ne: "f\n', [1, 2, 3]),
        ("a: b\tc\nd: e: f\n", [1, 2]),
        ("a: b\u202e\nd: @\n", [1, 2]),
    ],
)
def test_what_else_was_seen_is_told_beside_the_slip(source: str, lines: list[int]) -> None:
    _, problems = yaml_tree.read(source.encode(), "f")
    assert [problem.line for problem in problems] == lines


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("a: b: c\nd: e: f\n", {1: "a", 2: "d"}),
        ("a: b: c\nd: [e\nf: 'g\n", {1: "a", 2: "d", 3: "f"}),
        ("a:\n  - b: c: d\n    e: @f\n  - g: %h\n", {2: "a[0].b", 3: "a[0].e", 4: "a[1].g"}),
        ("title:Họp\nmet:2021\nx: y: z\n", {1: "title", 2: "met", 3: "x"}),
        ("text: | Họp\n  a\nmet: y: z\n", {1: "text", 3: "met"}),
        ("a: 'b\n  c\n  d\ne: f\n", {1: "a"}),
        ("a: b\ntitle\nmet: x: y\n", {2: "title", 3: "met"}),
    ],
)
def test_a_file_is_read_on_past_a_slip_that_one_line_shows(
    source: str, told: dict[int, str]
) -> None:
    _, problems = yaml_tree.read(source.encode(), "f")
    assert {problem.line: problem.field for problem in problems} == told


def test_what_stood_in_a_line_with_a_slip_is_told_no_more() -> None:
    root, _ = yaml_tree.read(b'met: "x" y\ntitle: z\n', "f")
    assert isinstance(root, Mapping)
    assert [type(value) for _, value in root.entries] == [Unread, Scalar]


def test_a_value_with_a_colon_is_read_as_it_was_meant() -> None:
    root, _ = yaml_tree.read(b"title: Tieu hoc: ket qua\nmet: z\n", "f")
    assert isinstance(root, Mapping)
    assert [value.text for _, value in root.entries if isinstance(value, Scalar)] == [
        "Tieu hoc: ket qua",
        "z",
    ]


def test_a_file_that_cannot_be_read_on_is_read_as_far_as_it_goes() -> None:
    root, problems = yaml_tree.read(b"a: [b]\nc: d\n- e\nh: i\n", "f")
    assert isinstance(root, Mapping)
    assert root.cut
    assert [key.text for key, _ in root.entries] == ["a", "c"]
    assert len(problems) == 1


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("source", "told", "keys"),
    [
        ("a: [b]\nc:\n  d: e\n f: g\nh: x: y\n", [4, 5], ["a", "c", "h"]),
        ("a:\n  - b: c\n     d: e\n  - f: g\n", [3], ["a"]),
        ("a:\n  - b: c\n   - d: e\nh: x: y\n", [3, 4], ["a", "h"]),
        ("a:\n  - b: c\n\td: e\nh: x: y\n", [3, 4], ["a", "h"]),
        ("a: b\n  c:\n    - d\n  e: f\nh: x: y\n", [2, 4, 5], ["a", "c", "e", "h"]),
    ],
)
def test_a_line_that_stands_wrong_is_moved_and_the_rest_is_read(
    source: str, told: list[int], keys: list[str]
) -> None:
    root, problems = yaml_tree.read(source.encode(), "f")
    assert isinstance(root, Mapping)
    assert [key.text for key, _ in root.entries] == keys
    assert sorted({problem.line for problem in problems}) == told


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("kind: A\ntitle Họp\nmet: b\n", "2: title: thiếu dấu hai chấm sau «title»; hãy viết"),
        ("title Họp\nmet: b\n", "1: title: thiếu dấu hai chấm sau «title»"),
        ("a:\n  - title KẾT QUẢ\n    met: b\n", "2: a[0].title: thiếu dấu hai chấm sau «title»"),
        ("a: b\npresent：11\nc: d\n", "2: present: thiếu dấu hai chấm sau «present»"),
        ("a: b\nvalue = 270\nc: d\n", "2: value: thiếu dấu hai chấm sau «value»"),
        ("a: b\ntext |\n  - c\nd: e\n", "2: text: thiếu dấu hai chấm sau «text»"),
        ("a:\n  text: |\n    b\n  title KẾT\n  met: c\n", "4: a.title: thiếu dấu hai chấm sau"),
    ],
)
def test_a_missing_colon_is_told_once_and_nothing_else(source: str, message: str) -> None:
    _, problems = yaml_tree.read(source.encode(), "f")
    assert [str(problem).removeprefix("f:")[: len(message)] for problem in problems] == [message]


def test_every_name_of_a_field_is_known() -> None:
    names: set[str] = set()

    def collect(shape: object) -> None:
        if isinstance(shape, Record):
            names.update(shape.fields)
            for field in shape.fields.values():
                collect(field.shape)
        elif isinstance(shape, ListOf):
            collect(shape.item)

    for shape in SHAPES.values():
        collect(shape)
    assert names == FIELD_NAMES


def test_many_slips_of_one_line_are_repaired_twice_at_most() -> None:
    _, problems = yaml_tree.read(("- ': " * 200 + "\n").encode(), "f")
    assert problems


@pytest.mark.usefixtures("either_parser")
def test_a_quote_that_ends_fields_later_was_never_closed() -> None:
    source = 'title: "Họp\nmet: x\nparts:\n  - text: |\n      - Sóng và "máy tính"\nkind: a: b\n'
    root, problems = yaml_tree.read(source.encode(), "f")
    assert isinstance(root, Mapping)
    assert [key.text for key, _ in root.entries] == ["title", "met", "parts", "kind"]
    assert [(problem.line, problem.field) for problem in problems] == [(1, "title"), (6, "kind")]


def test_a_quoted_text_of_several_lines_is_one() -> None:
    root, problems = yaml_tree.read('title: "Họp\n  giao ban: nay"\nmet: x\n'.encode(), "f")
    assert isinstance(root, Mapping)
    assert (len(root.entries), problems) == (2, ())

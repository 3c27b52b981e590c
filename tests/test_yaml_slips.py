"""A clerk's slips of YAML: each is told at its line, with what to write instead."""

import pytest
import yaml

from generator.reading import yaml_tree

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
        ('met: x\ntitle: "Họp\nparts: y\n', "2: ngoặc kép hoặc ngoặc đơn mở ở dòng này mà không"),
        ("title: 'Họp\n", "1: ngoặc kép hoặc ngoặc đơn mở ở dòng này mà không đóng; hãy thêm dấu"),
        ('a: "x\nb: "y"\n', '1: ngoặc mở mà không đóng: «a: "x»; hãy thêm dấu đóng " ở cuối'),
        (
            'title: "Dạy" và học\n',
            '1: có chữ sau dấu ngoặc đóng: «title: "Dạy" và học»; hãy đặt cả',
        ),
        ('title: "Dạy "tốt" học"\n', "1: có chữ sau dấu ngoặc đóng"),
        ('title: "Dạy":học\n', "1: có chữ sau dấu ngoặc đóng"),
        ('title: "a\\d"\n', "1: trong ngoặc kép, dấu \\ là dấu riêng của YAML; hãy dùng ngoặc đơn"),
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
        ("title\nmet: x\n", "1: thiếu dấu hai chấm sau «title»; hãy viết «tên: giá"),
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
    root, problems = yaml_tree.read(source.encode(), "f")
    assert root is None
    assert [str(problem).removeprefix("f:").startswith(told) for problem in problems] == [True], (
        problems
    )


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

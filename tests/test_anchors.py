"""The addresses of a notice's places on its page."""

import pytest

from generator.problems import Problem
from generator.records.anchors import Anchors

FILE = "records/2021/2021-12.yml"


@pytest.mark.parametrize(
    "anchor",
    [
        "dau-trang", "van-ban", "mo-dau", "thanh-phan", "ket-luan", "ket-thuc", "noi-nhan",
        "nguoi-ky", "hieu-dinh", "chu-thich-1", "chu-thich-12", "goi-chu-thich-1", "ghi-chu-chu",
        "cho-da-doi",
    ],
)  # fmt: skip
def test_the_pages_own_addresses_are_nobodys(anchor: str) -> None:
    anchors = Anchors(FILE)
    anchors.claim(anchor, 8, "parts[0].items[0]")
    message = f"địa chỉ «#{anchor}» là của một chỗ khác trên trang; ghi «id» khác"
    assert anchors.problems == [Problem(FILE, 8, "parts[0].items[0]", message)]


@pytest.mark.parametrize(
    "anchor", ["muc-i-1", "van-ban-moi", "ban-mo-dau", "chu-thich", "goi-chu-thich", "chu-thich-a"]
)
def test_other_addresses_belong_to_whoever_takes_them_first(anchor: str) -> None:
    anchors = Anchors(FILE)
    anchors.claim(anchor, 8, "parts[0].items[0]")
    anchors.claim(anchor, 8, "parts[0].items[0]")
    assert anchors.problems == []
    anchors.claim(anchor, 9, "parts[0].items[1]")
    anchors.claim(anchor, 8, "parts[1].items[0]")
    assert [(problem.line, problem.field) for problem in anchors.problems] == [
        (9, "parts[0].items[1]"),
        (8, "parts[1].items[0]"),
    ]
    assert all("đã dùng ở dòng 8" in problem.message for problem in anchors.problems)

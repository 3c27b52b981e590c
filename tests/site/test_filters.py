"""The filter of an index: what is typed is looked for in names, as people write them."""

import pytest
from playwright.sync_api import expect

from tests.site.opener import Opener

pytestmark = pytest.mark.browser

SHOWN = ".entry:not([data-filtered]) > a"
HEADINGS = "article h2:not([data-filtered])"

OF_THCS = ["THCS Bến Mơ", "THCS Cầu Đá", "THCS Đồi Chè", "THCS Ngọc Lâm", "TH&THCS Đảo Mây"]
SCHOOLS = {
    "bến mơ": ["MN Bến Mơ", "TH Bến Mơ", "THCS Bến Mơ"],
    "thcs doi": ["THCS Đồi Chè"],
    # Not in the facts beside the names: `chưa xác nhận`, `nêu tên`, `nay là TH Ngọc Lâm`.
    "thcs chu": [],
    "mn chua": [],
    "neu ten": [],
    "th ngoc lam": ["TH Ngọc Lâm", "THCS Ngọc Lâm"],
    "trung hoc co so doi che": ["THCS Đồi Chè"],
    "mam non hoa": ["MN Hoa Sữa"],
    "mẫu giáo hoa": ["MN Hoa Sữa"],
    "tiểu học Đồi Chè": ["TH Đồi Chè"],
    "trường tiểu học Đồi Chè": ["TH Đồi Chè"],
    "TH&THCS Đảo": ["TH&THCS Đảo Mây"],
    "liên cấp": ["TH&THCS Đảo Mây"],
    "trường trên đảo": ["TH&THCS Đảo Mây"],
    "hoa sữa trắng": ["MN Hoa Sữa"],
    # Not `số`, which stands before a number: `trung học cơ sở`.
    "sở": OF_THCS,
    "so": OF_THCS,
}

LETTERS = ["Công văn 1249/PGDĐT năm 2022", "Công văn 1249/PGDĐT năm 2021", "Công văn 1249/PGDĐT"]
DOCUMENTS = {
    "1249": LETTERS,
    "cv 1249": LETTERS,
    "cv1249": LETTERS,
    "CV số 1249": LETTERS,
    "công văn số 1249": LETTERS,
    "văn bản số 1249": LETTERS,
    "VB Số: 1249": LETTERS,
    "vb so1249": LETTERS,
    "so\u0302\u0301 1249": LETTERS,
    "số 1249 số 2021": LETTERS[1:2],
    "sở 1249": [],
    "hồ sơ 1249": [],
    "1249 pgddt": LETTERS,
    "1249/PGD&ĐT": LETTERS,
    "1249 2021": LETTERS[1:2],
    "tt 22": ["Thông tư 22"],
    "thông tư số 22": ["Thông tư 22"],
    "thông tư số": [],
    "nq 05": ["Nghị quyết 05-NQ/TU năm 2021"],
    "quyết định 1249": [],
    "ven sông": ["Nghị quyết 05-NQ/TU năm 2021"],
    # Nor here: `nhắc đến 1 chỗ`, `ban hành`.
    "nhắc đến": [],
    "ban hành": [],
}  # fmt: skip


@pytest.mark.parametrize(("path", "cases"), [("/truong/", SCHOOLS), ("/van-ban/", DOCUMENTS)])
def test_names_are_found_as_people_write_them(
    opened: Opener, path: str, cases: dict[str, list[str]]
) -> None:
    page = opened(path)
    found = {}
    for typed in cases:
        page.fill("#filter-words", typed)
        found[typed] = page.locator(SHOWN).all_inner_texts()
    assert found == cases


def test_headings_and_the_count_follow(opened: Opener) -> None:
    page = opened("/truong/")
    page.fill("#filter-words", "bến mơ")
    expect(page.locator(".filters__count")).to_have_text("Hiện 3 / 12")
    assert page.locator(HEADINGS).count() == 3
    page.select_option("#filter-cap", "Tiểu học")
    assert page.locator(SHOWN).all_inner_texts() == ["TH Bến Mơ"]
    page.fill("#filter-words", "không có")
    expect(page.locator(".filters__count")).to_contain_text("Không có mục nào khớp")
    page.reload()
    assert page.input_value("#filter-words") == "không có"
    assert page.locator(SHOWN).count() == 0

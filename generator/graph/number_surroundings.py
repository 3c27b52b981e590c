"""What the words around a number say of it: a phone's, a paper's, a sum of money, one of a list."""

import re

_LONGEST_GAP = 40
"""Characters between a word that announces a number and the number."""

_PHONE_WORD = re.compile(
    r"(?<![\w&])(?<!GD-)(?<!GD )(?<!GD và )(?<!GD & )"
    r"(?:s?đt(?:dđ|cđ|cq|nr)?|dđ|tel|phone|fax|hotline|zalo|viber)(?![^\W\d_])"
    r"|điện\s+thoại|di\s+động|đường\s+dây\s+nóng|liên\s+(?:hệ|lạc)",
    re.IGNORECASE,
)
_PAPER_WORD = re.compile(
    r"(?<!\w)(?:(?P<strict>g?cmnd|cmtnd|cmt|cccd|cc|hc(?=\s*(?:số|:))|passport)(?![^\W\d_])"
    r"|(?P<long>căn\s+cước|hộ\s+chiếu)|chứng\s+minh|định\s+danh)",
    re.IGNORECASE,
)
_OTHER_THINGS = re.compile(
    r"kinh\s+phí|số\s+tiền|trị\s+giá|ngày|tháng|năm|tuần|lớp|học\s+sinh|công\s+văn|văn\s+bản"
    r"|quyết\s+định|kế\s+hoạch|thông\s+(?:báo|tư)|mã\s+dự\s+án|[;\n]",
    re.IGNORECASE,
)
_LIST_WORD = re.compile(
    r"(?:tuần|lớp|tháng|ngày|từ|thứ|khối|bài|tiết|đợt|buổi|trường|mục|câu|điểm|trang|lần\s+lượt)"
    r"[^\w]*(?:học\W+|lẻ\W+|chẵn\W+|số\W+)?\Z",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)|đồng(?!\w|\s+chí)|đ(?![\w/.])|VNĐ|VND|USD|%)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s*(?:học\s+sinh|trẻ|em|hs|người|lượt|giáo\s+viên|cuốn|suất|bộ|cái|chiếc|máy|kg|tấn|m2)(?!\w)",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"[^\d;]{0,20}(?:công\s+an|cấp\s+ngày|ngày\s+cấp|nơi\s+cấp)", re.IGNORECASE)


def is_announced_as_phone(text: str, start: int) -> bool:
    return _announced(_PHONE_WORD, text, start) is not None


def paper_word(text: str, start: int) -> str:
    """`sure` after a word for nothing but papers, `maybe` after `chứng minh`, else empty."""
    found = _announced(_PAPER_WORD, text, start)
    if found is None:
        return ""
    return "sure" if found["strict"] or found["long"] else "maybe"


def _announced(words: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """The word that announces the number at `start`, if none of another kind stands between."""
    found = list(words.finditer(text, max(start - _LONGEST_GAP - 20, 0), start))
    if not found or start - (last := found[-1]).end() > _LONGEST_GAP:
        return None
    between = text[last.end() : start]
    if any("0" <= c <= "9" for c in between) or _OTHER_THINGS.search(between):
        return None
    return last


def is_in_list(text: str, start: int) -> bool:
    """`tuần 09-10-11-12-13`."""
    return _LIST_WORD.search(text, max(start - 30, 0), start) is not None


def is_money(text: str, end: int) -> bool:
    return _MONEY.match(text, end) is not None


def is_count(text: str, end: int) -> bool:
    """`1.250.000 học sinh`, and money."""
    return is_money(text, end) or _COUNTED.match(text, end) is not None


def is_issued(text: str, end: int) -> bool:
    """`100123456 do Công an tỉnh cấp`."""
    return _ISSUED.match(text, end) is not None

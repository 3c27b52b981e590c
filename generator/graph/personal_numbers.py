"""Phone numbers and numbers of identity papers in prose: text -> spans.

Phones: Quy hoạch kho số viễn thông (mobile 03, 05, 07, 08, 09 and until 2018 01; landlines 02).
Papers: chứng minh nhân dân has 9 digits, căn cước công dân 12 that begin with 0 (NĐ 137/2015), a
passport a letter and 7 or 8 digits. Amounts, dates and document numbers are none of these.
"""

import re
from collections.abc import Iterator

_GAP = r"[ .\-]?"
_BETWEEN = rf"(?:\)?{_GAP})"
_PHONE = re.compile(
    r"(?<!\w)(?<![0-9][.,\-])"
    # A date is not a phone's beginning.
    r"(?!\d\d[ .\-]\d\d[ .\-]\d{4}(?!\d))"
    rf"\(?(?:(?:\+|00)84\)?{_GAP}(?:\(0\){_GAP})?|0)"
    rf"(?:[35789](?:{_BETWEEN}[0-9]){{8}}"
    rf"|2(?:{_BETWEEN}[0-9]){{8,9}}"
    rf"|1[26890](?:{_BETWEEN}[0-9]){{8}})"
    r"(?!\d|,\d)"
)
_ABROAD = re.compile(r"(?<![\w.,/\-])84[35789][0-9]{8}(?!\w|[.,/\-]\d)")
_CARD = re.compile(r"(?<![\w.,/\-])0[0-9]{2}(?:[ .]?[0-9]{3}){3}(?!\w|[.,/\-]\d)")
_NINE = re.compile(r"(?<![\w.,/\-])[0-9]{9}(?!\w|[.,/\-]\d)(?!\s*(?:đồng|đ|VNĐ|VND|triệu|tỷ|tỉ)\b)")
_NAMED = re.compile(
    r"(?:CMND|CMTND|CMT|CCCD|GCMND|căn\s+cước|chứng\s+minh|định\s+danh|hộ\s+chiếu)"
    r"[^\d\n.;]{0,30}?(?P<number>\b[A-Z]?[0-9](?:[ .]?[0-9]){6,11})(?!\w)",
    re.IGNORECASE,
)


def personal_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the numbers; two of one text may overlap."""
    for pattern in (_PHONE, _ABROAD, _CARD, _NINE):
        for found in pattern.finditer(text):
            yield found.span()
    for found in _NAMED.finditer(text):
        yield found.span("number")

"""Entries of a register that are wrong by themselves, whatever stands beside them.

What is found where an error is told already is not told (`lost_values.elsewhere`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.numbers.document_number import Family, parse
from generator.problems import Problem, quoted
from generator.reading.scalars import KEY
from generator.records.register_drafts import (
    BodyDraft,
    DocumentDraft,
    SchoolDraft,
    SchoolsDraft,
    TopicDraft,
)
from generator.vietnamese import show_date, slug

_KEY_RULE = re.compile(KEY.pattern)

_LEVEL_WORDS = re.compile(
    r"(?:trường +)?(?:TH *& *THCS|THCS|TH|MN|PTCS|mầm non|tiểu học|trung học cơ sở) +"
    r"|(?-i:trường) +",
    re.IGNORECASE,
)
_MAY_BE_SCHOOL = re.compile(r"Trường +(?=\S+ +\S\S)", re.IGNORECASE)
"""*Trường Hoa Sữa*; but *Trường Chinh* and *Trường Sơn 2* are names."""


def levels_in_names(drafts: Sequence[SchoolDraft]) -> Iterator[Problem]:
    for draft in drafts:
        if found := _LEVEL_WORDS.match(draft.name):
            right = quoted(f"name: {draft.name[found.end() :]}")
            message = f"{quoted(draft.name)}: bỏ cấp học, chỉ ghi tên riêng: {right}"
            yield draft.at.problem(message, "name")
        elif found := _MAY_BE_SCHOOL.match(draft.name):
            right = quoted(f"name: {draft.name[found.end() :]}")
            message = (
                f"{quoted(draft.name)}: nếu {quoted(found[0].strip())} không thuộc tên riêng thì"
                f" bỏ đi: {right}"
            )
            yield draft.at.problem(message, "name", warning=True)


def keys_of_no_use(
    drafts: Sequence[SchoolDraft | TopicDraft | BodyDraft], keys: Sequence[str]
) -> Iterator[Problem]:
    """A key made from a name obeys the rules of a typed one."""
    for draft, key in zip(drafts, keys, strict=True):
        is_empty = not draft.key and not slug(draft.name)
        if not draft.name:  # told by whoever could not read it
            continue
        if is_empty or not _KEY_RULE.fullmatch(key):
            message = (
                f"từ tên {quoted(draft.name)} không lập được địa chỉ ngắn gọn;"
                " ghi thêm «key: …», chữ thường không dấu, nối bằng «-»"
            )
            yield draft.at.problem(message, "name")


def wrong_symbols(drafts: Sequence[BodyDraft]) -> Iterator[Problem]:
    """A symbol is an issuer as numbers have it: `PGDĐT` of `1249/PGDĐT`."""
    for draft in drafts:
        for place, symbol in enumerate(draft.symbols):
            number = parse(f"1/{symbol}")
            issuer = number.issuer if number else None
            if issuer != symbol:
                hint = f"viết {quoted(issuer)}" if issuer else "viết như trong số văn bản: «PGDĐT»"
                message = f"{quoted(symbol)} không phải là ký hiệu cơ quan; {hint}"
                yield draft.at.problem(message, "symbols", place)


def no_schools_counted(draft: SchoolsDraft) -> Iterator[Problem]:
    if draft.schools and not draft.count.value:
        message = f"ghi 0 trường mà danh sách có {len(draft.schools)}; ghi số Phòng đếm"
        yield draft.at.problem(message, "count")
        return
    now = sum(school.until is None for school in draft.schools)
    if draft.count.value < now:
        message = (
            f"ghi {draft.count} trường mà danh sách có {now} trường chưa ghi «to»; kiểm tra lại số,"
            " hoặc ghi «to» cho trường đã thôi hoạt động"
        )
        yield draft.at.problem(message, "count", warning=True)


def months_reversed(drafts: Iterable[SchoolDraft | BodyDraft]) -> Iterator[Problem]:
    for draft in drafts:
        if draft.since and draft.until and draft.since > draft.until:
            months = f"«to» ({draft.until.iso}) sớm hơn «from» ({draft.since.iso})"
            yield draft.at.problem(f"{months}; kiểm tra lại hai tháng", "to")


def issued_in_other_years(drafts: Iterable[DocumentDraft]) -> Iterator[Problem]:
    """Numbers of laws and other rules carry the year they were passed or issued in."""
    for draft in drafts:
        number, issued = draft.number, draft.issued
        if number.year is None or issued is None or number.year == issued.year:
            continue
        if number.family in (Family.NORMATIVE, Family.ASSEMBLY):
            message = (
                f"{quoted(str(number))} là văn bản năm {number.year}, không thể ban hành ngày"
                f" {show_date(issued)}; kiểm tra lại năm ở số và ở ngày"
            )
            yield draft.at.problem(message, "issued")

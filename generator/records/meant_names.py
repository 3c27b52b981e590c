"""The id that a file's name means, where it is written otherwise: `01-2022`, `2022-1 - Copy`."""

import re

from generator.vietnamese import bare

_COPY = re.compile(r"^(?:copy of|ban sao cua) +| +- +(?:copy|sao chep|ban sao)$| *\([0-9]{1,2}\)$")
"""What Windows puts around the name of a copy, marks left out."""

_BETWEEN = r"(?: ?[-_. ] ?)"
_MONTH = r"(?P<month>[0-9]{1,2})(?![0-9])"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_REST = r"(?P<rest>(?:(?:[-_ ]| - )[a-z0-9]+)*)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}(?:{_BETWEEN}(?:thang{_BETWEEN}?)?)?{_MONTH}{_REST}",
        rf"(?:thang{_BETWEEN}?)?{_MONTH}{_BETWEEN}(?:nam{_BETWEEN}?)?{_YEAR}{_REST}",
        rf"thang{_BETWEEN}?{_MONTH}{_REST}",
    )
)


def is_copy(stem: str) -> bool:
    return _COPY.search(bare(stem).strip()) is not None


def meant_id(stem: str, folder: str) -> str:
    """`2022-01` of `2022_1`, or of `tháng 1` in the folder of a year; empty where none is sure."""
    name = bare(stem).strip()
    while (rest := _COPY.sub("", name)) != name:
        name = rest
    for form in _FORMS:
        if found := form.fullmatch(name):
            year = found.groupdict().get("year") or folder
            words = re.findall("[a-z0-9]+", found["rest"])
            return "-".join([year, found["month"].zfill(2), *words])
    return ""

"""Days as notices print them: `31/11/2021`, `31-11-2021`, `31 tháng 11 năm 2021`; `31/11`."""

import re
from typing import Final

DAY: Final = (
    r"(?P<day>[0-9]{1,2})(?:"
    r"(?P<sign>[/.-])(?P<month>[0-9]{1,2})(?P=sign)(?P<year>(?:19|20)[0-9]{2})(?![/-]\w|\.[0-9])"
    r"|\s+tháng\s+(?P<month_in_words>[0-9]{1,2})\s+năm\s+(?P<year_in_words>(?:19|20)[0-9]{2})"
    r")(?![0-9])"
)
"""Part of a pattern; a number of a document that goes on is no day."""

SHORT_DAY: Final = (
    r"(?P<short_day>[0-9]{1,2})(?:/(?P<short_month>[0-9]{1,2})(?![\w/]|-[^\W\d]|\.[0-9])"
    r"|\s+tháng\s+(?P<short_month_in_words>[0-9]{1,2})(?![\w/]|\s+năm\s))"
)
"""Another, of a day without its year."""


def day_month_year(found: re.Match[str]) -> tuple[int, int, int]:
    """The numbers that stand there, of a day that there is or not."""
    month, year = (int(found[name] or found[f"{name}_in_words"]) for name in ("month", "year"))
    return int(found["day"]), month, year


def short_day_and_month(found: re.Match[str]) -> tuple[int, int]:
    """The numbers of a day without its year."""
    return int(found["short_day"]), int(found["short_month"] or found["short_month_in_words"])

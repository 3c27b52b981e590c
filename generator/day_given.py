"""The day a build is told that it is."""

import os
from datetime import UTC, date, datetime

from generator.problems import quoted

_LATEST = 2**32 - 1
"""The last second that a gzip file can name."""


class WrongDay(Exception):
    """SOURCE_DATE_EPOCH names no day."""


def day_given() -> date | None:
    """The day that SOURCE_DATE_EPOCH asks for, for builds that anyone can repeat.

    Raises WrongDay.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds is None:
        return None
    is_number = seconds.isascii() and seconds.isdigit() and len(seconds) <= len(f"{_LATEST}")
    if not is_number or int(seconds) > _LATEST:
        raise WrongDay(
            f"biến môi trường SOURCE_DATE_EPOCH là {quoted(seconds)}, không phải một ngày; ghi số"
            " giây từ 1970-01-01, ví dụ 1638403200 là 2021-12-02, hoặc bỏ biến ấy"
        )
    return datetime.fromtimestamp(int(seconds), UTC).date()

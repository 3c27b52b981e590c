"""Short reasons of absent people: `ốm` is private only beside the name it is said of."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.graph.private_words import PrivateWords, Span

_WHY = re.compile(r"\A(?:(?:do|vì|bị|xin)\s+)+", re.IGNORECASE)
_FARTHEST = 30
_SIGNS = r"[\s,:(–—\-⁰¹²³⁴⁵⁶⁷⁸⁹]*"
_AFTER_NAME = re.compile(
    rf"{_SIGNS}(?:(?:do|vì|bị|xin|đang|đã|còn|hiện|có|phải|nghỉ|vắng|mặt)(?:\s+|\s*[:,]\s*))*",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    rf"{_SIGNS}(?:(?:có|là|của|các)\s+)?"
    r"(?:(?:đồng\s+chí|đ\s*/\s*c|đc|ông|bà|thầy|cô|anh|chị)(?:\s+giáo)?[.:]?\s+)?[“\"(]*",
    re.IGNORECASE,
)


class ShortReasons:
    """Reasons looked for around the names that were found in a text."""

    def __init__(self, reasons: Iterable[str]) -> None:
        said = tuple(reasons)
        self._reasons = PrivateWords([*said, *(_WHY.sub("", reason) for reason in said)])

    def spans(self, text: str, names: Sequence[Span]) -> Iterator[Span]:
        for start, end in self._reasons.spans(text) if names else ():
            for left, right in names:
                if 0 <= start - right <= _FARTHEST:
                    is_beside = _AFTER_NAME.fullmatch(text, right, start)
                else:
                    is_near = 0 <= left - end <= _FARTHEST
                    is_beside = _BEFORE_NAME.fullmatch(text, end, left) if is_near else None
                if is_beside:
                    yield start, end
                    break

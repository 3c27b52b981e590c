"""Single values of records beside dates and counts: levels, numbers of documents, amounts."""

import re
from dataclasses import dataclass

from generator.model import Level
from generator.numbers.document_number import parse
from generator.problems import quoted
from generator.reading.scalars import COUNT, Choice, Count, Option, Scalar
from generator.reading.schema import Wrong

LEVEL = Choice("cấp học", {level.value: Option(level, level.label) for level in Level}, least=0.8)
"""Short codes: two letters of four make no slip of one, `THPT` is no `TH`."""

_WHOLE = COUNT.pattern.removeprefix("^").removesuffix("$")
NUMBER = Scalar("số, ký hiệu văn bản", parse, r"[0-9]", "1249/PGDĐT")
AMOUNT = Scalar(
    "số liệu, viết như bản in (268, 12.843, 14/14)",
    lambda text: _amount(text),
    rf"^{_WHOLE}(/{_WHOLE})?$",
    "12.843",
    json_types=("string", "number"),
)


@dataclass(frozen=True, slots=True)
class Amount:
    """`12.843` is 12843; `02/14` is 2 of 14. `text` is as printed."""

    text: str
    value: int
    of: int | None


def _amount(text: str) -> Amount | None:
    """Raises Wrong."""
    pieces = text.split("/")
    if not all(re.fullmatch(_WHOLE, piece) for piece in pieces):
        if re.fullmatch(r"[0-9]+(\.[0-9]+)+", text):
            raise Wrong(
                f"{quoted(text)}: dấu chấm chỉ ngăn hàng nghìn, như 12.843; số lẻ thì cứ để trong"
                " lời văn"
            )
        [COUNT.parse(piece) for piece in pieces]
        return None
    counts = [COUNT.parse(piece) for piece in pieces]
    match counts:
        case [Count(value=value)]:
            return Amount(text, value, None)
        case [Count(value=value), Count(value=of)]:
            return Amount(text, value, of)
    return None

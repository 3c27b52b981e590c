"""The shape of `synonyms.yml`: words and abbreviations that search takes as one."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from generator.folding import spelling_key
from generator.problems import quoted
from generator.reading.place import At
from generator.reading.scalars import TEXT, Scalar
from generator.reading.schema import Field, ListOf, Record, Wrong
from generator.reading.tables import Row, TableOf

Spellings: TypeAlias = Row[tuple[str, ...]]
"""A row: the spelling that names it, and the others."""


@dataclass(frozen=True, slots=True)
class SynonymsDraft:
    at: At
    words: tuple[Spellings, ...] = ()
    documents: tuple[Spellings, ...] = ()
    queries: tuple[Spellings, ...] = ()


_PATTERN = r"^(?=.{1,80}$)(?=.*[A-Za-zÀ-ỹ])[^ \n]([^\n]*[^ \n])?$"


def _spelling(text: str) -> str:
    if not re.search(_PATTERN, text) or not spelling_key(text):
        wanted = "một cách viết phải có chữ cái và dài không quá 80 ký tự, như «HSG»"
        raise Wrong(f"{quoted(text)}: {wanted}")
    return text


def _spelled(example: str) -> Scalar[str]:
    return Scalar("một cách viết", _spelling, _PATTERN, example, json_types=TEXT.json_types)


def _rows(name: str, others: str, example: str) -> TableOf[tuple[str, ...]]:
    """Rows of which `example` is one's others."""
    wanted = f"{others.lower()}, đặt trong ngoặc vuông, ví dụ «{example}»"
    shape = ListOf(_spelled("HSG"), wanted=wanted)
    return TableOf(_spelled(name), Field(shape, others, at_least=1, example=example))


SYNONYMS = Record(
    "Synonyms",
    "Từ đồng nghĩa, chữ viết tắt",
    SynonymsDraft,
    {
        "words": Field(
            _rows("học sinh giỏi", "Các cách viết khác", "[HSG]"),
            "Luôn là một",
            "Tìm cách viết này thì thấy cả cách viết kia. Mỗi dòng: cách viết đầy đủ, rồi các cách"
            " viết khác trong ngoặc vuông. Chỉ ghi chữ viết tắt không có nghĩa nào khác.",
        ),
        "documents": Field(
            _rows("công văn", "Các cách viết tắt", "[CV]"),
            "Tên loại văn bản viết tắt",
            "Chỉ khi đứng ngay trước một số, như «CV 1249».",
        ),
        "queries": Field(
            _rows("TT", "Các nghĩa", "[thông tư, trung tâm]"),
            "Chữ viết tắt có nhiều nghĩa",
            "Gõ chữ viết tắt thì tìm thêm từng nghĩa, gõ nghĩa thì tìm thêm chữ viết tắt.",
        ),
    },
)

"""General words that address schools: `các trường`, `bậc mầm non`, `toàn ngành`.

Which words, and when they stand for all schools of a level rather than for some.
"""

from enum import Enum
from itertools import product

from generator.names.phrases import BREAK, Phrases, Words, follows_any
from generator.names.register_names import RegisterNames
from generator.names.school_words import NOT_SCHOOLS_BEFORE, OPENERS, TEACHERS


class Head(Enum):
    """What kind of word opens the phrase."""

    ONE = "trường"
    UNIT = "đơn vị"
    INSTITUTION = "cơ sở giáo dục"
    ALL = "các trường"
    ALL_UNITS = "các đơn vị"
    STAGE = "bậc"
    DIRECTORS = "các hiệu trưởng"
    EVERYBODY = "toàn ngành"


_SCHOOLS = ("trường", "nhà trường", "trường học", "cơ sở trường học", "trường trực thuộc")
_UNITS = ("đơn vị", "đơn vị trường học")
_INSTITUTIONS = ("cơ sở giáo dục", "CSGD", "cơ sở GD")
_EVERY = ("các", "mọi", "mỗi", "từng", "tất cả các", "tất cả", "toàn bộ các", "toàn thể các")
_MASTERS = ("hiệu trưởng", "thủ trưởng", "đồng chí hiệu trưởng", "đ/c hiệu trưởng")

HEADS = Phrases(
    [
        *((noun, Head.ONE) for noun in _SCHOOLS),
        ("khối trường", Head.STAGE),
        *((noun, Head.UNIT) for noun in _UNITS),
        *((noun, Head.INSTITUTION) for noun in _INSTITUTIONS),
        *((f"{every} {noun}", Head.ALL) for every, noun in product(_EVERY, _SCHOOLS)),
        *(
            (f"{every} {noun}", Head.ALL_UNITS)
            for every, noun in product(_EVERY, (*_UNITS, *_INSTITUTIONS))
        ),
        *(
            (stage, Head.STAGE)
            for stage in ("bậc", "cấp", "khối", "bậc học", "cấp học", "ngành học", "hệ")
        ),
        *((f"các {master}", Head.DIRECTORS) for master in _MASTERS),
        *((word, Head.EVERYBODY) for word in ("toàn ngành", "các cấp học", "các bậc học")),
        ("các ngành học", Head.EVERYBODY),
    ]
)

# Before a level: `đối với mầm non`.
_PREPOSITIONS = (("đối", "với"), ("với",), ("riêng",), ("ở",), ("cho",), ("gồm",))

# A level does this itself only if its schools are meant: `THCS kết thúc vào ngày 08/01/2022`.
_DOES = Phrases(
    (verb, True)
    for verb in (
        "kết thúc", "bắt đầu", "nghỉ", "nghỉ học", "học", "tổ chức", "thực hiện", "hoàn thành",
        "hoàn thiện", "nộp", "báo cáo", "triển khai", "tiếp tục", "tham gia", "kiểm tra", "dạy",
        "gửi", "cử", "đăng ký", "rà soát", "chuẩn bị", "duy trì", "xây dựng", "khai giảng",
        "tựu trường", "bế giảng", "tổng kết", "sơ kết", "trước ngày", "từ ngày", "vào ngày", "sẽ",
        "đã", "đang", "cần", "phải", "không", "được", "thi", "ôn tập", "lập", "cập nhật",
        "chủ động", "tăng cường", "hoàn tất", "đi học", "trở lại", "mỗi trường", ":",
    )
)  # fmt: skip
_DOES_NOT = Phrases((noun, True) for noun in ("học sinh", "học viên", "học liệu", "dạy thêm"))

# After `các trường`: some of them, or not schools at all.
_SOME = Phrases(
    (word, True)
    for word in (
        "này", "đó", "trên", "nêu trên", "nói trên", "kể trên", "vừa nêu", "ấy", "khác", "còn lại",
        "sau", "sau đây", "dưới đây", "bạn", "được kiểm tra", "được chọn", "được thanh tra",
        "tư thục", "dân lập", "ngoài công lập", "độc lập", "thuộc cụm", "trong cụm", "thí điểm",
        "điểm", "liên quan", "có liên quan", "chức năng", "y tế", "thi công", "tư vấn", "cung cấp",
        "ngoài ngành", "hợp", "THPT", "trung học phổ thông", "đại học", "cao đẳng", "chuyên nghiệp",
        "nghề", "ĐH", "CĐ", "phối hợp", "trong danh sách", "có tên",
    )
)  # fmt: skip
_NOT_SOME = Phrases((word, True) for word in ("trên địa bàn", "trên toàn", "phối hợp với"))

_WHERE = frozenset("thuộc trên ở tại trong của".split())
_PARTS = Phrases((word, True) for word in ("phường", "xã", "khu", "thôn", "cụm", "vùng"))
_WHOLE_AREA = frozenset("thành tp toàn tỉnh thị huyện quận quản".split())


def head(among: Words, at: int) -> tuple[Head, int] | None:
    """The general word that starts here and where it ends; `môi trường` is none."""
    hit = HEADS.at(among, at)
    if hit is None:
        return None
    if among.keys[at] == "trường":
        before = among.keys[at - 1]
        written = among.written[at]
        capital = written[0] == "T" and not written.isupper() and among.follows_name_word(at)
        if before in NOT_SCHOOLS_BEFORE or (capital and before != "hiệu"):
            return None
    if among.keys[at - 2 : at] == ("100", "%"):
        return {Head.ONE: Head.ALL, Head.UNIT: Head.ALL_UNITS}.get(hit[0], hit[0]), hit[1]
    return hit


def past_opener(among: Words, at: int) -> int:
    """Past `:`, `gồm`, `(` and a further `các trường` before the names of a list."""
    hit = OPENERS.at(among, at)
    start = hit[1] if hit else at
    word = head(among, start)
    return word[1] if word and word[0] in {Head.ONE, Head.ALL} else start


def addressed_from(among: Words, at: int) -> int:
    """Where the words begin that address: `Hiệu trưởng các trường` from `Hiệu trưởng`."""
    return at - 2 if follows_any(among, at, (("hiệu", "trưởng"), ("thủ", "trưởng"))) else at


def means_all(among: Words, start: int, end: int, names: RegisterNames) -> bool:
    """Whether `các trường`, words start to end, stands for all and not for some of them."""
    if follows_any(among, start, (("một", "số"),)) or _PARTS.at(among, end):
        return False
    if _SOME.at(among, end) and not _NOT_SOME.at(among, end):
        return False
    if among.keys[end] not in _WHERE and among.keys[end] != "nằm":
        return True
    at = end + 1
    while among.keys[min(at, len(among))] in _WHERE:
        at += 1
    if among.keys[at : at + 2] == ("địa", "bàn"):
        at += 2
        if among.keys[min(at, len(among))] not in _WHOLE_AREA | {"", "."}:
            return False
    many = among.keys[min(at, len(among))] in {"các", "một", "hai", "ba"}
    at += many
    return _PARTS.at(among, at) is None and names.known(among, at) is None


def is_quoted(among: Words, at: int) -> bool:
    """Whether a quotation opens right before: the name of a campaign addresses nobody."""
    return among.is_glued(at) and among.keys[at - 1] in {'"', "“", "«", "”"}


def levels_are_addressed(among: Words, start: int, end: int, *, lone_short: bool) -> bool:
    """Whether levels named without `các trường` or `bậc` address their schools.

    `đối với mầm non`, `THCS kết thúc`; not `giáo viên THCS`. A lone `TH` may be `thực hiện`.
    """
    if _SOME.at(among, end):
        return False
    if not lone_short and follows_any(among, start, _PREPOSITIONS):
        return True
    before = among.keys[start - 1]
    if before not in {"", ".", ";", ":", "(", "-", "–", "+", ",", "và", BREAK}:
        return False
    if before == "" and end == len(among) and not lone_short:
        return True
    return _DOES.at(among, end) is not None and _DOES_NOT.at(among, end) is None


def may_be_new(among: Words, at: int, kind: Head | None) -> bool:
    """Whether words in capitals after a level at `at` may be a school outside the register."""
    if kind is None:
        return among.written[at][0].isupper() and not follows_any(among, at, TEACHERS)
    return kind is not Head.STAGE

"""The words around school names in notices: levels, places, people, other institutions, separators.

Kept as data; the grammar that reads them is `mentions`, whom they address is `audience`.
"""

from itertools import product

from generator.model import Level
from generator.names.phrases import Phrases

_PRIMARY = ("TH", "tiểu học")
_LOWER_SECONDARY = ("THCS", "trung học cơ sở")
_UPPER_SECONDARY = ("THPT", "trung học phổ thông", "PTTH")

LEVELS = Phrases(
    [
        *((word, Level.MN) for word in ("MN", "mầm non", "MG", "mẫu giáo")),
        *((word, Level.TH) for word in _PRIMARY),
        *((word, Level.THCS) for word in _LOWER_SECONDARY),
        *((f"{a} & {b}", Level.TH_THCS) for a, b in product(_PRIMARY, _LOWER_SECONDARY)),
        ("PTCS", Level.TH_THCS),
        ("phổ thông cơ sở", Level.TH_THCS),
    ]
)

# One school of two levels before a name, otherwise two levels: `trường TH và THCS Điền Công`.
TWO_LEVELS = Phrases(
    (f"{a} {joint} {b}", Level.TH_THCS)
    for a, joint, b in product(_PRIMARY, ("và", "-", "–", "+", "/"), _LOWER_SECONDARY)
)

# These have other readings where they are not in capitals (`th` is nothing, `mn`, `mg` are units).
CAPITAL_LEVELS = frozenset({"th", "mn", "mg"})

QUALIFIERS = Phrases(
    (word, True) for word in ("tư thục", "công lập", "dân lập", "thực hành", "bán trú", "nội trú")
)

_CENTRES = ("trung tâm", "TT")
_CENTRE_KINDS = (
    "GDTX", "giáo dục thường xuyên", "GDNN-GDTX", "GDNN – GDTX", "GDNN & GDTX", "GDNN",
    "HN & GDTX", "HN-GDTX", "giáo dục nghề nghiệp - giáo dục thường xuyên",
    "giáo dục nghề nghiệp", "hướng nghiệp và giáo dục thường xuyên",
)  # fmt: skip

# True: it names one institution by itself, as a province has one centre.
OUTSIDE = Phrases(
    [
        *((word, False) for word in (*_UPPER_SECONDARY, "ĐH", "đại học", "CĐ", "cao đẳng")),
        *((word, False) for word in ("CĐSP", "ĐHSP", "học viện", "trung cấp", "TCCN")),
        *(
            (f"{a} {joint} {b}", False)
            for a, joint, b in product(
                ("TH", "THCS", "TH & THCS", "TH - THCS", "TH, THCS", "trung học cơ sở"),
                ("&", "-", "–"),
                _UPPER_SECONDARY,
            )
        ),
        *((f"{centre} {kind}", True) for centre, kind in product(_CENTRES, _CENTRE_KINDS)),
        *((word, True) for word in ("TTGDTX", "TTGDNN", "TTGDNN-GDTX", "TT GDNNGDTX")),
    ]
)

# One school of several levels only right after `trường`: `Trường THCS và THPT Lê Thánh Tông`.
OUTSIDE_AFTER_SCHOOL = Phrases(
    (f"{a} {joint} {b}", False)
    for a, joint, b in product(
        ("THCS", "TH, THCS", "tiểu học, THCS", "trung học cơ sở", "MN, TH, THCS"),
        ("và",),
        _UPPER_SECONDARY,
    )
)

OUTSIDE_SEATS = Phrases(
    (word, True) for word in ("tỉnh", "thành phố", "TP", "thị xã", "huyện", "quận")
)

PLACES = Phrases(
    (word, True)
    for word in (
        "địa bàn", "phường", "xã", "P.", "khu", "khu vực", "khu phố", "khu dân cư", "thôn", "làng",
        "bản làng", "ấp", "tổ dân phố", "TDP", "cụm dân cư", "thị trấn", "thị xã", "huyện", "quận",
        "tỉnh", "thành phố", "TP", "TP.", "đường", "phố", "ngõ", "ngách", "đại lộ", "quốc lộ",
        "ngã ba", "ngã tư", "quảng trường", "công viên", "chợ", "ga", "sông", "núi", "đảo", "hồ",
        "đền", "chùa", "sân vận động", "nhà văn hóa", "trạm y tế", "bệnh viện", "UBND", "công an",
        "khu công nghiệp", "KCN", "cụm công nghiệp", "khu đô thị", "KĐT", "dốc", "đèo",
    )
)  # fmt: skip

PEOPLE = Phrases(
    (word, True)
    for word in (
        "đ/c", "đồng chí", "ông", "bà", "anh", "chị", "em", "cô", "thầy", "cụ", "bác", "cháu",
        "nhà thơ", "nhà văn", "nhà giáo", "nhà yêu nước", "tác giả", "danh nhân", "anh hùng",
        "anh hùng dân tộc", "liệt sĩ", "liệt sỹ", "tướng", "đại thi hào", "vua", "lãnh tụ",
        "Tổng Bí thư", "giải", "giải thưởng", "quỹ", "học bổng", "khởi nghĩa", "chiến thắng",
        "chiến dịch", "phong trào", "tượng đài", "lăng", "họ tên", "mang tên", "nhà cách mạng",
    )
)  # fmt: skip

CLUSTERS = Phrases(
    (word, True)
    for word in (
        "cụm", "cụm trường", "cụm các trường", "cụm chuyên môn", "cụm thi đua", "cụm liên trường",
        "cụm sinh hoạt chuyên môn", "cụm SHCM", "liên trường", "cụm thi",
        "cụm chuyên môn liên trường",
    )
)  # fmt: skip

# Between a general word and the names that it stands for.
OPENERS = Phrases(
    (word, True)
    for word in (
        ":", "(", "gồm", "gồm:", "(gồm", "(gồm:", "gồm có", "gồm có:", "bao gồm", "bao gồm:", "là",
        "là:", "sau:", "sau đây:", "cụ thể:", "cụ thể là", "đó là", "đó là:", "như", "như:",
        "gồm các", "(gồm các",
    )
)  # fmt: skip

SEPARATORS = Phrases(
    (word, True)
    for word in (
        ",", ";", "/", "-", "–", "—", "+", "&", "và", ", và", "; và", "cùng", "cùng với", "hoặc",
        "hay", "lẫn",
    )
)  # fmt: skip

# A capital that opens a phrase after a name rather than going on with it; full stops get lost.
COMMON_OPENINGS = Phrases(
    (word, True)
    for word in (
        "thành phố", "thị xã", "hiệu trưởng", "phó hiệu", "năm học", "tiểu học", "mầm non",
        "trung học", "hoàn thiện", "hoàn thành", "tổ chức", "tiếp tục", "thực hiện", "chỉ đạo",
        "hướng dẫn", "phòng GD", "phòng GDĐT", "sở GD", "triển khai", "tham gia", "tham mưu",
        "kiểm tra", "báo cáo", "tăng cường", "phối hợp", "xây dựng", "rà soát", "đề nghị",
        "yêu cầu",
        "tiến hành", "trường", "các", "phường", "xã", "đơn vị", "tổng số", "ngày", "tháng", "vắng",
        "có mặt", "quyết định", "kế hoạch", "công văn", "thông tư", "cử", "duy trì",
    )
)  # fmt: skip

# May stand with a capital right before a bare name without being part of it.
BEFORE_NAMES = frozenset(
    "tại ở của và gồm riêng do với từ cho ngoài hai ba các trường đến về theo cùng như tên".split()
)

# `hội trường`, `môi trường`: not schools.
NOT_SCHOOLS_BEFORE = frozenset(
    "môi hội thị nông công lâm lập hiện chiến thương quảng tựu trận nghị quan kịch pháp sở".split()
)

# After these a name in capitals outside the register is a person's: `GV THCS Nguyễn Văn Bình`.
TEACHERS = (("giáo", "viên"), ("gv",), ("cbql",), ("cô",), ("thầy",), ("học", "sinh"), ("hs",))

# Two words in capitals that no school is called by.
FAR_PLACES = frozenset({("quảng", "ninh"), ("hạ", "long"), ("hà", "nội"), ("việt", "nam")})

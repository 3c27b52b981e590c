"""The closed sets of the grammar of document numbers, as data: types, issuers, units, casing.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục III (types); Luật Ban hành VBQPPL 2015, Điều 10
(normative types); Hướng dẫn 36-HD/VPTW (Party types); files of departments of education
(issuers and units). Units are an open set: those here only lend official casing.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

TYPE_NAMES: Mapping[str, str] = {
    "CV": "Công văn",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "QĐi": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "SY": "Bản sao y",
    "TrS": "Bản trích sao",
    "SL": "Bản sao lục",
    "KHLT": "Kế hoạch liên tịch",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "TTLB": "Thông tư liên bộ",
    "NQLT": "Nghị quyết liên tịch",
    "L": "Lệnh",
    "PL": "Pháp lệnh",
    "VBHN": "Văn bản hợp nhất",
    "KL": "Kết luận",
    "CTHĐ": "Chương trình hành động",
    "CTrHĐ": "Chương trình hành động",
    "CTPH": "Chương trình phối hợp",
    "CTrPH": "Chương trình phối hợp",
    "KHPH": "Kế hoạch phối hợp",
    "QCPH": "Quy chế phối hợp",
    "KHLN": "Kế hoạch liên ngành",
    "HDLN": "Hướng dẫn liên ngành",
    "HDLT": "Hướng dẫn liên tịch",
    "TBLT": "Thông báo liên tịch",
}
"""Code of a type -> its Vietnamese name. `CV` is written only by the Party; the State drops it."""

NORMATIVE_TYPES = frozenset(("NĐ", "TT", "TTLT", "TTLB", "NQLT", "L", "PL"))
"""Types that always carry the year in their number: without it the number is incomplete."""

JOINT_TYPES = frozenset("TTLT TTLB NQLT KHLT CTPH CTrPH KHPH QCPH KHLN HDLN HDLT TBLT".split())
"""Types signed by several bodies: what follows the first issuer are issuers, not units."""

SUPPLIED_TYPES = frozenset("TT TTLT NQ QĐ CT KH NĐ VBHN".split())
"""Types that a cue word lends to a number written without one: `Thông tư số 44/BGD&ĐT`."""

BARE_TYPES = frozenset("NĐ TT TTLT NQ QĐ CT CV".split())
"""Types whose word alone makes a bare number a citation; after any other it takes `số`."""

PARTY_ISSUERS = frozenset(
    """TW TU HU QU ĐU ThU VPTW VPTU VPHU VPĐU BTGTW BTGTU BTGHU BTCTW BTCTU BTCHU BDVTW BDVTU
    BDVHU BTGDVTW BTGDVTU UBKTTW UBKTTU UBKTHU UBKTĐU BNCTW BNCTU BCSĐ BCSĐCP ĐUK ĐUCA ĐUQS
    BTVTU BTVHU BTVĐU HVCTQG CB ĐUX ĐUP TWĐTN""".split()
)
"""Organs that write `NN-TYPE/ORGAN`; written the State way their numbers are turned."""

MASS_ISSUERS = frozenset(
    """LĐLĐ TLĐ CĐGD CĐN CĐCS CĐVC CĐ ĐTN TĐTN ĐTNCS HLHPN LHPN HPN HND HCCB CCB HCTĐ CTĐ HKH
    HLHTN HĐĐ ĐH MTTQ UBMTTQ MTTW HNDVN ĐHCĐ BTVLĐLĐ""".split()
)
"""Mass organisations: they use both forms, and theirs stays as it was written."""

CENTRAL_ISSUERS = frozenset(
    """CP TTg CTN VPCP VPQH VPCTN TTCP UBDT KTNN NHNN TANDTC VKSNDTC BHXHVN
    BGDĐT BNV BTC BYT BTTTT BLĐTBXH BTP BCA BQP BNG BCT BXD BGTVT BTNMT BNNPTNT BNNMT BKHCN
    BKHĐT BVHTTDL BVHTT BDTTG BNN BKH BTM BCN BVHTTTTDL HĐTP TW VPTW BTGTW BTCTW BDVTW BTGDVTW
    UBKTTW BNCTW TLĐ TWĐTN MTTW""".split()
)
"""Issuers whose symbol names one body in the whole country."""

LOCAL_ISSUERS = frozenset(
    """BGDĐT SGDĐT PGDĐT GDĐT UBND HĐND TTHĐND VPUBND SYT SNV SCT STC STP SXD SGTVT STNMT SKHĐT
    SKHCN SVHTT SVHTTDL STTTT SLĐTBXH LĐTBXH PLĐTBXH SNNPTNT SNNMT SDTTG TTYT BHXH KBNN CAT CATP
    CAH CTK CCT CT TTr VP VPĐKĐĐ TTGDTX TTGDNN TTHTCĐ BCĐ BCH BCHQS BTC HĐTĐ HĐTĐKT HĐTS HĐT
    HĐTV HĐKH HĐQT HĐCDGD NV PNV PYT TCKH PTCKH PTP VHTT PVHTT KTHT PKTHT TNMT QLĐT
    TTVH TTKSBT TTPVHCC KSBT TANDTP TAND VKSND THADS CDC QLTT""".split()
) - {"CT", "TTr"}

STATE_ISSUERS = CENTRAL_ISSUERS - PARTY_ISSUERS - MASS_ISSUERS | LOCAL_ISSUERS
ISSUERS = STATE_ISSUERS | PARTY_ISSUERS | MASS_ISSUERS

STANDING_ISSUERS = frozenset(
    """BGDĐT SGDĐT PGDĐT GDĐT UBND HĐND VPCP BNV BTTTT BYT BTC BLĐTBXH LĐTBXH SLĐTBXH SYT SNV SCT
    STC STP STTTT SNNPTNT TTYT LĐLĐ CĐGD BHXH""".split()
)
"""Issuers that make `NN/ISSUER` a letter's number even where no word announces it."""

ISSUER_ALIASES: Mapping[str, str] = {
    "BGD": "BGDĐT",
    "SGD": "SGDĐT",
    "PGD": "PGDĐT",
    "TTGCP": "TTg",
    "HDND": "HĐND",
    "TRUNGUONG": "TW",
    "THU": "ThU",
}

UNITS = frozenset(
    """GDMN GDTH GDTrH GDPT GDTX GDTCMN GDTC GDCTHSSV GDQPAN GDĐH GDCN GDNN GDDT GDTXCN GDTXĐH
    GDTrHTX GDTrHGDTX GDTXHN GDMNTH KTKĐ KTKĐCLGD KĐCLGD QLCL QLCLGD KTQLCLGD CTTT CTTTHSSV
    CTHSSV HSSV TCCB TCHC TCHCQT HCTH HCQT HC KHTC KHTH TCKH TC KHĐT KH VP TTr CNTT CNTTTT KGVX
    VX KGVX1 GD TNMT NV NVY NVD KSBT TH NC NL KT TM QH GT XD NN CN PC TĐKT TĐTH HTQT CSVC CSVCTB
    NGCBQLGD NGCBQLCSGD QLĐT YTDP DTTS LĐTBXH VHTT KTHT BTXH GDQP TCKT TTHC CCHC KSTTHC BTV VHXH
    QLTT GDĐT ĐT HĐ BVCSTE BĐG NNMT KTTH KSTT QHĐP TCT TTPVHCC CT CM""".split()
)


def folded(text: str) -> str:
    """Upper case without accents, `Đ` as `D`: what spellings of one code share."""
    bare = unicodedata.normalize("NFD", text.upper().replace("Đ", "D"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def by_folding(codes: Iterable[str]) -> dict[str, str]:
    """Folded spelling -> official spelling; of two that fold alike the plainer one stays."""
    official: dict[str, str] = {}
    for code in sorted(codes, key=lambda code: ("Đ" in code, code)):
        official.setdefault(folded(code), code)
    return official


TYPES_BY_UPPER = {code.upper(): code for code in TYPE_NAMES}
TYPES_BY_FOLDING = by_folding(TYPE_NAMES)
TYPES_BY_NAME = {name.casefold(): code for code, name in reversed(list(TYPE_NAMES.items()))}
ISSUERS_BY_FOLDING = by_folding(ISSUERS) | dict(ISSUER_ALIASES)
UNITS_BY_FOLDING = by_folding(UNITS - {"GDDT"})


@lru_cache(maxsize=4096)
def official_type(written: str) -> str | None:
    """The type a code stands for: `qd` and `QĐ` are QĐ, `HD` is Hướng dẫn but `HĐ` Hợp đồng."""
    return TYPES_BY_UPPER.get(written.upper()) or TYPES_BY_FOLDING.get(folded(written))


@lru_cache(maxsize=4096)
def official_issuer(written: str) -> str | None:
    """The known issuer a code stands for, `&` and accents aside; None for an unknown one."""
    return ISSUERS_BY_FOLDING.get(folded(written.replace("&", "")))


@lru_cache(maxsize=4096)
def official_unit(written: str) -> str | None:
    """The known unit a code stands for, in its official casing; None for an unknown one."""
    return UNITS_BY_FOLDING.get(folded(written)) or ISSUERS_BY_FOLDING.get(folded(written))

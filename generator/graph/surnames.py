"""What a Vietnamese name begins with: the family names, a closed set of a hundred and some."""

import re

from generator.graph.private_words import keys

COMMONEST = frozenset(
    keys("nguyễn trần lê phạm phan vũ võ đặng bùi đỗ hồ ngô lý đinh đoàn huỳnh trịnh trương")
)
"""Which hardly anybody is called by: inside a name one of these may begin another."""

# The common ones of the Kinh, and those of Tày, Nùng, Dao, Sán Dìu, Hoa, Hmong in the north.
SURNAMES = COMMONEST | frozenset(
    keys(
        "an âu bạch bành bàn bế biện cao cầm chẩu chế chíu chìu chu chúc chung chử châu cù"
        " cung cấn diệp doãn dư dương dường đàm đào đái đậu điền đồng đới đường đèo giang giáp"
        " giàng hà hàn hạng hầu hoàng hứa khổng khúc khuất khương kiều kim la lã lại lâm lềnh"
        " lò lô lỗ lộc lù lục lương lường lưu lữ lỷ ma mã mạc mai mạch mẫn mạnh mông nghiêm"
        " ngụy nhâm nhữ nình ninh nông ông phí phó phù phùn phùng quách quàng sầm sái sằn sìn"
        " sùng tạ tăng tằng tần thạch thái thân thào thiều tiêu tiết tòng tô tôn tống triệu từ"
        " tưởng tẩy ung văn vàng vi viên voòng vừ vương"
    )
)

_PLACES = frozenset(
    map(
        keys,
        "An Giang,Cao Bằng,Châu Á,Châu Âu,Châu Đốc,Đồng Hới,Đồng Nai,Đồng Tháp,Hà Đông,Hà Giang,"
        "Hà Khánh,Hà Khẩu,Hà Lầm,Hà Nam,Hà Nội,Hà Tiên,Hà Tĩnh,Hà Tu,Hoàng Mai,Hoàng Sa,"
        "Hồ Chí Minh,Kim Bôi,Lai Châu,Lâm Đồng,Lý Sơn,Ma Cao,Mai Châu,Ninh Bình,Ninh Thuận,"
        "Thái Bình,Thái Lan,Thái Nguyên,Văn Giang,Văn Lâm".split(","),
    )
)
_OTHERS = re.compile(
    r"(?:an (?:toàn|ninh|sinh)|đoàn (?:thanh|thể|trường|đội|tncs)|đồng chí|hồ sơ"
    r"|phó (?:trưởng|hiệu|chủ|giám|bí)|tiêu (?:chí|học|biểu)|văn (?:phòng|hóa|hoá|học|bản|thư))"
    r"(?!\w)",
    re.IGNORECASE,
)
"""Words of offices and of other things that begin like a name."""


def is_place(words: str) -> bool:
    return keys(words) in _PLACES


def begins_a_name(words: str) -> bool:
    """Whether words in capitals can be a person's full name, by how they begin."""
    said = keys(words)
    if len(said) < 2 or said in _PLACES:
        return False
    return said[1] in ("thị", "văn") or (said[0] in SURNAMES and not _OTHERS.match(words))

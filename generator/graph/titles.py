"""What stands before a name: titles of address, offices, degrees; one table for all who look."""

import re

ADDRESS = (
    r"(?:đồng\s+chí|đ\s*/\s*c|đ\.\s*c|đc|ông|bà|(?:thầy|cô)(?:\s+giáo)?|anh|chị|nhà\s+giáo)(?!\w)"
)
"""How people are addressed; not an office, so a name follows in any letters."""

DEGREE = (
    r"(?:(?:PGS|GS|TS|T[hH][sS]|NGƯT|NGND|BS|CN)(?!\w)\.?"
    r"|(?:thạc|tiến|cử|bác)\s+(?:sĩ|sỹ|nhân)(?!\w))"
)

OFFICE = (
    r"(?:(?:phó\s+)?(?:hiệu|tổ|cụm|nhóm)\s+(?:trưởng|phó)"
    r"|(?:phó|trưởng)\s+(?:hiệu\s+trưởng|(?:trưởng\s+)?(?:phòng|ban)|chủ\s+(?:tịch|nhiệm)"
    r"|giám\s+đốc|bí\s+thư)|(?:phó\s+)?(?:chủ\s+(?:tịch|nhiệm)|bí\s+thư|giám\s+đốc)"
    r"|tổng\s+phụ\s+trách|chuyên\s+viên|cán\s+bộ|nhân\s+viên|giáo\s+viên|kế\s+toán|văn\s+thư"
    r"|lãnh\s+đạo|đại\s+diện|p?ht)(?!\w)(?:\s+(?:trưởng|phòng|tịch|đốc|thư)(?!\w))*"
)

BEGINS_OFFICE = re.compile(
    r"(?:lãnh|đại|hiệu|phó|trưởng|chuyên|cán|giáo|nhân)(?!\w)", re.IGNORECASE
)
"""What an office begins with, where only a name is looked for."""

OFFICE_WORDS = frozenset(
    "phó trưởng hiệu chủ chuyên bí giám giáo cán nhân kế văn thư phòng".split()
)
"""What an office begins with behind a name, also in capitals: `đ/c Oanh Phó Trưởng phòng`."""

NOT_A_NAME = frozenset(
    "vắng nghỉ không chưa xin ốm bận do vì nên được đã đang phải và cũng báo".split()
)
"""Words of a sentence that goes on behind a name, where all of it stands in capitals."""

"""What has a page of its own, as the browser's search takes it: schools, fields, notices.

`theme/assets/search/entries.js` reads the rows.
"""

from dataclasses import asdict

from generator import urls
from generator.graph.indexes import Graph
from generator.model import Level, Notice
from generator.pages.page import notice_title, position_in_a_sentence
from generator.search.documents import documents
from generator.search.facets import Facets, Json, level_bits
from generator.urls import Address
from generator.vietnamese import show_date

PAGES: tuple[tuple[Address, str, str, list[str]], ...] = (
    (urls.NOTICES, "Thông báo kết luận", "Theo năm học và tháng", ["Danh sách thông báo"]),
    (urls.SCHOOLS, "Trường học", "Theo cấp học", ["Danh sách trường", "Danh sách trường học"]),
    (urls.TOPICS, "Lĩnh vực", "Qua các tháng", ["Danh sách lĩnh vực", "Lĩnh vực công tác"]),
    (
        urls.DOCUMENTS,
        "Văn bản được viện dẫn",
        "Theo loại, cơ quan và năm",
        ["Danh sách văn bản", "Văn bản viện dẫn", "Văn bản"],
    ),
    (
        urls.OPEN_QUESTIONS,
        "Còn bỏ ngỏ",
        "Những chỗ chưa xác định được, chưa rõ",
        ["Chưa xác định", "Chưa rõ", "Chưa xác định được", "Chưa xác định đầy đủ", "Chỗ còn ngờ"],
    ),
    (
        urls.GUIDE_TO_SEARCH,
        "Hướng dẫn tra cứu",
        "Gõ thế nào, kết quả xếp ra sao, phím tắt",
        ["Cách tra cứu", "Phím tắt"],
    ),
    (
        urls.GUIDE_FOR_CLERKS,
        "Hướng dẫn cho văn thư",
        "Từ thông báo trên Word đến trang web",
        ["Hướng dẫn văn thư"],
    ),
    (
        urls.GUIDE_TO_PUBLISHING,
        "Công bố trang web",
        "Đưa trang lên máy chủ, trở lại bản trước",
        ["Hướng dẫn công bố", "Đăng trang web"],
    ),
)
"""Pages that list or guide: address, title, note, and what else people call them."""

DUE: tuple[str, str, str, list[str], list[str]] = (
    "#den-han",
    "Việc có hạn",
    "Trên trang đầu, hạn sắp tới trước",
    ["Việc đến hạn", "Việc sắp đến hạn", "Sắp đến hạn", "Đến hạn", "Việc quá hạn"],
    ["Hạn nộp", "Hạn báo cáo", "Hạn nộp báo cáo", "Thời hạn"],
)
"""The same of a place on the page to start from; at last words that texts may mean otherwise: it
stands behind texts that hold them all.
"""


def names(graph: Graph, facets: Facets) -> dict[str, Json]:
    return {
        "synonyms": asdict(graph.archive.registers.synonyms),
        "years": [str(year) for year in facets.years],
        "levels": [level.value for level in Level],
        "fields": [
            [
                urls.served(urls.topic(key)),
                entry.topic.name,
                [*entry.topic.aliases],
                level_bits([entry.topic.level] if entry.topic.level else []),
                sorted({facets.year(place.notice) for place in entry.places}),
            ]
            for key, entry in graph.topics.items()
        ],
        "schools": [
            [
                urls.served(urls.school(key)),
                entry.school.level.value,
                entry.school.level.label,
                entry.school.name,
                [*entry.school.aliases],
                entry.school.successor,
                level_bits([entry.school.level]),
                facets.years_of(place.mention for place in entry.named),
                len(entry.named),
            ]
            for key, entry in graph.schools.items()
        ],
        "pages": [[urls.served(address), *told] for address, *told in PAGES] + [[*DUE]],
        "notices": [_notice(notice, facets) for notice in graph.newest],
        "documents": documents(graph, facets),
    }


def _notice(notice: Notice, facets: Facets) -> list[Json]:
    return [
        notice.id,
        "" if notice.id == notice.month.iso else notice_title(notice),
        facets.year(notice),
        position_in_a_sentence(notice),
        notice.signed_by,
        str(notice.number) if notice.number else "",
        show_date(notice.met) if notice.met else "",
        show_date(notice.issued) if notice.issued else "",
    ]

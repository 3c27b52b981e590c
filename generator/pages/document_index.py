"""The index of documents by kind, and by year as well where one page can't hold them all."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator import urls
from generator.graph.catalogue import Document
from generator.graph.indexes import Graph
from generator.pages.document import by_order, document_entry
from generator.pages.entries import Entry, Group, counted
from generator.pages.markdown import MetaValue
from generator.pages.page import Crumb, Links, Page, page
from generator.vietnamese import slug, sort_key

MOST = 800
"""Documents on the index, some 20 kB on the wire; with more of them the older years go apart."""

_FILTERS: dict[str, MetaValue] = {
    "filters": [
        {"name": "loai", "label": "Loại văn bản"},
        {"name": "nam", "label": "Năm"},
        {"name": "coquan", "label": "Cơ quan ban hành"},
        {"name": "tinhtrang", "label": "Tình trạng"},
    ]
}

_ORDER = (
    "Trong mỗi loại, văn bản ban hành sau đứng trước; chưa rõ ngày ban hành thì đứng sau các văn"
    " bản cùng năm."
)


def document_index_pages(graph: Graph) -> Iterator[Page]:
    here = Links(urls.DOCUMENTS)
    documents = sorted(graph.catalogue.documents.values(), key=by_order)
    shown = newest_documents(documents)
    by_year = _by_year(documents) if len(shown) < len(documents) else {}
    cut = f" Trang này có {len(shown)} văn bản mới nhất." if by_year else ""
    years = [
        Entry(
            _year_title(year),
            here.to(urls.documents_of(year)),
            counted(len(of_year), "văn bản"),
        )
        for year, of_year in by_year.items()
    ]
    yield page(
        urls.DOCUMENTS,
        "documents",
        title="Văn bản được viện dẫn",
        kind="index",
        description="Mọi văn bản mà các thông báo kết luận nhắc đến, theo loại, cơ quan và năm.",
        extra=_FILTERS,
        lead=(
            f"{counted(len(documents), 'văn bản')} được nhắc đến trong các thông báo hoặc có trong"
            f" danh sách. {_ORDER}{cut}"
        ),
        groups=[
            *_groups(shown, here),
            *(
                [Group("Theo năm", counted(len(years), "năm"), tuple(years), "theo-nam")]
                * bool(years)
            ),
        ],
        open_questions=_open(documents, here),
        empty="Chưa có thông báo nào viện dẫn văn bản.",
    )
    for year, of_year in by_year.items():
        address = urls.documents_of(year)
        title = f"Văn bản {_year_title(year).lower()}"
        yield page(
            address,
            "documents",
            title=title,
            kind="index",
            description=f"{title} mà các thông báo kết luận nhắc đến, theo loại và cơ quan.",
            above=[Crumb("Văn bản được viện dẫn", urls.DOCUMENTS)],
            extra=_FILTERS,
            lead=f"{counted(len(of_year), 'văn bản')}. {_ORDER}",
            groups=_groups(of_year, Links(address)),
            open_questions=_open(of_year, Links(address)),
            empty="",
        )


def _open(documents: Sequence[Document], here: Links) -> tuple[str, str] | None:
    """How many of them can't be told for certain, and where these are listed."""
    count = sum(bool(d.mentions) and not d.id.is_settled for d in documents)
    if not count:
        return None
    link = here.to(urls.OPEN_QUESTIONS, "van-ban")
    return f"{counted(count, 'văn bản')} chưa xác định đầy đủ số, năm", link


def newest_documents(documents: Sequence[Document]) -> Sequence[Document]:
    """Those on the index, of `documents` by order: whole years, as many as it holds."""
    if len(documents) <= MOST:
        return documents
    years = [_year(document) for document in documents[: MOST + 1]]
    whole = years.index(years[-1])
    return documents[: whole or MOST]


def _groups(documents: Sequence[Document], here: Links) -> list[Group]:
    by_kind: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_kind[document.kind].append(document)
    return [
        Group(
            kind,
            counted(len(by_kind[kind]), "văn bản"),
            tuple(document_entry(document, here) for document in by_kind[kind]),
            slug(kind),
        )
        for kind in sorted(by_kind, key=sort_key)
    ]


def _by_year(documents: Sequence[Document]) -> dict[str, list[Document]]:
    found: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        found[_year(document)].append(document)
    return found


def _year(document: Document) -> str:
    return str(document.id.number.year or document.id.year or "chưa rõ")


def _year_title(year: str) -> str:
    return f"Năm {year}" if year.isdigit() else "Chưa rõ năm"

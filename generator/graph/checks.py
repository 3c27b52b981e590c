"""What only the cross-linked archive can tell: counts against names, dates that disagree, gaps.

Problems here stand at the line of the record that has to be mended.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.graph import absent_names
from generator.graph.catalogue import Document
from generator.graph.copied_notices import copied_notices
from generator.graph.indexes import Graph, OpenPlace
from generator.graph.linking import MOST_CANDIDATES, MOST_CITATIONS, Reading
from generator.graph.register_checks import unknown_relations, unused_short_forms
from generator.graph.school_counts import wrong_counts
from generator.graph.sums import wrong_sums
from generator.model import Notice
from generator.numbers.citations import Citation
from generator.numbers.document_number import Family
from generator.numbers.number_words import CENTRAL_ISSUERS
from generator.problems import Problem, quoted
from generator.urls import Address
from generator.vietnamese import show_date


def problems(graph: Graph) -> tuple[Problem, ...]:
    """Errors and warnings in the order of files and lines."""
    found = [
        *_too_much(graph),
        *wrong_counts(graph),
        *_numbers_twice(graph.archive.notices),
        *copied_notices(graph),
        *_dates(graph),
        *_first_mentions(graph),
        *_of_names(graph.open_names),
        *unknown_relations(graph),
        *unused_short_forms(graph),
        *_sums(graph),
        *absent_names.problems(graph.archive, public=False),
    ]
    return tuple(sorted(set(found)))


def _too_much(graph: Graph) -> Iterator[Problem]:
    for notice in graph.archive.notices:
        if any(reading.is_unread for reading in graph.readings[notice.id]):
            message = (
                f"lời văn có hơn {MOST_CANDIDATES} chỗ trông như số văn bản hay tên trường; mỗi"
                " tệp chỉ ghi một thông báo, xóa phần thừa"
            )
            yield Problem(notice.file, 1, "", message)
        if sum(len(reading.citations) for reading in graph.readings[notice.id]) >= MOST_CITATIONS:
            message = (
                f"thông báo này nhắc đến hơn {MOST_CITATIONS} số văn bản, kể cả những số ở giữa"
                " «01-50/…»; mỗi tệp chỉ ghi một thông báo, xóa phần thừa"
            )
            yield Problem(notice.file, 1, "", message)


def _numbers_twice(notices: Sequence[Notice]) -> Iterator[Problem]:
    """A department gives a number once a year (NĐ 30/2020, Điều 15)."""
    first: dict[tuple[str, int], Notice] = {}
    for notice in notices:
        if notice.number:
            year = notice.issued.year if notice.issued else notice.month.year
            other = first.setdefault((notice.number.key, year), notice)
            if other is not notice:
                message = (
                    f"số {quoted(str(notice.number))} đã là của {other.file}; mỗi số một năm chỉ"
                    " cho một văn bản, kiểm tra lại"
                )
                yield Problem(notice.file, 1, "number", message, warning=True)


def _sums(graph: Graph) -> Iterator[Problem]:
    for readings in graph.readings.values():
        for reading in readings:
            for message in wrong_sums(reading):
                yield _at(reading, message)


def _dates(graph: Graph) -> Iterator[Problem]:
    """One number, one body, one year, but another day: one document, and a slip somewhere."""
    days = {
        (id(reading), citation.start): citation.date
        for readings in graph.readings.values()
        for reading in readings
        for citation in reading.citations
        if citation.date
    }
    for document in graph.catalogue.documents.values():
        places = [
            (day, mention)
            for mention in document.mentions
            if (day := days.get((id(mention.reading), mention.start)))
        ]
        told = {day: _place(mention.reading) for day, mention in reversed(places)}
        if document.known and document.known.issued:
            told[document.known.issued] = f"{document.known.file}:{document.known.line}"
        ordered = sorted(told)
        for day, mention in places:
            if len(ordered) > 1 and day != document.issued:
                message = (
                    f"{quoted(mention.printed)} ở đây ghi ngày {show_date(day)}, nơi khác ghi ngày"
                    f" {_other_days(day, ordered, told)}; một văn bản chỉ có một ngày, chỗ nào in"
                    " sai thì ghi vào «corrections»"
                )
                yield _at(mention.reading, message)


_MOST_LISTED = 4


def _other_days(day: date, ordered: Sequence[date], told: Mapping[date, str]) -> str:
    """The first of the other days, each with its place, and how many more there are."""
    others = [one for one in ordered[: _MOST_LISTED + 1] if one != day][:_MOST_LISTED]
    shown = ", ".join(f"{show_date(one)} ở {told[one]}" for one in others)
    more = len(ordered) - 1 - len(others)
    return f"{shown} và {more} ngày khác nữa" if more else shown


def _place(reading: Reading) -> str:
    return f"{reading.notice.file}:{reading.passage.line}"


def _first_mentions(graph: Graph) -> Iterator[Problem]:
    """A first mention gives number, date and issuer (NĐ 30/2020, Phụ lục I, II.6.b)."""
    for notice in graph.archive.notices:
        seen: set[Address] = set()
        for reading in graph.readings[notice.id]:
            for citation in reading.citations:
                document = graph.catalogue.of(reading, citation)
                if document.address in seen or document.id.is_settled:
                    continue
                seen.add(document.address)
                yield _at(reading, _open_document(document, citation, notice))


def _open_document(document: Document, citation: Citation, notice: Notice) -> str:
    """What is missing, and the very words that settle it."""
    printed, number = quoted(citation.printed), document.id.number
    if citation.candidates:
        either = " hay ".join(map(str, citation.candidates))
        return f"{printed} có thể là {either}; chọn bằng «document» ở «notes»"
    known = f"{printed} chưa xác định được là văn bản nào"
    if not document.id.is_issuer_known and number.issuer in CENTRAL_ISSUERS:
        return (
            f"{known} (ký hiệu {quoted(number.issuer)} chưa có trong records/bodies.yml); thêm cơ"
            f" quan ấy, kèm «symbols: [{number.issuer}]»"
        )
    form = f"{{written: {citation.written.spoken}, notice: {notice.id}}}"
    entry = ", ".join([*_fields_to_give(document), f"«short_forms: [{form}]»"])
    return (
        f"{known} ({_missing(document)}); tra được thì ghi văn bản ấy vào records/documents.yml,"
        f" kèm {entry}"
    )


def _fields_to_give(document: Document) -> Iterator[str]:
    """What an entry must say beside its number for a short form to come to one document."""
    number, body = document.id.number, document.id.body
    if not number.is_complete:
        yield "«number» đủ cả ký hiệu"
    if number.family is not Family.ASSEMBLY and (not body or number.issuer not in body.symbols):
        yield "«body» (cơ quan ban hành, tên có trong records/bodies.yml)"
    if not number.year:
        yield "«issued» (ngày ban hành)"


def _missing(document: Document) -> str:
    if not document.id.number.is_complete:
        return "số, ký hiệu chưa đủ"
    if not document.id.is_issuer_known:
        return "chưa rõ cơ quan ban hành"
    return "chưa rõ năm ban hành"


def unknown_names(graph: Graph, may_be_known: Callable[[str], bool]) -> Iterator[Problem]:
    """Names in no register, but for those that an entry with an error may bear."""
    places = (place for place in graph.open_names if not place.name.candidates)
    yield from _of_names(place for place in places if not may_be_known(place.name.name))


def _of_names(places: Iterable[OpenPlace]) -> Iterator[Problem]:
    for place in places:
        why = place.name.why.rstrip(".?")
        add = "thêm trường vào records/schools.yml, hoặc "
        if place.name.why.endswith("?"):
            end = "? Gõ nhầm thì sửa lại, bản in sai thì ghi ở «corrections»; nếu không thì "
        else:
            end = ". Hãy "
            add = "" if place.name.candidates else add
        message = (
            f"{quoted(place.name.name)}: {why}{end}{add}ghi ở «notes»: «school» nếu là trường,"
            " «place» nếu là địa danh, «outside» nếu là đơn vị ngoài ngành"
        )
        yield _at(place.mention.reading, message)


def _at(reading: Reading, message: str) -> Problem:
    return Problem(
        reading.notice.file,
        reading.passage.line,
        reading.passage.path,
        message,
        warning=True,
    )

"""The places that name a school, as quotes; older ones on pages of their own, kept between runs."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator import urls
from generator.graph.indexes import SchoolEntry, SchoolPlace
from generator.model import Notice, School
from generator.pages.due_dates import due_dates
from generator.pages.entries import Quote
from generator.pages.older import older_page, split
from generator.pages.page import Crumb, Links, Page
from generator.pages.quotes import quote, sentence_of
from generator.recall import RecallEntry, of_notices


def named(places: Sequence[SchoolPlace], school: School, here: Links) -> Iterator[Quote]:
    """One quote a place: two places of one sentence may be known in two ways."""
    for place in places:
        reading = place.mention.reading
        start, end = sentence_of(reading, place.mention.start)
        hit = (place.mention.start, place.mention.end)
        due = due_dates(reading, [hit], school)
        yield quote(reading, start, end, [hit], here, how=place.how.label, due=due)


def span(places: Sequence[SchoolPlace]) -> tuple[Notice, Notice]:
    """The oldest notice and the newest."""
    return places[-1].mention.reading.notice, places[0].mention.reading.notice


def older_pages(entry: SchoolEntry, recall: RecallEntry, keys: Mapping[str, str]) -> Sequence[Page]:
    """`keys` are as `of_notices` takes them."""
    past = split(entry.named)[1]
    if not past:
        return ()
    notices = {place.mention.reading.notice.id for places in past for place in places}
    shown = (
        entry.school,
        [[(place.mention.place, place.how) for place in places] for places in past],
    )
    return of_notices(recall, entry.school.key, notices, keys, shown, partial(_made, entry, past))


def _made(entry: SchoolEntry, past: Sequence[Sequence[SchoolPlace]]) -> list[Page]:
    address = urls.school(entry.school.key)
    above = [Crumb("Trường học", urls.SCHOOLS), Crumb(f"Trường {entry.school}", address)]
    return [
        older_page(
            above,
            number,
            len(past),
            span=span(places),
            kind="school",
            lead="Những chỗ nêu đích danh trường, mới nhất trước.",
            quotes=list(named(places, entry.school, Links(urls.older(address, number)))),
        )
        for number, places in enumerate(past, start=1)
    ]

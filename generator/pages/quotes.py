"""Back-links that quote: the sentence that names a thing, with the name marked in it."""

from collections.abc import Iterable, Iterator

from generator.graph.catalogue import Mention
from generator.graph.linking import Reading
from generator.model import Notice
from generator.pages.entries import Quote
from generator.pages.page import Links, notice_title
from generator.pages.rich_text import quoted
from generator.vietnamese import sentences

LONGEST = 320
"""Characters of a quote; a longer sentence is cut around what it names."""


def quotes(mentions: Iterable[Mention], here: Links) -> Iterator[Quote]:
    """One quote a sentence, in the order of the mentions; all its hits are marked."""
    for reading, (start, end), hits in _by_sentence(mentions):
        yield quote(reading, start, end, hits, here)


def quote(
    reading: Reading,
    start: int,
    end: int,
    hits: list[tuple[int, int]],
    here: Links,
    *,
    how: str = "",
) -> Quote:
    start, end = _cut(reading.passage.prose.text, start, end, hits)
    text = reading.passage.prose.text
    marked = [(hit[0], min(hit[1], end)) for hit in hits if hit[0] < min(hit[1], end)]
    words = quoted(reading.passage.prose, start, end, marked)
    before = "… " if start > 0 and text[:start].strip() else ""
    after = " …" if text[end:].strip() else ""
    return Quote(
        f"{before}{words}{after}",
        here.to_notice(reading.notice, reading.passage.anchor),
        capital(reading.passage.label),
        notice_title(reading.notice),
        how,
    )


def sentence_of(reading: Reading, start: int) -> tuple[int, int]:
    text = reading.passage.prose.text
    for sentence in sentences(text):
        if sentence[0] <= start < sentence[1]:
            return sentence
    return 0, len(text)


def capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def months(notices: Iterable[Notice]) -> int:
    return len({notice.id for notice in notices})


def _by_sentence(
    mentions: Iterable[Mention],
) -> Iterator[tuple[Reading, tuple[int, int], list[tuple[int, int]]]]:
    last: tuple[Reading, tuple[int, int], list[tuple[int, int]]] | None = None
    for mention in mentions:
        sentence = sentence_of(mention.reading, mention.start)
        if last and last[0] is mention.reading and last[1] == sentence:
            last[2].append((mention.start, mention.end))
            continue
        if last:
            yield last
        last = (mention.reading, sentence, [(mention.start, mention.end)])
    if last:
        yield last


def _cut(text: str, start: int, end: int, hits: list[tuple[int, int]]) -> tuple[int, int]:
    """At most `LONGEST` characters around the first hit, cut between words."""
    if end - start <= LONGEST:
        return start, end
    first = hits[0][0] if hits else start
    left = max(start, first - LONGEST // 3)
    if left > start:
        left = text.find(" ", left, first) + 1 or first
    right = min(end, left + LONGEST)
    if right < end:
        right = max(text.rfind(" ", left, right), hits[0][1] if hits else left)
    return left, right

"""Back-links that quote: the sentence that names a thing, with the name marked in it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import dropwhile, islice
from operator import itemgetter

from generator.graph.catalogue import Mention
from generator.graph.linking import Reading
from generator.model import Item, Notice, Passage
from generator.pages.entries import Quote
from generator.pages.markdown import escaped
from generator.pages.page import Links, notice_title
from generator.pages.rich_text import quoted
from generator.vietnamese import Span, sentences

LONGEST = 600
"""Characters of a quote, as long as sentences of notices run; a longer one is cut around what it
names, where a clause ends."""

MOST_FOLLOWING, LONGEST_FOLLOWING = 3, 200
"""Items shown below words that only lead in to them, and characters of each."""

PUNCTUATION = ".,;: "
_CLAUSE_END = re.compile(r"[;:,](?=\s)")


def quotes(mentions: Iterable[Mention], here: Links) -> Iterator[Quote]:
    """One quote a sentence, in the order of the mentions; all its hits are marked."""
    for reading, (start, end), hits in by_sentence(mentions):
        yield quote(reading, start, end, hits, here)


def quote(
    reading: Reading,
    start: int,
    end: int,
    hits: list[Span],
    here: Links,
    *,
    how: str = "",
    due: tuple[date, ...] = (),
) -> Quote:
    start, end = cut(reading.passage.prose.text, start, end, hits)
    text = reading.passage.prose.text
    marked = [(hit[0], min(hit[1], end)) for hit in hits if hit[0] < min(hit[1], end)]
    words = quoted(reading.passage.prose, start, end, marked)
    before = "… " if start > 0 and text[:start].strip() else ""
    after = " …" if text[end:].strip() else following(reading.passage) if hits else ""
    return Quote(
        f"{before}{words}{after}",
        here.to_notice(reading.notice, reading.passage.anchor),
        capital(reading.passage.label),
        notice_title(reading.notice),
        how,
        due,
    )


def following(passage: Passage) -> str:
    """The first items below words that end in a colon, a line each, in Markdown."""
    if not passage.prose.text.rstrip().endswith(":"):
        return ""
    items = _below(passage)
    said = (" ".join(item.prose.text.split()) for item in items[:MOST_FOLLOWING])
    lines = [f"  \n  – {escaped(first_words(words, LONGEST_FOLLOWING))}" for words in said]
    more = "  \n  …" if len(items) > MOST_FOLLOWING else ""
    return "".join(lines) + more


def _below(passage: Passage) -> Sequence[Item]:
    if passage.item:
        return passage.item.items
    around = passage.section or passage.part
    blocks = around.blocks if around else ()
    after = dropwhile(lambda block: block.prose is not passage.prose, blocks)
    items: list[Item] = []
    for block in islice(after, 1, None):
        if not isinstance(block, Item):
            break
        items.append(block)
    return items


def first_words(said: str, room: int) -> str:
    """As many words as there is room for, and … where there are more."""
    if len(said) <= room:
        return said
    return said[: max(said.rfind(" ", 0, room), 0) or room].rstrip(PUNCTUATION) + " …"


@lru_cache(maxsize=1 << 14)
def clauses(text: str) -> tuple[Span, ...]:
    """What stands between semicolons in each sentence, with the one that ends it, in order."""
    found: list[Span] = []
    for start, last in sentences(text):
        while start < last:
            end = text.find(";", start, last) + 1 or last
            found.append((start, end))
            start = end
    return tuple(found)


def clause_of(text: str, place: int) -> Span:
    """The clause around `place`."""
    return _around(place, clauses(text)) or (0, len(text))


def sentence_of(reading: Reading, start: int) -> Span:
    text = reading.passage.prose.text
    return _around(start, sentences(text)) or (0, len(text))


def _around(place: int, spans: Sequence[Span]) -> Span | None:
    before = bisect_right(spans, place, key=itemgetter(0))
    return spans[before - 1] if before and place < spans[before - 1][1] else None


def capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def months(notices: Iterable[Notice]) -> int:
    return len({notice.id for notice in notices})


def by_sentence(
    mentions: Iterable[Mention],
) -> Iterator[tuple[Reading, Span, list[Span]]]:
    """Each sentence with all that is mentioned in it."""
    last: tuple[Reading, Span, list[Span]] | None = None
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


def cut(text: str, start: int, end: int, hits: Sequence[Span]) -> Span:
    """At most `LONGEST` characters around the first hit, cut between clauses, else words."""
    if end - start <= LONGEST:
        return start, end
    first, last = hits[0] if hits else (start, start)
    left = max(start, first - LONGEST // 3)
    if left > start:
        clause = _CLAUSE_END.search(text, left, first)
        left = clause.end() + 1 if clause else text.find(" ", left, first) + 1 or first
    right = min(end, left + LONGEST)
    if right < end:
        ends = [clause.end() for clause in _CLAUSE_END.finditer(text, last, right)]
        long_enough = [stop for stop in ends if stop - left >= LONGEST // 2]
        right = long_enough[-1] if long_enough else max(text.rfind(" ", left, right), last)
    return left, right

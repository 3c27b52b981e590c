"""The texts that search data says, read back from its files as `theme/assets/search/codes.js` does.

A check of the built site reads them so: in the files themselves words stand apart and as codes.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from generator.search.data import MANIFEST
from generator.search.pieces import GLUE
from generator.search.texts import ALPHABET, BETWEEN, OWN, SAME_AS, SHARED

_SCRIPT = re.compile(r'giaobanSearch\.put\("\w+","[^"]*",(.*)\)\s*', re.DOTALL)
_NO_DAY = date(1, 1, 1)
_NUMBERS = {character: number for number, character in enumerate(ALPHABET)}


def search_texts(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """(file, text) for every passage that can be searched; `files` are those of the site.

    Raises ValueError or KeyError where they are not what `search_files` writes.
    """
    if MANIFEST not in files:
        return
    folder = MANIFEST.rpartition("/")[0]
    told = _content(files[MANIFEST])
    shared = shared_words(_content(files[f"{folder}/{told['words']}"])["years"])
    for name in told["years"]:
        path = f"{folder}/{name}"
        yield from ((path, text) for text in year_texts(_content(files[path]), shared))


def _content(script: bytes) -> Any:
    found = _SCRIPT.fullmatch(script.decode())
    if not found:
        raise ValueError("no file of search data")
    return json.loads(found[1])


def shared_words(additions: Sequence[Sequence[str]]) -> list[str]:
    """The list that all years share, from what each added to it."""
    found: list[str] = []
    for words, leads, rests in additions:
        found += words.split("\n") if words else []
        rest = iter(rests)
        for row in leads.split(BETWEEN) if leads else []:
            found.append(" ".join(_pieces(row, rest, found, [], _NO_DAY)))
    return found


def year_texts(year: Mapping[str, Any], shared: Sequence[str]) -> Iterator[str]:
    """The passages of one year, white space single."""
    own = year["pieces"].split("\n")
    rest = iter(year["rests"])
    first_day = date.fromisoformat(year["first_day"])
    texts: list[str] = []
    for row in year["leads"].split(BETWEEN):
        if row.startswith(SAME_AS):
            texts.append(texts[int(row[1:])])
        else:
            words = " ".join(_pieces(row, rest, shared, own, first_day))
            texts.append(words.replace(f" {GLUE}", ""))
    yield from texts


def _pieces(
    row: str, rest: Iterator[str], shared: Sequence[str], own: Sequence[str], first_day: date
) -> Iterator[str]:
    """The pieces that the codes of a text say: `row` holds their first characters."""
    for character in row:
        lead = _NUMBERS[character]
        if lead == len(ALPHABET) - 1:
            yield f"{first_day + timedelta(_number(rest, 2)):%d/%m/%Y}"
            continue
        is_own = lead >= sum(SHARED)
        length, number = _begun(lead - sum(SHARED) if is_own else lead, OWN if is_own else SHARED)
        number += _number(rest, length)
        yield (own if is_own else shared)[number]


def _begun(lead: int, leads: Sequence[int]) -> tuple[int, int]:
    """How many characters follow the first of a code, and the number of the first such code."""
    start = 0
    for length, count in enumerate(leads):
        size = len(ALPHABET) ** length
        if lead < count:
            return length, start + lead * size
        lead, start = lead - count, start + count * size
    raise ValueError("no such code")


def _number(rest: Iterator[str], length: int) -> int:
    found = 0
    for _ in range(length):
        found = found * len(ALPHABET) + _NUMBERS[next(rest)]
    return found

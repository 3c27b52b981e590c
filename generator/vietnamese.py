"""Vietnamese text: one form of writing, one tone placement, addresses, sorting, dates.

The ground floor: imports nothing of the project. Folding for search is `folding`.
"""

import re
import unicodedata
from datetime import date
from functools import lru_cache

Span = tuple[int, int]
WordKey = tuple[tuple[int, int, str, str], ...]
SortKey = tuple[tuple[WordKey, ...], str, str]

# Ð (Icelandic) and Ɖ (African) look like Đ and come out of old fonts and converters.
_LOOKALIKES = {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ"}
_SPACES = [0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_INVISIBLE = [0x00AD, 0x034F, 0x180E, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF]
_NORMAL = {
    **_LOOKALIKES,
    **dict.fromkeys(map(chr, _SPACES), " "),
    **dict.fromkeys(map(chr, _INVISIBLE), ""),
}

# Not str.translate, which takes its time over every letter with a mark.
_NOT_NORMAL = re.compile(f"[{''.join(_NORMAL)}]")

_VOWELS = "aăâeêioôơuưy"
# Dictionary order of the tones: không (no mark), huyền, hỏi, ngã, sắc, nặng.
_TONE_MARKS = "\u0300\u0309\u0303\u0301\u0323"
_TONED = {
    unicodedata.normalize("NFC", vowel + mark): (vowel, mark)
    for vowel in _VOWELS + _VOWELS.upper()
    for mark in _TONE_MARKS
}
_ANY_TONED = re.compile(f"[{''.join(_TONED)}]")
_WORD = re.compile(r"[^\W\d_]++(?![\u0300-\u036f])")
_SYLLABLE = re.compile(
    rf"(?:qu(?=[{_VOWELS}])|gi(?=[{_VOWELS}])|ngh|ng|nh|ch|gh|kh|ph|th|tr|[bcdđghklmnprstvx])?"
    rf"(?P<vowels>[{_VOWELS}]{{1,3}})(?P<coda>ch|ng|nh|[cmnpt])?"
)


def normalise(text: str) -> str:
    """Composed (NFC), with Đ for its look-alikes, plain spaces, and no invisible characters.

    Dashes, line breaks and double spaces stay as they are: they belong to what was printed.
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _NOT_NORMAL.sub(lambda odd: _NORMAL[odd[0]], text))


def normalise_tone(text: str) -> str:
    """`normalise`, and the tone where `hòa`, `thủy`, `khóa` have it; case is kept."""
    return _WORD.sub(lambda word: _with_tone_placed(word[0]), normalise(text))


@lru_cache(maxsize=1 << 14)
def tone_key(text: str) -> str:
    """What two spellings of one name share: hoà = hòa, but not hoa, nor kỳ = kì."""
    if text.isascii():
        return " ".join(text.casefold().split())
    return " ".join(normalise(normalise_tone(text).casefold()).split())


@lru_cache(maxsize=1 << 16)
def _with_tone_placed(word: str) -> str:
    found = _ANY_TONED.search(word)
    if found is None or _ANY_TONED.search(word, found.end()):
        return word
    vowel, mark = _TONED[found[0]]
    plain = word[: found.start()] + vowel + word[found.end() :]
    syllable = _SYLLABLE.fullmatch(plain.lower())
    if syllable is None:
        return word
    place = syllable.start("vowels") + _toned_vowel(
        syllable["vowels"], closed=syllable["coda"] is not None
    )
    toned = unicodedata.normalize("NFC", plain[place] + mark)
    return plain[:place] + toned + plain[place + 1 :]


def _toned_vowel(vowels: str, *, closed: bool) -> int:
    """The vowel that carries the tone: ươ -> ơ; hoàn -> a; hòa -> o; ngoài -> a."""
    marked = [place for place, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if marked:
        return marked[-1]
    if closed:
        return len(vowels) - 1
    return 1 if len(vowels) == 3 else 0


def bare(text: str) -> str:
    """Lower case without marks, đ as d; everything else stays: `Phòng GD&ĐT` -> `phong gd&dt`."""
    normal = normalise(text).lower()
    if normal.isascii():
        return normal
    decomposed = unicodedata.normalize("NFKD", normal)
    letters = [c for c in decomposed if c < _FIRST_MARK or not unicodedata.combining(c)]
    return "".join(letters).replace("đ", "d")


_FIRST_MARK = "\u0300"
_GDDT = re.compile(r"(?<=GD)\s*&\s*(?=ĐT)", re.IGNORECASE)
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1 << 14)
def slug(text: str, *, limit: int = 79) -> str:
    """A piece of an address: `1249/PGD&ĐT` -> `1249-pgddt`; empty when nothing can be kept.

    At most `limit` characters, cut between words unless the first word is longer.
    """
    joined = _NOT_IN_SLUG.sub("-", bare(_GDDT.sub("", normalise(text)))).strip("-")
    if len(joined) <= limit:
        return joined
    words, dash, _ = joined[: limit + 1].rpartition("-")
    return words if dash else joined[:limit]


# The alphabet of Vietnamese dictionaries, f j w z in their Latin places.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {ord(letter): chr(rank) for rank, letter in enumerate(_ALPHABET, start=1)}
_TONE_RANK = {mark: str(rank) for rank, mark in enumerate(_TONE_MARKS, start=1)}
_SORTED_WORD = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6}(?![0-9]|\.[0-9])|[^\W_]+")
_SORTED_RUN = re.compile(r"(?P<number>[0-9]+)|[^0-9]+")


def sort_key(text: str) -> SortKey:
    """Dictionary order: word by word its letters, then its tone; numbers by value; case last."""
    normal = normalise(text)
    words = _SORTED_WORD.findall(normal.lower())
    return tuple(_word_key(word.replace(".", "")) for word in words), normal, text


@lru_cache(maxsize=1 << 14)
def _word_key(word: str) -> WordKey:
    return tuple(
        _number_key(run[0]) if run["number"] else (1, 0, *_letters_and_tones(run[0]))
        for run in _SORTED_RUN.finditer(word)
    )


def _number_key(digits: str) -> tuple[int, int, str, str]:
    """By value, however many digits: fewer digits first."""
    value = digits.lstrip("0")
    return 0, len(value), value, ""


@lru_cache(maxsize=1 << 16)
def _letters_and_tones(word: str) -> tuple[str, str]:
    untoned = [_TONED.get(letter, (letter, "")) for letter in word]
    letters = "".join(letter for letter, _ in untoned).translate(_RANK)
    return letters, "".join(_TONE_RANK[mark] for _, mark in untoned if mark)


def show_date(day: date) -> str:
    """`02/12/2021`."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


# A row of such signs is gone through once, from its first.
_SENTENCE_END = re.compile(
    r"[.!?…\n](?:(?<!\n)(?P<more>(?<=\.)/\.|(?<![.!?…]{2})[.!?…]*+)"
    r"[\"”»’')\]*]*+(?P<gap>\s+|\Z)"
    r"|(?P<break>(?<=\n)(?:\s*\n|(?=\s*[-+•*]\s))))"
)
_OPENS_SENTENCE = re.compile(r"[\"“«‘'(\[*]*(?:[^\W\d_]|[-–+•]\s|\d)")
# A full stop after these belongs to the word.
_ABBREVIATION = re.compile(
    r"tp|tx|tt|đ/c|th?s|th\.s|bs|gs|pgs|(?:pgs|gs)\.ts|nxb|tr|vd|mrs?|ms|dr", re.IGNORECASE
)
_FIRST_WORD = re.compile(r"(?P<numeral>[IVXLC]++|\d++(?:\.\d++)*+|\w)(?!\w)\W*+|\w|\Z")


@lru_cache(maxsize=1 << 14)
def sentences(text: str) -> tuple[Span, ...]:
    """Where each sentence of official prose starts and ends, in order, without the space around.

    Full stops inside numbers and dates and after abbreviations, initials and list numerals end
    nothing; a blank line, or a line that opens with `-` or `+`, does.
    """
    spans: list[Span] = []
    start = 0
    words = _FirstWords(text)
    for end in _SENTENCE_END.finditer(text):
        if end["break"] is not None or _ends_sentence(words, start, end):
            spans.append((start, end.end()))
            start = end.end()
    spans.append((start, len(text)))
    trimmed = (_trimmed(text, *span) for span in spans)
    return tuple(span for span in trimmed if span[0] < span[1])


class _FirstWords:
    """The first words of sentences, each looked for once, however often it is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: re.Match[str] | None = None

    def are_a_numeral(self, start: int, end: int) -> bool:
        """Whether all that stands from `start` to the full stop at `end` is one numeral or letter.

        No `start` lies before one asked for earlier, nor within a word.
        """
        if self._found is None or self._found.start() < start:
            self._found = _FIRST_WORD.search(self.text, start)
        found = self._found
        if found is None or found["numeral"] is None:
            return False
        return found.end("numeral") <= end <= found.end()


def _ends_sentence(words: _FirstWords, start: int, end: re.Match[str]) -> bool:
    text = words.text
    following = _OPENS_SENTENCE.match(text, end.end())
    if following is None:
        return end.end() == len(text) or end["more"] == "/."
    if text[following.end() - 1].islower():
        return False
    if end["more"] or text[end.start()] != ".":
        return True
    if words.are_a_numeral(start, end.start()):
        return False
    return not ends_with_abbreviation(text[max(start, end.start() - 20) : end.start()])


def ends_with_abbreviation(text: str) -> bool:
    """Whether a full stop after some words belongs to the last of them: `TP`, an initial."""
    # No abbreviation is longer than a few letters.
    last = re.split(r"[\s(\"“«,;]", text[-20:])[-1]
    is_initial = len(last) == 1 and last.isupper() and last not in "IVX"
    return is_initial or _ABBREVIATION.fullmatch(last) is not None


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())

"""Where in a text numbers of documents may begin: a quick look before each is read."""

import re
from collections.abc import Iterator

from generator.numbers.number_words import TYPES_BY_FOLDING

_LETTER = "[A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]"
# One set first, then what stands around it: so that `re` looks for the set alone.
_MAY_HOLD_A_NUMBER = re.compile(
    rf"[0-9oOlI](?:(?<=[0-9])|(?<!{_LETTER}[oOlI])[oOlI]?[a-zA-ZđĐ]?(?!{_LETTER}))"
)
"""A digit, or letters that may stand for a number of one or two."""
_FURTHER = r"(?:\.[0-9]{1,3})?[a-z]?"
_SERIAL = rf"[0-9oli]{{1,6}}{_FURTHER}"
_TYPES = "|".join(sorted(code.lower() for code in TYPES_BY_FOLDING))
_SYMBOL = rf"""[ \n]?[/-][ \n]?(?:
    [^\W\d_]
  | [12oli][0-9oli]{{3}}(?:[ \n]?[/-][ \n]?[^\W\d_]|[ ](?:{_TYPES}))
)"""
_GOES_ON = rf"""(?:
    {_SYMBOL}
  | [ \n]?[-÷][ \n]?{_SERIAL}(?:{_SYMBOL}|[ \n]den[ \n])
  | [ \n]den[ \n](?:het[ \n])?(?:so[ \n])?{_SERIAL}(?:[ \n]?[-/÷]|[ \n]den[ \n])
)"""
_MAY_BE_FULL = re.compile(_SERIAL + _GOES_ON, re.VERBOSE)
"""What a number that no word announces begins with, unless it is a date, a ratio or an amount:
a symbol, a year and a symbol, or a range before one of these."""
_MAY_START_ONE = re.compile(
    rf"""[0-9oli](?<![a-z0-9].)(?=[0-9oli]{{0,5}}{_FURTHER}{_GOES_ON})
    (?:(?<=[0-9])|(?=[oli]{{0,3}}[0-9]))""",
    re.VERBOSE,
)
"""The first character of such a number: a digit, or a letter taken for one with a digit after."""


def may_hold_numbers(plain: str) -> bool:
    return _MAY_HOLD_A_NUMBER.search(plain) is not None


def may_be_full(folded: str, start: int) -> bool:
    """Whether what begins here may be a number with its symbol, or a range of such."""
    return _MAY_BE_FULL.match(folded, start) is not None


def serial_starts(folded: str) -> Iterator[int]:
    """Where numbers begin that no word announces."""
    return (found.start() for found in _MAY_START_ONE.finditer(folded))

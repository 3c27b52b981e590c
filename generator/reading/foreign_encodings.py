"""Vietnamese text in an old or a wrong encoding, recognised by what no right text contains.

Three kinds: TCVN3 (ABC, fonts .VnTime: `C«ng v¨n sè 1249/PGD§T`), VNI (fonts VNI-Times:
`Coâng vaên`), and UTF-8 once read as Windows-1252 (`PhÃ²ng GiÃ¡o dá»¥c`). Right Vietnamese,
guillemets, footnote marks (`học kỳ I¹`, `THỊ XÃ²`) and French or German words are none of them.
"""

import re
from typing import Final

TCVN3: Final = "TCVN3 (phông .VnTime)"
VNI: Final = "VNI (phông VNI-Times)"
MISREAD: Final = "UTF-8 bị đọc nhầm thành Windows-1252"
MISREAD_OTHERWISE: Final = "UTF-8 bị đọc nhầm thành bảng mã của máy khác"
CP1258: Final = "Windows-1258 (dấu thanh rời sau chữ)"

_CONTINUATION = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""Bytes 80-BF as Latin-1 or Windows-1252 show them."""

_MISREAD_ALWAYS = re.compile(
    f"á[»º][{_CONTINUATION}](?<![”’…»])|[ÄÅÆ][{_CONTINUATION}]|â€[{_CONTINUATION}]|Ã[\x80-\x9f]"
)
_MISREAD_INSIDE_A_WORD = re.compile(
    f"(?<=[a-z])Ã[{_CONTINUATION}](?<![\u00a0”’…»–—·])|Ã[{_CONTINUATION}](?=[a-z])"
)

_MISREAD_OTHERWISE = re.compile(
    r"[A-Za-zß][├┬╞─][^\W\d_ ]?|ß[╗║]"  # CP437, CP850
    r"|[a-z][Г\u0431\u0401-\u045f][«»\u0400-\u045f]|\u0431[»є]"  # CP1251
    r"|√[≤≥°±™≠©®´¨¢£•∫ªΩ†¥]|·[ª∫][^\s]|∆[∞°]"  # MacRoman
)
_CP1258_TONE = re.compile(r"(?:[aăâeêôơưyAĂÂEÊÔƠƯY]|(?<![qQ])u)[ìòÌÒÞþ](?![aeouy])|o[ìÌ]|[a-z]Þ")

_TCVN3_SIGN = re.compile(
    r"(?<=[A-Za-z])[¡¢£¤¥¦§¨©ª¬µ¶¸¼½¾](?=[A-Za-zÀ-ÿ])|(?<=[a-z])[¨¬¸](?!\w)"
    r"|(?<!\w)®(?=[a-zµ-þ])|(?<!\w)§(?=[a-z¡-ÿ])"
    r"|(?<=[A-Za-z])\xad(?=[êíîïðñòóôõö])|[A-Za-z]ßng"
)
_TCVN3_QUOTE = re.compile(r"(?<=[A-Za-z])[«»](?=[A-Za-zÀ-ÿ])")
_TCVN3_CASE = re.compile("[ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖØÜÝÞ](?<=[a-z].)(?![A-ZÀ-Þ])")
_GUILLEMETS = re.compile(r"«[^«»]*»")

_VNI_PAIR = re.compile(
    r"a[âáàåãäøõùê]|e[áàåãäøõ]|o[âåäøõ]|(?<![qQ])u[øõù]|y[øõ]|[ôö][ùøûõï]"
    r"|A[ÂÁÀÅÃÄØÕÙÊ]|E[ÂÁÀÅÃÄØÕ]|O[ÂÅÄØÕ]|(?<![qQ])U[ØÕÙ]|Y[ØÕ]|[ÔÖ][ÙØÛÕÏ]"
)
_VNI_COMPANY = re.compile(r"[ñÑöÖïäåøõûæÏÄÅØÛÆ]")
_FAR_FROM_VIETNAMESE = re.compile(
    "[├┬╞─╗║\u0400-\u045f√∆·ìòÌÒÞþ](?:(?<![ìòÌÒÞþ])|(?<=[aăâeêôơưyuAĂÂEÊÔƠƯY].|[oO][ìÌ]|[a-z]Þ))"
)
_MAY_BE_OTHER = re.compile("[\x80-¯±´-¸º-¿ÃÄÅÆß€]")
_MAY_BE_VNI = re.compile(
    "[ÀÁÂÃÄÅÊÕØÙÛÏàáâãäåêõøùûï](?<=[aeôöAEÔÖ].|[oO][âåäøõÂÅÄØÕ]|[uUyY][øõùØÕÙ])"
)
_QUICK_LOOKS = (_FAR_FROM_VIETNAMESE, _MAY_BE_OTHER, _TCVN3_CASE, _MAY_BE_VNI)
"""They spare nearly every text the slower looks; each begins with a letter that is seldom."""

_BEYOND_LATIN1 = re.compile("[^\x00-\xff]")


def may_be_foreign(text: str) -> bool:
    """Whether it is worth looking at a text line by line."""
    return not text.isascii() and any(look.search(text) for look in _QUICK_LOOKS)


def foreign_encoding(line: str) -> str | None:
    """Which encoding this line was written in, when it cannot be right Unicode text."""
    if line.isascii():
        return None
    if _FAR_FROM_VIETNAMESE.search(line):
        if _MISREAD_OTHERWISE.search(line):
            return MISREAD_OTHERWISE
        if len(_CP1258_TONE.findall(line)) > 1:
            return CP1258
    if _MAY_BE_OTHER.search(line) or _TCVN3_CASE.search(line):
        if _MISREAD_ALWAYS.search(line) or _MISREAD_INSIDE_A_WORD.search(line):
            return MISREAD
        if _is_tcvn3(line):
            return TCVN3
    if _MAY_BE_VNI.search(line) and _is_vni(line):
        return VNI
    return None


def _is_tcvn3(line: str) -> bool:
    """One sign inside a word, or two weaker traces: a lone guillemet or a capital in a word."""
    line = _GUILLEMETS.sub(" ", line)
    weak = len(_TCVN3_QUOTE.findall(line)) + len(_TCVN3_CASE.findall(line))
    return weak > 1 or _TCVN3_SIGN.search(line) is not None


def _is_vni(line: str) -> bool:
    """Two impossible vowel pairs; or one beside another letter of VNI, or among no others.

    `eâ` alone may be French: «nous mangeâmes».
    """
    pairs: list[str] = _VNI_PAIR.findall(line)
    if len(pairs) != 1:
        return bool(pairs)
    others = line.replace(pairs[0], "")
    if _VNI_COMPANY.search(others):
        return True
    return pairs[0].lower() != "eâ" and not _BEYOND_LATIN1.search(others)

"""What scripts load, as far as they say it in so many words: modules, workers, requests."""

import json
import re
from collections.abc import Iterator

_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
_QUOTED = r"\s*(?P<quote>[\"'`])(?P<address>(?:(?!(?P=quote))[^\\\n])*)(?P=quote)"
_CALLED = re.compile(
    r"(?<![\w$])(?P<call>fetch|import|importScripts|sendBeacon|(?:Shared)?Worker|WebSocket"
    r"|EventSource|register|Request|addModule)\s*\(" + _QUOTED
)
_OPENED = re.compile(r"\.open\(\s*[\"'][A-Za-z]+[\"']\s*,(?P<call>)" + _QUOTED)
_MODULE = re.compile(
    r"(?:^|[;}\n])\s*(?:import|export)(?:[\s{*][^;\"'`()]*?\bfrom|)(?P<call>)(?=\s*[\"'])" + _QUOTED
)
_SET = re.compile(r"\.(?P<call>src|href)\s*=(?!=)" + _QUOTED)
_ELSEWHERE = re.compile(r"(?:https?:|wss?:)?//", re.IGNORECASE)

_OF_MODULES = frozenset(("import", "importScripts", "addModule", ""))
"""Calls whose address counts from the script's own file, and has to be there."""


def script_addresses(text: str) -> Iterator[str]:
    """Outside addresses wherever they are asked for; those of the site's own modules.

    What a request asks of the site itself counts from the page, which nobody knows here.
    """
    text = _COMMENT.sub("", text)
    for pattern in (_CALLED, _OPENED, _MODULE, _SET):
        for found in pattern.finditer(text):
            address, call = found["address"].strip(), found["call"]
            if _ELSEWHERE.match(address):
                if call != "href":
                    yield address.split("${")[0]
            elif (
                pattern in (_CALLED, _MODULE)
                and call in _OF_MODULES
                and "${" not in address
                and (address.startswith(("./", "../", "/")) or call == "importScripts")
            ):
                yield address


def import_map(text: str) -> Iterator[str]:
    """The addresses of an import map, or what speculation rules fetch before it is asked for."""
    try:
        content = json.loads(text)
    except ValueError:
        return
    for value in _values(content):
        if re.match(r"\.{0,2}/|[a-z]+:", value):
            yield value


def _values(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for entry in value:
                yield from _values(entry)
        case dict():
            for key, entry in value.items():
                if key not in ("where", "href_matches", "integrity"):
                    yield from _values(entry)

"""How heavy a built site may be, in bytes over the wire, gzipped."""

import json
import re
from collections.abc import Callable, Iterator, Mapping

from generator.publishing.built_page import BuiltPage
from generator.publishing.site_addresses import SiteFiles, Target

KILOBYTE = 1024
PAGE_AT_MOST = 30 * KILOBYTE
CODE_AT_MOST = 80 * KILOBYTE
SEARCH_AT_MOST = 40 * KILOBYTE
FONTS_AT_MOST = 100 * KILOBYTE
"""One page; the styles and scripts that a page view loads; the scripts that a search loads on top
of them; all fonts.
"""

WORKERS = ("assets/search/worker.js", "assets/search/sister-worker.js")
MANIFEST = "tra-cuu/du-lieu.js"
_ENGINE = re.compile(r'"engine":\s*("[^"]*")')


def problems(
    files: SiteFiles,
    pages: Mapping[str, BuiltPage],
    zipped: Callable[[str], int],
    text: Callable[[str], str],
) -> Iterator[str]:
    """`zipped` weighs a file, `text` reads it."""
    weights: dict[str, int] = {}
    told: set[frozenset[str]] = set()
    for name, page in pages.items():
        if (size := zipped(name)) > PAGE_AT_MOST:
            yield f"{name}: trang nặng {_shown(size, PAGE_AT_MOST)}"
        found = (files.target(address, name) for address in (*page.styles, *page.scripts))
        code = frozenset(target.file for target in found if isinstance(target, Target))
        for file in code - weights.keys():
            weights[file] = zipped(file)
        if code not in told and (size := sum(weights[file] for file in code)) > CODE_AT_MOST:
            yield f"{name}: CSS và JavaScript của trang nặng {_shown(size, CODE_AT_MOST)}"
        told.add(code)
    searching = search_scripts(files, text)
    if (size := sum(map(zipped, searching))) > SEARCH_AT_MOST:
        loaded = ", ".join(searching)
        yield f"mã tải thêm khi tra cứu ({loaded}) nặng {_shown(size, SEARCH_AT_MOST)}"
    fonts = [name for name in files.sizes if name.endswith((".woff2", ".woff", ".ttf", ".otf"))]
    if (size := sum(map(zipped, fonts))) > FONTS_AT_MOST:
        yield f"phông chữ ({', '.join(fonts)}) nặng {_shown(size, FONTS_AT_MOST)}"


def search_scripts(files: SiteFiles, text: Callable[[str], str]) -> list[str]:
    """What a page's scripts load by themselves when somebody searches; data are not code."""
    found = [name for name in WORKERS if name in files.sizes]
    if MANIFEST in files.sizes and (engine := _ENGINE.search(text(MANIFEST))):
        found += [name for name in [f"tra-cuu/{json.loads(engine[1])}"] if name in files.sizes]
    return found


def _shown(size: int, most: int) -> str:
    return f"{size / KILOBYTE:.1f} KB sau khi nén, quá mức {most // KILOBYTE} KB"

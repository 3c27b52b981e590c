"""The archive as the browser's search loads it: a file a school year, names, words, the engine.

Each is named by its content, so that a browser keeps it for ever; `MANIFEST` alone is asked for
anew and tells their names. They are scripts that hand JSON to `giaobanSearch.put`, because a page
opened from a disk may load scripts and nothing else. Nothing is loaded until someone searches.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from generator import urls
from generator.folding import Folding
from generator.graph.indexes import Graph
from generator.graph.linking import Reading
from generator.model import Edit, Notice, SchoolYear
from generator.recall import Recall, anew
from generator.search.anchors import anchor_steps, told_label
from generator.search.engine import search_engine
from generator.search.facets import Facets, Json, facets
from generator.search.names import names
from generator.search.texts import SharedWords
from generator.vietnamese import show_date

YEARS_BACK = 20
"""How far back from a school year dates have codes of their own."""

FORMAT = 1
"""The number of what these files look like. Another site's search, built apart, reads them too, and
leaves those of another number alone: raise it with every change that its scripts can't read.
"""

MANIFEST = f"{urls.SEARCH_DATA}/du-lieu.js"


def search_files(graph: Graph, recall: Recall = anew) -> dict[str, bytes]:
    """Paths below `docs/` and what they hold."""
    known = facets(graph)
    words = SharedWords(Folding(graph.archive.registers.synonyms), recall)
    years = {
        year: _year(graph, year, notices, known, words)
        for year, notices in reversed(list(graph.years.items()))
    }
    files: dict[str, bytes] = {}

    def add(name: str, script: bytes) -> str:
        path = f"{name}-{hashlib.sha256(script).hexdigest()[:12]}.js"
        files[f"{urls.SEARCH_DATA}/{path}"] = script
        return path

    manifest: dict[str, Json] = {
        "format": FORMAT,
        "engine": add("may", search_engine()),
        "names": add("ten", _script("names", "ten", names(graph, known))),
        "words": add("tu", _script("words", "tu", _words(words))),
        "years": [add(str(year), _script("year", str(year), years[year])) for year in graph.years],
    }
    files[MANIFEST] = _script("manifest", "", manifest)
    return files


def _script(kind: str, name: str, content: Mapping[str, Json]) -> bytes:
    said = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    # Inside a script these two would end a line.
    said = said.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"giaobanSearch.put({json.dumps(kind)},{json.dumps(name)},{said})\n".encode()


def _words(words: SharedWords) -> dict[str, Json]:
    return {"years": [[added.words, added.leads, added.rests] for added in words.additions]}


def _year(
    graph: Graph, year: SchoolYear, notices: Sequence[Notice], known: Facets, words: SharedWords
) -> dict[str, Json]:
    """One school year: every passage of its notices, newest notice first, as it stands in each."""
    readings = [reading for notice in notices for reading in graph.readings[notice.id]]
    first_day = date(year.start - YEARS_BACK, 9, 1)
    texts = words.code_year((reading.passage.prose.text for reading in readings), first_day)
    labels = {
        str(place): reading.passage.label
        for place, reading in enumerate(readings)
        if reading.passage.label != told_label(reading.passage.anchor)
    }
    return {
        "pieces": texts.pieces,
        "folds": [list(fold) for fold in texts.folds],
        "leads": texts.leads,
        "rests": texts.rests,
        "first_day": f"{first_day}",
        "notices": [[notice.id, len(graph.readings[notice.id])] for notice in notices],
        "anchors": "\n".join(anchor_steps(reading.passage.anchor for reading in readings)),
        "labels": labels,
        "fields": _runs(known.fields_of([reading.passage]) for reading in readings),
        "levels": "".join(f"{known.levels_beside_field(r):x}" for r in readings).rstrip("0"),
        "also": {
            str(place): said
            for place, r in enumerate(readings)
            if (said := _also(r, words.folding))
        },
    }


def _also(reading: Reading, folding: Folding) -> list[str]:
    """What people may know a passage by beside its words: as it was printed, when it is due."""
    prose = reading.passage.prose
    printed = [mark.what.correction.printed for mark in prose.marks if isinstance(mark.what, Edit)]
    days = [show_date(deadline.day) for deadline in reading.deadlines]
    own = f" {folding.fold(prose.text)} " if printed or days else ""
    told = dict.fromkeys([*printed, *days])
    return [said for said in told if f" {folding.fold(said)} " not in own]


def _runs(fields: Iterable[list[int]]) -> list[Json]:
    """Neighbouring passages of the same fields: how many, then which."""
    return [part for group, same in groupby(fields) for part in (len(list(same)), group)]

"""A page that searches the same texts with MiniSearch and our folding: what ours has to beat.

`npm install minisearch` brings it. It takes every passage, document, school and field as a document
of its own, as one would who built the search on it.
"""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

from benchmarks.builders import PROJECT
from generator import urls
from generator.graph.indexes import Graph
from generator.pages.document import full_title

LIBRARY = Path("node_modules/minisearch/dist/umd/index.js")

_PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>MiniSearch</title>
<script src="minisearch.js"></script><script src="fold.js"></script></head><body></body></html>
"""

ASK = """async text => {
    const started = performance.now()
    if (!window.engine) {
        const { synonyms, texts } = await (await fetch("/texts.json")).json()
        const folding = giaobanFold.create(synonyms)
        window.engine = new MiniSearch({
            fields: ["text"],
            storeFields: ["url"],
            tokenize: text => folding.tokens(text).map(token => token.text),
            processTerm: term => term,
        })
        window.engine.addAll(texts.map(([url, text], id) => ({ id, url, text })))
    }
    const found = window.engine.search(text, {
        combineWith: "AND",
        prefix: (term, place, terms) => place === terms.length - 1,
    })
    const took = performance.now() - started
    const links = [...new Set(found.slice(0, 60).map(result => result.url))]
    return { took, whole: took, links }
}"""


def write(graph: Graph, folder: Path) -> None:
    folder.mkdir()
    (folder / "index.html").write_text(_PAGE, "utf-8")
    shutil.copy(LIBRARY, folder / "minisearch.js")
    shutil.copy(PROJECT / "generator" / "theme" / "assets" / "search" / "fold.js", folder)
    texts = [
        (urls.served(urls.notice(notice.id)), reading.passage.prose.text)
        for notice in graph.newest
        for reading in graph.readings[notice.id]
    ]
    documents = graph.catalogue.documents.values()
    texts += [(urls.served(document.address), full_title(document)) for document in documents]
    texts += [
        (urls.served(urls.school(key)), f"{entry.school} {entry.school.level.label}")
        for key, entry in graph.schools.items()
    ]
    texts += [
        (urls.served(urls.topic(key)), entry.topic.name) for key, entry in graph.topics.items()
    ]
    content = {"synonyms": asdict(graph.archive.registers.synonyms), "texts": texts}
    (folder / "texts.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")

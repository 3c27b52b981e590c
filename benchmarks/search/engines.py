"""The engines that are compared: what each loads, and how a page asks it."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.search import minisearch

DIALOG = """async text => {
    const input = document.querySelector("[data-md-component=search-query]")
    const list = document.querySelector(".md-search-result__list")
    const said = document.querySelector(".md-search-result__meta")
    const config = JSON.parse(document.getElementById("__config").textContent)
    const nothing = config.translations["search.result.none"]
    const idle = ["", config.translations["search.result.placeholder"], said.dataset.before]
    const until = test => new Promise(resolve => {
        const watcher = new MutationObserver(() => {
            if (!test()) return
            watcher.disconnect()
            resolve()
        })
        watcher.observe(said, { childList: true, characterData: true, subtree: true })
        if (test()) resolve()
    })
    said.dataset.before = said.dataset.before || said.textContent
    said.textContent = ""
    const started = performance.now()
    const answered = until(() => !idle.includes(said.textContent))
    input.focus()
    input.value = text
    input.dispatchEvent(new KeyboardEvent("keyup", { key: "a", bubbles: true }))
    await answered
    const took = performance.now() - started
    await until(() => !said.textContent.includes("đang tìm tiếp"))
    const whole = performance.now() - started
    const score = link => {
        const article = link.querySelector("[data-md-score]")
        return article ? Number(article.dataset.mdScore) : -1
    }
    const links = Array.from(list.children, item => Array.from(item.querySelectorAll("a"))
        .sort((one, other) => score(other) - score(one))[0].href)
    return { took, whole, links: said.textContent.startsWith(nothing) ? [] : links }
}"""
"""Type into Material's box; `took` is until the first answer, `whole` until
all of the archive has been searched."""

WORKER = """async text => {
    const worker = giaobanSearch.worker()
    const id = window.asked = (window.asked || 0) + 1
    const started = performance.now()
    let took = 0
    const answer = await new Promise(resolve => {
        worker.addEventListener("message", function hear({ data }) {
            if (data.id !== id) return
            took = took || performance.now() - started
            if (!data.isWhole) return
            worker.removeEventListener("message", hear)
            resolve(data)
        })
        worker.postMessage({ type: "find", id, query: text, filters: {}, most: 20 })
    })
    const whole = performance.now() - started
    return { took, whole, links: [...new Set(answer.results.map(result => result.page))] }
}"""
"""Ask our worker itself, as the search page does: without what a dialog draws."""

PAGEFIND = """async text => {
    const started = performance.now()
    if (!window.pagefind) {
        window.pagefind = await import("/pagefind/pagefind.js")
        await window.pagefind.init()
    }
    const found = await window.pagefind.search(text)
    const first = await Promise.all(found.results.slice(0, 10).map(result => result.data()))
    const took = performance.now() - started
    return { took, whole: took, links: first.map(page => page.url) }
}"""
"""As Pagefind's own interface asks: the results, and what the first ten of them show."""


@dataclass(frozen=True, slots=True)
class Engine:
    """`loads` begin the paths that it fetches, `ask` is what a page runs: text -> answer."""

    name: str
    site: str
    ask: str
    loads: tuple[str, ...]


ENGINES = (
    Engine("giaoban", "ours", DIALOG, ("assets/search/", "tra-cuu/")),
    Engine("giaoban, worker", "ours", WORKER, ("assets/search/", "tra-cuu/")),
    Engine("material", "plain", DIALOG, ("search/", "assets/javascripts/workers/")),
    Engine("pagefind", "plain", PAGEFIND, ("pagefind/",)),
    Engine("minisearch", "minisearch", minisearch.ASK, ("minisearch.js", "fold.js", "texts.json")),
)


def pagefind() -> str | None:
    """Pagefind's command: named in PAGEFIND, or installed by npm or otherwise."""
    beside = Path("node_modules/.bin/pagefind")
    found = os.environ.get("PAGEFIND") or shutil.which("pagefind")
    return found or (str(beside.absolute()) if beside.exists() else None)

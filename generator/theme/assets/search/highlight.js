/* Marks the words that a search found, where it found them: `?h=giáo dục|1249/PGDĐT#muc-i-3-2`. */
(function () {
  "use strict"

  const MOST_MARKS = 40
  const SKIPPED = "script, style, a.mark, sup, .tools, mark"

  const address = new URL(location.href)
  const terms = (address.searchParams.get("h") || "").split("|").filter(term => term.trim())
  /* A footnote's mark (¹) is no part of a word, and set apart on the page. */
  const escaped = text => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+")
    .replace(/[¹²³⁰⁴-⁹]/g, "$&?")

  function mark() {
    forget()
    const place = address.hash && document.getElementById(decodeURIComponent(address.hash.slice(1)))
    const article = document.querySelector("article")
    if (!terms.length || !article) return
    const pattern = new RegExp(
      `(^|[^\\p{L}\\p{Nd}])(${terms.map(escaped).join("|")})(?![\\p{L}\\p{Nd}])`, "giu")
    for (const part of parts(place && article.contains(place) ? place : article)) markIn(part, pattern)
  }

  function forget() {
    address.searchParams.delete("h")
    try {
      history.replaceState(history.state, "", address)
    } catch { /* A page from a disk keeps its address. */ }
  }

  /* A heading's place is what stands below it, down to the next one. */
  function parts(place) {
    const found = [place]
    if (!/^H[1-6]$/.test(place.tagName)) return found
    for (let next = place.nextElementSibling; next && !/^H[1-6]$/.test(next.tagName); next = next.nextElementSibling) {
      found.push(next)
    }
    return found
  }

  /* Marks may run across links and other inline marks, so matches are sought in the joined text. */
  function markIn(part, pattern) {
    const nodes = []
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest(SKIPPED)) nodes.push(walker.currentNode)
    }
    const starts = []
    let whole = ""
    for (const node of nodes) {
      starts.push(whole.length)
      whole += node.data
    }
    const found = Array.from(whole.matchAll(pattern)).slice(0, MOST_MARKS)
    for (const { index: before, 1: sign, 2: text } of found.reverse()) {
      const index = before + sign.length
      for (let n = nodes.length - 1; n >= 0; n--) {
        const from = Math.max(0, index - starts[n])
        const to = Math.min(nodes[n].data.length, index + text.length - starts[n])
        if (from >= to) continue
        const range = document.createRange()
        range.setStart(nodes[n], from)
        range.setEnd(nodes[n], to)
        const marked = document.createElement("mark")
        marked.className = "found"
        range.surroundContents(marked)
      }
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mark)
  else mark()
})()

/* Results in the shape that Material's search dialog draws: pages, each with its places below. */
var giaobanMaterial = (function () {
  "use strict"

  const OPEN_PLACES = 3
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

  /* Material writes titles and texts into the page as HTML. */
  const escaped = text => text.replace(/[&<>"']/g, sign => ESCAPES[sign])
  const html = runs => runs.map(([text, isMarked]) =>
    isMarked ? `<mark>${escaped(text)}</mark>` : escaped(text)).join("")

  /* Words to mark on the page, handed on in its address (`h`), one after another. */
  const terms = ({ terms }) => terms.length ? { [terms.join("|")]: true } : {}

  function item(result, address, score, title, text) {
    return { location: address(result.url), score, terms: terms(result), title, text: html(text) }
  }

  /* A place within a page; one with a name of its own (who signed) is said in its note. */
  function place(result, address, score) {
    const { label, field, note, text } = result
    return label ? item(result, address, score, escaped(label + (field ? " · " + field : "")), text)
      : item(result, address, score, html(note), [])
  }

  const heading = ({ label, notice, title }) => label ? escaped(notice) : html(title)

  /* `results` best first; the first of a page draws its other places up to it. A page stands above
     its places, though one of them may be the better result: Enter follows the higher score. */
  function items(results, address) {
    const groups = new Map()
    results.forEach((result, n) => {
      const score = results.length - n
      let group = groups.get(result.page)
      if (!group) groups.set(result.page, group = { score, places: [], own: null, ownScore: 0 })
      if (result.url !== result.page) group.places.push(result)
      else if (!group.own) Object.assign(group, { own: result, ownScore: group.places.length ? group.score - 0.25 : score })
    })
    return Array.from(groups, ([url, { score, places, own, ownScore }]) => {
      const found = places.map((result, n) => place(result, address, n < OPEN_PLACES ? score : score - 0.5))
      if (own) return [item(own, address, ownScore, heading(own), own.label ? own.text : own.note), ...found]
      return [...found, { location: address(url), score: 0, terms: {}, title: heading(places[0]), text: "" }]
    })
  }

  return { items, html, escaped }
})()

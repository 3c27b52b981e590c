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

  function place(result, address, score) {
    return {
      location: address(result.url), score, terms: terms(result),
      title: escaped(result.label + (result.field ? " · " + result.field : "")), text: html(result.text),
    }
  }

  function page(result, address, score) {
    return {
      location: address(result.url), score, terms: terms(result),
      title: html(result.title), text: html(result.note),
    }
  }

  /* `results` best first; the first of a page draws its other places up to it. */
  function items(results, address) {
    const groups = new Map()
    results.forEach((result, n) => {
      const score = results.length - n
      let group = groups.get(result.page)
      if (!group) groups.set(result.page, group = { score, places: [], page: null, result })
      if (result.label) group.places.push(result)
      else group.page = result
    })
    return Array.from(groups.values(), ({ score, places, page: own, result }) => {
      const found = places.map((place_, n) =>
        place(place_, address, n < OPEN_PLACES ? score : score - 0.5))
      if (own) return [page(own, address, score), ...found]
      found.push({
        location: address(result.page), score: 0, terms: {}, title: escaped(result.notice), text: "",
      })
      return found
    })
  }

  return { items, html, escaped }
})()

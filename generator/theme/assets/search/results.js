/* A result as the search page's list shows it, and the small help for making elements. */
var giaobanResults = (function () {
  "use strict"

  function make(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties)
    made.append(...children)
    return made
  }

  function fill(element, ...children) {
    element.textContent = ""
    element.append(...children)
  }

  const marked = runs => typeof runs === "string" ? [runs]
    : runs.map(([text, isMarked]) => isMarked ? make("mark", {}, text) : text)

  /* Below `root`; a sister's result has its whole address. */
  function address({ url, terms }, root) {
    const found = new URL(url, root)
    if (terms && terms.length && found.hash) found.searchParams.set("h", terms.join("|"))
    return found.href
  }

  function shown(result, root) {
    const { site, url, label, notice, field, text, title, note } = result
    const link = make("a", { href: address(result, root), className: "search-result__link" })
    const item = make("li", { className: "search-result" })
    const line = (part, ...children) =>
      item.append(make("p", { className: "search-result__" + part }, ...children))
    if (site) line("site", site.name)
    line("title", link)
    if (label) {
      link.append(url.includes("#") ? `${label}, ${notice}` : notice)
      line("text", ...marked(text))
      if (field) line("note", field)
    } else {
      link.append(...marked(title))
      line("note", ...marked(note))
    }
    return item
  }

  return { make, fill, shown }
})()

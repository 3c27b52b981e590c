/* This site and its sister sites searched as one: which to ask, and their answers in one list.

   The page names them in its JSON `#sisters`: {own, sites: [{key, name, address}]}. Results go by
   rank, then newest first, this site's first among equals. Readers may switch the others off; the
   browser remembers that. */
var giaobanTogether = (function () {
  "use strict"

  const OWN = "trang-nay"
  const REMEMBERED = "giaoban.trang-khac"
  const OFF = "khong"
  const MOST_NAMED = 2
  const GROUPS = ["kind", "year", "level", "field"]

  /* Whether `one` stands before `other`, which belongs to a later site. */
  function isBefore(one, other) {
    if (one.rank !== other.rank) return one.rank < other.rank
    if (Boolean(one.formal) !== Boolean(other.formal)) return Boolean(other.formal)
    if (!one.when || !other.when) return !one.when
    return one.when >= other.when
  }

  /* Lists that are in order, as one; each keeps its own order. */
  function merged(lists, most) {
    const found = []
    const at = lists.map(() => 0)
    while (found.length < most) {
      let best = -1
      lists.forEach((list, n) => {
        if (at[n] < list.length && (best < 0 || !isBefore(lists[best][at[best]], list[at[n]]))) best = n
      })
      if (best < 0) break
      found.push(lists[best][at[best]++])
    }
    return found
  }

  const isExactly = ({ approximate, isPartial }) => !approximate && !isPartial

  function sum(parts) {
    const total = Object.create(null)
    for (const part of parts) {
      for (const [choice, count] of Object.entries(part)) total[choice] = (total[choice] || 0) + count
    }
    return total
  }

  /* `parts` are [{site, answer}], this site's first; `chosen` the key of the one site to show, or "". */
  function answer(parts, chosen, most) {
    /* What is only nearly meant waits until nobody has what was typed. */
    const isExact = parts.some(({ answer }) => answer.all && isExactly(answer))
    const counted = parts.map(({ site, answer }) =>
      ({ site, answer, isHeard: !isExact || isExactly(answer) }))
    const shown = counted.filter(({ site, isHeard }) => isHeard && (!chosen || site.key === chosen))
      .map(part => part.answer)
    const add = (list, name) => list.reduce((total, answer) => total + answer[name], 0)
    const fields = new Map()
    for (const { names } of parts.map(part => part.answer)) {
      for (const [key, name] of names.fields) if (!fields.has(key)) fields.set(key, name)
    }
    return {
      total: add(shown, "total"),
      all: add(counted.filter(part => part.isHeard).map(part => part.answer), "all"),
      approximate: isExact ? "" : Array.from(new Set(shown.map(answer => answer.approximate).filter(Boolean))).join("”, “"),
      isPartial: !isExact && shown.some(answer => answer.isPartial),
      isWhole: parts[0].answer.isWhole, number: parts[0].answer.number, lists: parts[0].answer.lists,
      names: {
        years: Array.from(new Set([].concat(...parts.map(({ answer }) => answer.names.years)))).sort().reverse(),
        fields: Array.from(fields),
      },
      counts: Object.fromEntries(GROUPS.map(group => [group, sum(shown.map(answer => answer.counts[group]))])),
      perSite: new Map(counted.map(({ site, answer, isHeard }) => [site.key, isHeard ? answer.total : 0])),
      results: merged(shown.map(answer => answer.results), most),
      nearest: [].concat(...parts.map(({ answer }) => answer.nearest)),
    }
  }

  function remembered() {
    try {
      return localStorage.getItem(REMEMBERED) !== OFF
    } catch {
      return true
    }
  }

  function remember(isOn) {
    try {
      localStorage.setItem(REMEMBERED, isOn ? "" : OFF)
    } catch { /* Not remembered. */ }
  }

  const listed = (sites, before = "") => sites.length > MOST_NAMED ? `${sites.length} trang khác`
    : before + sites.map(site => site.name).join(" và ")

  /* `make` makes elements, `fill` fills one anew, `changed(isSwitched)` is called when there is more to
     show, or to ask. */
  function create({ own, sites }, { address, kinds, levels, make, fill, changed }) {
    const ownSite = { key: OWN, name: own }
    let asked = null, script = null
    let sisters = {
      ask() {}, ownAnswered() {}, hasBegun: () => false, answers: () => [], failed: () => [],
      waiting: () => asked ? sites : [],
    }
    const box = make("input", { type: "checkbox", id: "trang-khac", checked: remembered() })
    const chooser = make("p", { className: "search-sisters" }, box,
      make("label", { htmlFor: box.id }, `Tìm cả ở ${listed(sites, "trang của ")}`))
    const notes = make("div", { className: "search-notes" })
    notes.setAttribute("aria-live", "polite")
    let noted = ""

    box.addEventListener("change", () => {
      remember(box.checked)
      changed(true)
    })

    /* What asks them comes when somebody searches. */
    function load() {
      script = make("script", { src: new URL("sisters.js", address).href })
      script.addEventListener("load", () => {
        sisters = giaobanSisters.create({ sites, address, kinds, levels, tell: () => changed(false) })
        sisters.ask(asked)
        changed(false)
      })
      script.addEventListener("error", () => {
        sisters.waiting = () => []
        changed(false)
      })
      document.head.append(script)
    }

    /* A line for each site that could not be asked, with the way to its own search. */
    function note(failed, query) {
      const now = failed.map(({ site, words }) => site.key + words).join()
      if (now !== noted) {
        const lines = make("ul", {}, ...failed.map(({ site, words }) => make("li", {},
          `${site.name}: không tra cứu được, ${words}. `, make("a", {}, "Mở trang tra cứu ở đó"))))
        fill(notes, ...(failed.length > MOST_NAMED
          ? [make("details", {}, make("summary", {}, `${failed.length} trang không tra cứu được`), lines)]
          : failed.length ? [lines] : []))
      }
      noted = now
      notes.querySelectorAll("a").forEach((link, n) => {
        link.href = `${failed[n].site.address}tra-cuu/?q=${encodeURIComponent(query)}`
      })
    }

    return {
      chooser, notes,
      isOn: () => box.checked,
      /* For this visit: an address that names a site was opened. */
      turnOn() { box.checked = true },
      isWaiting: () => box.checked && sisters.waiting().length > 0,
      hasBegun: () => sisters.hasBegun(),
      waitingWords: () => box.checked && sisters.waiting().length ? `; đang tìm ở ${listed(sisters.waiting())}` : "",
      ask(question) {
        asked = box.checked ? question : null
        if (asked && !script) load()
        sisters.ask(asked)
      },
      /* What this site answered, together with what the others have answered so far. */
      answer(ownAnswer, chosen, most, query) {
        sisters.ownAnswered(ownAnswer.isWhole)
        note(box.checked ? sisters.failed() : [], query)
        if (!box.checked) return ownAnswer
        const named = list => list.map(result => ({ ...result, site: ownSite }))
        const mine = { ...ownAnswer, results: named(ownAnswer.results), nearest: named(ownAnswer.nearest) }
        const found = answer([{ site: ownSite, answer: mine }, ...sisters.answers()], chosen, most)
        found.sites = [ownSite, ...sites].map(({ key, name }) => [key, name, found.perSite.get(key) || 0])
        return found
      },
    }
  }

  return { create, answer, merged }
})()

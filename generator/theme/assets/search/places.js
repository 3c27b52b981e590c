/* Where somebody is in the search page, kept with each entry of the browser's history.

   Typing goes on in one entry, a search that is submitted makes the next; each remembers its place:
   {most, top, at}, how many results were shown, how far down and at which one somebody was. */
var giaobanPlaces = (function () {
  "use strict"

  const STILL = 100

  /* `now` tells what is asked, {query, url}, and the place; `focus` goes to a result. */
  function create({ now, focus }) {
    let entry = null, returning = null, timer = 0

    function record(how, { url, place }) {
      try {
        history[how](place, "", url)
      } catch { /* A page from a disk keeps its address. */ }
    }

    function keep() {
      const current = now()
      record("replaceState", current)
      if (current.query === entry.query) entry = current
    }

    function keepPlace() {
      clearTimeout(timer)
      if (returning) return
      const { query, place } = now()
      history.replaceState(place, "")
      if (query === entry.query) entry.place = place
    }

    history.scrollRestoration = "manual"
    addEventListener("scroll", () => {
      clearTimeout(timer)
      timer = setTimeout(keepPlace, STILL)
    })
    for (const act of ["keydown", "pointerdown", "wheel"]) {
      addEventListener(act, () => { returning = null }, { capture: true, passive: true })
    }

    return {
      keep, keepPlace,
      /* An entry is shown, perhaps again; its place where it has one. */
      open(query) {
        clearTimeout(timer)
        returning = history.state
        entry = { query, url: location.href, place: returning || { ...now().place, top: 0, at: -1 } }
        return returning
      },
      submit() {
        const current = now()
        if (current.query === entry.query) return keep()
        record("replaceState", entry)
        record("pushState", current)
        entry = current
      },
      leave() { returning = null },
      /* To the place of the entry shown, as soon as there are results enough. */
      comeBack(isAll) {
        if (!returning) return
        scrollTo(0, returning.top)
        if (!isAll) return
        if (returning.at >= 0) focus(returning.at)
        returning = null
      },
    }
  }

  return { create }
})()

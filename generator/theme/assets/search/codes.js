/* The codes of search data, as generator/search/texts.py writes them, read back to numbers. */
var giaobanCodes = (function () {
  "use strict"

  const BETWEEN = "~"
  const SAME_AS = 125 /* } */
  const SHARED = [55, 21, 2, 1], OWN = [0, 9, 1, 1], DATE = 90

  /* What the first character of a code says: how many follow, the number they count from, and
     whether it is one of a year's own. */
  const value = new Uint8Array(128)
  const length = new Uint8Array(91)
  const base = new Int32Array(91)
  const isOwn = new Uint8Array(91)
  for (let code = 0x20, number = 0; code < 0x7f; code++) {
    if (!'"\\}~'.includes(String.fromCharCode(code))) value[code] = number++
  }
  let lead = 0
  for (const leads of [SHARED, OWN]) {
    let start = 0
    leads.forEach((count, size) => {
      for (let n = 0; n < count; n++, lead++, start += 91 ** size) {
        length[lead] = size
        base[lead] = start
        isOwn[lead] = leads === OWN ? 1 : 0
      }
    })
  }

  /* Reads codes whose first characters and whose others stand apart. A year's own pieces are
     numbered from `own`; `dated` gives the number of the piece that is a date, by its day. */
  function reader(rests, own, dated) {
    let at = 0
    return character => {
      const lead = value[character]
      let rest = 0
      for (let n = lead === DATE ? 2 : length[lead]; n > 0; n--) {
        rest = rest * 91 + value[rests.charCodeAt(at++)]
      }
      return lead === DATE ? dated(rest) : base[lead] + rest + (isOwn[lead] ? own : 0)
    }
  }

  /* Rows of numbers, one after another: `items[starts[n]:starts[n + 1]]` is the nth; a row may be said
     to be the same as an earlier one. */
  function rows(leads, next) {
    let decoded = new Int32Array(leads.length + 1)
    const starts = [0]
    let at = 0
    for (let from = 0, to; from <= leads.length; from = to + 1) {
      to = leads.indexOf(BETWEEN, from)
      if (to < 0) to = leads.length
      const other = leads.charCodeAt(from) === SAME_AS ? Number(leads.slice(from + 1, to)) : -1
      const most = other < 0 ? to - from : starts[other + 1] - starts[other]
      if (at + most > decoded.length) {
        const longer = new Int32Array(2 * decoded.length + most)
        longer.set(decoded)
        decoded = longer
      }
      if (other < 0) for (let n = from; n < to; n++) decoded[at++] = next(leads.charCodeAt(n))
      else {
        decoded.copyWithin(at, starts[other], starts[other + 1])
        at += most
      }
      starts.push(at)
    }
    return { items: decoded.slice(0, at), starts: Int32Array.from(starts) }
  }

  return { BETWEEN, reader, rows }
})()

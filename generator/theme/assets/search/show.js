/* What a result shows: its title, where it stands, the words around what was found, marked. */
var giaobanShow = (function () {
  "use strict"

  const LONGEST = 260
  const BEFORE = 80
  const MOST_TERMS = 6

  const isSame = (asked, n, token) => asked.isOpen && n === asked.words.length - 1
    ? token.text.startsWith(asked.words[n]) : token.text === asked.words[n]

  /* [start, end] of the words asked wherever they stand side by side. */
  function phrases(tokens, asked) {
    const found = []
    const size = asked.words.length
    for (let at = 0; size && at + size <= tokens.length; at++) {
      let n = 0
      while (n < size && isSame(asked, n, tokens[at + n])) n++
      if (n === size) found.push([tokens[at].start, tokens[at + n - 1].end])
    }
    return found
  }

  function apart(tokens, asked) {
    return tokens.filter(token => asked.words.some((_, n) => isSame(asked, n, token)))
      .map(token => [token.start, token.end])
  }

  /* Places of `text` to mark: what was asked side by side, else its words one by one. */
  function places(folding, text, readings, isApart = true) {
    const tokens = folding.tokens(text)
    let found = [].concat(...readings.map(asked => phrases(tokens, asked)))
    if (!found.length && isApart) found = [].concat(...readings.map(asked => apart(tokens, asked)))
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1])
    const merged = []
    for (const [start, end] of found) {
      const last = merged[merged.length - 1]
      if (last && (start <= last[1] || !/\S/.test(text.slice(last[1], start)))) {
        last[1] = Math.max(last[1], end)
      } else merged.push([start, end])
    }
    return merged
  }

  /* Runs [words, isMarked] of `text`, cut around the first place. */
  function runs(text, marked, longest) {
    let start = 0, end = text.length
    if (text.length > longest) {
      const first = marked.length ? marked[0][0] : 0
      if (first > BEFORE) start = text.indexOf(" ", first - BEFORE) + 1
      end = Math.min(text.length, start + longest)
      if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), marked.length ? marked[0][1] : 0)
    }
    const found = start ? [["… ", false]] : []
    let at = start
    for (const [from, to] of marked) {
      if (from < at || to > end) continue
      if (from > at) found.push([text.slice(at, from), false])
      found.push([text.slice(from, to), true])
      at = to
    }
    if (at < end) found.push([text.slice(at, end), false])
    if (end < text.length) found.push([" …", false])
    return found
  }

  const capital = text => text.slice(0, 1).toUpperCase() + text.slice(1)

  function create(engine) {
    const { names, folding } = engine

    const fieldOf = (segment, text) => names.fields[segment.fieldsOf[text][0]] || ""

    /* When it was issued, as far as that is known: "2021-11-04", "2021-11", "2021" or "". */
    function when({ id, row }) {
      if (id) return id.slice(0, 7)
      if (!row) return ""
      return row.day ? row.day.split("/").reverse().join("-") : String(row.year || row.issued || "")
    }

    /* A result as plain data; `terms` are the words to mark on its page, `rank`, `formal` and `when`
       its place among results of other sites. */
    function shown(result, found) {
      const readings = [found.asked, ...found.others]
      const marked = (text, isApart) => runs(text, places(folding, text, readings, isApart), LONGEST)
      if (result.entry) {
        const { kind, url, title, note, signer, shown } = result.entry
        return {
          kind, url, rank: result.rank, title: marked(title, true), note: marked(note, false), text: [],
          page: url.split("#")[0], when: when(result.entry), terms: signer ? [signer] : shown ? [shown] : [],
        }
      }
      const { segment, text } = result
      const notice = names.noticeById.get(segment.notices[segment.noticeOf[text]].id)
      const anchor = segment.anchor(text)
      const whole = segment.text(text)
      const spots = places(folding, whole, readings)
      return {
        kind: "notice", url: notice.url + (anchor && "#" + anchor), page: notice.url, rank: result.rank,
        formal: result.formal, when: when(notice), label: capital(segment.label(text)), notice: notice.title, field: fieldOf(segment, text),
        title: [], note: [], text: runs(whole, spots, LONGEST),
        terms: Array.from(new Set(spots.map(([start, end]) => whole.slice(start, end)))).slice(0, MOST_TERMS),
      }
    }

    return { shown }
  }

  const bare = text => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D")

  /* How the last word typed goes on in what was found: "1249/PG" -> "1249/PGDĐT". */
  function completion(query, results) {
    const words = query.split(/([\s-]+)/)
    const typed = words[words.length - 1]
    if (!typed) return ""
    const small = typed.toLowerCase()
    for (const { title, text } of results) {
      const whole = [...title, ...text].map(run => run[0]).join("")
      for (const word of whole.split(/[\s-]+/)) {
        const plain = word.replace(/[.,;:!?)”"]+$/, "").replace(/^[(“"]+/, "")
        if (plain.length > typed.length && plain.toLowerCase().startsWith(small)) {
          const rest = plain.slice(typed.length)
          return typed + (/[^\0-\x7f]|[0-9]/.test(query) ? rest : bare(rest))
        }
      }
    }
    return ""
  }

  return { create, completion, places, runs }
})()

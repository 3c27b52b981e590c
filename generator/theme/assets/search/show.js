/* What a result shows: its title, where it stands, the words around what was found, marked. */
var giaobanShow = (function () {
  "use strict"

  const LONGEST = 260
  const BEFORE = 80
  const MOST_TERMS = 6

  const isSame = (asked, n, { text }) => text === asked.words[n] || asked.isOpen &&
    n === asked.words.length - 1 && !giaobanAsked.isNumber(text) && text.startsWith(asked.words[n])

  const isLikely = (asked, n, { accented }) =>
    !asked.marks || giaobanAsked.likeness(accented, asked, n) >= giaobanAsked.LIKELY

  /* Those of `found` that score highest: what was typed, or what there is like it. */
  function best(found, scoreOf) {
    const scores = found.map(scoreOf), most = Math.max(...scores)
    return found.filter((_, n) => scores[n] === most)
  }

  /* [start, end] of the words asked wherever they stand side by side; with other tones only where
     nowhere with those typed. */
  function phrases(tokens, asked) {
    const found = []
    const size = asked.words.length
    for (let at = 0; size && at + size <= tokens.length; at++) {
      let n = 0
      while (n < size && isSame(asked, n, tokens[at + n])) n++
      if (n === size) found.push(at)
    }
    const areLikely = at => asked.words.every((_, n) => isLikely(asked, n, tokens[at + n])) ? 1 : 0
    return best(found, areLikely).map(at => [tokens[at].start, tokens[at + size - 1].end])
  }

  /* Each word by itself: as a word of its own before a part of an abbreviation (`sở` of THCS), with
     the tone typed before another, whole before only begun. A number that nobody typed is not marked
     by itself. */
  function apart(tokens, asked, isTyped) {
    const isOwn = token => tokens.every(({ start, text }) => start !== token.start || asked.words.includes(text))
    const found = asked.words.map((word, n) => {
      if (!isTyped && /^[0-9]+$/.test(word)) return []
      const alike = tokens.filter(token => isSame(asked, n, token) && (isOwn(token) || isLikely(asked, n, token)))
      return best(alike, token =>
        (isOwn(token) ? 4 : 0) + (isLikely(asked, n, token) ? 2 : 0) + (token.text === word ? 1 : 0))
    })
    return [].concat(...found).map(token => [token.start, token.end])
  }

  /* What share of the words asked stands somewhere. */
  const share = (tokens, asked) =>
    asked.words.filter((_, n) => tokens.some(token => isSame(asked, n, token))).length / asked.words.length

  /* Places of `text` to mark: what was asked side by side, as it was typed or else as it may be
     meant; else one by one the words of the reading that most of is there. */
  function places(folding, text, readings, isApart = true) {
    const tokens = folding.tokens(text)
    const [asked, ...others] = readings
    let found = phrases(tokens, asked)
    if (!found.length) found = [].concat(...others.map(other => phrases(tokens, other)))
    if (!found.length && isApart) {
      const shares = readings.map(reading => share(tokens, reading))
      const most = shares.indexOf(Math.max(...shares))
      found = apart(tokens, readings[most], most === 0)
    }
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1])
    const merged = []
    for (const [start, end] of found) {
      const last = merged[merged.length - 1]
      if (last && (start <= last[1] || /^[\s/-]*$/.test(text.slice(last[1], start)))) {
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

  /* `told`, where the whole of a text that leads in to others, going on with their words. */
  function goneOn(told, more) {
    const room = LONGEST - told.reduce((size, [text]) => size + text.length, 0)
    if (!more || more.length <= room) return more ? [...told, [more, false]] : told
    return [...told, [more.slice(0, Math.max(more.lastIndexOf(" ", room), 0)).replace(/[\s–]+$/, "") + " …", false]]
  }

  /* The texts below one that ends in a colon, as far as anybody reads on: ` – one – two`. */
  function following(segment, text) {
    const below = segment.anchor(text) + "-"
    let more = ""
    for (let next = text + 1; next < segment.count && more.length <= LONGEST; next++) {
      if (!segment.anchor(next).startsWith(below)) break
      more += " – " + segment.text(next)
    }
    return more
  }

  /* An abbreviation that may be meant is no beginning: `th` of `tiểu học`. */
  const endsAs = (other, asked) => other.words[other.words.length - 1] === asked.words[asked.words.length - 1]

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
      const { asked, others } = found
      const readings = [asked, ...others.map(other => endsAs(other, asked) ? other : { ...other, isOpen: false })]
      const marked = (text, isApart) => runs(text, places(folding, text, readings, isApart), LONGEST)
      if (result.entry) {
        const { kind, url, title, note, signer, shown } = result.entry
        const isInNote = places(folding, note, readings, false).length > 0
        return {
          kind, url, rank: result.rank, title: marked(title, !isInNote), note: marked(note, false), text: [],
          page: kind === "page" ? url : url.split("#")[0], when: when(result.entry), terms: signer ? [signer] : shown ? [shown] : [],
        }
      }
      const { segment, text } = result
      const notice = names.noticeById.get(segment.notices[segment.noticeOf[text]].id)
      const anchor = segment.anchor(text)
      const whole = segment.isSignature(text) && notice.signed || segment.text(text)
      const spots = places(folding, whole, readings)
      const told = runs(whole, spots, LONGEST)
      const isLeading = whole.endsWith(":") && whole.length <= LONGEST
      return {
        kind: "notice", url: notice.url + (anchor && "#" + anchor), page: notice.url, rank: result.rank,
        formal: result.formal, when: when(notice), label: capital(segment.label(text)), notice: notice.title, field: fieldOf(segment, text),
        title: [], note: [], text: isLeading ? goneOn(told, following(segment, text)) : told,
        terms: Array.from(new Set(spots.map(([start, end]) => whole.slice(start, end)))).slice(0, MOST_TERMS),
      }
    }

    /* How the last word typed goes on where what was typed is found first: "1249/PG" -> "1249/PGDĐT". */
    function completion(query, results) {
      const typed = folding.tokens(query)
      if (!typed.length || query !== query.normalize("NFC")) return ""
      const asked = { words: typed.map(word => word.text) }
      const size = typed.length
      const tail = query.slice(typed[size - 1].start)
      for (const runs of [].concat(...results.map(({ title, text }) => [title, text]))) {
        const text = runs.map(run => run[0]).join("")
        const tokens = folding.tokens(text)
        const at = tokens.findIndex((_, at) => at + size <= tokens.length && asked.words.every((word, n) =>
          n < size - 1 ? isSame(asked, n, tokens[at + n]) && isNext(text, tokens[at + n], tokens[at + n + 1])
            : tokens[at + n].text.startsWith(word)))
        if (at >= 0) {
          const last = tokens[at + size - 1]
          const word = text.slice(last.start).split(isCoded(query) ? /[\s-]/ : /[^\p{L}\p{M}\p{N}]/u)[0]
          const rest = continued(query, tail, word.replace(/[.,;:!?)”"]+$/, ""), text.slice(tokens[at].start, last.start))
          return rest && lastWord(query) + rest
        }
      }
      return ""
    }

    return { shown, completion }
  }

  const bare = text => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D")
  const hasAccents = text => text !== bare(text)
  const isSmall = text => text === text.toLowerCase()
  const isLarge = text => text === text.toUpperCase()
  const isNext = (text, one, other) => /^[\s/&-]*$/.test(text.slice(one.end, other.start))

  /* What Material takes for the last word of a query; whether it is a number, with all its signs. */
  const lastWord = query => query.split(/[\s-]+/).pop()
  const isCoded = query => /[0-9]/.test(lastWord(query))

  /* What is left of `word` after its beginning, in the case and with the accents of the query;
     `before` stands before the word where it was found. */
  function continued(query, beginning, word, before) {
    const known = hasAccents(query) ? word : bare(word)
    if (!known.toLowerCase().startsWith(beginning.toLowerCase())) return ""
    const rest = word.slice(beginning.length)
    const typed = /\p{L}/u.test(beginning) ? beginning : query
    if (!/\p{L}/u.test(typed)) return rest
    const written = hasAccents(query) || (isCoded(query) && !isSmall(typed)) ? rest : bare(rest)
    if (isSmall(typed)) return written.toLowerCase()
    return isLarge(query) && (beginning.length > 1 || !isLarge(before)) ? written.toUpperCase() : written
  }

  return { create, places, runs }
})()

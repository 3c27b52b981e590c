/* The search: names and texts found, in the order people expect.

   `find(query)` gives {list, said, asked, approximate}; `list` holds {rank, entry} for what has a
   page of its own and {rank, segment, text} for a text of a notice, best first. */
var giaobanEngine = (function () {
  "use strict"

  /* Ranks of texts, among those of names (RANK in names.js); one more where accents differ. */
  const PHRASE = 8, HALF_PHRASE = 10, OTHER_PHRASE = 12, CLOSE = 24, ALL = 26, OTHER_ALL = 28,
    UNDER = 32, MOST = 40, NONE = 255
  const WIDE = 4
  const FEW = 3
  const MOST_CORRECTIONS = 3

  function create(namesData, wordsData) {
    const folding = giaobanFold.create(namesData.synonyms)
    const names = giaobanNames.create(namesData, folding)
    const texts = giaobanTexts.create(folding, wordsData.years)
    const fieldLevels = namesData.fields.map(row => row[3])
    const segments = []

    function addYear(data, year) {
      const segment = giaobanSegment.create(texts, data, year, fieldLevels)
      segment.ranks = new Uint8Array(segment.count)
      segments.push(segment)
      segments.sort((one, other) => one.year - other.year)
    }

    function popcount(bits) {
      let count = 0
      for (; bits; bits &= bits - 1) count++
      return count
    }

    /* `act(segment, text, held, from, to)` for each text that holds some word asked. */
    function scan(matcher, act) {
      const { bits } = matcher
      for (const segment of segments) {
        const { marks, ends, count } = segment
        let at = 0
        for (let text = 0; text < count; text++) {
          const from = at, to = ends[text]
          let held = 0
          for (; at < to; at++) held |= bits[marks[at]]
          if (held) act(segment, text, held, from, to)
        }
      }
    }

    function rankOf(matcher, marks, from, to, isOther) {
      const fit = giaobanAsked.fit(matcher, marks, from, to)
      const off = fit & 1 ? 0 : 1
      const kind = fit >> 1
      if (kind !== giaobanAsked.APART) {
        return (isOther ? OTHER_PHRASE : PHRASE) + (kind === giaobanAsked.WHOLE ? 0 : 2) + off
      }
      if (isOther) return OTHER_ALL + off
      const span = giaobanAsked.span(matcher, marks, from, to, matcher.full)
      return (span <= matcher.size + WIDE ? CLOSE : ALL) + off
    }

    /* Texts that hold every word; how many. A number is asked for as a whole, or not at all; words
       of other accents that stand anywhere are other words. */
    function rankWhole(asked, isOther, worst) {
      const matcher = giaobanAsked.matcher(texts, asked)
      if (matcher.isHopeless) return 0
      let count = 0
      scan(matcher, (segment, text, held, from, to) => {
        if (held !== matcher.full) return
        const rank = rankOf(matcher, segment.marks, from, to, isOther)
        if (rank > worst || rank === ALL + 1) return
        if (rank < segment.ranks[text]) segment.ranks[text] = rank
        count++
      })
      return count
    }

    /* Texts that hold every word together with what they stand under. */
    function rankUnder(matcher) {
      const { full } = matcher
      for (const segment of segments) segment.held = new Int32Array(segment.count)
      scan(matcher, (segment, text, held) => { segment.held[text] = held })
      let count = 0
      for (const { held, above, ranks, count: size } of segments) {
        for (let text = 0; text < size; text++) {
          const over = above[text], own = held[text]
          if (over >= 0) held[text] |= held[over]
          if (held[text] === full && own && own !== full && held[over] !== full && ranks[text] > UNDER) {
            ranks[text] = UNDER
            count++
          }
        }
      }
      return count
    }

    /* Texts that hold most of the words near each other, and every number. */
    function rankMost(matcher) {
      const { size, numbers } = matcher
      scan(matcher, (segment, text, held, from, to) => {
        held = 0
        for (let at = from; at < to; at++) held |= matcher.accents[segment.marks[at]]
        const count = popcount(held)
        if (3 * count < 2 * size || (held & numbers) !== numbers || segment.ranks[text] <= MOST) return
        const span = giaobanAsked.span(matcher, segment.marks, from, to, held)
        if (span <= count + WIDE) segment.ranks[text] = Math.min(segment.ranks[text], MOST + size - count)
      })
    }

    /* Everything found, best first; in one rank as the archive stands, formal texts last. */
    function listed(found) {
      const rows = []
      const put = (rank, result) => (rows[rank] || (rows[rank] = [[], []]))[result.formal ? 1 : 0].push(result)
      const whole = new Set()
      for (const [rank, entry] of found) {
        put(rank, { rank, entry })
        if (entry.id) whole.add(entry.id)
      }
      for (const segment of segments) {
        for (let text = 0; text < segment.count; text++) {
          const rank = segment.ranks[text]
          const isTitle = segment.anchor(text) === ""
          if (isTitle && whole.has(segment.notices[segment.noticeOf[text]].id)) continue
          if (rank !== NONE) put(rank, { rank, segment, text, formal: segment.isFormal(text) })
        }
      }
      return [].concat(...rows.filter(Boolean).map(([plain, formal]) => plain.concat(formal)))
    }

    function ranked(query) {
      const asked = giaobanAsked.read(folding, query)
      const others = giaobanAsked.others(folding, query, asked)
      for (const segment of segments) segment.ranks.fill(NONE)
      const named = names.find(asked, others, query)
      const { said } = named
      const isNumber = said !== null && (said.signs.length > 0 || said.kind !== null) && !said.rest.length
      let count = rankWhole(asked, false, isNumber ? CLOSE + 1 : NONE)
      for (const other of others) count += rankWhole(other, true, isNumber ? OTHER_PHRASE + 3 : NONE)
      if (count < FEW && asked.words.length > 1 && !isNumber) {
        const matcher = giaobanAsked.matcher(texts, asked)
        count += rankUnder(matcher)
        if (count < FEW && asked.words.length > 2) rankMost(matcher)
      }
      return { asked, others, said, list: listed(named.found), approximate: "" }
    }

    function find(query) {
      query = query.normalize("NFC").trimStart()
      const found = ranked(query)
      if (found.list.length || !found.asked.words.length) return found
      for (const text of giaobanNear.corrected(found.asked, texts.words.texts).slice(0, MOST_CORRECTIONS)) {
        const again = ranked(text)
        if (again.list.length && again.list[0].rank < ALL) {
          return { ...again, said: found.said, approximate: text }
        }
      }
      return found
    }

    const nearest = (found, most) => names.nearest(found.asked, found.said, most)

    return { names, folding, texts, addYear, find, nearest, segments }
  }

  return { create }
})()

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
    const segments = []
    const row = []
    let masks = new Int32Array(0)

    function addYear(data, year) {
      const segment = giaobanSegment.create(texts, data, year)
      segment.ranks = new Uint8Array(segment.count)
      segments.push(segment)
      segments.sort((one, other) => one.year - other.year)
    }

    function popcount(bits) {
      let count = 0
      for (; bits; bits &= bits - 1) count++
      return count
    }

    /* Which words asked each text of a segment holds. */
    function held(segment, matcher) {
      if (masks.length < segment.count) masks = new Int32Array(segment.count)
      masks.fill(0, 0, segment.count)
      matcher.lists.forEach((words, n) => {
        for (const word of words) for (const text of segment.with(word)) masks[text] |= 1 << n
      })
      return masks
    }

    function rankOf(segment, matcher, text, isOther) {
      const fit = giaobanAsked.fit(matcher, row, segment.marks(text, row))
      const off = fit.accented ? 0 : 1
      if (fit.phrase) {
        return (isOther ? OTHER_PHRASE : 0) + (fit.exact ? 0 : 2) + (isOther ? 0 : PHRASE) + off
      }
      if (isOther) return OTHER_ALL + off
      return (fit.span <= matcher.size + WIDE ? CLOSE : ALL) + off
    }

    /* Texts that hold every word; how many. */
    function rankWhole(asked, isOther) {
      const matcher = giaobanAsked.matcher(texts, asked)
      if (!matcher.size || matcher.lists.some(words => !words.length)) return 0
      let count = 0
      for (const segment of segments) {
        const masks = held(segment, matcher)
        for (let text = 0; text < segment.count; text++) {
          if (masks[text] !== matcher.full) continue
          const rank = rankOf(segment, matcher, text, isOther)
          if (rank < segment.ranks[text]) segment.ranks[text] = rank
          count++
        }
      }
      return count
    }

    /* Texts that hold every word together with what they stand under, else most of the words. */
    function rankParts(asked) {
      const matcher = giaobanAsked.matcher(texts, asked)
      const { size, full, numbers } = matcher
      if (size < 2) return
      let isUnder = false
      for (const least of [0, 1]) {
        for (const segment of segments) {
          const masks = held(segment, matcher)
          if (!least) {
            for (let text = 0; text < segment.count; text++) {
              const over = segment.above[text]
              const own = masks[text]
              if (over >= 0) masks[text] |= masks[over]
              if (masks[text] === full && own && own !== full && (over < 0 || masks[over] !== full)) {
                segment.ranks[text] = Math.min(segment.ranks[text], UNDER)
                isUnder = true
              }
            }
          } else {
            for (let text = 0; text < segment.count; text++) {
              const count = popcount(masks[text])
              if (2 * count > size && count < size && (masks[text] & numbers) === numbers) {
                segment.ranks[text] = Math.min(segment.ranks[text], MOST + size - count)
              }
            }
          }
        }
        if (isUnder || size < 3) return
      }
    }

    /* Everything found, best first; in one rank as the archive stands, formal texts last. */
    function listed(found) {
      const rows = []
      const put = (rank, result) => (rows[rank] || (rows[rank] = [[], []]))[result.formal ? 1 : 0].push(result)
      for (const [rank, entry] of found) put(rank, { rank, entry })
      for (const segment of segments) {
        for (let text = 0; text < segment.count; text++) {
          const rank = segment.ranks[text]
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
      let count = rankWhole(asked, false)
      for (const other of others) count += rankWhole(other, true)
      if (count < FEW && !(named.said && named.said.signs.length)) rankParts(asked)
      return { asked, others, said: named.said, list: listed(named.found), approximate: "" }
    }

    function find(query) {
      query = query.normalize("NFC").trimStart()
      const found = ranked(query)
      if (found.list.length || !found.asked.words.length) return found
      const corrected = giaobanNear.corrected(found.asked, texts.words.texts)
      for (const text of corrected.slice(0, MOST_CORRECTIONS)) {
        const again = ranked(text)
        if (again.list.length) return { ...again, said: found.said, approximate: text }
      }
      return found
    }

    const nearest = (found, most) => names.nearest(found.asked, found.said, most)

    return { names, folding, texts, addYear, find, nearest, segments }
  }

  return { create }
})()

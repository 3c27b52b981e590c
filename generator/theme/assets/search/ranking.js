/* Ranks of texts by the words asked: as a phrase, all of them, with what they stand under, most. */
var giaobanRanking = (function () {
  "use strict"

  const { PHRASE, HALF_PHRASE, OTHER_PHRASE, CLOSE, ALL, OTHER_ALL, SCATTERED, MOST, NONE } = giaobanRanks

  function popcount(bits) {
    let count = 0
    for (; bits; bits &= bits - 1) count++
    return count
  }

  function create(texts, { segments, spelling, scan, spelled, fit, isOfTime }) {
    function rankOf(matcher, fit, size, isOther) {
      const off = fit & 1 ? 0 : 1
      const kind = fit >> 1
      if (!fit) return NONE
      if (kind !== giaobanAsked.APART) {
        return (isOther ? OTHER_PHRASE : PHRASE) + (kind === giaobanAsked.WHOLE ? 0 : 2) + off
      }
      const span = giaobanAsked.span(matcher, spelling.items, 0, size, matcher.full)
      if (giaobanAsked.areScattered(matcher, spelling.items, 0, size, span)) return SCATTERED
      if (isOther) return OTHER_ALL + off
      return (span <= matcher.size + giaobanAsked.WIDE ? CLOSE : ALL) + off
    }

    /* Texts that hold every word; how many. A number is asked for as a whole, or not at all. With a
       `time` those of its notices only. */
    function rankWhole(asked, isOther, worst, time) {
      const last = asked.words.length - 1
      const isUnknown = (word, n) => texts.words.find(word) === undefined && !(n === last && asked.isOpen)
      if (asked.words.some(isUnknown)) return 0
      const matcher = giaobanAsked.matcher(texts, asked)
      if (matcher.isHopeless) return 0
      const { full, size, bits, accents, likely, slips, whole } = matcher
      let count = 0
      const keep = (segment, text, rank) => {
        if (rank > worst) return
        if (time && !isOfTime(segment, text, time)) return
        if (rank < segment.ranks[text]) segment.ranks[text] = rank
        if (rank < SCATTERED) count++
      }
      if (size === 1) {
        /* Of one word its best place decides: as a whole word before begun, then with its accents. */
        const fits = bits.map((bit, mark) => (likely[mark] | slips[mark]) &&
          2 * (whole[mark] ? giaobanAsked.WHOLE : giaobanAsked.BEGUN) + (accents[mark] ? 1 : 0))
        const inPieces = texts.highestOfPieces(fits, 2 * giaobanAsked.BEGUN + 1)
        for (const segment of segments) {
          const best = segment.highestOfTexts(inPieces)
          for (let text = 0; text < segment.count; text++) {
            if (best[text]) keep(segment, text, rankOf(matcher, best[text], 0, isOther))
          }
        }
        return count
      }
      scan(bits, full, (segment, text, _, held) => {
        const length = spelled(segment, text)
        const rank = rankOf(matcher, giaobanAsked.fit(matcher, spelling.items, 0, length), length, isOther)
        /* What its heading says too is what it is about. */
        const isAbout = rank === OTHER_PHRASE && segment.above[text] >= 0 && (held[segment.above[text]] & full) === full
        keep(segment, text, isAbout ? HALF_PHRASE : rank)
      })
      return count
    }

    /* Texts that hold every word together with what they stand under; how many. Two words side by
       side in one of them at least, or they are hardly meant: only near what was asked. */
    function rankUnder(matcher, rank, time) {
      const { full, size } = matcher
      const inPieces = texts.bitsOfPieces(matcher.likely)
      const holdsPair = (segment, text) => {
        const length = spelled(segment, text)
        return giaobanAsked.holdsPair(matcher, spelling.items, 0, length)
      }
      let count = 0
      for (const segment of segments) {
        const { above, ranks } = segment
        const held = segment.bitsOfTexts(inPieces)
        for (let text = 0; text < segment.count; text++) {
          const own = held[text], over = above[text] < 0 ? 0 : held[above[text]]
          held[text] = own | over
          if (held[text] !== full || !own || own === full || over === full || ranks[text] <= rank) continue
          if (time && !isOfTime(segment, text, time)) continue
          const isMeant = size > 2 && (holdsPair(segment, text) || holdsPair(segment, above[text]))
          ranks[text] = Math.min(ranks[text], isMeant ? rank : SCATTERED)
          if (isMeant) count++
        }
      }
      return count
    }

    /* Whether words stand side by side in some text. */
    function standTogether(asked) {
      const matcher = giaobanAsked.matcher(texts, asked)
      let isThere = false
      if (!matcher.isHopeless) {
        scan(matcher.bits, matcher.full, (segment, text) => {
          isThere = isThere || fit(matcher, segment, text) >> 1 > giaobanAsked.APART
        })
      }
      return isThere
    }

    /* Texts that hold most of the words near each other, and every number; unless most of what
       is asked are numbers, also half of what the words weigh. */
    function rankMost(matcher) {
      const { size, numbers, full } = matcher
      const times = new Int32Array(size)
      scan(matcher.accents, 0, (segment, text, held) => {
        for (let n = 0; n < size; n++) times[n] += (held >> n) & 1
      })
      const all = segments.reduce((sum, { count }) => sum + count, 1)
      const weight = bits => times.reduce((sum, many, n) => sum + ((bits >> n) & 1 ? Math.log(all / (many + 1)) : 0), 0)
      const words = full & ~numbers
      const least = popcount(words) >= popcount(numbers) ? weight(words) / 2 : 0
      scan(matcher.accents, 0, (segment, text, held) => {
        const count = popcount(held)
        if (3 * count < 2 * size || (held & numbers) !== numbers || segment.ranks[text] <= MOST) return
        if (weight(held & words) < least) return
        const length = spelled(segment, text)
        const span = giaobanAsked.span(matcher, spelling.items, 0, length, held)
        if (span <= count + giaobanAsked.WIDE) segment.ranks[text] = Math.min(segment.ranks[text], MOST + size - count)
      })
    }

    /* A phrase that stands somewhere with one word a slip away from what was typed, though that is a
       word too: `hoàn tiện`; the one that stands most often, "" where none does. */
    function phraseMeant(asked) {
      const { words } = asked, size = words.length
      if (size < 3) return ""
      const { bits } = giaobanAsked.matcher(texts, asked)
      const times = new Map()
      scan(bits, 0, (segment, text, held) => {
        if (popcount(held) < size - 1) return
        const length = spelled(segment, text), marks = spelling.items
        const isOther = (at, n) => !(bits[marks[at + n]] & (1 << n))
        for (let at = 0; at + size <= length; at++) {
          const others = words.filter((_, n) => isOther(at, n)).length
          if (others !== 1) continue
          const place = words.findIndex((_, n) => isOther(at, n)), found = texts.word(marks[at + place])
          if (!giaobanNear.isSlip(found, words[place])) continue
          const meant = words.map((word, n) => n === place ? found : word).join(" ")
          times.set(meant, (times.get(meant) || 0) + 1)
        }
      })
      const most = Math.max(...times.values())
      return [...times.keys()].find(meant => times.get(meant) === most) || ""
    }

    return { rankWhole, rankUnder, rankMost, standTogether, phraseMeant }
  }

  return { create }
})()

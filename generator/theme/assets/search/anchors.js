/* Places of notices, asked for by their number or by a name that every notice has: `mục I.3.2`, `nơi
   nhận`. */
var giaobanAnchors = (function () {
  "use strict"

  const { HALF_PHRASE } = giaobanRanks

  const NUMBERED = /^(?:(muc|phan)\s+)?([ivx]+(?:[.-][0-9]+)*)\.?$/
  const FOOTNOTE = /^chu thich ([1-9][0-9]*)$/
  const OF_MONTH = /\s+(?:(?:cua|trong)\s+)?(?:thong bao\s+)?thang ([0-9]{1,2})(?:(?:\/|-| nam )([0-9]{4}))?$/

  /* A place asked for by its number, `mục I.3.2 tháng 12/2021`: {anchor, time}, else null. */
  function placeIn(query) {
    let text = giaobanNumbers.bare(query)
    const of = OF_MONTH.exec(text)
    if (of) text = text.slice(0, of.index)
    const numbered = NUMBERED.exec(text), footnote = FOOTNOTE.exec(text)
    const anchor = footnote ? "chu-thich-" + footnote[1]
      : numbered && (numbered[1] || numbered[2].includes(".")) ? "muc-" + numbered[2].replaceAll(".", "-") : ""
    const time = of && { month: Number(of[1]), year: Number(of[2] || 0), schoolYear: 0 }
    return anchor ? { anchor, time } : null
  }

  function create(folding, segments) {
    const placeNames = giaobanSegment.placesByName(folding)

    /* The first text of each notice of a time at a place that `isIt`. */
    function rankFirst(isIt, rank, time) {
      for (const segment of segments) {
        for (const { id, first, end } of segment.notices) {
          if (time && !giaobanTimes.isOf(id, time)) continue
          for (let text = first; text < end; text++) {
            if (!isIt(segment.anchor(text))) continue
            segment.ranks[text] = Math.min(segment.ranks[text], rank)
            break
          }
        }
      }
    }

    /* Places that every notice has, asked for by name: `nơi nhận`. */
    function rankPlaces(asked, time) {
      const place = placeNames.get(asked.text)
      if (place !== undefined) {
        rankFirst(anchor => anchor === place || anchor.startsWith(place + "-"), HALF_PHRASE, time)
      }
    }

    return { rankFirst, rankPlaces }
  }

  return { create, placeIn }
})()

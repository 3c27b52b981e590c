/* The school years loaded by now, and the way through their texts. */
var giaobanLoaded = (function () {
  "use strict"

  const { NONE } = giaobanRanks

  function create(texts, fieldLevels, folding) {
    const segments = []
    const spelling = texts.numberList()

    function addYear(data, year) {
      const segment = giaobanSegment.create(texts, data, year, fieldLevels, folding)
      segment.ranks = new Uint8Array(segment.count).fill(NONE)
      segments.push(segment)
      segments.sort((one, other) => one.year - other.year)
    }

    /* `act(segment, text, held)` for each text that holds all bits `wanted`, or some if none are. */
    function scan(bits, wanted, act) {
      const inPieces = texts.bitsOfPieces(bits)
      for (const segment of segments) {
        const held = segment.bitsOfTexts(inPieces)
        for (let text = 0; text < segment.count; text++) {
          if (held[text] && (held[text] & wanted) === wanted) act(segment, text, held[text], held)
        }
      }
    }

    /* Puts the marks of a text into `spelling`; how many. */
    function spelled({ pieces, starts }, text) {
      return texts.spell(pieces, starts[text], starts[text + 1], spelling)
    }

    /* How what is asked stands in a text. */
    function fit(matcher, segment, text) {
      const size = spelled(segment, text)
      return giaobanAsked.fit(matcher, spelling.items, 0, size)
    }

    const isOfTime = (segment, text, time) => giaobanTimes.isOf(segment.notices[segment.noticeOf[text]].id, time)

    function clear() {
      for (const { ranks } of segments) ranks.fill(NONE)
    }

    return { segments, spelling, addYear, scan, spelled, fit, isOfTime, clear }
  }

  return { create }
})()

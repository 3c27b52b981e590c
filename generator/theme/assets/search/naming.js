/* Ranks of texts by what they name: a school, a document, the day they fall due. */
var giaobanNaming = (function () {
  "use strict"

  const { RANK, CITING, HALF_PHRASE, OTHER_PHRASE, BARE_NAME, CLOSE, NONE } = giaobanRanks
  const MOST_CITED = 2

  function create(texts, folding, { segments, spelling, scan, spelled, fit, isOfTime }) {
    /* Texts that name a school: with its level, or bare where that level is spoken of; with a `rest`
       those that hold its words too. */
    function rankSchool({ name, levels, forms }, time, rest = null) {
      const matcher = giaobanAsked.matcher(texts, giaobanAsked.named(name))
      const others = rest && giaobanAsked.matcher(texts, rest)
      if (matcher.isHopeless || (others && others.isHopeless)) return 0
      const { size, full, accents } = matcher
      const wordAt = at => texts.word(spelling.items[at])
      let count = 0
      scan(accents, full, (segment, text) => {
        if (time && !isOfTime(segment, text, time)) return
        const length = spelled(segment, text)
        let rank = NONE, met = 0
        if (others) for (let at = 0; at < length; at++) met |= others.likely[spelling.items[at]]
        if (others && met !== others.full) return
        for (let at = 0; at + size <= length; at++) {
          let n = 0
          while (n < size && accents[spelling.items[at + n]] & (1 << n)) n++
          if (n < size) continue
          const form = forms.find(({ before }) =>
            before.length <= at && before.every((word, n) => word === wordAt(at - before.length + n)))
          if (form ? form.levels & levels : segment.levelsOf[text] & levels) {
            rank = Math.min(rank, others ? CLOSE : form ? OTHER_PHRASE : BARE_NAME)
          }
        }
        if (rank === NONE) return
        segment.ranks[text] = Math.min(segment.ranks[text], rank)
        count++
      })
      return count
    }

    /* Texts that cite the documents found, however the number was typed: those of school years that
       mention them, for another year's number is another document. */
    function rankCiting(found, asked) {
      const shown = new Map()
      const entries = found.filter(([rank, { kind }]) => kind === "document" && rank < RANK.name)
      for (const [, { spellings, years }] of entries.slice(0, MOST_CITED)) {
        for (const number of spellings) {
          if (folding.fold(number) !== asked.text) shown.set(number, [...(shown.get(number) || []), ...years])
        }
      }
      for (const [number, years] of shown) {
        const matcher = giaobanAsked.matcher(texts, giaobanAsked.exactly(folding, number))
        if (matcher.isHopeless) continue
        scan(matcher.bits, matcher.full, (segment, text) => {
          if (segment.ranks[text] <= CITING || !years.includes(segment.year)) return
          if (fit(matcher, segment, text) >> 1 !== giaobanAsked.APART) segment.ranks[text] = CITING
        })
      }
    }

    /* Documents of a number that was said, those first which a text cites that holds the other words
       too. */
    function withCited(found, said, isOpen) {
      const isAround = ([rank, { kind }]) => (rank & ~1) === RANK.around && kind === "document"
      const around = said && said.rest.length ? found.filter(isAround) : []
      if (!around.length) return found
      const matcher = giaobanAsked.matcher(texts,
        { ...giaobanAsked.exactly(folding, [said.serial, ...said.rest].join(" ")), isOpen })
      const cited = new Set()
      if (!matcher.isHopeless) {
        scan(matcher.bits, matcher.full, (segment, text) => {
          const whole = ` ${folding.fold(segment.text(text))} `
          for (const [, entry] of around) {
            if (entry.years.includes(segment.year) &&
              entry.spellings.some(number => whole.includes(` ${folding.fold(number)} `))) cited.add(entry)
          }
        })
      }
      /* One that is not settled may be any of them. */
      if ([...cited].some(({ isSettled }) => !isSettled)) for (const [, entry] of around) cited.add(entry)
      const others = found.filter(([, entry]) => !cited.has(entry))
      const isFit = ([rank]) => rank <= RANK.begins
      return [
        ...others.filter(isFit),
        ...around.filter(([, entry]) => cited.has(entry)).map(([, entry]) => [RANK.begins, entry]),
        ...others.filter(result => !isFit(result)),
      ]
    }

    /* Texts that something else is known of, a word as it was printed or the day they fall due: what
       is asked stands there, or in both together. How many. */
    function rankAlso({ words, text, isOpen }) {
      let count = 0
      if (words.length < 2 && texts.words.find(text) !== undefined) return count
      for (const segment of segments) {
        for (const [place, said] of segment.also) {
          if (segment.ranks[place] <= HALF_PHRASE) continue
          const isSaid = said.includes(` ${text}${isOpen ? "" : " "}`)
          const isHalf = !isSaid && segment.ranks[place] > CLOSE && words.length > 2 && words.some(word =>
            texts.words.find(word) === undefined && said.includes(` ${word} `))
          const both = isHalf ? said + folding.fold(segment.text(place)) + " " : ""
          if (!isSaid && !(isHalf && words.every(word => both.includes(` ${word} `)))) continue
          segment.ranks[place] = isSaid ? HALF_PHRASE : CLOSE
          count++
        }
      }
      return count
    }

    return { rankSchool, rankCiting, withCited, rankAlso }
  }

  return { create }
})()

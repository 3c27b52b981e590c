/* What has a page of its own, found by its name, its number or its time.

   `find` gives [rank, entry] pairs, best first (ranks.js). */
var giaobanNames = (function () {
  "use strict"

  const { RANK } = giaobanRanks
  const UNSETTLED = ["chua xac dinh day du so nam", "chua ro so nam", "chua day du so nam"]
  const UNNUMBERED = ["chua ro so", "chua co so"]
  const MOST_OF_ONE_PERSON = 6
  const SAME = 0, BEGINS = 1, HOLDS = 2, HAS_ALL = 3, LAST = 4, NOT = 9

  function create(data, folding) {
    const made = giaobanEntries.create(data, folding)
    const { entries, notices, numbered, people, documents } = made
    const { read, byNumber, byKind, byNumberToCome, byEnding } = giaobanCatalogue.create(data.documents, folding, made)
    const { byDay, byMonth, dayIn, ofTime, nearestOfTime } = giaobanCalendar.create(made)
    const { within, schoolIn, absentSchool, schoolAmong } = giaobanSchools.create(entries)
    const nearNames = giaobanNearNames.create(folding, [
      ...entries.filter(entry => entry.kind !== "notice"),
      ...Array.from(people.values(), ({ forms, signed }) => ({ ...signed[0], forms })),
    ])
    const { withoutTitle, bareOf } = giaobanWording

    /* How the words asked stand in a form, the last one perhaps half typed. A form that begins with
       a level (`from` words of it) is meant only if something of the name itself is asked; one with
       another name of the level comes after texts that hold it; one of other meanings too is asked for
       in all its words. */
    function fit(form, asked) {
      const { words, text } = asked
      if (form.isLast) return form.text === text ? LAST : NOT
      if (form.isOther) return ` ${form.text} `.includes(` ${text} `) ? HAS_ALL : NOT
      if (form.text === text) return form.isLater ? BEGINS : SAME
      const size = words.length
      const last = size - 1
      for (let at = 0; at + size <= form.words.length; at++) {
        let n = 0
        while (n < last && form.words[at + n] === words[n]) n++
        if (n < last || !(asked.isOpen
          ? form.words[at + n].startsWith(words[n]) : form.words[at + n] === words[n])) continue
        if (at === 0 && size > form.from) return BEGINS
        if (!form.from) return HOLDS
      }
      return size > 1 && !form.from && words.every(word => form.words.includes(word)) ? HAS_ALL : NOT
    }

    /* How the accents of a name are those typed, at the word where they are least. */
    function likeness(form, asked) {
      if (!asked.hasAccents) return giaobanAsked.MEANT
      return Math.min(...asked.words.map((_, n) =>
        Math.max(...form.marks.map(mark => giaobanAsked.likeness(mark, asked, n)))))
    }

    function best(forms, asked) {
      let found = NOT, accented = false, share = 0
      for (const form of forms) {
        const fits = fit(form, asked)
        const like = fits < NOT ? likeness(form, asked) : 0
        const well = like === giaobanAsked.MEANT
        /* A lone word of other accents is another word. */
        if (asked.words.length === 1 && like < giaobanAsked.LIKELY && fits !== SAME) continue
        if (fits < found || (fits === found && well && !accented)) {
          found = fits
          accented = well
        }
        if (fits === BEGINS) share = Math.max(share, asked.words.length / form.words.length)
      }
      return [found, accented, share]
    }

    /* A name outright, or so much of it that nothing else is likely meant, comes before texts. */
    function rankOf(kind, [fits, accented, share], asked, isOther) {
      const off = accented ? 0 : 1
      if (fits === LAST) return RANK.last + off
      if (fits === SAME) return RANK.name + off
      if (isOther || fits === HAS_ALL) return RANK.words
      const { length } = asked.words
      const isLikely = kind === "field" || kind === "page" ? share > 0.7
        : length > 1 || (fits === BEGINS && accented)
      return isLikely ? RANK.begun + off : RANK.part
    }

    function byName(asked, isOther) {
      const found = []
      for (const entry of entries) {
        const fit = best(entry.forms, asked)
        const [fits] = fit
        if (fits === NOT || (fits !== SAME && entry.kind === "notice")) continue
        found.push([rankOf(entry.kind, fit, asked, isOther), entry])
      }
      for (const { forms, documents: numbers } of documents.mayHold(asked)) {
        if (best(forms, asked)[0] === NOT) continue
        for (const n of numbers) found.push([RANK.words + 1, documents.entry(n)])
      }
      for (const { forms, signed } of people.values()) {
        const fit = best(forms, asked)
        if (fit[0] > HOLDS) continue
        const rank = rankOf("person", fit, asked, isOther)
        signed.forEach((entry, n) => {
          found.push([n < MOST_OF_ONE_PERSON ? rank : Math.max(rank, RANK.people), entry])
        })
      }
      return found
    }

    /* What is not settled, asked for in the words that say so. */
    function byState({ text }) {
      const isSaid = states => text.length > 6 && states.some(state => state.startsWith(text))
      return [
        ...(isSaid(UNNUMBERED) ? notices.filter(entry => !entry.isNumbered) : []),
        ...(isSaid(UNSETTLED) ? documents.unsettled() : []),
      ].map(entry => [RANK.part, entry])
    }

    /* Places that issuers bear in their names: `uong bi`. */
    const places = Array.from(new Set(data.documents.issuers.flatMap(([issuer]) => {
      const found = /(?:gddt|tinh|thanh pho|thi xa|huyen|quan) (\S+ \S+)$/.exec(folding.fold(issuer))
      return found ? [found[1]] : []
    })))

    /* Each page once, as its best; a stable sort keeps newest first. */
    function unique(found) {
      const met = new Set()
      return found.sort((one, other) => one[0] - other[0]).filter(([, entry]) => {
        const key = entry.page || entry
        return !met.has(key) && met.add(key)
      })
    }

    function named(asked, isOther) {
      const bare = withoutTitle(asked)
      return [...byName(asked, isOther), ...(bare !== asked && bare.words.length ? byName(bare, isOther) : [])]
    }

    function find(asked, others, query) {
      const said = read(query)
      const toCome = said ? [] : byNumberToCome(query)
      const found = [
        ...(toCome.length ? toCome : byKind(said, query)), ...byMonth(giaobanNumbers.bare(query)),
        ...byNumber(said), ...(said ? [] : byEnding(query)), ...byDay(dayIn(query)),
      ]
      if (asked.words.length) {
        found.push(...named(asked, false), ...byState(asked), ...within(asked))
        for (const other of others) found.push(...named(other, true))
      }
      return { said, found: unique(found) }
    }

    /* The same with what other words name: a school outright, or what is about them. */
    function withNamed(found, asked) {
      const more = named(asked, true)
        .map(([rank, entry]) => [entry.kind === "school" ? rank : Math.max(rank, RANK.words), entry])
      return unique([...found, ...more])
    }

    function nearest(asked, said, most) {
      if (said && (said.signs.length || said.kind || !asked.words.some(word => /[a-z]/.test(word)))) {
        const rows = [...numbered, ...documents.serials.map((_, n) => documents.row(n))]
        return giaobanNumbers.nearest(said, rows, most).map(row => row.entry)
      }
      return nearNames(bareOf(asked)).slice(0, most).map(found => found[1])
    }

    let words = null
    /* Every word of a name, and every abbreviation. */
    function knownWords() {
      const holders = [...entries, ...people.values()]
      return words || (words = new Set([
        ...holders.flatMap(({ forms }) => forms.flatMap(form => form.words)), ...folding.abbreviations()]))
    }

    return {
      entries, notices, years: data.years, fields: data.fields.map(row => row[1]), documents,
      find, withNamed, dayIn, absentSchool, schoolAmong, schoolIn, places, ofTime, nearestOfTime, nearest, knownWords, read,
      byNumber, nearNames: (readings, least) => nearNames(readings.flatMap(bareOf), least),
      noticeById: new Map(notices.map(entry => [entry.id, entry])),
    }
  }

  return { create }
})()

/* What has a page of its own, found by its name, its number or its month.

   `find` gives [rank, entry] pairs, best first, ranks being those of RANK: what is named outright
   comes before any text (whose ranks stand in engine.js). */
var giaobanNames = (function () {
  "use strict"

  const RANK = {
    number: 0, begins: 2, name: 4, begun: 6, part: 14, typing: 16, people: 18, words: 20,
  }
  /* Words that people put before a name and that belong to none. */
  const BEFORE = ["dong chi", "pho truong phong", "truong phong", "thay giao", "co giao", "cac truong",
    "linh vuc", "truong", "thay", "co", "ong", "ba"]
  const MONTHLY = /^(?:(?:thong bao|ket luan|hoi nghi|giao ban|cuoc hop|nhiem vu|ket qua|cong tac|trong tam|van ban|cua|tb)\s*)*(thang\s*|t)?([0-9]{1,2})(?:\s*(?:\/|-|nam)?\s*([0-9]{4}))?$/
  const YEARLY = /^(?:nam hoc\s*)?([0-9]{4})\s*[-/]\s*([0-9]{4})$/
  const MOST_OF_ONE_PERSON = 6
  const SAME = 0, BEGINS = 1, HOLDS = 2, HAS_ALL = 3, NOT = 9

  function create(data, folding) {
    const { entries, notices, numbered, people } = giaobanEntries.create(data, folding)
    const known = new Set([].concat(...data.documents.endings.map(giaobanNumbers.signs)))
    const read = giaobanNumbers.reader(data.documents.kinds, known)

    /* How the words asked stand in a form, the last one perhaps half typed. A form that begins with
       a level (`from` words of it) is meant only if something of the name itself is asked. */
    function fit(form, asked) {
      const { words, text } = asked
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

    function isAccented(form, asked) {
      const last = asked.marks.length - 1
      return !asked.hasAccents || asked.marks.every((mark, n) =>
        mark === giaobanAsked.ANY || form.marks.includes(mark) || (n === last && asked.isOpen &&
          form.marks.some(other => other.startsWith(mark.replace(/[\u0300-\u0323]+$/, "")))))
    }

    function best(forms, asked) {
      let found = NOT, accented = false, share = 0
      for (const form of forms) {
        const fits = fit(form, asked)
        const well = fits < NOT && isAccented(form, asked)
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
      if (fits === SAME) return RANK.name + off
      if (isOther || fits === HAS_ALL) return RANK.words
      const { length } = asked.words
      const isLikely = kind === "field" ? share > 0.7
        : length > 1 || (fits === BEGINS && accented)
      return isLikely ? RANK.begun + off : RANK.part
    }

    function byName(asked, isOther) {
      const found = []
      for (const entry of entries) {
        const fit = best(entry.forms, asked)
        const [fits] = fit
        if (fits === NOT || (fits !== SAME && entry.kind === "notice")) continue
        found.push([entry.kind === "document" ? RANK.words + 1
          : rankOf(entry.kind, fit, asked, isOther), entry])
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

    function byNumber(said) {
      const ranks = [RANK.number, RANK.begins, RANK.typing]
      const found = []
      for (const row of said ? numbered : []) {
        const rank = giaobanNumbers.rank(said, row)
        if (rank >= ranks.length) continue
        found.push([ranks[rank] + (giaobanNumbers.isOfAnotherDay(said, row) ? 1 : 0), row.entry])
      }
      return found
    }

    function byMonth(text) {
      const yearly = YEARLY.exec(text)
      if (yearly) {
        return entries.filter(entry => entry.schoolYear === `${yearly[1]}-${yearly[2]}`)
          .map(entry => [RANK.number, entry])
      }
      const swapped = text.replace(/^([0-9]{4})-([0-9]{1,2})$/, "$2/$1")
      const monthly = MONTHLY.exec(swapped)
      if (!monthly || !(monthly[1] || monthly[3])) return []
      const month = Number(monthly[2]), year = Number(monthly[3] || 0)
      const rank = monthly[1] ? RANK.number : RANK.begins - 1
      return notices.filter(entry => entry.month === month && (!year || entry.year === year))
        .map(entry => [rank, entry])
    }

    /* The words asked without what stands before a name. */
    function withoutTitle(asked) {
      for (const words of BEFORE) {
        if (asked.text.startsWith(words + " ")) {
          const size = words.split(" ").length
          return withoutTitle({
            ...asked, words: asked.words.slice(size), marks: asked.marks.slice(size),
            text: asked.text.slice(words.length + 1),
          })
        }
      }
      return asked
    }

    function find(asked, others, query) {
      const said = read(query)
      const found = [...byMonth(giaobanNumbers.bare(query)), ...byNumber(said)]
      if (asked.words.length) {
        found.push(...byName(asked, false))
        const bare = withoutTitle(asked)
        if (bare !== asked && bare.words.length) found.push(...byName(bare, false))
        for (const other of others) found.push(...byName(other, true))
      }
      const met = new Set()
      return {
        said,
        /* The best of each page; a stable sort keeps newest first. */
        found: found.sort((one, other) => one[0] - other[0]).filter(([, entry]) => {
          const key = entry.page || entry
          return !met.has(key) && met.add(key)
        }),
      }
    }

    function nearest(asked, said, most) {
      if (said && (said.signs.length || said.kind || !asked.words.some(word => /[a-z]/.test(word)))) {
        return giaobanNumbers.nearest(said, numbered, most).map(row => row.entry)
      }
      const near = []
      const bare = withoutTitle(asked).text
      const allowed = Math.max(1, Math.floor(bare.length / 4))
      for (const entry of entries) {
        const far = Math.min(99, ...entry.forms.map(form =>
          Math.abs(form.text.length - bare.length) > allowed ? 99 : giaobanNumbers.distance(form.text, bare)))
        if (far <= allowed) near.push([far, entry])
      }
      for (const { forms, signed } of people.values()) {
        const far = giaobanNumbers.distance(forms[0].text, bare)
        if (far <= allowed) near.push([far, signed[0]])
      }
      return near.sort((one, other) => one[0] - other[0]).slice(0, most).map(pair => pair[1])
    }

    return { entries, notices, years: data.years, fields: data.fields.map(row => row[1]), find, nearest, read, byNumber, noticeById: new Map(notices.map(entry => [entry.id, entry])) }
  }

  return { create, RANK }
})()

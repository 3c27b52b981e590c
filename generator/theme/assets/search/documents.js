/* The documents that notices cite, from their table in the file of names (generator/search/documents.py).

   There are thousands and few are shown: what is costly is told when asked. */
var giaobanDocuments = (function () {
  "use strict"

  const addressPart = text => giaobanNumbers.bare(text).replaceAll("&", "")
    .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "")

  const twoDigits = number => String(number).padStart(2, "0")

  function dayOf(year, day) {
    if (!day || !year) return ""
    const date = new Date(Date.UTC(year, 0, day))
    return `${twoDigits(date.getUTCDate())}/${twoDigits(date.getUTCMonth() + 1)}/${year}`
  }

  const joined = (...facts) => facts.filter(Boolean).join(" · ")
  const counted = (many, what) => many ? `nhắc đến ${many} ${what}` : ""

  /* Columns of the table of documents. */
  const YEAR = 0, ENDING = 1, KIND = 2, ISSUER = 3, OWN_YEAR = 4, DAY = 5, YEARS = 6, FIELDS = 7, TIMES = 8,
    SETTLED = 9

  /* The documents, each by its place in the table: `entry(n)`, and `row(n)` for giaobanNumbers. */
  function create(table, folding, formOf) {
    const serials = table.serials ? table.serials.split("\n") : []
    const signs = table.endings.map(giaobanNumbers.signs)
    const is = (column, n) => table.columns[column][n]
    const year = n => is(YEAR, n) || is(OWN_YEAR, n)
    const kindName = n => table.kinds[is(KIND, n)][1]
    const shown = n => serials[n] + (is(YEAR, n) ? "/" + is(YEAR, n) : "") + table.endings[is(ENDING, n)]
    const entries = [], rows = [], said = new Map()

    /* What a sign says in words: `bgddt` -> bo giao duc va dao tao. */
    function wordsOf(text) {
      if (!said.has(text)) said.set(text, [folding.fold(text), ...folding.alternatives(text)].join(" ").split(" "))
      return said.get(text)
    }

    function makeEntry(n) {
      const own = is(OWN_YEAR, n), number = shown(n), subject = table.subjects[n] || ""
      const [issuer, place] = table.issuers[is(ISSUER, n)]
      const told = [addressPart(number), place, is(YEAR, n) ? "" : own].filter(Boolean).join("-")
      const day = dayOf(year(n), is(DAY, n))
      const after = table.endings[is(ENDING, n)].replace(/^[/-]/, "")
      const begin = serials[n] + (is(YEAR, n) ? "/" + is(YEAR, n) : "")
      return {
        kind: "document", shown: number, times: is(TIMES, n), years: table.years[is(YEARS, n)],
        fields: table.fields[is(FIELDS, n)], levels: 0, isSettled: is(SETTLED, n) === 1,
        title: `${kindName(n)} ${number}` + (!is(YEAR, n) && own ? ` năm ${own}` : ""),
        url: table.addresses[n] || `van-ban/${told}/`,
        note: joined(subject, day && `ban hành ${day}`, issuer,
          is(SETTLED, n) ? "" : "chưa xác định đầy đủ số, năm", counted(is(TIMES, n), "chỗ")),
        /* Its number as texts have it, also without the type: `44/BGDĐT` of 44/TT-BGDĐT. */
        spellings: after
          ? [number, ...(after.includes("-") ? [`${begin}/${after.slice(after.indexOf("-") + 1)}`] : [])]
          : [`${kindName(n)} ${number}`, `${kindName(n)} số ${number}`],
      }
    }

    /* The words of its subject, issuer, kind and signs; those of many are the same. */
    const wordsOfAll = new Map()
    function wordsOfDocument(n) {
      const text = `${table.subjects[n] || ""} ${table.issuers[is(ISSUER, n)][0]} ${kindName(n)}`
      const key = `${text} ${is(ENDING, n)}`
      if (!wordsOfAll.has(key)) {
        wordsOfAll.set(key, new Set([...giaobanNumbers.bare(text).split(/[^a-z0-9]+/),
          ...folding.fold(text).split(" "), ...signs[is(ENDING, n)].flatMap(wordsOf)]))
      }
      return wordsOfAll.get(key)
    }

    function makeRow(n) {
      const day = dayOf(year(n), is(DAY, n))
      return {
        serial: giaobanNumbers.serialKey(serials[n]), year: is(YEAR, n), issued: is(OWN_YEAR, n),
        kind: table.kinds[is(KIND, n)][0], signs: signs[is(ENDING, n)], times: is(TIMES, n), day,
        issuer: table.issuers[is(ISSUER, n)][0],
        get entry() { return entry(n) },
        get words() { return wordsOfDocument(n) },
      }
    }

    const entry = n => entries[n] || (entries[n] = makeEntry(n))
    const row = n => rows[n] || (rows[n] = makeRow(n))

    /* Those whose subject is known, by it, and by its words; the same words are folded once. */
    let forms = null
    const byWord = new Map()
    function subjects() {
      if (forms) return forms
      const known = new Map()
      for (const [n, subject] of Object.entries(table.subjects)) {
        const text = `${kindName(n)} ${subject}`
        if (!known.has(text)) known.set(text, { forms: [formOf(subject), formOf(text)], documents: [] })
        known.get(text).documents.push(Number(n))
      }
      forms = Array.from(known.values())
      for (const subject of forms) {
        for (const word of new Set(subject.forms[1].words)) {
          if (byWord.has(word)) byWord.get(word).push(subject)
          else byWord.set(word, [subject])
        }
      }
      return forms
    }

    /* Subjects that may hold what is asked: its first word at least, unless that is half typed. */
    function mayHold({ words, isOpen }) {
      const all = subjects()
      return words.length > 1 || !isOpen ? byWord.get(words[0]) || [] : all
    }

    /* Those of a kind (any if it is null), the newest first. */
    const kindNames = new Map(table.kinds.map(([, name], kind) => [folding.fold(name), kind]))
    let newest = null
    function ofKind(kind) {
      if (!newest) {
        const ages = serials.map((_, n) => giaobanTimes.age(row(n)))
        newest = serials.map((_, n) => n).sort((one, other) => ages[other] - ages[one])
      }
      return newest.filter(n => kind === null || is(KIND, n) === kind)
    }

    const unsettled = () => serials.map((_, n) => n).filter(n => !is(SETTLED, n)).map(entry)

    return { serials, row, entry, mayHold, unsettled, kindNames, ofKind }
  }

  return { create, twoDigits, joined, counted }
})()

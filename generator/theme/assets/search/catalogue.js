/* Documents asked for by their number or their kind, and our own notices by theirs. */
var giaobanCatalogue = (function () {
  "use strict"

  const { RANK } = giaobanRanks
  /* Words between a kind of document and what it is about or who issued it. */
  const OF_DOCUMENTS = new Set("cua ve viec do theo ban hanh ngay cac nhung moi nhat".split(" "))
  const LEGAL = new Set(["CV", "NĐ", "TT", "TTLT", "QĐ", "NQ", "CT", "L", "PL"])
  /* What this department's own notices are. */
  const OWN_KIND = /^thong bao(?: ket luan)?$/
  const TO_COME = /^(.+?)\s+s(?:[oố][\s:.]*)?$/iu
  const NAME_OF_NUMBER = /^s[oố](?:,?\s+(?:k[yýií]\s+)?hi[eệ]u)?\s+(?:c[uủ]a\s+)?(.+)$/iu

  function create(data, folding, { entries, numbered, documents }) {
    const known = new Set([].concat(...data.endings.map(giaobanNumbers.signs)))
    const read = giaobanNumberReader.create(
      data.kinds, known, word => [folding.fold(word), ...folding.alternatives(word)].map(text => text.split(" ")))

    let placesOfSerials = null
    /* Rows of numbers by serial: those of notices, then documents by their place. */
    function bySerial() {
      if (placesOfSerials) return placesOfSerials
      placesOfSerials = new Map()
      const put = (serial, place) => {
        if (placesOfSerials.has(serial)) placesOfSerials.get(serial).push(place)
        else placesOfSerials.set(serial, [place])
      }
      numbered.forEach((row, n) => put(row.serial, -1 - n))
      documents.serials.forEach((serial, n) => put(giaobanNumbers.serialKey(serial), n))
      return placesOfSerials
    }
    const rowAt = place => place < 0 ? numbered[-1 - place] : documents.row(place)

    /* What a number can mean, that first which is written without a year as the number was typed, then
       newest first, then what is cited most. */
    function byNumber(said) {
      const ranks = [RANK.number, RANK.begins, RANK.typing, RANK.around]
      const found = []
      const add = row => {
        const rank = giaobanNumbers.rank(said, row)
        if (rank < ranks.length) found.push([ranks[rank] + (giaobanTimes.isOfAnotherDay(said, row) ? 1 : 0), row])
      }
      if (!said) return found
      /* `1249 a`: a serial may end in a letter. */
      const [letter] = said.rest
      if (said.rest.length === 1 && letter.length === 1 && !said.signs.length && bySerial().has(said.serial + letter)) {
        said = { ...said, serial: said.serial + letter, rest: [] }
      }
      for (const place of bySerial().get(said.serial) || []) add(rowAt(place))
      if (said.isOpen) {
        for (const [serial, rows] of bySerial()) {
          if (serial !== said.serial && serial.startsWith(said.serial)) for (const place of rows) add(rowAt(place))
        }
      }
      const { age } = giaobanTimes
      const isAsTyped = ([rank, { year }]) => rank === RANK.number && !year && !said.year ? 1 : 0
      return found.sort((one, other) => isAsTyped(other) - isAsTyped(one) ||
        age(other[1]) - age(one[1]) || other[1].times - one[1].times)
        .map(([rank, row]) => [rank, row.entry])
    }

    /* The kind that words begin with, as [its number, null for any, and the words after it]. */
    function kindAt(words) {
      for (let size = Math.min(4, words.length); size > 0; size--) {
        const name = words.slice(0, size).join(" ")
        if (documents.kindNames.has(name)) return [documents.kindNames.get(name), words.slice(size)]
        if (name === "van ban") return [null, words.slice(size)]
      }
      return [undefined, words]
    }

    /* Documents by their kind, and what is said of issuer, subject and time: `công văn của sở về …`. A
       kind that is an everyday word too (`kế hoạch`) comes after texts. */
    function byKind(said, query) {
      const text = giaobanNumbers.bare(query)
      if ((said && !text.includes("thay the")) || giaobanWording.isQuoted(query)) return []
      const [undated, date, schoolYear, year] = giaobanTimes.takeFrom(text)
      const [kind, rest] = kindAt(folding.fold(undated).split(" ").filter(Boolean))
      const words = rest.filter(word => !OF_DOCUMENTS.has(word))
      const isTimed = date !== null || schoolYear > 0 || year > 0
      if (kind === undefined || (kind === null && !words.length && !isTimed)) return []
      const isPlain = kind === null || LEGAL.has(data.kinds[kind][0])
      const rank = said ? RANK.number : isPlain ? RANK.begun : RANK.words
      return documents.ofKind(kind)
        .filter(n => giaobanTimes.isOfTime(documents.row(n), date, schoolYear, year))
        .filter(n => !words.length || words.every(word => documents.row(n).words.has(word)))
        .map(n => [rank, documents.entry(n)])
    }

    /* All that a number still to be typed may be, the newest first: `công văn số`, `số công văn`; of
       our own kind the notices too. Of any kind it is the page that lists them all. */
    function byNumberToCome(query) {
      const found = TO_COME.exec(query) || NAME_OF_NUMBER.exec(query)
      const wordings = found ? [folding.fold(found[1]), ...folding.alternatives(found[1])] : []
      const isOwn = wordings.some(text => OWN_KIND.test(text))
      const kinds = wordings.map(text => kindAt(text.split(" "))).filter(([, rest]) => !rest.length).map(([kind]) => kind)
      if (!kinds.length && !isOwn) return []
      /* An everyday word may go on otherwise: `kế hoạch s`. */
      const isEveryday = !isOwn && kinds[0] !== null && !LEGAL.has(data.kinds[kinds[0]][0])
      if (isEveryday && /\ss$/i.test(query)) return []
      const isAny = kinds.includes(null)
      const pages = entries.filter(({ url }) => (isAny && url === "van-ban/") || (isOwn && url === "thong-bao/"))
      /* Without accents `so` may be `sở`: first those that are of both. */
      const isSo = /\sso[\s:.]*$/i.test(query)
      const isOfBoth = ({ issuer }) => !isSo || isOwn || /^sở /i.test(issuer)
      const { age } = giaobanTimes
      const ofKind = kinds.length ? documents.ofKind(kinds[0]).map(documents.row) : []
      const rows = [...(isAny ? ofKind.filter(row => isSo && isOfBoth(row)) : ofKind), ...(isOwn ? numbered : [])]
        .sort((one, other) => age(other) - age(one))
      return [
        ...pages.map(entry => [isAny || !rows.length ? RANK.begun : RANK.begun + 1, entry]),
        ...rows.map(row => [!isAny && isOfBoth(row) ? RANK.begun : RANK.begun + 1, row.entry]),
      ]
    }

    /* Documents whose number ends so, where nothing else is asked: `QĐ-UBND`, `/PGDĐT`, `QH14`. */
    function byEnding(query) {
      const text = giaobanNumbers.bare(query)
      const signs = giaobanNumbers.signs(text)
      const isEnding = /^(?:\/ ?)?[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(text) && signs.every(sign => known.has(sign) || sign === "tb") &&
        (signs.length > 1 || /^\/|[0-9]$/.test(text))
      const isIt = row => row.signs.length === signs.length && signs.every((sign, n) => row.signs[n] === sign)
      if (!isEnding) return []
      return [...numbered, ...documents.ofKind(null).map(documents.row)].filter(isIt)
        .sort((one, other) => giaobanTimes.age(other) - giaobanTimes.age(one)).map(row => [RANK.begun, row.entry])
    }

    return { read, byNumber, byKind, byNumberToCome, byEnding }
  }

  return { create }
})()

/* What has a page of its own, found by its name, its number or its month.

   `find` gives [rank, entry] pairs, best first, ranks being those of RANK: what is named outright
   comes before any text (whose ranks stand in engine.js). */
var giaobanNames = (function () {
  "use strict"

  const RANK = {
    number: 0, begins: 2, name: 4, begun: 6, part: 14, typing: 16, people: 18, words: 20, around: 22,
    within: 30,
  }
  /* Words that people put before a name and that belong to none. */
  const BEFORE = ["dong chi", "pho truong phong", "truong phong", "thay giao", "co giao", "cac truong",
    "linh vuc", "truong", "thay", "co", "ong", "ba"]
  const MONTHLY = /^(?:(?:thong bao|ket luan|hoi nghi|giao ban|cuoc hop|hop|nhiem vu|ket qua|cong tac|trong tam|van ban|cua|tb)\s*)*(thang\s*|thg\s*|t)?([0-9]{1,2})(?:\s*(?:\/|-|\.|nam)?\s*([0-9]{4}))?$/
  const YEARLY = /^(?:(nam hoc|nh)\s*)?((?:19|20)[0-9]{2})(?:\s*[-/ ]\s*((?:19|20)?[0-9]{2}))?$/
  const NEWEST = /^(?:thong bao|ket luan|giao ban|tb)(?: ket luan)?(?: giao ban)? (?:moi nhat|gan nhat|gan day)$/
  /* Words between a kind of document and what it is about or who issued it. */
  const OF_DOCUMENTS = new Set("cua ve viec do theo ban hanh ngay cac nhung moi nhat".split(" "))
  const LEGAL = new Set(["CV", "NĐ", "TT", "TTLT", "QĐ", "NQ", "CT", "L", "PL"])
  /* What may be said beside the day of a document or a meeting. */
  const OF_A_DAY = /^(?:(?:van ban|thong bao|ket luan|tb|cuoc|hop|hoi nghi|giao ban|ban hanh|ky|vao|cua|ngay)(?![a-z])|\s)*$/
  /* What this department's own notices are. */
  const OWN_KIND = /^thong bao(?: ket luan)?$/
  const TO_COME = /^(.+?)\s+s[oố][\s:.]*$/iu
  const NAME_OF_NUMBER = /^s[oố](?:,?\s+(?:k[yýií]\s+)?hi[eệ]u)?\s+(?:c[uủ]a\s+)?(.+)$/iu
  const NAMED_MONTHS = ["gieng", "hai", "ba", "tu", "", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai"]
  const UNSETTLED = ["chua xac dinh day du so nam", "chua ro so nam", "chua day du so nam"]
  const UNNUMBERED = ["chua ro so", "chua co so"]
  const MOST_OF_ONE_PERSON = 6
  const MOST_NEAR = 3
  const MOST_OF_NAME = 3
  const SAME = 0, BEGINS = 1, HOLDS = 2, HAS_ALL = 3, NOT = 9

  function create(data, folding) {
    const { entries, notices, numbered, people, documents } = giaobanEntries.create(data, folding)
    const known = new Set([].concat(...data.documents.endings.map(giaobanNumbers.signs)))
    const read = giaobanNumbers.reader(
      data.documents.kinds, known, word => [folding.fold(word), ...folding.alternatives(word)].map(text => text.split(" ")))

    /* How the words asked stand in a form, the last one perhaps half typed. A form that begins with
       a level (`from` words of it) is meant only if something of the name itself is asked; one with
       another name of the level comes after texts that hold it. */
    function fit(form, asked) {
      const { words, text } = asked
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
        if (rank < ranks.length) found.push([ranks[rank] + (giaobanNumbers.isOfAnotherDay(said, row) ? 1 : 0), row])
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
      const { age } = giaobanNumbers
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
      const [undated, date, schoolYear, year] = giaobanNumbers.timeIn(text)
      const [kind, rest] = kindAt(folding.fold(undated).split(" ").filter(Boolean))
      const words = rest.filter(word => !OF_DOCUMENTS.has(word))
      const isTimed = date !== null || schoolYear > 0 || year > 0
      if (kind === undefined || (kind === null && !words.length && !isTimed)) return []
      const isPlain = kind === null || LEGAL.has(data.documents.kinds[kind][0])
      const rank = said ? RANK.number : isPlain ? RANK.begun : RANK.words
      return documents.ofKind(kind)
        .filter(n => giaobanNumbers.isOfTime(documents.row(n), date, schoolYear, year))
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
      const isAny = kinds.includes(null)
      const pages = entries.filter(({ url }) => (isAny && url === "van-ban/") || (isOwn && url === "thong-bao/"))
      /* Without accents `so` may be `sở`: first those that are of both. */
      const isSo = /\sso[\s:.]*$/i.test(query)
      const isOfBoth = ({ issuer }) => !isSo || isOwn || /^sở /i.test(issuer)
      const { age } = giaobanNumbers
      const ofKind = kinds.length ? documents.ofKind(kinds[0]).map(documents.row) : []
      const rows = [...(isAny ? ofKind.filter(row => isSo && isOfBoth(row)) : ofKind), ...(isOwn ? numbered : [])]
        .sort((one, other) => age(other) - age(one))
      return [
        ...pages.map(entry => [isAny || !rows.length ? RANK.begun : RANK.begun + 1, entry]),
        ...rows.map(row => [!isAny && isOfBoth(row) ? RANK.begun : RANK.begun + 1, row.entry]),
      ]
    }

    /* The day that is all that is asked, of a document or a meeting: {date, year, month, schoolYear,
       isNotice, isMeeting}, else null. Of a notice the year may be left out. */
    function dayIn(query) {
      const [text, date] = giaobanNumbers.timeIn(giaobanNumbers.bare(query))
      if (!date || !date[0] || !OF_A_DAY.test(text)) return null
      const isMeeting = /hop|hoi nghi|giao ban/.test(text), isNotice = isMeeting || /thong bao|ket luan|tb/.test(text)
      const [, month, year] = date
      return year || isNotice ? { date, year, month, schoolYear: 0, isNotice, isMeeting, isIssue: /ban hanh|ky/.test(text) } : null
    }

    /* What was issued that day, and the notices of meetings held that day. */
    function byDay(day) {
      if (!day) return []
      const { date, year, isNotice, isMeeting, isIssue } = day
      const isIt = day => day !== "" && giaobanNumbers.isOfTime({ day, year: 0, issued: 0 }, date, 0, 0)
      const found = documents.ofKind(null).filter(n => year && !isNotice && isIt(documents.row(n).day))
        .map(n => [RANK.name, documents.entry(n)])
      for (const entry of notices) {
        if (!isMeeting && isIt(entry.issued)) found.push([RANK.name, entry])
        else if (!isIssue && isIt(entry.met)) found.push([isMeeting ? RANK.name : RANK.begun, entry])
      }
      return found
    }

    function byMonth(text) {
      if (NEWEST.test(text)) return notices.slice(0, 1).map(entry => [RANK.number, entry])
      const yearOnly = /^(?:nam )?((?:19|20)[0-9]{2})$/.exec(text)
      if (yearOnly) {
        return [...notices.filter(entry => entry.year === Number(yearOnly[1])).map(entry => [RANK.name, entry]),
          ...entries.filter(entry => (entry.schoolYear || "").includes(yearOnly[1])).map(entry => [RANK.begun, entry])]
      }
      const yearly = YEARLY.exec(text.replace(/^(nam hoc|nh) ([0-9]{2})(?=\s*[-/ ]\s*[0-9]{2}$)/, "$1 20$2"))
      if (yearly && (yearly[1] || yearly[3]) && (!yearly[3] || Number(yearly[3]) % 100 === (Number(yearly[2]) + 1) % 100)) {
        return entries.filter(entry => entry.schoolYear === `${yearly[2]}-${Number(yearly[2]) + 1}`)
          .map(entry => [RANK.number, entry])
      }
      const swapped = text.replace(/^([0-9]{4})[-/]([0-9]{1,2})$/, "$2/$1").replace(/thang ([a-z]+(?: [a-z]+)?)/, (all, name) => {
        const month = NAMED_MONTHS.findLastIndex(month => month && (name === month || name.startsWith(month + " ")))
        return month < 0 ? all : "thang " + (month + 1) + name.slice(NAMED_MONTHS[month].length)
      })
      const monthly = MONTHLY.exec(swapped)
      if (!monthly || !(monthly[1] || monthly[3])) return []
      const month = Number(monthly[2]), year = Number(monthly[3] || 0)
      const rank = monthly[1] ? RANK.number : RANK.begins - 1
      return notices.filter(entry => entry.month === month && (!year || entry.year === year))
        .map(entry => [rank, entry])
    }

    /* The notices of a time, or its school year. */
    const ofTime = time => time.schoolYear
      ? entries.filter(({ schoolYear }) => schoolYear === `${time.schoolYear}-${time.schoolYear + 1}`)
      : notices.filter(({ id }) => giaobanWording.isOf(id, time))

    /* The notices nearest to a time that has none, the newer before the older. */
    function nearestOfTime({ year, month, schoolYear }, most) {
      const far = notice => {
        if (schoolYear) return Math.abs(12 * (notice.year - schoolYear) + notice.month - 15)
        if (year) return Math.abs(12 * (notice.year - year) + notice.month - (month || 6))
        const apart = Math.abs(notice.month - month)
        return Math.min(apart, 12 - apart)
      }
      const near = notices.map(notice => [far(notice), notice]).sort(([one], [other]) => one - other)
      return near.slice(0, most).map(([, notice]) => notice)
    }

    /* What is not settled, asked for in the words that say so. */
    function byState({ text }) {
      const isSaid = states => text.length > 6 && states.some(state => state.startsWith(text))
      return [
        ...(isSaid(UNNUMBERED) ? notices.filter(entry => !entry.isNumbered) : []),
        ...(isSaid(UNSETTLED) ? documents.unsettled() : []),
      ].map(entry => [RANK.part, entry])
    }

    /* Schools that are named in full, with their level, among other words. */
    function within(asked) {
      const text = ` ${asked.text} `
      return entries.filter(({ forms }) => forms.some(form => form.from && text.includes(` ${form.text} `)))
        .map(entry => [RANK.within, entry])
    }

    /* The school that is named by its level and its name and nothing else: {name, levels, forms}, the
       forms being those of every school of that name, the longest first; null where none is. */
    function schoolIn(readings) {
      const texts = new Set(readings.flatMap(bareOf).map(({ text }) => text))
      const of = (entries, isMeant) => entries.flatMap(({ kind, levels, forms }) =>
        kind === "school" ? forms.filter(form => form.bare && isMeant(form)).map(form => ({ form, levels })) : [])
      const meant = of(entries, ({ text }) => texts.has(text))
      if (!meant.length) return null
      const name = meant[0].form.bare
      return {
        name, levels: meant.reduce((all, { levels }) => all | levels, 0),
        forms: of(entries, ({ from, bare }) => from && bare.text === name.text)
          .map(({ form, levels }) => ({ before: form.words.slice(0, form.from), levels }))
          .sort((one, other) => other.before.length - one.before.length),
      }
    }

    const levelWords = new Set(entries.flatMap(({ kind, forms }) => kind === "school"
      ? forms.filter(form => form.from).map(form => form.words.slice(0, form.from).join(" ")) : []))

    /* A school that is asked for by a level and a name that none has: {name, near}, the name as words
       asked, near the schools of this name, or, where there are none, those of this level that begin
       alike; null where something else is asked for. */
    function absentSchool(readings) {
      const isAmong = readings.some(schoolAmong)
      for (const asked of readings.map(withoutTitle)) {
        const { words } = asked
        let size = words.length - 1
        while (size > 0 && !levelWords.has(words.slice(0, size).join(" "))) size--
        const name = giaobanAsked.some(asked, words.map((_, n) => n).slice(size))
        if (name.words.length > MOST_OF_NAME || name.words.length < 2) continue
        const level = words.slice(0, size).join(" ")
        if (!level && !readings.some(({ text }) => text === `truong ${asked.text}`)) continue
        const schools = entries.filter(({ kind }) => kind === "school")
        const named = schools.filter(({ forms }) => forms.some(({ bare }) => bare && bare.text === name.text))
        if (named.length && size) return { name, near: named, isElsewhere: true }
        if (isAmong) continue
        const alike = schools.filter(({ forms }) => forms.some(form => form.from && form.bare &&
          form.words.slice(0, form.from).join(" ") === level && form.bare.words[0] === name.words[0] &&
          giaobanAsked.likeness(form.bare.marks[0], name, 0) >= giaobanAsked.LIKELY))
        return { name, near: alike, isElsewhere: false }
      }
      return null
    }

    /* The school that is named in full among other words: {school, rest}, the rest as words asked. */
    function schoolAmong(asked) {
      for (const { kind, forms } of entries) {
        if (kind !== "school") continue
        for (const form of forms) {
          const at = form.from ? ` ${asked.text} `.indexOf(` ${form.text} `) : -1
          if (at < 0 || form.words.length === asked.words.length) continue
          const first = asked.text.slice(0, at).split(" ").filter(Boolean).length
          const left = asked.words.map((_, n) => n).filter(n => n < first || n >= first + form.words.length)
          return { school: schoolIn([form]), rest: giaobanAsked.some(asked, left) }
        }
      }
      return null
    }

    /* Places that issuers bear in their names: `uong bi`. */
    const places = Array.from(new Set(data.documents.issuers.flatMap(([issuer]) => {
      const found = /(?:gddt|tinh|thanh pho|thi xa|huyen|quan) (\S+ \S+)$/.exec(folding.fold(issuer))
      return found ? [found[1]] : []
    })))

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
        ...byNumber(said), ...byDay(dayIn(query)),
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

    const isAbbreviation = word => !/[aeiouy]/.test(word) && folding.alternatives(word).length > 0

    /* How far a name is from what was typed, 9 where it is another one: by slips, or each word only
       begun (`tr vuong`), or by the first letters alone (`nvc`). */
    function farFrom(form, asked, letters) {
      const name = form.words.slice(form.from)
      const size = name.join("").length
      if (size < letters) return 9
      if (form.from && isAbbreviation(asked.words[0]) && asked.words[0] !== form.words[0]) return 9
      const far = giaobanNear.distance(form.text, asked.text, size >= 10 ? 2 : size >= 5 ? 1 : 0)
      if (far < 9) return far
      if (form.words.slice(0, form.from).join(" ") !== asked.words.slice(0, form.from).join(" ")) return 9
      const said = asked.words.slice(form.from)
      /* First letters stand for words: `nv cừ`, `nvc`. */
      const spread = said.flatMap(word => /^[^aeiouy]{2,3}$/.test(word) ? Array.from(word) : [word])
      const isBegun = words => words.length === name.length && words.length > 1 &&
        words.every((word, n) => name[n].startsWith(word)) && words.some((word, n) => word === name[n])
      if (isBegun(said) || isBegun(spread)) return 1.5
      const isShort = name.length > 2 || (name.length > 1 && form.from)
      return isShort && said.length === 1 && said[0] === name.map(word => word[0]).join("") ? 1.5 : 9
    }

    /* Names of at least so many letters that are nearly what was typed, the nearest alone:
       [how it is written, entry]. */
    function nearNames(readings, letters = 0) {
      const near = []
      const holders = [...entries.filter(entry => entry.kind !== "notice"),
        ...Array.from(people.values(), ({ forms, signed }) => ({ ...signed[0], forms }))]
      for (const entry of holders) {
        let least = 9, written = ""
        for (const form of entry.forms) {
          for (const asked of readings) {
            const far = farFrom(form, asked, letters)
            if (far < least) [least, written] = [far, form.written]
          }
        }
        if (least < 9) near.push([least, written, entry])
      }
      near.sort((one, other) => one[0] - other[0])
      return near.filter(found => found[0] === near[0][0]).slice(0, MOST_NEAR).map(([, ...found]) => found)
    }

    /* All readings of a name: also without what stands before it. */
    const bareOf = asked => [asked, withoutTitle(asked)].filter((one, n, all) => one.words.length && all.indexOf(one) === n)

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

  return { create, RANK }
})()

/* What people type around what they seek: words of a question, a month, a year. On folded words. */
var giaobanWording = (function () {
  "use strict"

  /* Words of a question, and those that stand before any subject. */
  const PADDING = ["co bao nhieu", "bao nhieu", "la bao nhieu", "la gi", "la ai", "la khi nao", "khi nao",
    "bao gio", "o dau", "nhu the nao", "the nao", "ra sao", "tai sao", "vi sao", "ve viec", "lien quan den",
    "lien quan toi", "noi dung", "tim kiem", "tim", "cho biet", "cho hoi", "xin hoi", "xem",
    "tu ngay nao", "ngay nao", "truong nao", "don vi nao", "nao",
    "thong tin ve", "quy dinh ve", "van ban ve", "cong van ve", "huong dan ve"]
  /* Only at the beginning, where they name what kind of thing is sought. */
  const LEADING = ["cac truong", "nhung truong", "truong", "cac don vi", "nhung", "cong tac", "van ban",
    "cong van", "thong bao", "ket luan", "nhiem vu", "duoc"]
  /* What people are called by before their names, as words with accents. */
  const TITLES = new Set(["cô", "bà", "ông", "thầy", "em", "chị", "anh"].map(word => {
    const marks = word.normalize("NFD"), tone = (/[\u0300\u0301\u0323]/.exec(marks) || [""])[0]
    return marks.replace(tone, "") + tone
  }))
  const HOW_MANY = /(?:^| )(?:co |la )?bao nhieu(?= |$)/
  const NUMBER_OF = /^(?:tong )?so (?=lop|hoc sinh|tre|giao vien|can bo)/

  const IN_WORDS = { gieng: 1, mot: 1, hai: 2, ba: 3, tu: 4, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10,
    "muoi mot": 11, "muoi hai": 12, chap: 12 }
  const IS_YEAR = /^(?:19|20)[0-9]{2}$/
  const IS_MONTH = /^(?:[1-9]|1[0-2])$/

  /* The places of `words` that a time takes, and the time: {year, month, schoolYear}, unknown ones 0;
     null where none is named. */
  function timeIn(words) {
    for (let at = 0; at < words.length; at++) {
      const word = n => words[at + n] || ""
      const yearAt = n => IS_YEAR.test(word(n)) ? [Number(word(n)), n + 1]
        : word(n) === "nam" && IS_YEAR.test(word(n + 1)) ? [Number(word(n + 1)), n + 2] : [0, n]
      const found = (size, time) => ({ at, size, time: { year: 0, month: 0, schoolYear: 0, ...time } })
      const isSchoolYear = word(0) === "nam" && word(1) === "hoc" && IS_YEAR.test(word(2))
      if (isSchoolYear) return found(IS_YEAR.test(word(3)) ? 4 : 3, { schoolYear: Number(word(2)) })
      if (IS_YEAR.test(word(0)) && Number(word(1)) === Number(word(0)) + 1) return found(2, { schoolYear: Number(word(0)) })
      if (word(0) === "thang") {
        const named = IN_WORDS[word(1) + " " + word(2)] ? 2 : 1
        const month = named === 2 ? IN_WORDS[word(1) + " " + word(2)]
          : IS_MONTH.test(word(1)) ? Number(word(1)) : IN_WORDS[word(1)]
        if (month) {
          const [year, size] = yearAt(1 + named)
          return found(size, { month, year })
        }
      }
      if (IS_MONTH.test(word(0)) && IS_YEAR.test(word(1))) return found(2, { month: Number(word(0)), year: Number(word(1)) })
      if (word(0) === "nam" && IS_YEAR.test(word(1))) return found(2, { year: Number(word(1)) })
    }
    return null
  }

  const DATE_IN_WORDS = /^(?:ngay )?([0-9]{1,2}) thang ([0-9]{1,2})(?: (?:nam )?((?:19|20)[0-9]{2}))?$/
  const ONLY_YEAR = /^(nam hoc|nam|nh) ((?:19|20)[0-9]{2})(?: (?:19|20)[0-9]{2})?$/
  const ONLY_MONTH = /^thang ([0-9]{1,2})(?: (?:nam )?((?:19|20)[0-9]{2}))?$/

  /* The time that is all that is asked, its month perhaps none (13); else null. */
  function onlyTime(text) {
    const month = ONLY_MONTH.exec(text)
    if (month) return { year: Number(month[2] || 0), month: Number(month[1]), schoolYear: 0 }
    const found = ONLY_YEAR.exec(text)
    if (!found) return null
    const year = Number(found[2])
    return found[1] === "nam" ? { year, month: 0, schoolYear: 0 } : { year: 0, month: 0, schoolYear: year }
  }

  /* Short forms of a time and amounts as others write them, spelled out: `t12/21` -> tháng 12/2021,
     `12,843` -> 12.843. A year half typed is none yet. */
  function spelledOut(query) {
    return query
      .replace(/^(?:\p{L}\.){1,4}\p{L}(?=\s)/u, letters => letters.replaceAll(".", ""))
      .replace(/((?:tháng|thang) [0-9]{1,2})\s*[/-](?:2|20|20[0-9])?$/iu, "$1")
      .replace(/(^|\s)(?:tháng|thang|thg|th|t)\.?\s*([0-9]{1,2})\s*[/.-]\s*((?:19|20)?[0-9]{2})(?![0-9/.-])/iu,
        (_, before, month, year) => `${before}tháng ${month}/${year.length > 2 ? year : "20" + year}`)
      .replace(/(^|[^0-9.,/-])([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?![0-9,/-]|\.[0-9])/, (_, before, amount) => before + amount.replaceAll(",", "."))
      .replace(/^[1-9][0-9]{0,2}(?: [0-9]{3})+(?=$|\s+\p{L})/u, amount => amount.replaceAll(" ", "."))
  }

  /* Numbers that may be a time, where nothing else was found: `12/21`, `21-22`; "" for any other. */
  function asTime(query) {
    const month = /^(0?[1-9]|1[0-2])\/([0-9]{2})$/.exec(query.trim())
    if (month) return `tháng ${month[1]}/20${month[2]}`
    const years = /^([0-9]{2})\s*[-\u2013]\s*([0-9]{2})$/.exec(query.trim())
    return years && Number(years[2]) === Number(years[1]) + 1 ? `năm học 20${years[1]}-20${years[2]}` : ""
  }

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

  const isQuoted = query => /^\s*["“”„«][^"“”„«»]+["“”»]\s*$/.test(query)

  function isAt(words, at, phrase) {
    return phrase.split(" ").every((word, n) => words[at + n] === word)
  }

  /* The places of `words` without the padding. */
  function essential(words, places) {
    let left = places
    for (const phrase of PADDING) {
      const size = phrase.split(" ").length
      const said = left.map(place => words[place])
      const at = said.findIndex((_, n) => isAt(said, n, phrase))
      if (at >= 0) left = left.filter((_, n) => n < at || n >= at + size)
    }
    for (let isShorter = true; isShorter;) {
      const said = left.map(place => words[place])
      const phrase = LEADING.find(phrase => isAt(said, 0, phrase))
      isShorter = phrase !== undefined
      if (isShorter) left = left.slice(phrase.split(" ").length)
    }
    return left
  }

  /* Whether a notice (`2021-12`, one of its month) is of a time. */
  function isOf(id, { year, month, schoolYear }) {
    const [own, ownMonth] = id.split("-").map(Number)
    return (!year || own === year) && (!month || ownMonth === month) &&
      (!schoolYear || (ownMonth >= 9 ? own : own - 1) === schoolYear)
  }

  /* Other wordings of what is asked, the closest first: [words asked, time or null, whether they
     ask for a number, whether they are the same in other words]. */
  function readings(asked, ofPlaces) {
    const { words } = asked
    const all = words.map((_, n) => n)
    const found = []
    const add = (places, time) => {
      if (places.length && (places.length < words.length || time)) found.push([giaobanAsked.some(asked, places), time])
    }
    const day = DATE_IN_WORDS.exec(asked.text)
    if (day) {
      const numbers = day.slice(1).filter(Boolean)
      return [[{ words: numbers, marks: numbers, text: numbers.join(" "), isOpen: false, hasAccents: false }, null, false, true]]
    }
    if (asked.hasAccents && words.length > 1 && TITLES.has(asked.marks[0])) {
      found.push([giaobanAsked.some(asked, all.slice(1)), null, false, true])
    }
    const last = words.slice(-2).join(" ")
    if (words.length > 3 && ofPlaces.includes(last)) {
      const size = /(?:^| )(tinh|thanh pho|thi xa|huyen|quan) \S+ \S+$/.exec(asked.text)
      const before = words.length - 2 - (size ? size[1].split(" ").length : 0)
      const add = places => found.push([giaobanAsked.some(asked, places), null, false, true])
      if (size && before) add(all.filter(n => n < before || n >= words.length - 2))
      if (before) add(all.slice(0, before))
    }
    const dated = timeIn(words)
    const undated = dated ? all.filter(n => n < dated.at || n >= dated.at + dated.size) : all
    const core = essential(words, undated)
    if (HOW_MANY.test(asked.text) || NUMBER_OF.test(asked.text)) {
      const text = undated.map(n => words[n]).join(" ").replace(HOW_MANY, " tong so").trim()
        .replace(NUMBER_OF, "tong so ").replace("trung hoc co so", "trung hoc")
      const counted = text.split(" ")
      found.push([{ words: counted, marks: counted, text, isOpen: asked.isOpen, hasAccents: false }, dated && dated.time, true])
    }
    if (dated) {
      add(undated, dated.time)
      if (core.length < undated.length) add(core, dated.time)
      add(core, null)
    } else if (core.length < words.length) add(core, null)
    return found
  }

  return { readings, timeIn, onlyTime, spelledOut, asTime, placeIn, isQuoted, isOf }
})()

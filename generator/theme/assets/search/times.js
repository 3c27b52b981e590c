/* Times as people type them: days, months, years, school years, read from text or from folded words.

   A time is {year, month, schoolYear}, a date [day, month, year]; what is not said is 0. */
var giaobanTimes = (function () {
  "use strict"

  /* What is said of the day, taken out of the text: [text, date, first year of a school year, year],
     what is not said being 0, or null of a date. The year of a number stays. */
  function takeFrom(text) {
    const year = "((?:19|20)[0-9]{2})(?![0-9])"
    let date = null, schoolYear = 0
    const take = (pattern, told) => {
      const found = date ? null : new RegExp(pattern).exec(text)
      if (!found) return
      date = told(...found.slice(found.groups ? 2 : 1).map(Number))
      text = text.replace(found[0], (found.groups && found.groups.before || "") + " ")
    }
    text = text.replace(new RegExp("\\b(?:nam hoc|nh)\\s*" + year + "(?:\\s*[-/ ]\\s*(?:19|20)?[0-9]{2}(?![0-9]))?"),
      (_, first) => { schoolYear = Number(first); return " " })
    take("(?:^|[^0-9])([0-9]{1,2})(?:[/.-]| thang )([0-9]{1,2})(?:[/.-]| nam | )" + year, (...told) => told)
    take("\\bthang ([0-9]{1,2})(?:/|-| nam | )" + year, (month, year) => [0, month, year])
    take("(?<before>[0-9]\\S*\\s)(1[0-2]|0?[1-9])[/-]" + year, (month, year) => [0, month, year])
    take("\\bngay ([0-9]{1,2})(?:[/.-]| thang )([0-9]{1,2})(?![0-9/.-])", (day, month) => [day, month, 0])
    take("(?<before>[0-9]{3}\\S*\\s)([0-9]{1,2})/([0-9]{1,2})(?![0-9/.-])", (day, month) => [day, month, 0])
    take("\\bthang ([0-9]{1,2})(?![0-9/.-])", month => [0, month, 0])
    const ofYear = new RegExp("\\bnam " + year).exec(text)
    const undated = ofYear ? text.replace(ofYear[0], " ") : text
    return /[0-9]/.test(undated) ? [text, date, schoolYear, 0]
      : [undated, date, schoolYear, ofYear ? Number(ofYear[1]) : 0]
  }

  const IN_WORDS = { gieng: 1, mot: 1, hai: 2, ba: 3, tu: 4, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10,
    "muoi mot": 11, "muoi hai": 12, chap: 12 }
  const IS_YEAR = /^(?:19|20)[0-9]{2}$/
  const IS_MONTH = /^(?:[1-9]|1[0-2])$/

  /* The places of `words` that a time takes, and the time: {year, month, schoolYear}, unknown ones 0;
     null where none is named. */
  function inWords(words) {
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
      .replace(/(^|[^0-9/])([0-3]?[0-9]\/[01]?[0-9])\/(?:2|20|20[0-9])?$/, "$1$2")
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

  /* Whether a notice (`2021-12`, one of its month) is of a time. */
  function isOf(id, { year, month, schoolYear }) {
    const [own, ownMonth] = id.split("-").map(Number)
    return (!year || own === year) && (!month || ownMonth === month) &&
      (!schoolYear || (ownMonth >= 9 ? own : own - 1) === schoolYear)
  }

  function isOfSchoolYear(row, first) {
    const [, month, year] = (row.day || "").split("/").map(Number)
    if (year) return (month >= 9 ? year : year - 1) === first
    const own = row.year || row.issued
    return own === first || own === first + 1
  }

  /* Whether a document is of the time said, as far as it is known; a day or a month must be. */
  function isOfTime(row, date, schoolYear, year) {
    if (date && (!row.day || isOfAnotherDay({ date }, row))) return false
    if (schoolYear && !isOfSchoolYear(row, schoolYear)) return false
    return !year || row.year === year || row.issued === year
  }

  /* Whether a date (what is not said being 0) is another than the document's, as far as both are known. */
  function isOfAnotherDay(said, row) {
    if (!said.date) return false
    const [day, month, year] = said.date
    const own = row.year || row.issued
    if (own > 0 && year > 0 && own !== year) return true
    const [ownDay, ownMonth, ownYear] = (row.day || "").split("/").map(Number)
    return row.day !== "" &&
      ((day > 0 && ownDay !== day) || ownMonth !== month || (year > 0 && ownYear !== year))
  }

  /* When a document was issued as a number that grows, as far as it is known. */
  function age(row) {
    const [day, month, year] = (row.day || "").split("/").map(Number)
    return year ? 10000 * year + 100 * month + day : 10000 * (row.year || row.issued)
  }

  return {
    takeFrom, inWords, onlyTime, spelledOut, asTime, isOf, isOfTime, isOfAnotherDay, isOfSchoolYear, age,
  }
})()

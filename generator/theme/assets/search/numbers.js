/* Document numbers as people type them, and the documents that they can mean.

   `read("cv 1249")` gives what is said: serial, year, signs after it, kind, words left over.
   `rank(said, row)` says how a document's number fits it: EXACT, BEGINS at a boundary (`1249/PGD`),
   TYPING a serial that may go on (`124` of 1249), AROUND where other words were typed too that it
   doesn't hold, or not at all. */
var giaobanNumbers = (function () {
  "use strict"

  const EXACT = 0, BEGINS = 1, TYPING = 2, AROUND = 3, NOT = 9
  const NEUTRAL = new Set(
    ("so no hieu ky van ban vb ngay thang nam cua ve viec do theo tai luat bo phap lenh du thao noi dung " +
      "tim kiem xem gi la the nao nhu o dau cac cho biet").split(" "))
  /* A body written without ĐT is the same body. */
  const SHORT = { bgd: "bgddt", sgd: "sgddt", pgd: "pgddt", gd: "gddt" }
  const BODIES = { phong: "pgddt", so: "sgddt", bo: "bgddt" }
  /* Days of one month are no number with its day: `04 và 05/01/2025`. */
  const DAYS = /^(?:(?:tu |trong )?(?:hai |cac )?ngay )?[0-9]{1,2}(?:,? va |, ?| den | ?- ?)(?:ngay )?[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{4})?[ .,;]*$/
  const LONG_SERIAL = 3
  const BY_VALUE = 20
  const LONG_KIND = 8

  function bare(text) {
    return text.normalize("NFKD").toLowerCase().replace(/[đðɖ]/g, "d")
      .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
      .replace(/[\u2010-\u2015\u2212]/g, "-").replace(/\\/g, "/")
      .replace(/[“”"'«»*]/g, " ").replace(/\s+/g, " ").trim()
      .replace(/\b([bsp]?)gd\s*(?:&|-|va )?\s*dt\b/g, "$1gddt").replace(/\bc\/v\b/g, "cv")
  }

  /* What somebody types in a number, as numbers are written: `P.GDĐT`, `phòng giáo dục` and `PGĐT` for
     PGDĐT, `D9` for Đ, `1.249/` and `I249/` for 1249, `t.tư` for thông tư. */
  function spelledAsNumbers(query) {
    return bare(query.normalize("NFC").replace(/([a-z/])d9|d9(?=[a-z])/gi, "$1đ").replace(/([bsp])gđt/gi, "$1gdđt"))
      .replace(/\b([bsp])\.\s*gd/g, "$1gd").replace(/\b([bsp]?gd)\.\s*dt\b/g, "$1dt")
      .replace(/\b([bsp]gd)\s*[&-]\s*d$/, "$1d").replace(/\bn d(?=-?\s*cp\b)/, "nd")
      .replace(/\b(co )?(phong|so|bo) (?:gddt|gd|giao duc(?: (?:va )?dao tao)?)(?![a-z0-9])/g,
        (all, has, body) => has ? all : BODIES[body])
      .replace(/\bt\.\s*tu(?=\s)/, "thong tu")
      .replace(/(^|[^a-z0-9])([0-9loi]*[0-9][0-9loi]*)(?=\s*\/\s*[a-z])/g, (all, before, digits) =>
        before + digits.replaceAll("o", "0").replace(/[li]/g, "1"))
      .replace(/(^|\bso |\bvan |\bcv )([0-9]{1,2})[. ]([0-9]{3})(?=\s*\/\s*[a-z])/, "$1$2$3")
  }

  /* What is said of the day, taken out of the text: [text, date, first year of a school year, year],
     what is not said being 0, or null of a date. The year of a number stays. */
  function timeIn(text) {
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

  const signs = text => bare(text).split(/[^a-z0-9]+/).filter(Boolean)
  const serialKey = text =>
    (/^[0-9]+$/.test(text) ? text : bare(text)).replace(/^0+(?=[0-9])/, "")

  /* `kinds`: [code, name] rows; `known`: every sign that some number holds; `meanings(word)`: what an
     abbreviation says, as rows of words. */
  function reader(kinds, known, meanings) {
    const kindOf = new Map([["thong bao", "TB"], ["tb", "TB"]])
    for (const [code, name] of kinds) {
      kindOf.set(bare(code), code)
      kindOf.set(bare(name), code)
    }
    const longKinds = Array.from(kindOf).filter(([name]) => name.length >= LONG_KIND && name.includes(" "))
    const isKnown = word => known.has(word) || known.has(SHORT[word])
    const isBegun = word => word.length > 1 && Array.from(known).some(sign => sign.startsWith(word))

    /* Signs typed as one word: `qdubnd` is qd ubnd. Empty where it isn't made of known ones. */
    function parted(word) {
      if (isKnown(word)) return [word]
      for (let size = word.length - 2; size > 1; size--) {
        const rest = isKnown(word.slice(0, size)) ? parted(word.slice(size)) : []
        if (rest.length) return [word.slice(0, size), ...rest]
      }
      return []
    }

    /* The kind that the words before a number end with: `cong van`, `tt`. */
    function kindBefore(words) {
      while (words.length && NEUTRAL.has(words[words.length - 1])) {
        if (kindOf.has(words.slice(-2).join(" "))) break
        words.pop()
      }
      for (let size = Math.min(4, words.length); size > 0; size--) {
        const code = kindOf.get(words.slice(-size).join(" "))
        if (code) {
          words.splice(-size)
          return code
        }
      }
      const last = words.slice(-2).join(" ")
      const meant = longKinds.find(([name]) => giaobanNear.distance(name, last, 1) === 1)
      if (!meant) return null
      words.splice(-2)
      return meant[1]
    }

    function read(query) {
      if (DAYS.test(bare(query))) return null
      const ends = !/[\s/-]$/.test(query)
      let [text, date, schoolYear] = timeIn(spelledAsNumbers(query))
      text = text.replace(/\b(so|[a-z]{2,3})(?:[.:-]\s*)?(?=[0-9])/g, (all, word) =>
        word === "so" || kindOf.has(word) ? word + " " : all)
      text = text.replace(/([0-9])[._](?=(?:19|20)[0-9]{2}(?![0-9])|[a-z])/g, "$1/")
        .replace(/([0-9]),\s*(?=[a-z])/g, "$1 ")
      /* `712020nđcp`: the signs between left out. */
      text = text.replace(/(^|[^0-9])([0-9]{2,4})((?:19|20)[0-9]{2})(?![0-9])/, "$1$2/$3")
      const found = /(^|[^a-z0-9.])([0-9]{1,5}(?:\.[0-9]{1,2}(?=\s*\/))?(?:[a-z](?![a-z0-9]))?)(?![0-9]|\.[0-9])/.exec(text)
      if (!found) return null
      const before = text.slice(0, found.index + found[1].length).match(/[a-z0-9&]+/g) || []
      const kind = kindBefore(before)
      let after = text.slice(found.index + found[0].length)
      const said = {
        serial: serialKey(found[2]), kind, signs: [], year: "", rest: before, date, schoolYear,
        isOpen: ends && !after && !date && !schoolYear, isLastOpen: false,
      }
      const year = /^\s*(?:\/|-|nam)?\s*((?:19|20)[0-9]{2})(?![0-9])/.exec(after)
      const part = !year && ends && /^\s*\/\s*([12][0-9]{0,3})$/.exec(after)
      if (year || part) {
        said.year = (year || part)[1]
        after = after.slice((year || part)[0].length)
        said.isOpen = false
      }
      for (;;) {
        const sign = /^\s*([/&-]?)\s*([a-z][a-z0-9]*)/.exec(after)
        if (!sign) break
        const rest = after.slice(sign[0].length)
        const last = ends && !rest.trim() && !date
        const parts = parted(sign[2])
        if (!sign[1] && !parts.length && !(last && isBegun(sign[2]))) break
        for (const part of parts.length ? parts : [sign[2]]) said.signs.push(part)
        said.isLastOpen = last && !(parts.length > 1)
        after = rest
      }
      const later = /(?:^|[^0-9])((?:19|20)[0-9]{2})(?![0-9])/.exec(after)
      if (later && !said.year) {
        said.year = later[1]
        after = after.replace(later[0], " ")
      }
      const left = (after.match(/[a-z0-9]+/g) || []).concat(said.rest)
      said.rest = left.filter(word => !NEUTRAL.has(word))
      said.meant = said.rest.map(word => [[word], [SHORT[word] || word], ...meanings(word)])
      if (!said.signs.length && said.rest.length && said.rest.every(isKnown)) {
        said.signs = said.rest
        said.rest = []
        said.isOpen = false
      }
      /* A written CV- is no part of a number: 42/CV-PGDĐT is 42/PGDĐT. */
      if (said.signs.length > 1 && said.signs[0] === "cv") {
        said.signs.shift()
        said.kind = "CV"
      }
      return said
    }

    return read
  }

  const isSign = (sign, said) => sign === said || sign === SHORT[said]
  const isSignBegun = (sign, said) => sign.startsWith(said) || (SHORT[said] !== undefined && sign.startsWith(SHORT[said]))

  /* Where the signs said stand in a number's, in order; the last one may be half typed. */
  function signsFit(said, row) {
    let place = 0, gaps = 0
    for (let n = 0; n < said.signs.length; n++) {
      const open = said.isLastOpen && n === said.signs.length - 1
      const start = place
      const fits = open ? isSignBegun : isSign
      while (place < row.signs.length && !fits(row.signs[place], said.signs[n])) place++
      if (place === row.signs.length) return null
      gaps += place - start
      place++
    }
    const last = said.signs.length && row.signs[place - 1]
    return { gaps, isWhole: !gaps && place === row.signs.length &&
      (!last || isSign(last, said.signs[said.signs.length - 1])) }
  }

  /* Whether the words left over are those of its subject, its issuer and its kind. */
  function holds({ words }, meant) {
    return meant.every(meanings => meanings.some(meaning => meaning.every(word => words.has(word))))
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

  function rank(said, row) {
    const same = row.serial === said.serial
    if (!same && !(said.isOpen && row.serial.startsWith(said.serial))) return NOT
    if (said.year) {
      const open = said.year.length < 4
      const fits = year => open ? String(year).startsWith(said.year) : String(year) === said.year
      if (!fits(row.year || "") && !fits(row.issued || "")) return NOT
    }
    if (said.schoolYear && !isOfSchoolYear(row, said.schoolYear)) return NOT
    const fit = signsFit(said, row)
    /* `Nghị định 01`, cited without its signs, may be any of that kind. */
    if (!fit && same && !row.signs.length && bare(row.kind) === said.signs[0] && !said.rest.length) return BEGINS
    if (!fit) return NOT
    if (said.kind && row.kind !== said.kind && !fit.isWhole) return NOT
    if (said.kind && row.kind !== said.kind && !said.signs.length) return NOT
    if (said.rest.length && (!same || !holds(row, said.meant))) {
      return same && (said.kind || said.signs.length || said.serial.length >= LONG_SERIAL) ? AROUND : NOT
    }
    if (!same) return TYPING
    return fit.isWhole && said.signs.length ? EXACT : BEGINS
  }

  /* Whether a number is all that was said. */
  const isAll = said => said !== null && (said.signs.length > 0 || said.kind !== null) && !said.rest.length

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

  /* Rows that are nearly what was said: the same serial, or one slip in its digits and the signs or
     the kind the same; where there is none, the nearest of these signs or this kind by value. */
  function nearest(said, rows, most) {
    const wanted = parseInt(said.serial, 10)
    const near = []
    for (const row of rows) {
      const far = giaobanNear.distance(said.serial, row.serial, 1)
      const isFit = said.signs.length > 0 && signsFit(said, row) !== null
      const isKind = !said.kind || said.kind === row.kind
      const isYear = !said.year || [row.year, row.issued].map(String).includes(said.year)
      const isOther = far > 1 || (far && !Array.from(said.serial).some(digit => row.serial.includes(digit)))
      const isAlike = said.signs.length ? isFit : isKind && said.kind !== null
      if (isOther ? !isAlike : far && !isFit && (said.signs.length || !isKind)) continue
      const off = (isFit || !said.signs.length ? 0 : 3) + (isKind ? 0 : 3) + (isYear ? 0 : 1)
      const isWhole = !said.signs.length || (isFit && signsFit(said, row).isWhole)
      near.push([isOther ? (isWhole ? BY_VALUE : BY_VALUE + 3) : 2 * far + off, Math.abs(parseInt(row.serial, 10) - wanted), row])
    }
    near.sort((one, other) => one[0] - other[0] || one[1] - other[1] || age(other[2]) - age(one[2]))
    return near.slice(0, most).filter(found => found[0] <= near[0][0] + 2).map(found => found[2])
  }

  return { bare, signs, serialKey, reader, rank, isAll, isOfAnotherDay, isOfTime, timeIn, nearest, age }
})()

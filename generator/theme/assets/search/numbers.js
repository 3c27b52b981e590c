/* Document numbers as people type them, and the documents that they can mean.

   `read("cv 1249")` gives what is said: serial, year, signs after it, kind, words left over.
   `rank(said, row)` says how a document's number fits it: EXACT, BEGINS at a boundary (`1249/PGD`),
   TYPING a serial that may go on (`124` of 1249), or not at all. */
var giaobanNumbers = (function () {
  "use strict"

  const EXACT = 0, BEGINS = 1, TYPING = 2, NOT = 9
  const NEUTRAL = new Set(
    "so hieu ky van ban ngay thang nam cua ve viec do theo tai luat bo phap lenh du thao".split(" "))
  /* A body written without ĐT is the same body. */
  const SHORT = { bgd: "bgddt", sgd: "sgddt", pgd: "pgddt", gd: "gddt" }

  function bare(text) {
    return text.normalize("NFKD").toLowerCase().replace(/[đðɖ]/g, "d")
      .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
      .replace(/[\u2010-\u2015\u2212]/g, "-").replace(/\\/g, "/")
      .replace(/[“”"'«»*]/g, " ").replace(/\s+/g, " ").trim()
      .replace(/\b([bsp]?)gd\s*(?:&|-|va )?\s*dt\b/g, "$1gddt")
  }

  const signs = text => bare(text).split(/[^a-z0-9]+/).filter(Boolean)
  const serialKey = text =>
    (/^[0-9]+$/.test(text) ? text : bare(text)).replace(/^0+(?=[0-9])/, "")

  /* `kinds`: [code, name] rows; `known`: every sign that some number holds. */
  function reader(kinds, known) {
    const kindOf = new Map([["thong bao", "TB"], ["tb", "TB"]])
    for (const [code, name] of kinds) {
      kindOf.set(bare(code), code)
      kindOf.set(bare(name), code)
    }
    const isSign = (word, last) =>
      known.has(SHORT[word] || word) ||
      (last && word.length > 1 && Array.from(known).some(sign => sign.startsWith(word)))

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
      return null
    }

    function read(query) {
      const ends = !/[\s/-]$/.test(query)
      let text = bare(query)
      const date = /(?:^|[^0-9])([0-9]{1,2})(?:[/.-]| thang )([0-9]{1,2})(?:[/.-]| nam )([0-9]{4})(?![0-9])/.exec(text)
      if (date) text = text.replace(date[0], " ")
      text = text.replace(/\b(so|[a-z]{2,3})(?=[0-9])/g, (all, word) =>
        word === "so" || kindOf.has(word) ? word + " " : all)
      text = text.replace(/(^|[^a-z0-9])([0-9lo]*[0-9][0-9lo]*)(?=\s*\/\s*[a-z])/g, (all, before, digits) =>
        before + digits.replaceAll("o", "0").replaceAll("l", "1"))
      const found = /(^|[^a-z0-9.])([0-9]{1,5}(?:\.[0-9]{1,2}(?=\s*\/))?(?:[a-z](?![a-z0-9]))?)(?![0-9]|\.[0-9])/.exec(text)
      if (!found) return null
      const before = text.slice(0, found.index + found[1].length).match(/[a-z0-9&]+/g) || []
      const kind = kindBefore(before)
      let after = text.slice(found.index + found[0].length)
      const said = {
        serial: serialKey(found[2]), kind, signs: [], year: "", rest: before,
        date: date && [date[1], date[2], date[3]].map(Number),
        isOpen: ends && !after && !date, isLastOpen: false,
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
        if (!sign[1] && !isSign(sign[2], last)) break
        said.signs.push(SHORT[sign[2]] || sign[2])
        said.isLastOpen = last
        after = rest
      }
      const later = /(?:^|[^0-9])((?:19|20)[0-9]{2})(?![0-9])/.exec(after)
      if (later && !said.year) {
        said.year = later[1]
        after = after.replace(later[0], " ")
      }
      const left = (after.match(/[a-z0-9]+/g) || []).concat(said.rest)
      said.rest = left.filter(word => !NEUTRAL.has(word))
      if (!said.signs.length && said.rest.length && said.rest.every(word => known.has(SHORT[word] || word))) {
        said.signs = said.rest.map(word => SHORT[word] || word)
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

  /* Where the signs said stand in a number's, in order; the last one may be half typed. */
  function signsFit(said, row) {
    let place = 0, gaps = 0
    for (let n = 0; n < said.signs.length; n++) {
      const open = said.isLastOpen && n === said.signs.length - 1
      const start = place
      while (place < row.signs.length && !(open
        ? row.signs[place].startsWith(said.signs[n])
        : row.signs[place] === said.signs[n])) place++
      if (place === row.signs.length) return null
      gaps += place - start
      place++
    }
    const last = said.signs.length && row.signs[place - 1]
    return { gaps, isWhole: !gaps && place === row.signs.length &&
      (!last || last === said.signs[said.signs.length - 1]) }
  }

  function rank(said, row) {
    const same = row.serial === said.serial
    if (!same && !(said.isOpen && row.serial.startsWith(said.serial))) return NOT
    if (said.year) {
      const open = said.year.length < 4
      const fits = year => open ? String(year).startsWith(said.year) : String(year) === said.year
      if (!fits(row.year || "") && !fits(row.issued || "")) return NOT
    }
    const fit = signsFit(said, row)
    if (!fit) return NOT
    if (said.kind && row.kind !== said.kind && !fit.isWhole) return NOT
    if (said.kind && row.kind !== said.kind && !said.signs.length) return NOT
    if (said.rest.some(word => !row.words.has(word))) return NOT
    if (!same) return said.rest.length ? NOT : TYPING
    return fit.isWhole && said.signs.length ? EXACT : BEGINS
  }

  /* Whether a date that was said is another than the document's, as far as both are known. */
  function isOfAnotherDay(said, row) {
    if (!said.date) return false
    const [day, month, year] = said.date
    const own = row.year || row.issued
    return (own > 0 && own !== year) || (row.day !== "" && row.day !== undefined &&
      row.day.split("/").map(Number).join() !== [day, month, year].join())
  }

  /* How far two serials are: one digit more, less or other counts one. */
  function distance(one, other) {
    let before = Array.from({ length: other.length + 1 }, (_, n) => n)
    for (let i = 1; i <= one.length; i++) {
      const row = [i]
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(row[j - 1] + 1, before[j] + 1,
          before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1))
      }
      before = row
    }
    return before[other.length]
  }

  /* Rows that are nearly what was said: the same serial or one digit off, the signs and the kind
     the same; else those of the same signs whose serials come closest. */
  function nearest(said, rows, most) {
    const wanted = parseInt(said.serial, 10)
    const near = []
    for (const row of rows) {
      const far = distance(said.serial, row.serial)
      const isFit = said.signs.length > 0 && signsFit(said, row) !== null
      const isKind = !said.kind || said.kind === row.kind
      const isYear = !said.year || [row.year, row.issued].map(String).includes(said.year)
      if (far > 0 && !isFit && (said.signs.length || !isKind || far > 1)) continue
      const off = (isFit || !said.signs.length ? 0 : 3) + (isKind ? 0 : 3) + (isYear ? 0 : 1)
      near.push([2 * far + off, Math.abs(parseInt(row.serial, 10) - wanted), row])
    }
    near.sort((one, other) => one[0] - other[0] || one[1] - other[1])
    return near.slice(0, most).filter(found => found[0] <= near[0][0] + 2).map(found => found[2])
  }

  return { EXACT, BEGINS, TYPING, NOT, bare, signs, serialKey, reader, rank, isOfAnotherDay, nearest, distance }
})()

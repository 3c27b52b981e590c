/* Document numbers, and how well a document's fits what is said.

   `rank(said, row)`: EXACT, BEGINS at a boundary (`1249/PGD`), TYPING a serial that may go on (`124` of
   1249), AROUND where other words were typed too that it doesn't hold, or not at all. */
var giaobanNumbers = (function () {
  "use strict"

  const EXACT = 0, BEGINS = 1, TYPING = 2, AROUND = 3, NOT = 9
  /* A body written without ĐT is the same body. */
  const SHORT = { bgd: "bgddt", sgd: "sgddt", pgd: "pgddt", gd: "gddt" }
  const LONG_SERIAL = 3
  const BY_VALUE = 20

  function bare(text) {
    return text.normalize("NFKD").toLowerCase().replace(/[đðɖ]/g, "d")
      .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
      .replace(/[\u2010-\u2015\u2212]/g, "-").replace(/\\/g, "/")
      .replace(/[“”"'«»*]/g, " ").replace(/\s+/g, " ").trim()
      .replace(/\b([bsp]?)gd\s*(?:&|-|va )?\s*dt\b/g, "$1gddt").replace(/\bc\/v\b/g, "cv")
  }

  const signs = text => bare(text).split(/[^a-z0-9]+/).filter(Boolean)
  const serialKey = text =>
    (/^[0-9]+$/.test(text) ? text : bare(text)).replace(/^0+(?=[0-9])/, "")

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

  function rank(said, row) {
    const same = row.serial === said.serial
    if (!same && !(said.isOpen && row.serial.startsWith(said.serial))) return NOT
    if (said.year) {
      const open = said.year.length < 4
      const fits = year => open ? String(year).startsWith(said.year) : String(year) === said.year
      if (!fits(row.year || "") && !fits(row.issued || "")) return NOT
    }
    if (said.schoolYear && !giaobanTimes.isOfSchoolYear(row, said.schoolYear)) return NOT
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
    near.sort((one, other) => one[0] - other[0] || one[1] - other[1] || giaobanTimes.age(other[2]) - giaobanTimes.age(one[2]))
    return near.slice(0, most).filter(found => found[0] <= near[0][0] + 2).map(found => found[2])
  }

  return { SHORT, bare, signs, serialKey, rank, isAll, nearest }
})()

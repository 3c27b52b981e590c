/* Document numbers as people type them.

   `read("cv 1249")` gives what is said: serial, year, signs after it, kind, words left over. */
var giaobanNumberReader = (function () {
  "use strict"

  const { SHORT, bare, serialKey } = giaobanNumbers

  const NEUTRAL = new Set(
    ("so no hieu ky van ban vb ngay thang nam cua ve viec do theo tai luat bo phap lenh du thao noi dung " +
      "tim kiem xem gi la the nao nhu o dau cac cho biet").split(" "))
  const BODIES = { phong: "pgddt", so: "sgddt", bo: "bgddt" }
  /* Days of one month are no number with its day: `04 và 05/01/2025`. */
  const DAYS = /^(?:(?:tu |trong )?(?:hai |cac )?ngay )?[0-9]{1,2}(?:,? va |, ?| den | ?- ?)(?:ngay )?[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{4})?[ .,;]*$/
  const LONG_KIND = 8

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

  /* `kinds`: [code, name] rows; `known`: every sign that some number holds; `meanings(word)`: what an
     abbreviation says, as rows of words. */
  function create(kinds, known, meanings) {
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
      let [text, date, schoolYear] = giaobanTimes.takeFrom(spelledAsNumbers(query))
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

  return { create }
})()

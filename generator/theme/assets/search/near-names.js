/* Names that are nearly what was typed. */
var giaobanNearNames = (function () {
  "use strict"

  const MOST_NEAR = 3

  function create(folding, holders) {
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

    return nearNames
  }

  return { create }
})()

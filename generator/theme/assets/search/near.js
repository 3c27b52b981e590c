/* When nothing is found: words of the archive that are nearly what was typed.

   A slip of one letter (two in a long word), or a word typed by Telex with the input method off. */
var giaobanNear = (function () {
  "use strict"

  const LONG = 7
  const MOST_WORDS = 6

  /* One letter more, less, other, or two in each other's place. */
  function isNear(one, other, allowed) {
    if (Math.abs(one.length - other.length) > allowed) return false
    let older = [], before = Array.from({ length: other.length + 1 }, (_, n) => n)
    for (let i = 1; i <= one.length; i++) {
      const row = [i]
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1]
        row[j] = Math.min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (same ? 0 : 1))
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], older[j - 2] + 1)
        }
      }
      older = before
      before = row
    }
    return before[other.length] <= allowed
  }

  /* `duowngf` -> `duong`: letters doubled or followed by w, and the tone's letter. */
  function withoutTelex(word) {
    return word.replace(/([sfrxj])(?=[a-z]?$)/, "").replace(/(aa|ee|oo|dd)/g, pair => pair[0])
      .replace(/([uoa])w/g, "$1").replace(/^w/, "u").replace(/uow/, "uo")
  }

  /* Other wordings of what was asked, the likeliest first; none if a word is like nothing. */
  function corrected(asked, known) {
    const set = new Set(known)
    const choices = asked.words.map(word => {
      if (set.has(word)) return [word]
      if (word.length < 3 || /^[0-9]/.test(word)) return []
      const plain = withoutTelex(word)
      const found = set.has(plain) ? [plain] : []
      const allowed = word.length >= LONG ? 2 : 1
      for (const other of known) {
        if (other !== plain && other.length > 1 && other[0] === word[0] && isNear(word, other, allowed)) found.push(other)
      }
      if (!found.length) {
        for (const other of known) if (other.length > 2 && isNear(word, other, 1)) found.push(other)
      }
      return found.slice(0, MOST_WORDS)
    })
    if (!choices.length || choices.some(words => !words.length)) return []
    const changed = asked.words.filter(word => !set.has(word)).length
    if (changed > Math.max(1, Math.floor(asked.words.length / 3))) return []
    return choices.reduce((heads, words) =>
      [].concat(...words.map(word => heads.map(head => (head ? head + " " : "") + word))).slice(0, 24), [""])
      .filter(text => text !== asked.text)
  }

  return { corrected, isNear }
})()

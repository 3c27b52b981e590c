/* What somebody asks: its folded words, and which words of the archive they match. */
var giaobanAsked = (function () {
  "use strict"

  const MOST_WORDS = 24
  const ANY = "*"

  const isNumber = word => /^[0-9]/.test(word)

  /* The last word may still be half typed, unless it is a number or something follows it. */
  function read(folding, query) {
    const tokens = folding.tokens(query).slice(0, MOST_WORDS)
    const words = tokens.map(token => token.text)
    return {
      words, marks: tokens.map(token => asTyped(query, token)), text: words.join(" "),
      isOpen: words.length > 0 && /[\p{L}\p{M}]$/u.test(query) && !isNumber(words[words.length - 1]),
      hasAccents: /[^\0-\x7f]/.test(query.normalize("NFC").replace(/[^\p{L}]/gu, "")),
    }
  }

  /* The accents somebody typed; none asked for where an abbreviation was typed for the word. */
  function asTyped(query, token) {
    const typed = query.slice(token.start, token.end).normalize("NFKD").toLowerCase()
      .replace(/\p{M}/gu, "").replace(/[đðɖ]/g, "d")
    return typed.replace(/y/g, "i") === token.text.replace(/y/g, "i") ? token.accented : ANY
  }

  /* The other readings of a query: what its abbreviations mean. Only a word that was typed itself
     may be half typed. */
  function others(folding, query, asked) {
    const last = asked.words[asked.words.length - 1]
    return folding.alternatives(query).map(text => {
      const words = text.split(" ").slice(0, MOST_WORDS)
      const isOpen = asked.isOpen && words[words.length - 1] === last
      return { words, marks: words, text, isOpen, hasAccents: false }
    })
  }

  /* Some of the words asked, as if nothing else had been typed. */
  function some(asked, places) {
    const { words, marks, isOpen, hasAccents } = asked
    const kept = places.map(place => words[place])
    return {
      words: kept, marks: places.map(place => marks[place]), text: kept.join(" "), hasAccents,
      isOpen: isOpen && places[places.length - 1] === words.length - 1,
    }
  }

  /* Words that stand somewhere as they are: a number, a name. */
  function exactly(folding, text) {
    return { ...read(folding, text), isOpen: false, hasAccents: false }
  }

  /* A name that stands somewhere with its own accents. */
  function named({ words, marks, text }) {
    return { words, marks, text, isOpen: false, hasAccents: true }
  }

  const OTHER = 0, SLIP = 1, LIKELY = 2, MEANT = 3
  const TONE = /[\u0300\u0301\u0303\u0309\u0323]$/
  const HOOK_OR_TILDE = /[\u0303\u0309]/

  /* A word with accents as [letters with their own marks, tone]. */
  const apartFromTone = accented => TONE.test(accented)
    ? [accented.slice(0, -1), accented.slice(-1)] : [accented, ""]

  /* Whether each letter typed has the marks of the other word's, or none. */
  function areLettersLike(typed, other) {
    const letters = other.match(/\P{M}\p{M}*/gu) || []
    return (typed.match(/\P{M}\p{M}*/gu) || []).every((letter, n) =>
      letter.length === 1 || letter === letters[n])
  }

  /* How the accents of a word are those typed: MEANT the same, LIKELY some of them left out (or hỏi
     for ngã), SLIP another tone, OTHER another word. Of a half-typed word the tone often comes last. */
  function likeness(accented, asked, n) {
    const typed = asked.marks[n]
    if (!asked.hasAccents || typed === ANY || accented === typed) return MEANT
    const [letters, tone] = apartFromTone(typed)
    const [others, other] = apartFromTone(accented)
    const isLast = n === asked.words.length - 1 && asked.isOpen
    if (isLast && others.startsWith(letters) && (!tone || tone === other)) return MEANT
    if (!areLettersLike(letters, others)) return OTHER
    return !tone || tone === other || (HOOK_OR_TILDE.test(tone) && HOOK_OR_TILDE.test(other)) ? LIKELY : SLIP
  }

  /* Which marks match what is asked: bit n of `bits[mark]` for the nth word, of `likely[mark]` where
     it may well be that word, of `accents[mark]` where the accents are those typed, of `whole[mark]`
     where it is that very word and not only begun. */
  function matcher(texts, asked) {
    const size = asked.words.length
    const count = texts.marks.texts.length
    const found = {
      size, full: size ? -1 >>> (32 - size) : 0, numbers: 0, isHopeless: size === 0,
      bits: new Int32Array(count), accents: new Int32Array(count), likely: new Int32Array(count),
      slips: new Int32Array(count), whole: new Int32Array(count),
    }
    asked.words.forEach((text, n) => {
      const bit = 1 << n
      const isLast = n === size - 1
      const known = texts.words.find(text)
      let words = known === undefined ? [] : [known]
      if (isNumber(text)) found.numbers |= bit
      if (isLast && asked.isOpen) {
        texts.words.texts.forEach((other, word) => {
          if (word !== known && other.startsWith(text) && !isNumber(other)) words.push(word)
        })
      }
      if (!words.length) found.isHopeless = true
      for (const word of words) {
        for (const mark of texts.marksOfWord[word]) {
          const accented = texts.accented(mark)
          const like = likeness(accented, asked, n)
          found.bits[mark] |= bit
          if (like === MEANT) found.accents[mark] |= bit
          if (like >= LIKELY) found.likely[mark] |= bit
          if (like >= SLIP && word === known) found.slips[mark] |= bit
          if (word === known && isVery(accented, asked, n)) found.whole[mark] |= bit
        }
      }
    })
    return found
  }

  /* Whether it is the word typed, its tone too. */
  const isVery = (accented, asked, n) =>
    !asked.hasAccents || asked.marks[n] === ANY || accented === asked.marks[n]

  const WIDE = 4
  const APART = 1, BEGUN = 2, WHOLE = 3

  /* How what is asked stands in `marks[from:to]`, which holds all of it: WHOLE words side by side
     in order, the last one only BEGUN, or APART. Twice that, and one more with the accents typed;
     0 where words that stand apart are others. */
  function fit({ size, full, bits, accents, likely, whole }, marks, from, to) {
    const last = 1 << (size - 1)
    let best = 2 * APART
    for (let at = from; at + size <= to; at++) {
      if (!(bits[marks[at]] & 1)) continue
      let n = 1
      while (n < size && bits[marks[at + n]] & (1 << n)) n++
      if (n < size) continue
      let isAccented = 1
      for (let m = 0; m < size && isAccented; m++) isAccented = (accents[marks[at + m]] >> m) & 1
      const found = 2 * (whole[marks[at + size - 1]] & last ? WHOLE : BEGUN) + isAccented
      if (found > best) best = found
      if (best === 2 * WHOLE + 1) return best
    }
    if (best > 2 * APART) return best
    let met = 0, meant = 0
    for (let at = from; at < to; at++) {
      met |= likely[marks[at]]
      meant |= accents[marks[at]]
    }
    return (met & full) !== full ? 0 : best + ((meant & full) === full ? 1 : 0)
  }

  /* Whether two words stand side by side as they are asked. */
  function holdsPair({ bits }, marks, from, to) {
    for (let at = from; at + 1 < to; at++) if ((bits[marks[at]] << 1) & bits[marks[at + 1]]) return true
    return false
  }

  /* Whether words that hold all that is asked hardly say it: no two of them side by side, or of two
     the other only begun. */
  function areScattered(matcher, marks, from, to, span) {
    const { size, whole } = matcher
    if (size > 2) return !holdsPair(matcher, marks, from, to)
    if (size < 2 || span > size + WIDE) return size === 2
    return !marks.subarray(from, to).some(mark => whole[mark] & 2)
  }

  /* The least number of words in a row that hold all the bits of `wanted`. */
  function span({ size, bits }, marks, from, to, wanted) {
    const last = new Int32Array(size).fill(-1)
    let met = 0, least = to - from
    for (let at = from; at < to; at++) {
      const bit = bits[marks[at]] & wanted
      if (!bit) continue
      met |= bit
      for (let n = 0; n < size; n++) if (bit & (1 << n)) last[n] = at
      if (met !== wanted) continue
      let first = at
      for (let n = 0; n < size; n++) if (wanted & (1 << n) && last[n] < first) first = last[n]
      least = Math.min(least, at - first + 1)
    }
    return least
  }

  return {
    ANY, APART, BEGUN, WHOLE, WIDE, LIKELY, MEANT, read, others, some, exactly, named, matcher, likeness, fit, span,
    holdsPair, areScattered, isNumber,
  }
})()

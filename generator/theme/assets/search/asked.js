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

  /* The other readings of a query: what its abbreviations mean. */
  function others(folding, query, asked) {
    return folding.alternatives(query).map(text => ({
      words: text.split(" ").slice(0, MOST_WORDS), marks: text.split(" ").slice(0, MOST_WORDS), text,
      isOpen: asked.isOpen, hasAccents: false,
    }))
  }

  /* Which words of the archive each word asked matches: `bits[word]` has bit n for the nth. */
  function matcher(texts, asked) {
    const size = asked.words.length
    const bits = new Int32Array(texts.words.texts.length)
    const exact = new Uint8Array(bits.length)
    const lists = asked.words.map((text, n) => {
      const found = []
      const whole = texts.words.find(text)
      if (whole !== undefined) {
        found.push(whole)
        exact[whole] = 1
      }
      if (n === size - 1 && asked.isOpen) {
        texts.words.texts.forEach((other, word) => {
          if (word !== whole && other.startsWith(text) && !isNumber(other)) found.push(word)
        })
      }
      for (const word of found) bits[word] |= 1 << n
      return found
    })
    const full = size ? -1 >>> (32 - size) : 0
    let numbers = 0
    asked.words.forEach((word, n) => { if (isNumber(word)) numbers |= 1 << n })

    /* Whether a mark has the accents typed, none typed among some being meant too; a half-typed
       word is held to what is typed of it. */
    function isAccented(mark, n) {
      const typed = asked.marks[n]
      if (!asked.hasAccents || typed === ANY) return true
      const accented = texts.accented(mark)
      return accented === typed || (n === size - 1 && asked.isOpen &&
        accented.startsWith(typed.replace(/[\u0300-\u0323]+$/, "")))
    }

    return { size, bits, exact, lists, full, numbers, isAccented, wordOfMark: texts.wordOfMark }
  }

  /* How the words asked stand in a row of marks that holds them all.

     Gives {phrase, exact, accented, span}: whether they stand side by side in order, with no word
     half typed, with the accents typed, and how many words they spread over. */
  function fit(matcher, row, count) {
    const { size, bits, exact, isAccented, wordOfMark } = matcher
    const best = { phrase: false, exact: false, accented: false, span: count }
    let points = -1
    for (let at = 0; at + size <= count; at++) {
      let n = 0
      while (n < size && bits[wordOfMark[row[at + n]]] & (1 << n)) n++
      if (n < size) continue
      let accented = true
      for (let m = 0; m < size && accented; m++) accented = isAccented(row[at + m], m)
      const whole = exact[wordOfMark[row[at + size - 1]]] === 1
      const worth = (whole ? 2 : 0) + (accented ? 1 : 0)
      if (worth > points) {
        points = worth
        best.phrase = true
        best.exact = whole
        best.accented = accented
        best.span = size
      }
      if (points === 3) return best
    }
    if (best.phrase || size === 1) return best
    best.span = span(matcher, row, count)
    best.accented = accentedApart(matcher, row, count)
    return best
  }

  /* The least number of words in a row that hold all that is asked. */
  function span({ bits, full, wordOfMark, size }, row, count) {
    const last = new Int32Array(size).fill(-1)
    let met = 0, least = count
    for (let at = 0; at < count; at++) {
      const bit = bits[wordOfMark[row[at]]]
      if (!bit) continue
      met |= bit
      for (let n = 0; n < size; n++) if (bit & (1 << n)) last[n] = at
      if (met === full) {
        let first = at
        for (let n = 0; n < size; n++) if (last[n] < first) first = last[n]
        least = Math.min(least, at - first + 1)
      }
    }
    return least
  }

  function accentedApart({ bits, isAccented, wordOfMark, size, full }, row, count) {
    let met = 0
    for (let at = 0; at < count && met !== full; at++) {
      const bit = bits[wordOfMark[row[at]]]
      for (let n = 0; n < size; n++) {
        if (bit & (1 << n) && !(met & (1 << n)) && isAccented(row[at], n)) met |= 1 << n
      }
    }
    return met === full
  }

  return { ANY, read, others, matcher, fit, isNumber }
})()

/* The words of the archive, decoded: pieces (words and phrases, each once) and what they fold to.

   A piece has a number; what it folds to is a row of word numbers. Word numbers tell `ma` from
   `mi`, mark numbers also `má` from `mã`. Codes are those of generator/search_texts.py. */
var giaobanTexts = (function () {
  "use strict"

  const BETWEEN = "~"
  const SAME_AS = 125 /* } */
  const LEADS = [56, 30, 4, 1]

  const value = new Uint8Array(128)
  const length = new Uint8Array(91)
  const base = new Int32Array(91)
  for (let code = 0x20, number = 0; code < 0x7f; code++) {
    if (!'"\\}~'.includes(String.fromCharCode(code))) value[code] = number++
  }
  for (let size = 0, lead = 0, start = 0; size < LEADS.length; size++) {
    const room = 91 ** size
    for (let n = 0; n < LEADS[size]; n++, lead++, start += room) {
      length[lead] = size
      base[lead] = start
    }
  }

  /* The numbers that `codes[from:to]` says, put into `into` at `at`; where they end. */
  function decode(codes, from, to, into, at) {
    while (from < to) {
      const lead = value[codes.charCodeAt(from++)]
      let rest = 0
      for (let n = length[lead]; n > 0; n--) rest = rest * 91 + value[codes.charCodeAt(from++)]
      into[at++] = base[lead] + rest
    }
    return at
  }

  /* Numbers given to strings in the order they come. */
  function numbering() {
    const numbers = new Map()
    const texts = []
    return {
      texts,
      find: text => numbers.get(text),
      number(text) {
        let found = numbers.get(text)
        if (found === undefined) {
          found = texts.length
          numbers.set(text, found)
          texts.push(text)
        }
        return found
      },
    }
  }

  /* `additions` are what each school year adds to the shared list, oldest first. */
  function create(folding, additions) {
    const words = numbering()
    const marks = numbering()
    const wordOfMark = []
    const written = []
    const parts = []
    const folded = []

    function number(text, accented) {
      const mark = marks.number(accented + " " + text)
      if (wordOfMark[mark] === undefined) wordOfMark[mark] = words.number(text)
      return mark
    }

    /* The marks that a piece folds to: its own words', or its parts' one after the other. */
    function marksOf(piece) {
      let found = folded[piece]
      if (found === undefined) {
        found = parts[piece]
          ? [].concat(...parts[piece].map(marksOf))
          : folding.tokens(written[piece]).map(token => number(token.text, token.accented))
        folded[piece] = found
      }
      return found
    }

    function textOf(piece) {
      if (written[piece] === undefined) written[piece] = parts[piece].map(textOf).join(" ")
      return written[piece]
    }

    for (const [lines, phrases] of additions) {
      if (lines) written.push(...lines.split("\n"))
      for (const codes of phrases ? phrases.split(BETWEEN) : []) {
        const row = []
        decode(codes, 0, codes.length, row, 0)
        parts[written.length] = row
        written.push(undefined)
      }
    }

    /* One year's own pieces; what is added to their codes to make them numbers of ours. */
    function addPieces(lines, folds, shared) {
      const start = written.length
      if (lines) for (const line of lines.split("\n")) written.push(line)
      for (const [place, text] of folds) {
        folded[start + place] = text.split(" ").map(word => number(word, word))
      }
      return start - shared
    }

    /* Texts as pieces: `pieces[starts[n]:starts[n + 1]]` is the nth. */
    function decodeTexts(codes, shared, shift) {
      let decoded = new Int32Array(codes.length + 1)
      const starts = [0]
      let at = 0
      for (let from = 0, to; from <= codes.length; from = to + 1) {
        to = codes.indexOf(BETWEEN, from)
        if (to < 0) to = codes.length
        const other = codes.charCodeAt(from) === SAME_AS ? Number(codes.slice(from + 1, to)) : -1
        const most = other < 0 ? to - from : starts[other + 1] - starts[other]
        if (at + most > decoded.length) {
          const longer = new Int32Array(2 * decoded.length + most)
          longer.set(decoded)
          decoded = longer
        }
        if (other < 0) {
          const end = decode(codes, from, to, decoded, at)
          for (; at < end; at++) if (decoded[at] >= shared) decoded[at] += shift
        } else {
          decoded.copyWithin(at, starts[other], starts[other + 1])
          at += most
        }
        starts.push(at)
      }
      return { pieces: decoded.slice(0, at), starts: Int32Array.from(starts) }
    }

    return {
      words, marks, wordOfMark, marksOf, textOf, addPieces, decodeTexts,
      /* The words of a mark as written with accents, its tone last. */
      accented: mark => marks.texts[mark].slice(0, marks.texts[mark].indexOf(" ")),
    }
  }

  return { create }
})()

/* The words of the archive, decoded: pieces (words and phrases, each once) and what they fold to.

   A piece has a number; what it folds to is a row of word numbers. Word numbers tell `ma` from
   `mi`, mark numbers also `má` from `mã`. Codes are those of generator/search/texts.py. */
var giaobanTexts = (function () {
  "use strict"

  const BETWEEN = "~"
  const SAME_AS = 125 /* } */
  const GLUE = "\u0001"
  /* Most of a year's own pieces; they fold to the numbers themselves. */
  const PLAIN_NUMBERS = /^[0-9]{1,4}(?:[/-][0-9]{1,4})*$/
  const SHARED = [55, 21, 2, 1], OWN = [0, 9, 1, 1], DATE = 90

  /* What the first character of a code says: how many follow, the number they count from, and
     whether it is one of a year's own. */
  const value = new Uint8Array(128)
  const length = new Uint8Array(91)
  const base = new Int32Array(91)
  const isOwn = new Uint8Array(91)
  for (let code = 0x20, number = 0; code < 0x7f; code++) {
    if (!'"\\}~'.includes(String.fromCharCode(code))) value[code] = number++
  }
  let lead = 0
  for (const leads of [SHARED, OWN]) {
    let start = 0
    leads.forEach((count, size) => {
      for (let n = 0; n < count; n++, lead++, start += 91 ** size) {
        length[lead] = size
        base[lead] = start
        isOwn[lead] = leads === OWN ? 1 : 0
      }
    })
  }

  /* Reads codes whose first characters and whose others stand apart. A year's own pieces are
     numbered from `own`; `dated` gives the number of the piece that is a date, by its day. */
  function reader(rests, own, dated) {
    let at = 0
    return character => {
      const lead = value[character]
      let rest = 0
      for (let n = lead === DATE ? 2 : length[lead]; n > 0; n--) {
        rest = rest * 91 + value[rests.charCodeAt(at++)]
      }
      return lead === DATE ? dated(rest) : base[lead] + rest + (isOwn[lead] ? own : 0)
    }
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
    const marksOfWord = []
    const written = []
    const parts = []
    const folded = []

    function number(text, accented) {
      const before = marks.texts.length
      const mark = marks.number(accented + " " + text)
      if (mark === before) {
        const word = words.number(text)
        if (marksOfWord[word]) marksOfWord[word].push(mark)
        else marksOfWord[word] = [mark]
      }
      return mark
    }

    /* The marks that a piece folds to: its own words', or its parts' one after the other. */
    function marksOf(piece) {
      let found = folded[piece]
      if (found === undefined) {
        found = []
        if (parts[piece]) for (const part of parts[piece]) found.push(...marksOf(part))
        else if (PLAIN_NUMBERS.test(written[piece])) {
          for (const digits of written[piece].split(/[/-]/)) {
            const word = digits.replace(/^0+(?=[0-9])/, "")
            found.push(number(word, word))
          }
        } else {
          for (const token of folding.tokens(written[piece])) found.push(number(token.text, token.accented))
        }
        folded[piece] = found
      }
      return found
    }

    function textOf(piece) {
      if (written[piece] === undefined) written[piece] = parts[piece].map(textOf).join(" ")
      return written[piece]
    }

    /* Signs that stand without a space begin with GLUE. */
    const joined = pieces => pieces.map(textOf).join(" ").replaceAll(" " + GLUE, "")

    for (const [lines, leads, rests] of additions) {
      if (lines) written.push(...lines.split("\n"))
      const next = reader(rests, 0)
      for (const row of leads ? leads.split(BETWEEN) : []) {
        parts[written.length] = Array.from(row, lead => next(lead.charCodeAt(0)))
        written.push(undefined)
      }
    }

    /* One year's own pieces; the number of the first. */
    function addPieces(lines, folds) {
      const start = written.length
      if (lines) for (const line of lines.split("\n")) written.push(line)
      for (const [place, text] of folds) {
        folded[start + place] = text.split(" ").map(word => number(word, word))
      }
      return start
    }

    /* The piece that is a date: `12/11/2021`, so many days after the first. */
    function dates(firstDay) {
      const first = Date.parse(firstDay)
      const known = []
      return day => {
        if (known[day] === undefined) {
          const [year, month, date] = new Date(first + day * 86400000).toISOString().slice(0, 10).split("-")
          known[day] = written.length
          written.push(`${date}/${month}/${year}`)
        }
        return known[day]
      }
    }

    /* Texts as pieces: `pieces[starts[n]:starts[n + 1]]` is the nth. */
    function decodeTexts({ leads, rests, first_day }, own) {
      const next = reader(rests, own, dates(first_day))
      let decoded = new Int32Array(leads.length + 1)
      const starts = [0]
      let at = 0
      for (let from = 0, to; from <= leads.length; from = to + 1) {
        to = leads.indexOf(BETWEEN, from)
        if (to < 0) to = leads.length
        const other = leads.charCodeAt(from) === SAME_AS ? Number(leads.slice(from + 1, to)) : -1
        const most = other < 0 ? to - from : starts[other + 1] - starts[other]
        if (at + most > decoded.length) {
          const longer = new Int32Array(2 * decoded.length + most)
          longer.set(decoded)
          decoded = longer
        }
        if (other < 0) for (let n = from; n < to; n++) decoded[at++] = next(leads.charCodeAt(n))
        else {
          decoded.copyWithin(at, starts[other], starts[other + 1])
          at += most
        }
        starts.push(at)
      }
      return { pieces: decoded.slice(0, at), starts: Int32Array.from(starts) }
    }

    return {
      words, marks, marksOfWord, marksOf, joined, addPieces, decodeTexts,
      /* The words of a mark as written with accents, its tone last. */
      accented: mark => marks.texts[mark].slice(0, marks.texts[mark].indexOf(" ")),
    }
  }

  return { create }
})()

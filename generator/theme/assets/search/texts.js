/* The words of the archive, decoded: pieces (words and phrases, each once) and what they fold to.

   A piece has a number; what it folds to is a row of word numbers. Word numbers tell `ma` from
   `mi`, mark numbers also `má` from `mã`. */
var giaobanTexts = (function () {
  "use strict"

  const GLUE = "\u0001"
  /* Most of a year's own pieces; they fold to the numbers themselves. */
  const PLAIN_NUMBERS = /^[0-9]{1,4}(?:[/-][0-9]{1,4})*$/

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

  /* A list of whole numbers that grows. */
  function numberList() {
    let items = new Int32Array(1024)
    let size = 0
    return {
      set(place, item) {
        if (place >= items.length) {
          const longer = new Int32Array(2 * place)
          longer.set(items)
          items = longer
        }
        items[place] = item
      },
      push(item) { this.set(size++, item) },
      get size() { return size },
      get items() { return items },
    }
  }

  /* `additions` are what each school year adds to the shared list, oldest first. */
  function create(folding, additions) {
    const words = numbering()
    const marks = numbering()
    const marksOfWord = []
    const written = []
    /* What a piece consists of, `made[ends[piece - 1]:ends[piece]]`: marks of words, or, as ~piece,
       the shorter pieces of a phrase, which all have smaller numbers. */
    const made = numberList()
    const ends = numberList()
    /* Pieces that are one word written for several: `THCS`. */
    const short = new Set()
    /* All marks of each piece, those of phrases too, once they are asked for. */
    const spelled = numberList()
    const spelledEnds = numberList()

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

    /* Adds a piece as it is written, with the marks that it folds to. */
    function addPiece(line) {
      written.push(line)
      if (PLAIN_NUMBERS.test(line)) {
        for (const digits of line.split(/[/-]/)) {
          const word = digits.replace(/^0+(?=[0-9])/, "")
          made.push(number(word, word))
        }
      } else {
        let before = -1
        for (const { text, accented, start } of folding.tokens(line)) {
          if (start === before) short.add(written.length - 1)
          before = start
          made.push(number(text, accented))
        }
      }
      ends.push(made.size)
    }

    function addFolded(line, folded) {
      written.push(line)
      for (const word of folded.split(" ")) made.push(number(word, word))
      ends.push(made.size)
    }

    function addPhrase(pieces) {
      written.push(undefined)
      for (const piece of pieces) made.push(~piece)
      ends.push(made.size)
    }

    const startOf = piece => piece ? ends.items[piece - 1] : 0

    function textOf(piece) {
      if (written[piece] === undefined) {
        const parts = Array.from(made.items.subarray(startOf(piece), ends.items[piece]))
        written[piece] = parts.map(part => textOf(~part)).join(" ")
      }
      return written[piece]
    }

    /* Signs that stand without a space begin with GLUE. */
    const joined = pieces => pieces.map(textOf).join(" ").replaceAll(" " + GLUE, "")

    let inPieces = new Int32Array(0)
    function forPieces() {
      if (inPieces.length !== ends.size) inPieces = new Int32Array(ends.size)
      return inPieces
    }

    /* For every piece the bits of its marks together; until asked again. */
    function bitsOfPieces(ofMark) {
      const found = forPieces(), limits = ends.items, items = made.items
      for (let piece = 0, at = 0; piece < found.length; piece++) {
        let all = 0
        for (const end = limits[piece]; at < end; at++) {
          const part = items[at]
          all |= part < 0 ? found[~part] : ofMark[part]
        }
        found[piece] = all
      }
      return found
    }

    /* For every piece the highest value of one of its marks, at most `mostOfShort` where a word stands
       for it; until asked again. */
    function highestOfPieces(ofMark, mostOfShort) {
      const found = forPieces(), limits = ends.items, items = made.items
      for (let piece = 0, at = 0; piece < found.length; piece++) {
        let highest = 0
        for (const end = limits[piece]; at < end; at++) {
          const part = items[at], value = part < 0 ? found[~part] : ofMark[part]
          if (value > highest) highest = value
        }
        found[piece] = highest > mostOfShort && short.has(piece) ? mostOfShort : highest
      }
      return found
    }

    /* Writes the marks of pieces[from:to] into `row`, one after the other; how many they are. */
    function spell(pieces, from, to, row) {
      for (let piece = spelledEnds.size; piece < ends.size; piece++) {
        for (let n = startOf(piece), end = ends.items[piece]; n < end; n++) {
          const part = made.items[n]
          if (part >= 0) spelled.push(part)
          else {
            const last = spelledEnds.items[~part]
            for (let m = ~part ? spelledEnds.items[~part - 1] : 0; m < last; m++) spelled.push(spelled.items[m])
          }
        }
        spelledEnds.push(spelled.size)
      }
      const items = spelled.items, limits = spelledEnds.items
      let size = 0
      for (let n = from; n < to; n++) {
        const piece = pieces[n]
        for (let m = piece ? limits[piece - 1] : 0, end = limits[piece]; m < end; m++) row.set(size++, items[m])
      }
      return size
    }

    for (const [lines, leads, rests] of additions) {
      if (lines) lines.split("\n").forEach(addPiece)
      const next = giaobanCodes.reader(rests, 0)
      for (const row of leads ? leads.split(giaobanCodes.BETWEEN) : []) {
        addPhrase(Array.from(row, lead => next(lead.charCodeAt(0))))
      }
    }

    /* One year's own pieces; the number of the first. */
    function addPieces(lines, folds) {
      const start = written.length
      const folded = new Map(folds)
      if (lines) {
        lines.split("\n").forEach((line, place) => {
          if (folded.has(place)) addFolded(line, folded.get(place))
          else addPiece(line)
        })
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
          addPiece(`${date}/${month}/${year}`)
        }
        return known[day]
      }
    }

    /* Texts as pieces: `pieces[starts[n]:starts[n + 1]]` is the nth. */
    function decodeTexts({ leads, rests, first_day }, own) {
      const { items, starts } = giaobanCodes.rows(leads, giaobanCodes.reader(rests, own, dates(first_day)))
      return { pieces: items, starts }
    }

    return {
      words, marks, marksOfWord, joined, bitsOfPieces, highestOfPieces, spell, addPieces, numberList, decodeTexts,
      /* The words of a mark as written with accents, its tone last. */
      word: mark => marks.texts[mark].slice(marks.texts[mark].indexOf(" ") + 1),
      accented: mark => marks.texts[mark].slice(0, marks.texts[mark].indexOf(" ")),
    }
  }

  return { create }
})()

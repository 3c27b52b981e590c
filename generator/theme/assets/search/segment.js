/* One school year, ready to be searched: where each word stands, and where each text belongs.

   Texts are numbered as they stand in the file: newest notice first, in each from top to bottom. */
var giaobanSegment = (function () {
  "use strict"

  const PLACES = {
    "": "tiêu đề",
    "mo-dau": "phần mở đầu",
    "thanh-phan": "thành phần dự họp",
    "ket-luan": "phần kết luận",
    "ket-thuc": "phần kết",
    "noi-nhan": "nơi nhận",
    "nguoi-ky": "người ký",
  }
  /* What every notice says in the same words: last among equals. */
  const FORMAL = /^(mo-dau|ket-luan|ket-thuc|noi-nhan|nguoi-ky)/

  /* generator/search_anchors.py tells the steps. */
  function anchors(steps) {
    let before = ""
    return steps.split("\n").map(step => {
      if (step[0] === "=") before = step.slice(1)
      else if (step === ">") before += "-1"
      else if (step) {
        let above = before
        if (step !== "+") for (const _ of step) above = above.slice(0, above.lastIndexOf("-"))
        const cut = above.lastIndexOf("-") + 1
        before = above.slice(0, cut) + (Number(above.slice(cut)) + 1)
      }
      return before
    })
  }

  function label(anchor) {
    if (anchor.startsWith("muc-")) {
      return "mục " + anchor.slice(4).toUpperCase().replaceAll("-", ".")
    }
    const numbered = /^(.*)-([1-9][0-9]*)$/.exec(anchor)
    if (numbered && numbered[1] === "chu-thich") return "chú thích " + numbered[2]
    if (numbered && PLACES[numbered[1]]) return PLACES[numbered[1]] + ", ý " + numbered[2]
    return PLACES[anchor] || ""
  }

  /* For each text the one it stands under, by number; the title of the notice has none (-1). */
  function above(anchors, firsts) {
    const found = new Int32Array(anchors.length)
    let open = []
    anchors.forEach((anchor, text) => {
      if (firsts.has(text)) open = []
      while (open.length > 1) {
        const over = anchors[open[open.length - 1]]
        if (anchor === over || anchor.startsWith(over + "-")) break
        open.pop()
      }
      found[text] = open.length ? open[open.length - 1] : -1
      if (!open.length || anchors[open[open.length - 1]] !== anchor) open.push(text)
    })
    return found
  }

  function create(texts, data, year) {
    const shift = texts.addPieces(data.pieces, data.folds, data.shared)
    const { pieces, starts } = texts.decodeTexts(data.texts, data.shared, shift)
    const count = starts.length - 1
    const anchorOf = anchors(data.anchors)

    const notices = []
    const noticeOf = new Int32Array(count)
    const firsts = new Set()
    let at = 0
    data.notices.forEach(([id, size], notice) => {
      firsts.add(at)
      notices.push({ id, first: at, end: at + size })
      noticeOf.fill(notice, at, at + size)
      at += size
    })

    const fieldsOf = new Array(count)
    const levelsOf = new Uint8Array(count)
    at = 0
    for (const [size, fields, levels] of data.places) {
      fieldsOf.fill(fields, at, at + size)
      levelsOf.fill(levels, at, at + size)
      at += size
    }

    /* Each word's texts, one word after the other: counted first, then put in their places. */
    for (const piece of pieces) texts.marksOf(piece)
    const seen = new Int32Array(texts.words.texts.length)
    const uses = new Int32Array(seen.length)
    function eachWord(act) {
      seen.fill(-1)
      for (let text = 0; text < count; text++) {
        for (let n = starts[text]; n < starts[text + 1]; n++) {
          for (const mark of texts.marksOf(pieces[n])) {
            const word = texts.wordOfMark[mark]
            if (seen[word] !== text) {
              seen[word] = text
              act(word, text)
            }
          }
        }
      }
    }
    eachWord(word => { uses[word]++ })
    const present = Int32Array.from(uses.keys()).filter(word => uses[word])
    const offsets = new Int32Array(present.length + 1)
    const next = new Int32Array(uses.length)
    present.forEach((word, n) => {
      next[word] = offsets[n]
      offsets[n + 1] = offsets[n] + uses[word]
    })
    const places = new Int32Array(offsets[present.length])
    eachWord((word, text) => { places[next[word]++] = text })

    function find(word) {
      let low = 0, high = present.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (present[middle] < word) low = middle + 1
        else high = middle
      }
      return present[low] === word ? low : -1
    }

    return {
      year, count, notices, noticeOf, fieldsOf, levelsOf,
      above: above(anchorOf, firsts),
      anchor: text => anchorOf[text],
      label: text => data.labels[text] || label(anchorOf[text]),
      isFormal: text => FORMAL.test(anchorOf[text]),
      /* The texts that hold a word, in order. */
      with(word) {
        const place = find(word)
        return place < 0 ? places.subarray(0, 0) : places.subarray(offsets[place], offsets[place + 1])
      },
      text: number => Array.from(
        pieces.subarray(starts[number], starts[number + 1]), texts.textOf
      ).join(" "),
      /* The marks of a text put into `row`; how many. */
      marks(number, row) {
        let size = 0
        for (let n = starts[number]; n < starts[number + 1]; n++) {
          for (const mark of texts.marksOf(pieces[n])) row[size++] = mark
        }
        return size
      },
    }
  }

  return { create, label }
})()

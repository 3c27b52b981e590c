/* One school year, ready to be searched: its words as numbers, and where each text belongs.

   There is no index: going through a million numbers takes two milliseconds.

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

  /* generator/search/anchors.py tells the steps. */
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

  function create(texts, data, year, fieldLevels) {
    const own = texts.addPieces(data.pieces, data.folds)
    const { pieces, starts } = texts.decodeTexts(data, own)
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

    const fieldsOf = []
    for (let n = 0; n < data.fields.length; n += 2) {
      for (let left = data.fields[n]; left; left--) fieldsOf.push(data.fields[n + 1])
    }
    const levelsOf = Uint8Array.from({ length: count }, (_, n) => fieldsOf[n].reduce(
      (levels, field) => levels | fieldLevels[field], parseInt(data.levels[n] || "0", 16)))

    /* The marks of all texts in a row: `marks[ends[n - 1]:ends[n]]` are those of the nth. */
    const ends = new Int32Array(count)
    let size = 0
    for (let text = 0; text < count; text++) {
      for (let n = starts[text]; n < starts[text + 1]; n++) size += texts.marksOf(pieces[n]).length
      ends[text] = size
    }
    const marks = texts.marks.texts.length < 65536 ? new Uint16Array(size) : new Int32Array(size)
    size = 0
    for (const piece of pieces) for (const mark of texts.marksOf(piece)) marks[size++] = mark

    return {
      year, count, marks, ends, notices, noticeOf, fieldsOf, levelsOf,
      above: above(anchorOf, firsts),
      anchor: text => anchorOf[text],
      label: text => data.labels[text] || label(anchorOf[text]),
      isFormal: text => FORMAL.test(anchorOf[text]),
      text: number => texts.joined(Array.from(pieces.subarray(starts[number], starts[number + 1]))),
    }
  }

  return { create, label }
})()

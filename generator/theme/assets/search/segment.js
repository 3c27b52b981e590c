/* One school year, ready to be searched: its texts as pieces, and where each of them belongs.

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

  const OTHER_NAMES = {
    "thanh-phan": ["thành phần", "ai dự họp", "ai vắng", "ai vắng mặt", "ai vắng họp"],
    "nguoi-ky": ["ai ký", "ai ký thông báo", "người ký thông báo", "chữ ký"],
    "mo-dau": ["mở đầu", "lời mở đầu"],
    "chu-thich": ["chú thích", "chú thích cuối trang"],
  }

  /* The places of every notice by their names, in folded words: `noi nhan`. */
  function placesByName(folding) {
    const names = Object.entries(PLACES).filter(([place]) => place)
      .concat(...Object.entries(OTHER_NAMES).map(([place, names]) => names.map(name => [place, name])))
    return new Map(names.map(([place, name]) => [folding.fold(name), place]))
  }

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

  /* Each piece that stands in some text, and the texts where: `texts[ends[n - 1]:ends[n]]` are those
     of `pieces[n]`. `size` is the number of all pieces. */
  function standing({ pieces, starts }, size) {
    const places = new Int32Array(size)
    for (let n = 0; n < pieces.length; n++) places[pieces[n]]++
    const met = [], ends = []
    let at = 0
    for (let piece = 0; piece < size; piece++) {
      if (!places[piece]) continue
      met.push(piece)
      const begin = at
      at += places[piece]
      places[piece] = begin
      ends.push(at)
    }
    const found = new Int32Array(at)
    for (let text = 0; text + 1 < starts.length; text++) {
      for (let n = starts[text]; n < starts[text + 1]; n++) found[places[pieces[n]]++] = text
    }
    return { pieces: Int32Array.from(met), ends: Int32Array.from(ends), texts: found }
  }

  function create(texts, data, year, fieldLevels, folding) {
    const own = texts.addPieces(data.pieces, data.folds)
    const { pieces, starts } = texts.decodeTexts(data, own)
    const count = starts.length - 1
    let anchorOf = null, over = null, index = null, held = null, alsoSaid = null
    /* What else is known of some texts: [text, ` folded words `]. */
    const also = () => Object.entries(data.also || {})
      .map(([text, words]) => [Number(text), words.map(each => ` ${folding.fold(each)} `).join("")])
    const places = () => anchorOf || (anchorOf = anchors(data.anchors))
    const anchor = text => places()[text]

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
    let levels = null
    const levelsOf = () => Uint8Array.from({ length: count }, (_, n) => fieldsOf[n].reduce(
      (levels, field) => levels | fieldLevels[field], parseInt(data.levels[n] || "0", 16)))

    function indexed(size) {
      if (index) return held.fill(0)
      index = standing({ pieces, starts }, size)
      return held = new Int32Array(count)
    }

    /* For every text the bits of its pieces together; until asked again. */
    function bitsOfTexts(ofPiece) {
      const found = indexed(ofPiece.length), { pieces: met, ends, texts: places } = index
      for (let n = 0, at = 0; n < met.length; n++) {
        const bits = ofPiece[met[n]], end = ends[n]
        if (bits) for (; at < end; at++) found[places[at]] |= bits
        else at = end
      }
      return found
    }

    /* For every text the highest value of one of its pieces; until asked again. */
    function highestOfTexts(ofPiece) {
      const found = indexed(ofPiece.length), { pieces: met, ends, texts: places } = index
      for (let n = 0, at = 0; n < met.length; n++) {
        const value = ofPiece[met[n]], end = ends[n]
        if (!value) at = end
        else for (; at < end; at++) if (value > found[places[at]]) found[places[at]] = value
      }
      return found
    }

    return {
      bitsOfTexts, highestOfTexts, year, count, pieces, starts, notices, noticeOf, fieldsOf, anchor,
      get also() { return alsoSaid || (alsoSaid = also()) },
      get levelsOf() { return levels || (levels = levelsOf()) },
      get above() { return over || (over = above(places(), firsts)) },
      label: text => data.labels[text] || label(anchor(text)),
      /* A line of who signed: the position, which the name stands below. */
      isSignature: text => anchor(text) === "nguoi-ky",
      isFormal: text => FORMAL.test(anchor(text)),
      text: number => texts.joined(Array.from(pieces.subarray(starts[number], starts[number + 1]))),
    }
  }

  return { create, label, placesByName }
})()

/* When nothing is found: words of the archive that are nearly what was typed.

   A slip of one letter (two in a long word), a space forgotten, or a word typed by Telex or VNI with
   the input method off. */
var giaobanNear = (function () {
  "use strict"

  const LONG = 7
  const GLUED = 5
  const SHORT = 4
  const MOST_WAYS = 4
  const MOST_ACCENTS = 4
  const MOST_WORDS = 6
  const MOST_WORDINGS = 24

  /* One letter more, less, other, or two in each other's place; 9 where there are more than `most`. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return 9
    let older = [], before = Array.from({ length: other.length + 1 }, (_, n) => n)
    for (let i = 1; i <= one.length; i++) {
      const row = [i]
      let least = i
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1]
        row[j] = Math.min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (same ? 0 : 1))
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], older[j - 2] + 1)
        }
        least = Math.min(least, row[j])
      }
      if (least > most + 1) return 9
      older = before
      before = row
    }
    return before[other.length] <= most ? before[other.length] : 9
  }

  /* `duowngf` -> `duong`: letters doubled or followed by w, and the tone's letter. */
  function withoutTelex(word) {
    return word.replace(/([sfrxj])(?=[a-z]?$)/, "").replace(/(aa|ee|oo|dd)/g, pair => pair[0])
      .replace(/([uoa])w/g, "$1").replace(/^w/, "u").replace(/uow/, "uo")
  }

  /* `co6ng` -> `cong`, `d9i5nh` -> `dinh`: digits after letters, as VNI is typed. */
  const withoutVni = word => /^[a-z]+[1-9]/.test(word) ? word.replace(/[1-9]/g, "") : word

  /* `giaoduc` -> `giao duc`: ways to take it for the fewest known words side by side. */
  function apart(word, isKnown) {
    const ways = [[""]], sizes = [0]
    for (let end = 2; end <= word.length; end++) {
      for (let start = Math.max(0, end - LONG); start <= end - 2; start++) {
        const part = word.slice(start, end)
        const folded = part.replace(/^([hklmst])y$/, "$1i").replace(/^qui$/, "quy")
        if (!ways[start] || !isKnown(folded) || sizes[start] >= sizes[end]) continue
        const more = ways[start].map(head => head ? head + " " + part : part)
        ways[end] = (sizes[start] + 1 === sizes[end] ? ways[end] : []).concat(more).slice(0, MOST_WAYS)
        sizes[end] = sizes[start] + 1
      }
    }
    return ways[word.length] || []
  }

  const letters = word => Array.from(word).sort().join("")

  /* An abbreviation is not another one, but a word may have lost its vowel (`thnh`); any other word
     begins as it was typed, unless two letters changed places or the word is long. */
  function isLike(other, word, far) {
    if (!/[aeiouy]/.test(word)) {
      return letters(other) === letters(word) || (word.length > 2 && other.replace(/[aeiouy]/, "") === word)
    }
    return other[0] === word[0] || letters(other) === letters(word) || (far === 1 && word.length > SHORT)
  }

  const isShortLike = (other, word, many) => other[0] === word[0] &&
    (other.length === word.length || (many > 2 && other.length > word.length && other.slice(-1) === word.slice(-1)))

  /* [cost, wording] for a word, the likeliest first. Words of the archive stand in the order of
     their frequency. Among a few letters one more or less makes another word, unless two words stand
     beside it, and a short word alone may be any. */
  function choices(word, known, isKnown, many, farInAccents) {
    if (isKnown(word)) return [[0, word]]
    if (word.length < 3 || /^[0-9]/.test(word)) return []
    const vni = withoutVni(word)
    if (vni !== word) return isKnown(vni) ? [[0, vni]] : []
    const plain = withoutTelex(word)
    const found = isKnown(plain) ? [[0, plain]] : []
    const glued = word.length >= GLUED ? apart(word, isKnown) : []
    for (const words of glued) if (words.includes(" ")) found.push([0.5, words])
    if (word.length < SHORT && many === 1) return found
    const allowed = word.length >= LONG ? 2 : 1
    for (const other of known) {
      if (other === plain || other.length < 2 || /^[0-9]/.test(other)) continue
      if (word.length < SHORT && !isShortLike(other, word, many)) continue
      const far = distance(word, other, allowed)
      if (far <= allowed && isLike(other, word, far)) found.push([far + (other[0] === word[0] ? 0 : 1.5), other])
    }
    for (const near of found) near[0] += farInAccents(near[1])
    return found.sort((one, other) => one[0] - other[0]).slice(0, MOST_WORDS)
  }

  /* Other wordings of what was asked, the likeliest first; none if a word is like nothing. Beside the
     words of the texts `others` are known. */
  function corrected(asked, texts, others) {
    const { words, marksOfWord, accented } = texts
    const isKnown = word => words.find(word) !== undefined || others.has(word)
    const known = words.texts.concat(Array.from(others).filter(word => words.find(word) === undefined))
    if (asked.words.some((word, n) => asked.marks[n] === giaobanAsked.ANY && !isKnown(word))) return []
    /* Less than any slip of letters: how far the nearest accents of a word are from those typed. */
    const farInAccents = n => other => asked.hasAccents && words.find(other) !== undefined
      ? Math.min(...marksOfWord[words.find(other)].map(mark => distance(asked.marks[n], accented(mark), MOST_ACCENTS))) / 20 : 0
    const all = asked.words.map((word, n) => choices(word, known, isKnown, asked.words.length, farInAccents(n)))
    if (!all.length || all.some(found => !found.length)) return []
    const slips = all.filter(found => found[0][0] >= 1).length
    if (slips > Math.max(1, Math.floor(asked.words.length / 2))) return []
    return all.reduce((heads, found) =>
      heads.flatMap(([cost, head]) => found.map(([more, word]) => [cost + more, head ? head + " " + word : word]))
        .sort((one, other) => one[0] - other[0]).slice(0, MOST_WORDINGS), [[0, ""]])
      .map(([, text]) => text).filter(text => text !== asked.text)
  }

  /* Whether a word among others may have been meant by what was typed. */
  const isSlip = (other, word) => word.length > 2 && /^[a-z]+$/.test(word + other) && isLike(other, word, 2) &&
    distance(word, other, 1) === 1

  return { corrected, isSlip, distance }
})()

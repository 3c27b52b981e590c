/* Folding for search, the same as generator/folding.py: tests run one set of vectors by both.

   A plain script, for a page, a worker (importScripts) and Node. `giaobanFold.create(table)` takes
   the table of synonyms as JSON, {words, documents, queries}, rows of spellings, and gives
     fold(text)          "1249 pgddt", equal for what search takes as one
     tokens(text)        [{text, accented, start, end}], places in UTF-16 units of the text
     alternatives(text)  what else a query may mean, folded: "tt gdtx" -> ["trung tam gdtx", …] and
                         "gvd", an abbreviation half typed, -> ["giao vien day gioi"] */
var giaobanFold = (function () {
  "use strict"

  var MOST_REMEMBERED = 200000
  var MOST_ALTERNATIVES = 8
  var MOST_WORDS = 40
  var TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu

  /* Superscripts, subscripts and fractions are footnote marks and the like, not part of a word. */
  var LETTER =
    "(?![\\u00aa\\u00b2\\u00b3\\u00b9\\u00ba\\u00bc-\\u00be\\u2070-\\u209c\\u2150-\\u215f])[\\p{L}\\p{N}]"
  var INVISIBLE = "[\\u0300-\\u036f\\u00ad\\u180e\\u200b-\\u200f\\u2060-\\u2064\\ufeff]"
  var PIECE = new RegExp(
    "[1-9][0-9]{0,2}(?:\\.[0-9]{3}){1,6}(?![0-9]|\\.[0-9])" + // 12.843
      "|[A-Za-zĐđÐð]/[A-Za-zĐđÐð](?!" + LETTER + "|" + INVISIBLE + ")" + // đ/c
      "|(?:" + LETTER + ")+(?:" + INVISIBLE + "+(?:" + LETTER + ")*)*" +
      "|&",
    "gu"
  )

  var LONE = /^[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]+$/

  /* One written word as [text, accented], the text empty where odd letters leave nothing. */
  function word(raw) {
    if (/^[a-z]+$/.test(raw) && !/^(?:[hklmst]y|qui)$/.test(raw)) return [raw, raw]
    if (/^[0-9.]+$/.test(raw)) raw = raw.replaceAll(".", "")
    var marked = raw
      .normalize("NFKD")
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[ðɖ]/g, "đ")
      .replace(/[^\p{L}\p{M}\p{N}]/gu, "")
    var tones = (marked.match(TONES) || []).join("")
    var accented = marked.replace(TONES, "")
    var text = marked.replace(/\p{M}/gu, "").replaceAll("đ", "d")
    if (/^[0-9]+$/.test(text)) {
      text = accented = text.replace(/^0+(?=[0-9])/, "")
    } else if (/^[hklmst]y$/.test(text)) {
      text = text.replace("y", "i")
      accented = accented.replace("y", "i")
    } else if (text === "qui") {
      text = "quy"
      accented = accented.replace("i", "y")
    }
    return [text, accented + tones]
  }

  function joined(words) {
    return words.map(function (word) { return word[0] }).join(" ")
  }

  function foldedPiece(raw) {
    var parts = raw === "&" ? ["và"] : raw.split("/")
    return parts.map(word).filter(function (word) { return word[0] })
  }

  function plainPieces(text) {
    return (text.match(PIECE) || []).map(foldedPiece).filter(function (words) { return words.length })
  }

  /* `đ/c` is not `đ c`; anything else is what it folds to. */
  function synonymKey(raw, words) {
    return raw.includes("/") ? joined(words).replaceAll(" ", "/") : joined(words)
  }

  function startsAt(sequence, place, texts) {
    for (var step = 0; step < sequence.texts.length; step++) {
      if (texts[place + step] !== sequence.texts[step]) return false
    }
    if (!sequence.beforeNumber) return true
    var after = place + sequence.texts.length
    if (texts[after] === "so") after++
    return after < texts.length && /^[0-9]/.test(texts[after])
  }

  function create(table) {
    var remembered = new Map()
    var synonyms = new Map()
    var sequences = new Map()
    var meanings = new Map()

    function piece(raw) {
      var found = remembered.get(raw)
      if (found === undefined) {
        if (remembered.size >= MOST_REMEMBERED) remembered.clear()
        var words = foldedPiece(raw)
        words = synonyms.get(synonymKey(raw, words)) || words
        found = { words: words, text: joined(words) }
        remembered.set(raw, found)
      }
      return found
    }

    function add(other, become, beforeNumber) {
      var pieces = plainPieces(other)
      if (pieces.length === 1 && !beforeNumber) {
        synonyms.set(synonymKey(other, pieces[0]), become)
        return
      }
      if (!pieces.length) return
      var texts = pieces.map(joined)
      if (!sequences.has(texts[0])) sequences.set(texts[0], [])
      sequences.get(texts[0]).push({ texts: texts, become: become, beforeNumber: beforeNumber })
    }

    function addRow(row, beforeNumber) {
      var become = plainPieces(row[0]).flat()
      row.slice(1).forEach(function (other) { add(other, become, beforeNumber) })
    }

    /* A lone word, as most lines of the archive's words are, is not looked for in its text. */
    function tokens(text) {
      if (LONE.test(text)) {
        return piece(text).words.map(function (each) {
          return { text: each[0], accented: each[1], start: 0, end: text.length }
        })
      }
      var places = []
      var texts = []
      for (var match of text.matchAll(PIECE)) {
        var found = piece(match[0])
        if (!found.text) continue
        places.push({ words: found.words, start: match.index, end: match.index + match[0].length })
        texts.push(found.text)
      }
      var folded = []
      for (var place = 0, last; place < places.length; place = last + 1) {
        last = place
        var words = places[place].words
        for (var sequence of sequences.get(texts[place]) || []) {
          if (startsAt(sequence, place, texts)) {
            words = sequence.become
            last = place + sequence.texts.length - 1
            break
          }
        }
        for (var each of words) {
          folded.push({
            text: each[0],
            accented: each[1],
            start: places[place].start,
            end: places[last].end,
          })
        }
      }
      return folded
    }

    function fold(text) {
      return tokens(text).map(function (token) { return token.text }).join(" ")
    }

    function addMeaning(from, to) {
      if (from === to) return
      if (!meanings.has(from)) meanings.set(from, [])
      if (!meanings.get(from).includes(to)) meanings.get(from).push(to)
    }

    /* What an abbreviation may become once its last letters are typed: "gvd" -> GVDG in full. */
    function completed(start) {
      var found = []
      if (start.length < 2) return found
      synonyms.forEach(function (words, key) {
        if (key !== start && key.startsWith(start)) found.push(joined(words))
      })
      return found
    }

    /* heads[n]: readings of the first n words, the one as typed first. */
    function alternatives(text) {
      var words = tokens(text).map(function (token) { return token.text })
      if (words.length > MOST_WORDS) return []
      var heads = words.map(function () { return [] }).concat([[]])
      heads[0] = [[]]
      for (var place = 0; place < words.length; place++) {
        var known = heads[place].slice(0, MOST_ALTERNATIVES + 1)
        for (var head of known) heads[place + 1].push(head.concat(words[place]))
        for (var next = place + 1; next <= words.length; next++) {
          for (var meaning of meanings.get(words.slice(place, next).join(" ")) || []) {
            for (var start of known) heads[next].push(start.concat(meaning))
          }
        }
        if (place === words.length - 1) {
          for (var full of completed(words[place])) {
            for (var before of known) heads[place + 1].push(before.concat(full))
          }
        }
      }
      var typed = words.join(" ")
      var found = heads[words.length].map(function (head) { return head.join(" ") })
      return Array.from(new Set(found))
        .filter(function (other) { return other !== typed })
        .slice(0, MOST_ALTERNATIVES)
    }

    ;(table.words || []).forEach(function (row) { addRow(row, false) })
    ;(table.documents || []).forEach(function (row) { addRow(row, true) })
    sequences.forEach(function (rows) {
      rows.sort(function (one, other) { return other.texts.length - one.texts.length })
    })
    ;(table.queries || []).forEach(function (row) {
      var folded = row.map(fold)
      folded.slice(1).forEach(function (meaning) {
        addMeaning(folded[0], meaning)
        addMeaning(meaning, folded[0])
      })
    })

    function abbreviations() {
      return Array.from(synonyms.keys()).filter(function (key) { return /^[a-z]+$/.test(key) })
    }

    return { fold: fold, tokens: tokens, alternatives: alternatives, abbreviations: abbreviations }
  }

  return { create: create }
})()

if (typeof module !== "undefined") module.exports = giaobanFold

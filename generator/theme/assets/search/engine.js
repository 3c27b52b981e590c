/* The search: names and texts found, in the order people expect.

   `find(query)` gives {list, said, asked, others, approximate, isPartial, time, schools}; it is
   partial where nothing holds all that was asked; `time` is that which is all that was asked,
   `schools` are those nearest to one that isn't there. `list` holds {rank, entry} for what has a
   page of its own and {rank, segment, text} for a text of a notice, best first. */
var giaobanEngine = (function () {
  "use strict"

  /* Ranks of texts, among those of names (RANK in names.js); one more where accents differ. */
  const PLACE = 6, PHRASE = 8, CITING = 9, HALF_PHRASE = 10, OTHER_PHRASE = 12, BARE_NAME = 14,
    CLOSE = 24, ALL = 26, OTHER_ALL = 28, UNDER = 32, SCATTERED = 36, MOST = 40, NONE = 255
  const STRONG = 18
  const FEW = 3
  const MOST_CORRECTIONS = 6
  const MOST_CITED = 2
  const LONG_NAME = 8

  /* Whether what has this rank lacks words that were asked. */
  const isPart = rank => rank >= SCATTERED ||
    [giaobanNames.RANK.around, giaobanNames.RANK.within].includes(rank & ~1)

  function create(namesData, wordsData) {
    const folding = giaobanFold.create(namesData.synonyms)
    const names = giaobanNames.create(namesData, folding)
    const texts = giaobanTexts.create(folding, wordsData.years)
    const fieldLevels = namesData.fields.map(row => row[3])
    const placeNames = giaobanSegment.placesByName(folding)
    const segments = []
    const spelling = texts.numberList()
    let row = spelling.items

    function addYear(data, year) {
      const segment = giaobanSegment.create(texts, data, year, fieldLevels, folding)
      segment.ranks = new Uint8Array(segment.count).fill(NONE)
      segments.push(segment)
      segments.sort((one, other) => one.year - other.year)
    }

    function popcount(bits) {
      let count = 0
      for (; bits; bits &= bits - 1) count++
      return count
    }

    /* `act(segment, text, held)` for each text that holds all bits `wanted`, or some if none are. */
    function scan(bits, wanted, act) {
      const inPieces = texts.bitsOfPieces(bits)
      for (const segment of segments) {
        const held = segment.bitsOfTexts(inPieces)
        for (let text = 0; text < segment.count; text++) {
          if (held[text] && (held[text] & wanted) === wanted) act(segment, text, held[text], held)
        }
      }
    }

    /* The marks of a text, in `row`; how many. */
    function spelled({ pieces, starts }, text) {
      const size = texts.spell(pieces, starts[text], starts[text + 1], spelling)
      row = spelling.items
      return size
    }

    function rankOf(matcher, fit, size, isOther) {
      const off = fit & 1 ? 0 : 1
      const kind = fit >> 1
      if (!fit) return NONE
      if (kind !== giaobanAsked.APART) {
        return (isOther ? OTHER_PHRASE : PHRASE) + (kind === giaobanAsked.WHOLE ? 0 : 2) + off
      }
      const span = giaobanAsked.span(matcher, row, 0, size, matcher.full)
      if (giaobanAsked.areScattered(matcher, row, 0, size, span)) return SCATTERED
      if (isOther) return OTHER_ALL + off
      return (span <= matcher.size + giaobanAsked.WIDE ? CLOSE : ALL) + off
    }

    /* Texts that hold every word; how many. A number is asked for as a whole, or not at all. With a
       `time` those of its notices only. */
    function rankWhole(asked, isOther, worst, time) {
      const last = asked.words.length - 1
      const isUnknown = (word, n) => texts.words.find(word) === undefined && !(n === last && asked.isOpen)
      if (asked.words.some(isUnknown)) return 0
      const matcher = giaobanAsked.matcher(texts, asked)
      if (matcher.isHopeless) return 0
      const { full, size, bits, accents, likely, slips, whole } = matcher
      let count = 0
      const keep = (segment, text, rank) => {
        if (rank > worst) return
        if (time && !giaobanWording.isOf(segment.notices[segment.noticeOf[text]].id, time)) return
        if (rank < segment.ranks[text]) segment.ranks[text] = rank
        if (rank < SCATTERED) count++
      }
      if (size === 1) {
        /* Of one word its best place decides: as a whole word before begun, then with its accents. */
        const fits = bits.map((bit, mark) => (likely[mark] | slips[mark]) &&
          2 * (whole[mark] ? giaobanAsked.WHOLE : giaobanAsked.BEGUN) + (accents[mark] ? 1 : 0))
        const inPieces = texts.highestOfPieces(fits, 2 * giaobanAsked.BEGUN + 1)
        for (const segment of segments) {
          const best = segment.highestOfTexts(inPieces)
          for (let text = 0; text < segment.count; text++) {
            if (best[text]) keep(segment, text, rankOf(matcher, best[text], 0, isOther))
          }
        }
        return count
      }
      scan(bits, full, (segment, text, _, held) => {
        const length = spelled(segment, text)
        const rank = rankOf(matcher, giaobanAsked.fit(matcher, row, 0, length), length, isOther)
        /* What its heading says too is what it is about. */
        const isAbout = rank === OTHER_PHRASE && segment.above[text] >= 0 && (held[segment.above[text]] & full) === full
        keep(segment, text, isAbout ? HALF_PHRASE : rank)
      })
      return count
    }

    /* Texts that hold every word together with what they stand under; how many. Two words side by
       side in one of them at least, or they are hardly meant: only near what was asked. */
    function rankUnder(matcher, rank, time) {
      const { full, size } = matcher
      const inPieces = texts.bitsOfPieces(matcher.likely)
      const holdsPair = (segment, text) => {
        const length = spelled(segment, text)
        return giaobanAsked.holdsPair(matcher, row, 0, length)
      }
      let count = 0
      for (const segment of segments) {
        const { above, ranks } = segment
        const held = segment.bitsOfTexts(inPieces)
        for (let text = 0; text < segment.count; text++) {
          const own = held[text], over = above[text] < 0 ? 0 : held[above[text]]
          held[text] = own | over
          if (held[text] !== full || !own || own === full || over === full || ranks[text] <= rank) continue
          if (time && !giaobanWording.isOf(segment.notices[segment.noticeOf[text]].id, time)) continue
          const isMeant = size > 2 && (holdsPair(segment, text) || holdsPair(segment, above[text]))
          ranks[text] = Math.min(ranks[text], isMeant ? rank : SCATTERED)
          if (isMeant) count++
        }
      }
      return count
    }

    /* Texts that name a school: with its level, or bare where that level is spoken of; with a `rest`
       those that hold its words too. */
    function rankSchool({ name, levels, forms }, time, rest = null) {
      const matcher = giaobanAsked.matcher(texts, giaobanAsked.named(name))
      const others = rest && giaobanAsked.matcher(texts, rest)
      if (matcher.isHopeless || (others && others.isHopeless)) return 0
      const { size, full, accents } = matcher
      const wordAt = at => texts.word(row[at])
      let count = 0
      scan(accents, full, (segment, text) => {
        if (time && !giaobanWording.isOf(segment.notices[segment.noticeOf[text]].id, time)) return
        const length = spelled(segment, text)
        let rank = NONE, met = 0
        if (others) for (let at = 0; at < length; at++) met |= others.likely[row[at]]
        if (others && met !== others.full) return
        for (let at = 0; at + size <= length; at++) {
          let n = 0
          while (n < size && accents[row[at + n]] & (1 << n)) n++
          if (n < size) continue
          const form = forms.find(({ before }) =>
            before.length <= at && before.every((word, n) => word === wordAt(at - before.length + n)))
          if (form ? form.levels & levels : segment.levelsOf[text] & levels) {
            rank = Math.min(rank, others ? CLOSE : form ? OTHER_PHRASE : BARE_NAME)
          }
        }
        if (rank === NONE) return
        segment.ranks[text] = Math.min(segment.ranks[text], rank)
        count++
      })
      return count
    }

    /* Whether words stand side by side in some text. */
    function standTogether(asked) {
      const matcher = giaobanAsked.matcher(texts, asked)
      let isThere = false
      if (!matcher.isHopeless) {
        scan(matcher.bits, matcher.full, (segment, text) => {
          isThere = isThere || giaobanAsked.fit(matcher, row, 0, spelled(segment, text)) >> 1 > giaobanAsked.APART
        })
      }
      return isThere
    }

    /* Texts that hold most of the words near each other, and every number; unless most of what
       is asked are numbers, also half of what the words weigh. */
    function rankMost(matcher) {
      const { size, numbers, full } = matcher
      const times = new Int32Array(size)
      scan(matcher.accents, 0, (segment, text, held) => {
        for (let n = 0; n < size; n++) times[n] += (held >> n) & 1
      })
      const all = segments.reduce((sum, { count }) => sum + count, 1)
      const weight = bits => times.reduce((sum, many, n) => sum + ((bits >> n) & 1 ? Math.log(all / (many + 1)) : 0), 0)
      const words = full & ~numbers
      const least = popcount(words) >= popcount(numbers) ? weight(words) / 2 : 0
      scan(matcher.accents, 0, (segment, text, held) => {
        const count = popcount(held)
        if (3 * count < 2 * size || (held & numbers) !== numbers || segment.ranks[text] <= MOST) return
        if (weight(held & words) < least) return
        const span = giaobanAsked.span(matcher, row, 0, spelled(segment, text), held)
        if (span <= count + giaobanAsked.WIDE) segment.ranks[text] = Math.min(segment.ranks[text], MOST + size - count)
      })
    }

    /* Texts that cite the documents found, however the number was typed: those of school years that
       mention them, for another year's number is another document. */
    function rankCiting(found, asked) {
      const shown = new Map()
      const entries = found.filter(([rank, { kind }]) => kind === "document" && rank < giaobanNames.RANK.name)
      for (const [, { spellings, years }] of entries.slice(0, MOST_CITED)) {
        for (const number of spellings) {
          if (folding.fold(number) !== asked.text) shown.set(number, [...(shown.get(number) || []), ...years])
        }
      }
      for (const [number, years] of shown) {
        const matcher = giaobanAsked.matcher(texts, giaobanAsked.exactly(folding, number))
        if (matcher.isHopeless) continue
        scan(matcher.bits, matcher.full, (segment, text) => {
          if (segment.ranks[text] <= CITING || !years.includes(segment.year)) return
          const fit = giaobanAsked.fit(matcher, row, 0, spelled(segment, text))
          if (fit >> 1 !== giaobanAsked.APART) segment.ranks[text] = CITING
        })
      }
    }

    /* Documents of a number that was said, those first which a text cites that holds the other words
       too. */
    function withCited(found, said, isOpen) {
      const isAround = ([rank, { kind }]) => (rank & ~1) === giaobanNames.RANK.around && kind === "document"
      const around = said && said.rest.length ? found.filter(isAround) : []
      if (!around.length) return found
      const matcher = giaobanAsked.matcher(texts,
        { ...giaobanAsked.exactly(folding, [said.serial, ...said.rest].join(" ")), isOpen })
      const cited = new Set()
      if (!matcher.isHopeless) {
        scan(matcher.bits, matcher.full, (segment, text) => {
          const whole = ` ${folding.fold(segment.text(text))} `
          for (const [, entry] of around) {
            if (entry.years.includes(segment.year) &&
              entry.spellings.some(number => whole.includes(` ${folding.fold(number)} `))) cited.add(entry)
          }
        })
      }
      /* One that is not settled may be any of them. */
      if ([...cited].some(({ isSettled }) => !isSettled)) for (const [, entry] of around) cited.add(entry)
      return [
        ...around.filter(([, entry]) => cited.has(entry)).map(([, entry]) => [giaobanNames.RANK.begins, entry]),
        ...found.filter(([, entry]) => !cited.has(entry)),
      ]
    }

    /* The first text of each notice of a time at a place that `isIt`. */
    function rankFirst(isIt, rank, time) {
      for (const segment of segments) {
        for (const { id, first, end } of segment.notices) {
          if (time && !giaobanWording.isOf(id, time)) continue
          for (let text = first; text < end; text++) {
            if (!isIt(segment.anchor(text))) continue
            segment.ranks[text] = Math.min(segment.ranks[text], rank)
            break
          }
        }
      }
    }

    /* Places that every notice has, asked for by name: `nơi nhận`. */
    function rankPlaces(asked, time) {
      const place = placeNames.get(asked.text)
      if (place !== undefined) {
        rankFirst(anchor => anchor === place || anchor.startsWith(place + "-"), HALF_PHRASE, time)
      }
    }

    /* Everything found, best first; in one rank as the archive stands, formal texts last. Words of
       other accents that stand anywhere are other words, unless there is nothing better. */
    function listed(found) {
      const rows = []
      const put = (rank, result, isFormal) => (rows[rank] || (rows[rank] = [[], []]))[isFormal ? 1 : 0].push(result)
      const whole = new Set()
      for (const [rank, entry] of found) {
        put(rank, { rank, entry }, false)
        if (entry.id) whole.add(entry.id)
      }
      for (const segment of segments) {
        const { ranks, count } = segment
        for (let text = 0; text < count; text++) {
          const rank = ranks[text]
          if (rank === NONE) continue
          const isTitle = segment.anchor(text) === ""
          if (isTitle && whole.has(segment.notices[segment.noticeOf[text]].id)) continue
          put(rank, { rank, segment, text }, segment.isFormal(text))
        }
      }
      const kept = rows.filter((row, rank) => row && (rank !== ALL + 1 || rows.findIndex(Boolean) === rank))
      return [].concat(...kept.map(([plain, formal]) => plain.concat(formal)))
    }

    function bestRank(found) {
      let best = found.length ? found[0][0] : NONE
      for (const { ranks, count } of segments) {
        for (let text = 0; text < count; text++) if (ranks[text] < best) best = ranks[text]
      }
      return best
    }

    /* Whether something holds all that was asked. */
    function hasAll(found) {
      return found.some(([rank]) => !isPart(rank)) ||
        segments.some(({ ranks, count }) => ranks.subarray(0, count).some(rank => rank !== NONE && !isPart(rank)))
    }

    /* Texts that hold what is asked; of a school those that name it, and not those that only hold
       its words. */
    function rankTexts(asked, others, isOther, isNumber, time, isPhrase = false) {
      const school = isNumber ? null : names.schoolIn([asked, ...others])
      const isSide = school || isPhrase
      let count = rankWhole(asked, isOther, isSide ? OTHER_PHRASE + 3 : isNumber ? CLOSE + 1 : NONE, time)
      for (const other of others) count += rankWhole(other, true, isSide || isNumber ? OTHER_PHRASE + 3 : NONE, time)
      return [school ? count + rankSchool(school, time) : count, school]
    }

    /* Texts that something else is known of, a word as it was printed or the day they fall due: what
       is asked stands there, or in both together. How many. */
    function rankAlso({ words, text, isOpen }) {
      let count = 0
      if (words.length < 2 && texts.words.find(text) !== undefined) return count
      for (const segment of segments) {
        for (const [place, said] of segment.also) {
          if (segment.ranks[place] <= HALF_PHRASE) continue
          const isSaid = said.includes(` ${text}${isOpen ? "" : " "}`)
          const isHalf = !isSaid && segment.ranks[place] > CLOSE && words.length > 2 && words.some(word =>
            texts.words.find(word) === undefined && said.includes(` ${word} `))
          const both = isHalf ? said + folding.fold(segment.text(place)) + " " : ""
          if (!isSaid && !(isHalf && words.every(word => both.includes(` ${word} `)))) continue
          segment.ranks[place] = isSaid ? HALF_PHRASE : CLOSE
          count++
        }
      }
      return count
    }

    /* Texts that name a time: `tháng 12/2021` and `tháng 12 năm 2021`, `ngày 4/11/2021`. */
    function rankTime(asked, { date }) {
      const spelled = giaobanAsked.exactly(folding, date ? date.filter(Boolean).join("/")
        : asked.text.replace(/^(thang [0-9]+) (?=[0-9])/, "$1 năm "))
      return [asked, spelled].reduce((count, reading) =>
        count + rankWhole(reading, false, HALF_PHRASE + 1, null), 0)
    }

    function ranked(query) {
      const asked = giaobanAsked.read(folding, query)
      let others = giaobanAsked.others(folding, query, asked)
      for (const segment of segments) segment.ranks.fill(NONE)
      const named = names.find(asked, others, query)
      const { said } = named
      const isPhrase = giaobanWording.isQuoted(query)
      let found = withCited(named.found, said, asked.isOpen)
      if (isPhrase) found = found.filter(([rank]) => rank < giaobanNames.RANK.words)
      const time = giaobanWording.onlyTime(asked.text) || names.dayIn(query)
      const isNumber = giaobanNumbers.isAll(said)
      if (isNumber && found.length && found[0][0] < giaobanNames.RANK.name) others = []
      let [count, school] = time ? [rankTime(asked, time), null]
        : rankTexts(asked, others, false, isNumber, null, isPhrase)
      const isDated = giaobanWording.timeIn(asked.words) !== null
      const among = said || school || isDated ? null : names.schoolAmong(asked)
      if (among) count += rankSchool(among.school, null, among.rest)
      if (said) rankCiting(found, asked)
      rankPlaces(asked, null)
      if (asked.words.length) count += rankAlso(asked)
      const place = giaobanWording.placeIn(query)
      if (place) rankFirst(anchor => anchor === place.anchor, PLACE, place.time)
      /* Of what is found without the time asked for nothing is whole. */
      let isWhole = null
      const isStrict = isNumber || time || isPhrase
      if (!isStrict && bestRank(found) >= STRONG) {
        for (const [reading, time, isCount, isSame] of giaobanWording.readings(asked, said ? [] : names.places)) {
          if (isCount) {
            const matcher = giaobanAsked.matcher(texts, reading)
            if (!matcher.isHopeless && rankUnder(matcher, HALF_PHRASE, time)) break
          }
          if (isSame && bestRank(found) < STRONG) break
          const isUndated = isDated && !time && !isSame
          if (isUndated && bestRank(named.found) <= CLOSE + 1) break
          if (isUndated && isWhole === null) isWhole = hasAll(named.found)
          const meant = giaobanAsked.others(folding, reading.text, reading)
          const [more, of] = rankTexts(reading, meant, true, false, time)
          count += more
          school = school || of
          for (const other of [reading, ...meant]) {
            rankPlaces(other, time)
            found = names.withNamed(found, other)
          }
        }
      }
      if (count < FEW && asked.words.length > 1 && !isStrict && !school) {
        const matcher = giaobanAsked.matcher(texts, asked)
        const under = rankUnder(matcher, UNDER, null)
        count += under
        if (under) isWhole = true
        if (count < FEW && asked.words.length > 2) rankMost(matcher)
      }
      if (isWhole === null) isWhole = hasAll(found)
      const list = listed(found)
      return {
        asked, others: school ? [...others, giaobanAsked.named(school.name)] : others, said, time, list,
        approximate: "",
        isPartial: asked.words.length > 1 && list.length > 0 && !isWhole,
      }
    }

    /* What stands in the first text found for a phrase that was typed with other accents; "" where
       it is what was typed. */
    function otherAccents({ asked, list }) {
      const [{ rank, segment, text }] = list
      if (!segment || !asked.hasAccents || rank > HALF_PHRASE + 1 || !(rank & 1)) return ""
      const { words } = asked, last = words.length - 1
      const whole = segment.text(text), tokens = folding.tokens(whole)
      const at = tokens.findIndex((_, at) => words.every((word, n) => {
        const said = (tokens[at + n] || { text: "" }).text
        return n === last && asked.isOpen ? said.startsWith(word) : said === word
      }))
      const isMeant = at < 0 || words.every((_, n) =>
        giaobanAsked.likeness(tokens[at + n].accented, asked, n) >= giaobanAsked.LIKELY)
      const found = isMeant ? "" : whole.slice(tokens[at].start, tokens[at + last].end)
      return folding.tokens(found).length === words.length ? found : ""
    }

    /* Nearly what was asked is told where nothing holds all the words: a name one slip away, else
       words of the archive that are like those typed. */
    function find(query) {
      query = giaobanWording.spelledOut(query.normalize("NFC").trimStart())
      let found = ranked(query)
      const time = found.list.length ? "" : giaobanWording.asTime(query)
      if (time && names.ofTime(giaobanWording.onlyTime(folding.fold(time))).length) found = ranked(time)
      const { asked, others, said } = found
      const first = found.list.length ? found.list[0].rank : NONE
      if (!asked.words.length) return found
      if (giaobanWording.isQuoted(query)) return found
      if (first < CLOSE && !found.isPartial) return { ...found, approximate: otherAccents(found) }
      const full = others.filter(({ words }) => words.length >= asked.words.length)
      const near = names.nearNames([asked, ...full], first > ALL ? 0 : LONG_NAME)
      if (near.length) {
        const [[written, { title, signer }]] = near
        const again = ranked(written)
        const isIn = ({ entry, segment, text }) => again.list.some(other =>
          entry ? other.entry === entry : other.segment === segment && other.text === text)
        const list = again.list.concat(first > ALL ? [] : found.list.filter(result => !isIn(result)))
        return { ...again, list, said, approximate: near.length > 1 ? written : signer || title, isPartial: false }
      }
      const absent = said ? null : names.absentSchool([asked, ...full])
      if (absent && (absent.isElsewhere || !standTogether(absent.name))) {
        return absent.near.length ? { ...found, list: [], schools: absent.near } : { ...found, isPartial: found.list.length > 0 }
      }
      if (first <= ALL && !found.isPartial) return found
      let best = null
      const needed = [NONE, ALL, STRONG][asked.words.length] || CLOSE + 1
      for (const text of giaobanNear.corrected(asked, texts.words, names.knownWords()).slice(0, MOST_CORRECTIONS)) {
        const again = ranked(text)
        const rank = again.list.length ? again.list[0].rank : NONE
        if (rank < (best ? best.list[0].rank : needed)) best = { ...again, said, approximate: text, isPartial: false }
      }
      return best || found
    }

    const nearest = (found, most) => found.schools ? found.schools.slice(0, most)
      : found.time ? names.nearestOfTime(found.time, most) : names.nearest(found.asked, found.said, most)

    /* The number that was asked for, as it was typed; "" where it is no number. */
    const numberAsked = ({ asked, said }, query) =>
      giaobanNumbers.isAll(said) || (said && asked.words.every(giaobanAsked.isNumber)) ? query.trim() : ""

    return { names, folding, texts, addYear, find, nearest, numberAsked, segments }
  }

  return { create }
})()

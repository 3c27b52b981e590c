/* The search: names and texts found, in the order people expect.

   `find(query)` gives {list, said, asked, others, approximate, isPartial, time, schools}; it is
   partial where nothing holds all that was asked; `time` is that which is all that was asked,
   `schools` are those nearest to one that isn't there. `list` holds {rank, entry} for what has a
   page of its own and {rank, segment, text} for a text of a notice, best first. */
var giaobanEngine = (function () {
  "use strict"

  const { RANK, PLACE, HALF_PHRASE, OTHER_PHRASE, CLOSE, ALL, UNDER, STRONG, NONE, isPart } = giaobanRanks
  const FEW = 3
  const MOST_CORRECTIONS = 6
  const LONG_NAME = 8

  function create(namesData, wordsData) {
    const folding = giaobanFold.create(namesData.synonyms)
    const names = giaobanNames.create(namesData, folding)
    const texts = giaobanTexts.create(folding, wordsData.years)
    const loaded = giaobanLoaded.create(texts, namesData.fields.map(row => row[3]), folding)
    const { segments } = loaded
    const { rankWhole, rankUnder, rankMost, standTogether, phraseMeant } = giaobanRanking.create(texts, loaded)
    const { rankSchool, rankCiting, withCited, rankAlso } = giaobanNaming.create(texts, folding, loaded)
    const { rankFirst, rankPlaces } = giaobanAnchors.create(folding, segments)

    /* Lines of one signature are one result: the best of them. */
    const isSaidBetter = ({ ranks, isSignature }, text) => isSignature(text) &&
      ((isSignature(text - 1) && ranks[text - 1] <= ranks[text]) ||
      (isSignature(text + 1) && ranks[text + 1] < ranks[text]))

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
          if (rank === NONE || isSaidBetter(segment, text)) continue
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
      loaded.clear()
      const named = names.find(asked, others, query)
      const { said } = named
      const isPhrase = giaobanWording.isQuoted(query)
      let found = withCited(named.found, said, asked.isOpen)
      if (isPhrase) found = found.filter(([rank]) => rank < RANK.words)
      const time = giaobanTimes.onlyTime(asked.text) || names.dayIn(query)
      const isNumber = giaobanNumbers.isAll(said)
      if (isNumber && found.length && found[0][0] < RANK.name) others = []
      let [count, school] = time ? [rankTime(asked, time), null]
        : rankTexts(asked, others, false, isNumber, null, isPhrase)
      const isDated = giaobanTimes.inWords(asked.words) !== null
      const among = said || school || isDated ? null : names.schoolAmong(asked)
      if (among) count += rankSchool(among.school, null, among.rest)
      if (said) rankCiting(found, asked)
      rankPlaces(asked, null)
      if (asked.words.length) count += rankAlso(asked)
      const place = giaobanAnchors.placeIn(query)
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
      query = giaobanTimes.spelledOut(query.normalize("NFC").trimStart())
      let found = ranked(query)
      const time = found.list.length ? "" : giaobanTimes.asTime(query)
      if (time && names.ofTime(giaobanTimes.onlyTime(folding.fold(time))).length) found = ranked(time)
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
      const corrected = giaobanNear.corrected(asked, texts, names.knownWords()).slice(0, MOST_CORRECTIONS)
      for (const text of corrected) {
        const again = ranked(text)
        const rank = again.list.length ? again.list[0].rank : NONE
        if (rank < (best ? best.list[0].rank : needed)) best = { ...again, said, approximate: text, isPartial: false }
      }
      if (best) return best
      const meant = phraseMeant(asked) || (corrected.length ? phraseMeant(giaobanAsked.read(folding, corrected[0])) : "")
      return meant ? { ...ranked(meant), said, approximate: meant, isPartial: false } : found
    }

    const nearest = (found, most) => found.schools ? found.schools.slice(0, most)
      : found.time ? names.nearestOfTime(found.time, most) : names.nearest(found.asked, found.said, most)

    /* The number that was asked for, as it was typed; "" where it is no number. */
    const numberAsked = ({ asked, said }, query) =>
      giaobanNumbers.isAll(said) || (said && asked.words.every(giaobanAsked.isNumber)) ? query.trim() : ""

    return { names, folding, texts, addYear: loaded.addYear, find, nearest, numberAsked, segments }
  }

  return { create }
})()

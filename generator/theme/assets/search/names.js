/* What has a page of its own: found by its name or number.

   `find(asked)` gives [rank, entry] pairs; an entry is {kind, url, title, note, years, fields,
   levels}. Ranks are those of RANK: what is named outright comes before any text. */
var giaobanNames = (function () {
  "use strict"

  const RANK = {
    number: 0, begins: 2, name: 4, begun: 6, part: 14, typing: 16, people: 18, words: 20,
  }
  /* Words that people put before a name and that belong to none. */
  const BEFORE = ["dong chi", "pho truong phong", "truong phong", "thay giao", "co giao", "cac truong",
    "linh vuc", "truong", "thay", "co", "ong", "ba"]
  const MONTHLY = /^(?:(?:thong bao|ket luan|hoi nghi|giao ban|cuoc hop|nhiem vu|ket qua|cong tac|trong tam|van ban|cua|tb)\s*)*(thang\s*|t)?([0-9]{1,2})(?:\s*(?:\/|-|nam)?\s*([0-9]{4}))?$/
  const YEARLY = /^(?:nam hoc\s*)?([0-9]{4})\s*[-/]\s*([0-9]{4})$/
  const MOST_OF_ONE_PERSON = 6
  const SAME = 0, BEGINS = 1, HOLDS = 2, HAS_ALL = 3, NOT = 9

  const addressPart = text => giaobanNumbers.bare(text).replaceAll("&", "")
    .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "")

  const twoDigits = number => String(number).padStart(2, "0")

  function dayOf(year, day) {
    if (!day || !year) return ""
    const date = new Date(Date.UTC(year, 0, day))
    return `${twoDigits(date.getUTCDate())}/${twoDigits(date.getUTCMonth() + 1)}/${year}`
  }

  const joined = (...facts) => facts.filter(Boolean).join(" · ")
  const counted = (many, what) => many ? `nhắc đến ${many} ${what}` : ""

  /* There are thousands of documents and few are shown: what is costly is told when asked for. */
  function documentEntry(table, serial, n, formOf) {
    const [year, ending, kind, issuer, ownYear, day, years, fields, times, settled] =
      table.columns.map(column => column[n])
    const [code, kindName] = table.kinds[kind]
    const [issuerName, place] = table.issuers[issuer]
    const shown = serial + (year ? "/" + year : "") + table.endings[ending]
    const subject = table.subjects[n] || ""
    let forms = null, words = null, signs = null
    const entry = {
      kind: "document", shown, subject, times, years: table.years[years], fields: table.fields[fields],
      levels: 0, title: `${kindName} ${shown}` + (!year && ownYear ? ` năm ${ownYear}` : ""),
      get url() {
        const told = [addressPart(shown), place, year ? "" : ownYear].filter(Boolean).join("-")
        return table.addresses[n] || `van-ban/${told}/`
      },
      get note() {
        const date = dayOf(year || ownYear, day)
        return joined(subject, date && `ban hành ${date}`, issuerName,
          settled ? "" : "chưa xác định đầy đủ số, năm", counted(times, "chỗ"))
      },
      get forms() {
        return forms || (forms = subject ? [formOf(subject)] : [])
      },
    }
    entry.row = {
      entry, serial: giaobanNumbers.serialKey(serial), year, issued: ownYear, kind: code,
      get day() { return dayOf(year || ownYear, day) },
      get signs() {
        return signs || (signs = table.signs[ending] ||
          (table.signs[ending] = giaobanNumbers.signs(table.endings[ending])))
      },
      get words() {
        return words || (words = new Set(
          giaobanNumbers.bare(`${subject} ${issuerName} ${kindName}`).match(/[a-z0-9]+/g) || []))
      },
    }
    return entry
  }

  function create(data, folding) {
    const entries = []
    data.documents.signs = []
    const formOf = (text, from = 0) => {
      const tokens = folding.tokens(text)
      return {
        words: tokens.map(token => token.text), marks: tokens.map(token => token.accented),
        text: tokens.map(token => token.text).join(" "), from,
      }
    }

    function add(entry, forms) {
      entry.forms = forms
      entries.push(entry)
      return entry
    }

    data.fields.forEach(([url, title, aliases, levels, years], number) => {
      add({ kind: "field", url, title, note: "Lĩnh vực", years, fields: [number], levels },
        [title, ...aliases].flatMap(name => [name, name.replace(/^công tác /i, "")]).map(name => formOf(name)))
    })
    for (const [url, level, label, name, aliases, successor, levels, years, times] of data.schools) {
      const whole = prefix => formOf(`${prefix} ${name}`, formOf(prefix).words.length)
      add({
        kind: "school", url, title: `${level} ${name}`, years, fields: [], levels,
        note: joined(`Trường ${label.toLowerCase()}`, successor && `nay là ${successor}`, counted(times, "chỗ")),
      }, [formOf(name), whole(level), whole(label), ...aliases.map(alias => formOf(alias)),
        ...(successor ? [{ ...formOf(successor), isLater: true }] : [])])
    }

    const numbered = []
    const people = new Map()
    const notices = data.notices.map(([id, told, schoolYear, position, signer, number, met]) => {
      const [year, month] = id.split("-").map(Number)
      const title = told || `Thông báo kết luận tháng ${twoDigits(month)}/${year}`
      const entry = add({
        kind: "notice", url: `thong-bao/${id}/`, title, month, year, years: [schoolYear],
        fields: [], levels: 0, note: joined(met && `Họp ngày ${met}`, number && `số ${number}`), id,
      }, [formOf(title)])
      if (signer) {
        if (!people.has(signer)) people.set(signer, { forms: [formOf(signer)], signed: [] })
        people.get(signer).signed.push({
          ...entry, page: entry, url: `${entry.url}#nguoi-ky`, note: `Người ký: ${position} ${signer}`, signer,
        })
      }
      if (number) {
        const [serial] = /^[0-9.]*[a-z]?/i.exec(number)
        numbered.push({
          entry, serial: giaobanNumbers.serialKey(serial), year: 0, issued: year, day: "", kind: "TB",
          signs: giaobanNumbers.signs(number.slice(serial.length)), words: new Set(),
        })
      }
      return entry
    })
    data.years.forEach((year, number) => {
      add({ kind: "notice", url: `nam-hoc/${year}/`, title: `Năm học ${year}`, note: "Các thông báo của năm học",
        years: [number], fields: [], levels: 0, schoolYear: year }, [])
    })

    const table = data.documents
    if (table.serials) {
      table.serials.split("\n").forEach((serial, n) => {
        const entry = documentEntry(table, serial, n, formOf)
        entries.push(entry)
        numbered.push(entry.row)
      })
    }
    numbered.sort((one, other) =>
      (other.year || other.issued) - (one.year || one.issued) ||
      (other.entry.times || 0) - (one.entry.times || 0))
    const known = new Set([].concat(...table.endings.map(giaobanNumbers.signs)))
    const read = giaobanNumbers.reader(table.kinds, known)

    /* How the words asked stand in a form, the last one perhaps half typed. A form that begins with
       a level (`from` words of it) is meant only if something of the name itself is asked. */
    function fit(form, asked) {
      const { words, text } = asked
      if (form.text === text) return form.isLater ? BEGINS : SAME
      const size = words.length
      const last = size - 1
      for (let at = 0; at + size <= form.words.length; at++) {
        let n = 0
        while (n < last && form.words[at + n] === words[n]) n++
        if (n < last || !(asked.isOpen
          ? form.words[at + n].startsWith(words[n]) : form.words[at + n] === words[n])) continue
        if (at === 0 && size > form.from) return BEGINS
        if (!form.from) return HOLDS
      }
      return size > 1 && !form.from && words.every(word => form.words.includes(word)) ? HAS_ALL : NOT
    }

    function isAccented(form, asked) {
      const last = asked.marks.length - 1
      return !asked.hasAccents || asked.marks.every((mark, n) =>
        mark === giaobanAsked.ANY || form.marks.includes(mark) || (n === last && asked.isOpen &&
          form.marks.some(other => other.startsWith(mark.replace(/[\u0300-\u0323]+$/, "")))))
    }

    function best(forms, asked) {
      let found = NOT, accented = false, share = 0
      for (const form of forms) {
        const fits = fit(form, asked)
        const well = fits < NOT && isAccented(form, asked)
        if (fits < found || (fits === found && well && !accented)) {
          found = fits
          accented = well
        }
        if (fits === BEGINS) share = Math.max(share, asked.words.length / form.words.length)
      }
      return [found, accented, share]
    }

    /* A name outright, or so much of it that nothing else is likely meant, comes before texts. */
    function rankOf(kind, [fits, accented, share], asked, isOther) {
      const off = accented ? 0 : 1
      if (fits === SAME) return RANK.name + off
      if (isOther || fits === HAS_ALL) return RANK.words
      const { length } = asked.words
      const isLikely = kind === "field" ? share > 0.6
        : length > 1 || (fits === BEGINS && accented)
      return isLikely ? RANK.begun + off : RANK.part
    }

    function byName(asked, isOther) {
      const found = []
      for (const entry of entries) {
        const fit = best(entry.forms, asked)
        const [fits] = fit
        if (fits === NOT || (fits !== SAME && entry.kind === "notice")) continue
        found.push([entry.kind === "document" ? RANK.words + 1
          : rankOf(entry.kind, fit, asked, isOther), entry])
      }
      for (const { forms, signed } of people.values()) {
        const fit = best(forms, asked)
        if (fit[0] > HOLDS) continue
        const rank = rankOf("person", fit, asked, isOther)
        signed.forEach((entry, n) => {
          found.push([n < MOST_OF_ONE_PERSON ? rank : Math.max(rank, RANK.people), entry])
        })
      }
      return found
    }

    function byNumber(said) {
      const ranks = [RANK.number, RANK.begins, RANK.typing]
      const found = []
      for (const row of said ? numbered : []) {
        const rank = giaobanNumbers.rank(said, row)
        if (rank >= ranks.length) continue
        found.push([ranks[rank] + (giaobanNumbers.isOfAnotherDay(said, row) ? 1 : 0), row.entry])
      }
      return found
    }

    function byMonth(text) {
      const yearly = YEARLY.exec(text)
      if (yearly) {
        return entries.filter(entry => entry.schoolYear === `${yearly[1]}-${yearly[2]}`)
          .map(entry => [RANK.number, entry])
      }
      const swapped = text.replace(/^([0-9]{4})-([0-9]{1,2})$/, "$2/$1")
      const monthly = MONTHLY.exec(swapped)
      if (!monthly || !(monthly[1] || monthly[3])) return []
      const month = Number(monthly[2]), year = Number(monthly[3] || 0)
      const rank = monthly[1] ? RANK.number : RANK.begins - 1
      return notices.filter(entry => entry.month === month && (!year || entry.year === year))
        .map(entry => [rank, entry])
    }

    /* The words asked without what stands before a name. */
    function withoutTitle(asked) {
      for (const words of BEFORE) {
        if (asked.text.startsWith(words + " ")) {
          const size = words.split(" ").length
          return withoutTitle({
            ...asked, words: asked.words.slice(size), marks: asked.marks.slice(size),
            text: asked.text.slice(words.length + 1),
          })
        }
      }
      return asked
    }

    function find(asked, others, query) {
      const said = read(query)
      const found = [...byMonth(giaobanNumbers.bare(query)), ...byNumber(said)]
      if (asked.words.length) {
        found.push(...byName(asked, false))
        const bare = withoutTitle(asked)
        if (bare !== asked && bare.words.length) found.push(...byName(bare, false))
        for (const other of others) found.push(...byName(other, true))
      }
      const met = new Set()
      return {
        said,
        /* The best of each page; a stable sort keeps newest first. */
        found: found.sort((one, other) => one[0] - other[0]).filter(([, entry]) => {
          const key = entry.page || entry
          return !met.has(key) && met.add(key)
        }),
      }
    }

    function nearest(asked, said, most) {
      if (said && (said.signs.length || said.kind || !asked.words.some(word => /[a-z]/.test(word)))) {
        return giaobanNumbers.nearest(said, numbered, most).map(row => row.entry)
      }
      const near = []
      const bare = withoutTitle(asked).text
      const allowed = Math.max(1, Math.floor(bare.length / 4))
      for (const entry of entries) {
        const far = Math.min(99, ...entry.forms.map(form =>
          Math.abs(form.text.length - bare.length) > allowed ? 99 : giaobanNumbers.distance(form.text, bare)))
        if (far <= allowed) near.push([far, entry])
      }
      for (const { forms, signed } of people.values()) {
        const far = giaobanNumbers.distance(forms[0].text, bare)
        if (far <= allowed) near.push([far, signed[0]])
      }
      return near.sort((one, other) => one[0] - other[0]).slice(0, most).map(pair => pair[1])
    }

    return { entries, notices, years: data.years, fields: data.fields.map(row => row[1]), find, nearest, read, byNumber, noticeById: new Map(notices.map(entry => [entry.id, entry])) }
  }

  return { create, RANK }
})()

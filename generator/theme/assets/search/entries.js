/* What has a page of its own, read from the file of names (generator/search/names.py, documents.py).

   `entries` are {kind, url, title, note, years, fields, levels, forms}: a form is a name's folded
   words. `numbered` are rows for giaobanNumbers, newest first; `people` who signed, by name. */
var giaobanEntries = (function () {
  "use strict"

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
    const entries = [], numbered = [], people = new Map()
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
    return { entries, notices, numbered, people }
  }

  return { create }
})()

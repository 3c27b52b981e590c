/* What has a page of its own, read from the file of names (generator/search/names.py).

   Entries are {kind, url, title, note, years, fields, levels, forms}: a form is a name's folded
   words, `bare` the name alone where it says a school's level too. */
var giaobanEntries = (function () {
  "use strict"

  const { joined, twoDigits } = giaobanDocuments

  function create(data, folding) {
    const entries = [], numbered = [], people = new Map()
    function formOf(written) {
      const tokens = folding.tokens(written)
      const words = tokens.map(token => token.text)
      return { words, marks: tokens.map(token => token.accented), text: words.join(" "), from: 0, written }
    }

    function add(entry, forms) {
      entry.forms = forms
      entries.push(entry)
      return entry
    }

    data.fields.forEach(([url, title, aliases, levels, years], number) => {
      const forms = [title, ...aliases].flatMap(name => [name, name.replace(/^công tác /i, "")])
      if (levels) forms.push(...forms.map(name => name.replace(/^giáo dục /i, "")))
      const level = data.levels.find((_, n) => levels === 1 << n)
      add({ kind: "field", url, title, note: "Lĩnh vực", years, fields: [number], levels }, [
        ...Array.from(new Set(forms), formOf),
        ...giaobanSchools.otherNames(level).map(name => ({ ...formOf(name), isOther: true })),
      ])
    })
    giaobanSchools.read(data.schools, add, formOf)
    for (const [url, title, note, aliases, others = []] of data.pages || []) {
      add({ kind: "page", url, title, note, years: [], fields: [], levels: 0 }, [
        ...[title, ...aliases].map(formOf), ...others.map(name => ({ ...formOf(name), isLast: true })),
      ])
    }

    const notices = data.notices.map(([id, told, schoolYear, position, signer, number, met, issued = ""]) => {
      const [year, month] = id.split("-").map(Number)
      const entry = {
        kind: "notice", url: `thong-bao/${id}/`, title: told || `Thông báo kết luận tháng ${twoDigits(month)}/${year}`,
        month, year, years: [schoolYear], fields: [], levels: 0, id,
        note: joined(met && `Họp ngày ${met}`, number ? `số ${number}` : "chưa rõ số", issued && `ban hành ${issued}`),
        isNumbered: number !== "", met, issued, signed: `${position} ${signer}`.trim(),
      }
      if (told) add(entry, [formOf(told)])
      if (signer) {
        if (!people.has(signer)) people.set(signer, { forms: [formOf(signer)], signed: [] })
        people.get(signer).signed.push({
          ...entry, page: entry, url: `${entry.url}#nguoi-ky`, note: `Người ký: ${entry.signed}`, signer,
        })
      }
      if (number) {
        const [serial] = /^[0-9.]*[a-z]?/i.exec(number)
        numbered.push({
          entry, serial: giaobanNumbers.serialKey(serial), year: 0, issued: Number(issued.slice(6)) || year,
          day: issued, kind: "TB", times: 0,
          signs: giaobanNumbers.signs(number.slice(serial.length)), words: new Set(),
        })
      }
      return entry
    })
    data.years.forEach((year, number) => {
      add({ kind: "notice", url: `nam-hoc/${year}/`, title: `Năm học ${year}`, note: "Các thông báo của năm học",
        years: [number], fields: [], levels: 0, schoolYear: year }, [])
    })
    return { entries, notices, numbered, people, documents: giaobanDocuments.create(data.documents, folding, formOf) }
  }

  return { create }
})()

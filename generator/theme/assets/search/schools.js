/* Schools: the names they go by, and the school that is asked for among other words. */
var giaobanSchools = (function () {
  "use strict"

  const { RANK } = giaobanRanks
  const MOST_OF_NAME = 3

  /* What schools of a level are called too, by notices (generator/names/school_words.py) and people. */
  const OTHER_NAMES = [["MN", "mẫu giáo", "MG", "nhà trẻ"], ["TH&THCS", "phổ thông cơ sở", "PTCS", "liên cấp"]]
  const otherNames = level => (OTHER_NAMES.find(([known]) => known === level) || []).slice(1)

  function read(rows, add, formOf) {
    for (const [url, level, label, name, aliases, successor, levels, years, times] of rows) {
      const bare = formOf(name)
      const whole = prefix => ({ ...formOf(`${prefix} ${name}`), from: formOf(prefix).words.length, bare })
      const prefixes = [level, label]
      if (level.includes("&")) prefixes.push(level.replace("&", " "), level.replace("&", ""), label.replace(" và ", " "))
      const others = otherNames(level)
      add({
        kind: "school", url, title: `${level} ${name}`, years, fields: [], levels,
        note: giaobanDocuments.joined(`Trường ${label.toLowerCase()}`, successor && `nay là ${successor}`, giaobanDocuments.counted(times, "chỗ")),
      }, [bare, ...prefixes.concat(others).map(whole),
        ...others.map(after => ({ ...formOf(`${name} ${after}`), isOther: true })), ...[level, label].map(after => ({ ...formOf(`${name} ${after}`), bare })),
        ...aliases.map(alias => formOf(alias)), ...(successor ? [{ ...formOf(successor), isLater: true }] : [])])
    }
  }

  function create(entries) {
    const { bareOf, withoutTitle } = giaobanWording

    /* Schools that are named in full, with their level, among other words. */
    function within(asked) {
      const text = ` ${asked.text} `
      return entries.filter(({ forms }) => forms.some(form => form.from && text.includes(` ${form.text} `)))
        .map(entry => [RANK.within, entry])
    }

    /* The school that is named by its level and its name and nothing else: {name, levels, forms}, the
       forms being those of every school of that name, the longest first; null where none is. */
    function schoolIn(readings) {
      const texts = new Set(readings.flatMap(bareOf).map(({ text }) => text))
      const of = (entries, isMeant) => entries.flatMap(({ kind, levels, forms }) =>
        kind === "school" ? forms.filter(form => form.bare && isMeant(form)).map(form => ({ form, levels })) : [])
      const meant = of(entries, ({ text }) => texts.has(text))
      if (!meant.length) return null
      const name = meant[0].form.bare
      return {
        name, levels: meant.reduce((all, { levels }) => all | levels, 0),
        forms: of(entries, ({ from, bare }) => from && bare.text === name.text)
          .map(({ form, levels }) => ({ before: form.words.slice(0, form.from), levels }))
          .sort((one, other) => other.before.length - one.before.length),
      }
    }

    const levelWords = new Set(entries.flatMap(({ kind, forms }) => kind === "school"
      ? forms.filter(form => form.from).map(form => form.words.slice(0, form.from).join(" ")) : []))

    /* A school that is asked for by a level and a name that none has: {name, near}, the name as words
       asked, near the schools of this name, or, where there are none, those of this level that begin
       alike; null where something else is asked for. */
    function absentSchool(readings) {
      const isAmong = readings.some(schoolAmong)
      for (const asked of readings.map(withoutTitle)) {
        const { words } = asked
        let size = words.length - 1
        while (size > 0 && !levelWords.has(words.slice(0, size).join(" "))) size--
        const name = giaobanAsked.some(asked, words.map((_, n) => n).slice(size))
        if (name.words.length > MOST_OF_NAME || name.words.length < 2) continue
        const level = words.slice(0, size).join(" ")
        if (!level && !readings.some(({ text }) => text === `truong ${asked.text}`)) continue
        const schools = entries.filter(({ kind }) => kind === "school")
        const named = schools.filter(({ forms }) => forms.some(({ bare }) => bare && bare.text === name.text))
        if (named.length && size) return { name, near: named, isElsewhere: true }
        if (isAmong) continue
        const alike = schools.filter(({ forms }) => forms.some(form => form.from && form.bare &&
          form.words.slice(0, form.from).join(" ") === level && form.bare.words[0] === name.words[0] &&
          giaobanAsked.likeness(form.bare.marks[0], name, 0) >= giaobanAsked.LIKELY))
        return { name, near: alike, isElsewhere: false }
      }
      return null
    }

    /* The school that is named in full among other words: {school, rest}, the rest as words asked. */
    function schoolAmong(asked) {
      for (const { kind, forms } of entries) {
        if (kind !== "school") continue
        for (const form of forms) {
          const at = form.from ? ` ${asked.text} `.indexOf(` ${form.text} `) : -1
          if (at < 0 || form.words.length === asked.words.length) continue
          const first = asked.text.slice(0, at).split(" ").filter(Boolean).length
          const left = asked.words.map((_, n) => n).filter(n => n < first || n >= first + form.words.length)
          return { school: schoolIn([form]), rest: giaobanAsked.some(asked, left) }
        }
      }
      return null
    }

    return { within, schoolIn, absentSchool, schoolAmong }
  }

  return { create, read, otherNames }
})()

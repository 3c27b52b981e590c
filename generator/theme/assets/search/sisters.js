/* Sister sites, asked after this site has answered, each in a worker of its own.

   What a worker answers was made of another site's data: `cleaned` lets through text, counts and
   places below that site's address, and nothing else. A worker silent for STALLED ms is ended. */
var giaobanSisters = (function () {
  "use strict"

  const STALLED = 20000
  const AFTER_PART = 2000
  const MOST_RUNS = 80, MOST_CHOICES = 300, LONGEST = 400, MOST_NEAREST = 3
  const PLACE = /^(?:[a-z0-9-]+\/)+(?:#[a-z0-9-]+)?$/
  const YEAR = /^[0-9]{4}-[0-9]{4}$/
  const KEY = /^[a-z0-9-]{1,80}$/
  const WHEN = /^[0-9]{4}(?:-[0-9]{2}){0,2}$/
  const REASONS = {
    silent: "trang ấy không trả lời, hoặc chưa cho trang này tra cứu",
    slow: "trang ấy trả lời quá chậm",
    none: "trang ấy không có dữ liệu tra cứu",
    older: "dữ liệu tra cứu của trang ấy thuộc phiên bản cũ hơn",
    newer: "dữ liệu tra cứu của trang ấy thuộc phiên bản mới hơn",
    large: "dữ liệu tra cứu của trang ấy quá lớn",
    unread: "không đọc được dữ liệu tra cứu của trang ấy",
  }

  const text = value => typeof value === "string" ? value.slice(0, LONGEST) : ""
  const rows = value => Array.isArray(value) ? value : []
  const count = value => Number.isSafeInteger(value) && value > 0 ? value : 0
  const runs = value => typeof value === "string" ? [[text(value), false]]
    : rows(value).slice(0, MOST_RUNS).map(run => [text(rows(run)[0]), rows(run)[1] === true])

  function result(given, site) {
    const { url, label, notice, field, title, note, text: words, terms, rank, when } = Object(given)
    if (typeof url !== "string" || !PLACE.test(url)) return null
    return {
      url: site.address + url, site, rank: count(rank), formal: given.formal === true,
      when: typeof when === "string" && WHEN.test(when) ? when : "",
      label: text(label), notice: text(notice), field: text(field), title: runs(title), note: runs(note),
      text: runs(words), terms: rows(terms).map(text).filter(Boolean).slice(0, MOST_RUNS),
    }
  }

  function counts(given, known) {
    return Object.fromEntries(known.map(choice => [choice, count(Object(given)[choice])]))
  }

  /* A worker's answer of the shape that the page knows, whatever it was made of. */
  function cleaned(given, site, kinds, levels, most) {
    const names = Object(given.names), found = Object(given.counts)
    const years = rows(names.years).slice(0, MOST_CHOICES).filter(year => typeof year === "string" && YEAR.test(year))
    const fields = rows(names.fields).slice(0, MOST_CHOICES).map(rows)
      .filter(([key, name]) => typeof key === "string" && KEY.test(key) && text(name))
      .map(([key, name]) => [key, text(name)])
    const listed = list => rows(list).map(each => result(each, site)).filter(Boolean)
    return {
      total: count(given.total), all: count(given.all), approximate: text(given.approximate),
      isPartial: given.isPartial === true,
      isWhole: given.isWhole === true, names: { years, fields },
      counts: {
        kind: counts(found.kind, kinds), year: counts(found.year, years),
        level: counts(found.level, levels),
        field: counts(found.field, [...fields.map(([key]) => key), giaobanChoices.noField]),
      },
      results: listed(rows(given.results).slice(0, most)),
      nearest: listed(rows(given.nearest).slice(0, MOST_NEAREST)),
    }
  }

  /* `address` is that of sister-worker.js; `tell` is called whenever something has changed. */
  function create({ sites, address, kinds, levels, tell }) {
    let question = null, timer = 0, hasBegun = false
    const sisters = sites.map(site => ({ site, worker: null, answer: null, reason: "", watch: 0 }))

    function fail(sister, reason) {
      if (sister.reason) return
      clearTimeout(sister.watch)
      if (sister.worker) sister.worker.terminate()
      Object.assign(sister, { worker: null, answer: null, reason: reason in REASONS ? reason : "unread" })
      tell()
    }

    function watch(sister) {
      clearTimeout(sister.watch)
      sister.watch = setTimeout(() => fail(sister, "slow"), STALLED)
    }

    function hear(sister, data) {
      if (sister.reason) return
      if (data.type === "failed") return fail(sister, data.reason)
      if (data.type === "alive") return watch(sister)
      if (data.type !== "found" || !question || data.id !== question.id) return
      sister.answer = cleaned(data, sister.site, kinds, levels, question.most)
      if (sister.answer.isWhole) clearTimeout(sister.watch)
      else watch(sister)
      tell()
    }

    function send(sister) {
      if (sister.reason) return
      if (!sister.worker) {
        sister.worker = new Worker(`${address}?site=${encodeURIComponent(sister.site.address)}`)
        sister.worker.addEventListener("message", ({ data }) => hear(sister, Object(data)))
        sister.worker.addEventListener("error", () => fail(sister, "unread"))
      }
      watch(sister)
      sister.worker.postMessage({ type: "find", ...question })
    }

    function begin() {
      clearTimeout(timer)
      hasBegun = true
      if (question) sisters.forEach(send)
    }

    return {
      /* A new question; `null` asks nothing and forgets what was answered. */
      ask(asked) {
        question = asked
        for (const sister of sisters) {
          clearTimeout(sister.watch)
          sister.answer = null
        }
        if (question && hasBegun) begin()
      },
      /* This site has answered, wholly or in part: the others' turn. */
      ownAnswered(isWhole) {
        if (hasBegun || !question) return
        if (isWhole) begin()
        else timer = timer || setTimeout(begin, AFTER_PART)
      },
      hasBegun: () => hasBegun,
      answers: () => sisters.filter(sister => sister.answer).map(({ site, answer }) => ({ site, answer })),
      waiting: () => question ? sisters.filter(({ answer, reason }) => !reason && !(answer && answer.isWhole))
        .map(({ site }) => site) : [],
      failed: () => question ? sisters.filter(({ reason }) => reason)
        .map(({ site, reason }) => ({ site, words: REASONS[reason] })) : [],
    }
  }

  return { create }
})()

/* The search worker: loads what it needs when somebody searches, newest school year first.

   It speaks Material's protocol (SETUP 0, READY 1, QUERY 2, RESULT 3) and, for the search page,
   {type: "find", id, query, filters, most} and {type: "number", id, query}; {type: "start"} makes
   it load what the first answer needs. Its address ends in ?files where a folder's page has to be
   named (`2021-12/index.html`). A page opened from a disk runs it in a frame, where importScripts
   gives a promise and nothing can be fetched. */
(function () {
  "use strict"

  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
  const AT_ONCE = 3
  const PATIENCE = 120
  const MOST_NEAREST = 3
  const MOST_SHOWN = 30
  const LISTS = [["thong-bao/", "Thông báo"], ["van-ban/", "Văn bản"]]
  const FAILED = "Không tải được dữ liệu tra cứu. Xin thử lại."

  const isFrame = typeof document !== "undefined"
  const here = new URL(isFrame ? document.currentScript.src : self.location.href)
  const areFiles = /^\?files/.test(here.search)
  const root = new URL("../../", here)
  const ownData = new URL("tra-cuu/", root)
  /* Set by sister-worker.js: the data are another site's, the engine is this one's. */
  const sister = self.giaobanSister || null
  const data = sister ? sister.data : ownData

  let engine = null, show = null, names = null
  let starting = null, loading = null
  let isWhole = false, latest = 0
  const received = new Map()

  self.giaobanSearch = {
    put(kind, name, content) { received.set(kind + " " + name, content) },
  }

  const page = url => areFiles ? url.replace(/\/(?=#|$)/, "/index.html") : url

  async function load(path, key, options) {
    const address = new URL(path, data).href
    if (isFrame) {
      await importScripts(address)
      const content = received.get(key)
      received.delete(key)
      if (content === undefined) throw new Error(address)
      return content
    }
    return parsed(sister ? await sister.text(address, options) : await text(address, options))
  }

  async function text(address, options) {
    const answer = await fetch(address, options)
    if (!answer.ok) throw new Error(address)
    return answer.text()
  }

  /* What a data file hands to `put`, read and not run. */
  function parsed(script) {
    return JSON.parse(script.slice(script.indexOf(",", script.indexOf(",") + 1) + 1, script.lastIndexOf(")")))
  }

  async function ownManifest() {
    return parsed(await text(new URL("du-lieu.js", ownData).href, { cache: "no-cache" }))
  }

  const nameIn = path => path.slice(0, path.lastIndexOf("-"))

  /* Names, words and the newest year: enough for a first answer. */
  function start() {
    starting = starting || (async () => {
      const manifest = await load("du-lieu.js", "manifest ", { cache: "no-cache" })
      const own = sister ? sister.check(manifest, await ownManifest()) : manifest
      const asking = Promise.all([
        load(manifest.names, "names ten"), load(manifest.words, "words tu"),
        ...manifest.years.slice(0, 1).map(path => load(path, "year " + nameIn(path))),
      ])
      await importScripts(new URL(own.engine, ownData).href)
      const [named, words, ...newest] = await asking
      engine = giaobanEngine.create(named, words)
      names = {
        years: engine.names.years,
        fields: engine.names.entries.filter(entry => entry.kind === "field")
          .map(({ url, title }) => [url.split("/")[1], title]),
      }
      show = giaobanShow.create(engine)
      newest.forEach((content, year) => engine.addYear(content, year))
      isWhole = manifest.years.length < 2
      return manifest
    })()
    starting.catch(() => { starting = null })
    return starting
  }

  /* The older years, a few at once; `tell` is called now and then as they come. */
  function loadRest(manifest, tell) {
    loading = loading || (async () => {
      const left = manifest.years.map((path, year) => [path, year]).slice(1)
      async function next() {
        while (left.length) {
          const [path, year] = left.shift()
          engine.addYear(await load(path, "year " + nameIn(path)), year)
          await new Promise(resolve => setTimeout(resolve))
          listeners.forEach(listener => listener())
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, next))
      isWhole = true
    })()
    loading.catch(() => { loading = null })
    listeners.add(tell)
    return loading.finally(() => listeners.delete(tell))
  }
  const listeners = new Set()

  /* Answer with what is loaded, again as more comes, and at last with everything. */
  async function answer(make, send) {
    const turn = ++latest
    const isCurrent = () => turn === latest
    const manifest = await start()
    if (!isCurrent()) return
    if (!isWhole) {
      let told = 0
      const tell = () => {
        if (!isCurrent() || isWhole || performance.now() - told < PATIENCE) return
        const partly = make()
        /* What is only nearly meant waits: an older year may have what was typed. */
        if (partly.hasAny && !partly.approximate && !partly.isPartial) send(partly)
        told = performance.now()
      }
      tell()
      await loadRest(manifest, tell)
    }
    if (isCurrent()) send(make())
  }

  const nearest = found => engine.nearest(found, MOST_NEAREST).map(({ url, title, note }) => ({ url: page(url), title, note }))

  function dialogAnswer(query) {
    const found = engine.find(query)
    const results = found.list.slice(0, MOST_SHOWN).map(result => show.shown(result, found))
    return {
      hasAny: found.list.length > 0, query, total: found.list.length, approximate: found.approximate,
      isPartial: found.isPartial, number: engine.numberAsked(found, query),
      items: giaobanMaterial.items(results, page),
      suggest: [show.completion(query, results)].filter(Boolean),
      nearest: found.list.length ? [] : nearest(found), isWhole,
    }
  }

  function pageAnswer({ query, filters, most }) {
    const found = engine.find(query)
    const { kept, counts } = giaobanFilters.apply(found.list, filters || {}, names)
    return {
      hasAny: found.list.length > 0, query, total: kept.length, all: found.list.length, counts,
      approximate: found.approximate, isPartial: found.isPartial, isWhole, names,
      number: engine.numberAsked(found, query), lists: LISTS.map(([url, title]) => ({ url: page(url), title })),
      results: kept.slice(0, most).map(result => {
        const shown = show.shown(result, found)
        return { ...shown, url: page(shown.url) }
      }),
      nearest: found.list.length ? [] : nearest(found),
    }
  }

  /* The documents that a number means: those it fits exactly, else those it begins. */
  async function numberAnswer(query) {
    await start()
    const { names } = engine
    const found = names.byNumber(names.read(query)).filter(([rank]) => rank < giaobanRanks.RANK.name)
    const best = Math.min(...found.map(([rank]) => rank))
    return found.filter(([rank]) => rank === best)
      .map(([, { url, title, note }]) => ({ url: page(url), title, note }))
  }

  /* While somebody begins to type: what is made for the first question is made now. */
  function warmUp() {
    if (!latest) engine.find("hội nghị giao ban")
  }

  self.addEventListener("message", ({ data: message }) => {
    const fail = error => {
      console.error(error)
      if (message.type === QUERY) postMessage({ type: RESULT, data: { items: [], failed: FAILED } })
      else postMessage({ type: "failed", id: message.id, failed: FAILED, reason: error.reason })
    }
    if (message.type === SETUP) postMessage({ type: READY })
    else if (message.type === "start") start().then(() => setTimeout(warmUp), () => {})
    else if (message.type === QUERY) {
      const query = message.data || ""
      if (!query.trim()) {
        latest++
        postMessage({ type: RESULT, data: { items: [], query } })
      } else answer(() => dialogAnswer(query), data => postMessage({ type: RESULT, data })).catch(fail)
    } else if (message.type === "find") {
      answer(() => pageAnswer(message), data => postMessage({ type: "found", id: message.id, ...data })).catch(fail)
    } else if (message.type === "number") {
      numberAnswer(message.query).then(entries => postMessage({ type: "numbers", id: message.id, entries }), fail)
    }
  })
})()

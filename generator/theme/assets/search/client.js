/* Stands in for Material's search worker: nothing is loaded until somebody searches.

   Loaded before Material's script. `giaobanSearch.worker()` is the one real worker of the page. */
(function () {
  "use strict"

  const READY = 1, QUERY = 2, RESULT = 3
  const own = document.currentScript
  const address = new URL("worker.js" + (own.dataset.pages === "files" ? "?files" : ""), own.src).href
  const searchPage = new URL(own.dataset.searchPage, location.href).href
  const Real = window.Worker

  let real = null
  function worker() {
    if (!real) real = new Real(address)
    return real
  }

  const element = selector => document.querySelector(selector)
  const input = () => element("[data-md-component=search-query]")
  const list = () => element(".md-search-result__list")

  class SearchWorker extends EventTarget {
    constructor() {
      super()
      this.onmessage = null
      this.onerror = null
      this.started = false
      this.held = null
      setTimeout(() => this.tell({ type: READY }))
      document.addEventListener("focusin", ({ target }) => {
        if (target === input()) this.start()
        else if (this.held && !this.isRead()) this.show(this.held)
      })
    }

    start() {
      if (this.started) return
      this.started = true
      worker().addEventListener("message", ({ data }) => {
        if (data.type === RESULT) this.answer(data)
      })
      worker().postMessage({ type: "start" })
    }

    postMessage(message) {
      if (message.type !== QUERY) return
      if (message.data.trim()) this.start()
      if (this.started) worker().postMessage(message)
      else setTimeout(() => this.answer({ type: RESULT, data: { items: [], query: message.data } }))
    }

    terminate() {}

    tell(message) {
      const event = new MessageEvent("message", { data: message })
      this.dispatchEvent(event)
      if (this.onmessage) this.onmessage(event)
    }

    /* Whether somebody is going through the results with the keyboard: then they stay. */
    isRead() {
      return list() !== null && list().contains(document.activeElement)
    }

    answer(message) {
      if (this.isRead()) this.held = message
      else this.show(message)
    }

    show(message) {
      this.held = null
      this.tell(message)
      if (list()) complete(message.data)
    }
  }

  window.Worker = new Proxy(Real, {
    construct: (target, [url, ...rest]) =>
      String(new URL(url, location.href)) === address ? new SearchWorker() : new target(url, ...rest),
  })

  /* What Material doesn't say: how many, what is nearly it, where all of it is. */
  const NEAREST = " Gần với chữ đã gõ:", NEAREST_NUMBERS = " Số gần giống:"
  let answered = null, isNearestOnly = false, waiting = false
  function complete({ items, query = "", total, approximate, isPartial, number, nearest = [], isWhole, failed }) {
    const said = element(".md-search-result__meta")
    answered = query
    isNearestOnly = !items.length && nearest.length > 0
    if (failed) {
      said.textContent = failed
      waiting = false
    } else if (items.length) {
      said.textContent = (approximate ? `Không có đúng như đã gõ. Gần đúng với “${approximate}”: `
        : isPartial ? "Không có chỗ nào đủ các từ; gần đủ: " : "") +
        `${total} kết quả` + (isWhole ? "" : ", đang tìm tiếp trong các năm trước")
    } else if (number) said.textContent = `Chưa có ${number} trong các thông báo.` + (isNearestOnly ? NEAREST_NUMBERS : "")
    else if (isNearestOnly) said.textContent += NEAREST
    nearest.forEach(({ url, title, note }) => list().append(link(new URL(url, searchRoot).href, title, note)))
    if (items.length && query.trim()) {
      list().append(link(`${searchPage}?q=${encodeURIComponent(query)}`, `Mở trang Tra cứu: ${total} kết quả`, "Lọc theo loại, năm học, cấp học, lĩnh vực"))
    }
    if (waiting && isWhole !== false && input().value === query) {
      waiting = false
      goOn()
    }
  }
  const searchRoot = new URL("../../", own.src)

  function link(href, title, note) {
    const item = document.createElement("li")
    item.className = "md-search-result__item"
    item.innerHTML = '<a class="md-search-result__link" tabindex="-1"><article class="md-search-result__article md-typeset" data-md-score="-1"><h2></h2></article></a>'
    item.querySelector("a").href = href
    item.querySelector("h2").textContent = title
    item.querySelector("article").append(note || "")
    return item
  }

  /* The best result, or to those that are near: a near miss is never followed by itself. */
  function goOn() {
    const links = Array.from(list().querySelectorAll("a"))
    if (isNearestOnly) return links[0].focus()
    const score = link => Number(link.querySelector("[data-md-score]").dataset.mdScore)
    const best = links.sort((one, other) => score(other) - score(one))[0]
    if (best) best.click()
  }

  /* Material asks at `keyup` and completes at `keydown`: pasting, dictating or × press no key. */
  function askAnew() {
    for (const type of ["keydown", "keyup"]) input().dispatchEvent(new KeyboardEvent(type))
  }
  document.addEventListener("input", ({ target }) => {
    if (target !== input()) return
    waiting = false
    askAnew()
  })
  document.addEventListener("reset", ({ target }) => {
    if (input() && target === input().form) setTimeout(askAnew)
  })

  /* Enter waits for the whole answer to what stands in the box; once more, it takes what is there. */
  document.addEventListener("keydown", event => {
    if (event.isComposing || !input()) return
    if (event.key !== "Enter" || event.target !== input() || !input().value.trim()) return
    if (answered === input().value) goOn()
    else {
      waiting = true
      askAnew()
    }
    event.preventDefault()
    event.stopImmediatePropagation()
  }, true)

  if (new URLSearchParams(location.search).has("h")) {
    const script = document.createElement("script")
    script.src = new URL("highlight.js", own.src).href
    document.head.append(script)
  }

  window.giaobanSearch = { worker }
})()

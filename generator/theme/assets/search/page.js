/* The search page: results as one types, filters with counts, all of it in the address.

   ?q=, ?loai= ?nam= ?cap= ?linhvuc= ?noi= say what is asked; ?so=1249/PGDĐT goes straight to the
   one document of that number, or offers the choice. Where the page names sister sites, together.js
   is there and asks them too. */
(function () {
  "use strict"

  const STEP = 20
  const PAUSE = 40
  const GATHER = 80
  const { make, fill } = giaobanResults
  const form = document.querySelector(".search-box")
  const input = form.querySelector("input")
  const root = new URL("../../", document.currentScript.src)
  const rest = Array.from(form.parentElement.children).filter(child =>
    form.compareDocumentPosition(child) & Node.DOCUMENT_POSITION_FOLLOWING)

  let most = STEP, sent = 0, timer = 0, gathering = 0
  let own = null, isHeld = false, focusNext = -1
  let worker = null

  const named = document.getElementById("sisters")
  const together = named && self.giaobanTogether && location.protocol !== "file:"
    ? giaobanTogether.create(JSON.parse(named.textContent), {
      address: new URL("sister-worker.js", document.currentScript.src).href,
      kinds: giaobanChoices.kinds, levels: giaobanChoices.levels, make, fill,
      changed: isSwitched => isSwitched ? changed() : drawSoon(),
    }) : null
  const choices = giaobanChoices.create(Boolean(together))

  const status = make("p", { className: "search-status" })
  status.setAttribute("role", "status")
  const list = make("ol", { className: "search-results" })
  list.setAttribute("aria-label", "Kết quả tra cứu")
  const elsewhere = make("p", { className: "search-elsewhere", hidden: true })
  const more = make("button", { type: "button", className: "search-more", hidden: true }, "Xem thêm kết quả")
  const found = make("section", { className: "search-found", hidden: true },
    ...(together ? [together.chooser] : []), choices.form, status, ...(together ? [together.notes] : []), list, elsewhere, more)
  found.setAttribute("aria-label", "Kết quả")
  form.after(found)

  const links = () => Array.from(list.querySelectorAll("a"))

  function tell(message) {
    if (!worker) {
      worker = giaobanSearch.worker()
      worker.addEventListener("message", hear)
    }
    worker.postMessage(message)
  }

  const shown = result => giaobanResults.shown(result, root)

  function show(answer) {
    const { total, all, results, nearest, approximate, isPartial, number, isWhole } = answer
    const isWaiting = together && together.isWaiting()
    if (together) choices.allowSites(together.isOn())
    choices.show(answer)
    const waiting = (isWhole ? "" : "; đang tìm tiếp trong các năm trước") + (together ? together.waitingWords() : "")
    status.textContent = all
      ? (approximate ? `Không có đúng như đã gõ. Gần đúng với “${approximate}”: `
        : isPartial && total ? "Không có chỗ nào đủ các từ; gần đủ: " : "") +
        (total ? `${total} kết quả${waiting}.` : `Không có kết quả nào hợp với điều kiện lọc${waiting}.`)
      : isWaiting ? `Chưa tìm thấy${waiting}.`
        : number ? `Chưa có ${number} trong các thông báo.` + (nearest.length ? " Số gần giống:" : "")
          : "Không tìm thấy kết quả. Có thể bớt từ hoặc gõ không dấu." + (nearest.length ? " Gần với chữ đã gõ:" : "")
    elsewhere.hidden = all || isWaiting
    if (!elsewhere.hidden) {
      const [notices, documents] = answer.lists.map(({ url, title }) => make("a", { href: new URL(url, root).href }, title))
      fill(elsewhere, "Xem danh sách: ", notices, ", ", documents, ".")
    }
    put(all ? results : isWaiting ? [] : nearest)
    more.hidden = total <= results.length
  }

  /* New results; who is at one stays at it, if it is still there. */
  function put(results) {
    const at = links().indexOf(document.activeElement)
    const href = at < 0 ? "" : document.activeElement.href
    fill(list, ...results.map(shown))
    if (at >= 0) (links().find(link => link.href === href) || links()[at] || input).focus()
    if (focusNext >= 0 && links()[focusNext]) {
      links()[focusNext].focus()
      focusNext = -1
    }
  }

  /* What is known by now; results of other sites don't move what somebody is at. */
  function draw() {
    clearTimeout(gathering)
    gathering = 0
    if (!own) return
    isHeld = false
    show(together ? together.answer(own, choices.chosen().site, most, input.value) : own)
    places.comeBack(own.isWhole && !(together && together.isWaiting()))
  }

  function drawSoon() {
    if (list.contains(document.activeElement) && focusNext < 0) isHeld = true
    else gathering = gathering || setTimeout(draw, GATHER)
  }

  function addressNow() {
    const query = new URLSearchParams()
    if (input.value.trim()) query.set("q", input.value)
    if (query.has("q")) choices.write(query)
    const words = query.toString().replace(/%2F/g, "/")
    return location.pathname + (words ? "?" + words : "")
  }

  const places = giaobanPlaces.create({
    now: () => ({
      query: input.value.trim(), url: addressNow(),
      place: { most, top: scrollY, at: links().indexOf(document.activeElement) },
    }),
    focus(at) {
      if (links()[at]) links()[at].focus({ preventScroll: true })
    },
  })

  /* Results take the place of the lists. */
  function offer(isAsked) {
    found.hidden = !isAsked
    for (const child of rest) child.hidden = isAsked
  }

  function ask(number) {
    const query = input.value
    const hasWords = query.trim() !== ""
    offer(hasWords)
    own = null
    sent++
    const question = { id: sent, query, filters: choices.chosen(), most }
    if (hasWords) tell(number ? { type: "number", id: sent, query } : { type: "find", ...question })
    if (together) together.ask(hasWords && !number ? question : null)
  }

  function changed(note = places.keep) {
    clearTimeout(timer)
    most = STEP
    focusNext = -1
    places.leave()
    if (together) choices.allowSites(together.isOn())
    note()
    ask()
  }

  function hear({ data }) {
    if (data.id !== sent) return
    if (data.type === "found") {
      own = data
      if (together && together.hasBegun()) drawSoon()
      else draw()
    }
    if (data.type === "failed") {
      found.hidden = false
      status.textContent = data.failed
    }
    if (data.type === "numbers") {
      if (data.entries.length === 1) location.replace(new URL(data.entries[0].url, root).href)
      else if (data.entries.length) {
        status.textContent = `Có ${data.entries.length} văn bản cùng số này. Chọn theo năm hoặc cơ quan ban hành:`
        fill(list, ...data.entries.map(shown))
        for (const other of [choices.form, elsewhere, more]) other.hidden = true
        places.comeBack(true)
      } else changed()
    }
  }

  const start = () => tell({ type: "start" })
  input.addEventListener("pointerdown", start, { once: true })
  input.addEventListener("input", start, { once: true })
  input.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(changed, PAUSE)
  })
  form.addEventListener("submit", event => {
    event.preventDefault()
    changed(places.submit)
    /* A keyboard on the screen would cover the results. */
    if (matchMedia("(pointer: coarse)").matches) input.blur()
  })
  choices.form.addEventListener("change", () => changed())
  more.addEventListener("click", () => {
    focusNext = list.children.length
    most += STEP
    places.keepPlace()
    ask()
  })
  list.addEventListener("click", places.keepPlace)
  list.addEventListener("focusout", ({ relatedTarget }) => {
    if (isHeld && !list.contains(relatedTarget)) drawSoon()
  })

  /* Arrows go from the box through the results; Escape comes back; / and s lead to the box. */
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const all = links()
    const at = all.indexOf(document.activeElement)
    const isInBox = document.activeElement === input
    if ((event.key === "/" || event.key === "s") && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      input.focus()
      input.select()
    } else if (event.key === "ArrowDown" && (isInBox || at >= 0) && all.length) {
      all[Math.min(at + 1, all.length - 1)].focus()
    } else if (event.key === "ArrowUp" && at >= 0) {
      (all[at - 1] || input).focus()
    } else if (event.key === "Escape" && at >= 0) input.focus()
    else return
    event.preventDefault()
  })

  /* What the address asks, at the place that its entry remembers. */
  function open() {
    const asked = new URLSearchParams(location.search)
    const number = asked.get("so")
    clearTimeout(timer)
    if (together && asked.get("noi")) together.turnOn()
    input.value = number || asked.get("q") || ""
    choices.read(asked)
    const place = places.open(asked.get("q") || "")
    most = place ? place.most : STEP
    ask(number)
    if (!input.value) places.comeBack(true)
    if (!place || place.at < 0) input.focus({ preventScroll: true })
  }

  addEventListener("popstate", ({ state }) => {
    if (state || !location.hash) open()
  })
  open()
})()

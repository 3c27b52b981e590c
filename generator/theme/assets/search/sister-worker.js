/* The worker of one sister site: worker.js with that site's data, `?site=https://…/`.

   What comes from there is data: read as JSON, never run, told apart from what this site says. The
   engine is this site's own. It says {type: "alive"} whenever a file has come. */
(function () {
  "use strict"

  const MOST_BYTES = 100e6
  const MOST_YEARS = 100
  const NAMED_BY_CONTENT = /^[\w-]+-[0-9a-f]{12}\.js$/

  const site = new URL(self.location.href).searchParams.get("site")
  let left = MOST_BYTES

  function failure(reason, words) {
    return Object.assign(new Error(words), { reason })
  }

  /* A script's text, as far as there is room for all that this site sends. */
  async function text(address, options) {
    let answer
    try {
      answer = await fetch(address, { ...options, redirect: "error", referrerPolicy: "no-referrer" })
    } catch {
      throw failure("silent", address)
    }
    if (!answer.ok) throw failure(answer.status === 404 ? "none" : "silent", address)
    const decoder = new TextDecoder()
    const reader = answer.body.getReader()
    let read = ""
    for (;;) {
      const { done, value } = await reader.read().catch(() => { throw failure("silent", address) })
      if (done) break
      left -= value.length
      if (left < 0) {
        reader.cancel()
        throw failure("large", address)
      }
      read += decoder.decode(value, { stream: true })
    }
    self.postMessage({ type: "alive" })
    return read + decoder.decode()
  }

  /* Whether this site's engine reads what the sister's manifest names; this site's own manifest. */
  function check(manifest, own) {
    const { format, names, words, years } = manifest
    if (format !== own.format) throw failure(format > own.format ? "newer" : "older", "format")
    const paths = [names, words].concat(years)
    if (!Array.isArray(years) || years.length > MOST_YEARS ||
      !paths.every(path => typeof path === "string" && NAMED_BY_CONTENT.test(path))) {
      throw failure("unread", "manifest")
    }
    return own
  }

  self.giaobanSister = { data: new URL("tra-cuu/", site), text, check }
  importScripts("worker.js")
})()

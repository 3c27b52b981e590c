/* What browsers of 2020 lack and the search asks for: String.replaceAll (with words, not patterns),
   Array.findLastIndex, Element.replaceChildren and, for a copy on a disk, structuredClone. */
(function (scope) {
  "use strict"

  function add(owner, name, made) {
    if (owner && !owner[name]) Object.defineProperty(owner, name, { value: made, configurable: true, writable: true })
  }

  add(String.prototype, "replaceAll", function (words, other) {
    return this.split(words).join(other)
  })

  add(Array.prototype, "findLastIndex", function (fits) {
    let at = this.length
    while (at-- && !fits(this[at], at, this));
    return at
  })

  add(scope.Element && Element.prototype, "replaceChildren", function (...children) {
    this.textContent = ""
    this.append(...children)
  })

  /* Questions and answers are plain data; what cannot be kept is left out, as from {data: undefined}. */
  add(scope, "structuredClone", content => JSON.parse(JSON.stringify(content)))
})(self)

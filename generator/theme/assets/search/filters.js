/* Results narrowed by kind, school year, level and field; how many each choice would leave. */
var giaobanFilters = (function () {
  "use strict"

  const KINDS = ["notice", "document", "school", "field"]
  const NAMES = ["kind", "year", "level", "field"]

  /* The choices of each filter that a result belongs to. */
  function choices(result) {
    if (result.entry) {
      const { kind, years, levels, fields } = result.entry
      return { kind: [kind], year: years, level: bits(levels), field: fields }
    }
    const { segment, text } = result
    return {
      kind: ["notice"], year: [segment.year], level: bits(segment.levelsOf[text]),
      field: segment.fieldsOf[text],
    }
  }

  function bits(number) {
    const found = []
    for (let bit = 0; number >> bit; bit++) if ((number >> bit) & 1) found.push(bit)
    return found
  }

  /* `filters`: a choice by name, as text; counts by name and choice, each as if it alone weren't set. */
  function apply(list, filters, { years }) {
    const counts = { kind: {}, year: {}, level: {}, field: {} }
    const set = NAMES.filter(name => filters[name] !== undefined && filters[name] !== "")
    const kept = list.filter(result => {
      const own = choices(result)
      const failing = set.filter(name => !own[name].some(choice => String(name === "year" ? years[choice] : choice) === filters[name]))
      if (failing.length > 1) return false
      for (const name of failing.length ? failing : NAMES) {
        for (const choice of own[name]) counts[name][choice] = (counts[name][choice] || 0) + 1
      }
      return !failing.length
    })
    return { kept, counts }
  }

  return { KINDS, apply }
})()

/* Results narrowed by kind, school year, level and field; how many each choice would leave. */
var giaobanFilters = (function () {
  "use strict"

  const NAMES = ["kind", "year", "level", "field"]

  /* The choice of words of a notice that no field is told of, as most tasks are; choices.js of the
     page names it so too. */
  const NO_FIELD = "-"

  /* The choices of each filter that a result belongs to: a school year by its name, a field by its
     key, so that those of several sites go together. */
  function choices(result, { years, fields }) {
    const { entry, segment, text } = result
    const own = entry || {
      kind: "notice", years: [segment.year], levels: segment.levelsOf[text],
      fields: segment.fieldsOf[text],
    }
    const field = own.fields.map(number => fields[number][0])
    return {
      kind: [own.kind], year: own.years.map(year => years[year]), level: bits(own.levels),
      field: field.length || entry ? field : [NO_FIELD],
    }
  }

  function bits(number) {
    const found = []
    for (let bit = 0; number >> bit; bit++) if ((number >> bit) & 1) found.push(String(bit))
    return found
  }

  /* `filters`: a choice by name, as text; counts by name and choice, each as if it alone weren't set.
     `names` are {years, fields}: names of years, [key, name] of fields. */
  function apply(list, filters, names) {
    const counts = { kind: {}, year: {}, level: {}, field: {} }
    const set = NAMES.filter(name => filters[name] !== undefined && filters[name] !== "")
    const kept = list.filter(result => {
      const own = choices(result, names)
      const failing = set.filter(name => !own[name].includes(filters[name]))
      if (failing.length > 1) return false
      for (const name of failing.length ? failing : NAMES) {
        for (const choice of own[name]) counts[name][choice] = (counts[name][choice] || 0) + 1
      }
      return !failing.length
    })
    return { kept, counts }
  }

  return { apply }
})()

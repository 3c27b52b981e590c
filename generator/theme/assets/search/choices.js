/* The form that narrows results on the search page: every choice says how many it would leave. */
var giaobanChoices = (function () {
  "use strict"

  const { make, fill } = giaobanResults
  const KINDS = {
    notice: "Thông báo", document: "Văn bản", school: "Trường học", field: "Lĩnh vực", page: "Danh mục",
  }
  const LEVELS = ["Mầm non", "Tiểu học", "Trung học cơ sở", "Tiểu học và trung học cơ sở"]
  /* A filter's name, its name in the address, its label. */
  const FILTERS = [
    ["kind", "loai", "Loại"], ["year", "nam", "Năm học"], ["level", "cap", "Cấp học"],
    ["field", "linhvuc", "Lĩnh vực"],
  ]
  const SITE = ["site", "noi", "Trang của"]
  /* The choice of what no field is told of, as filters.js of the worker names it. */
  const NO_FIELD = "-"

  function create(withSites) {
    const filters = withSites ? [SITE, ...FILTERS] : FILTERS
    const selects = new Map()
    const form = make("form", { className: "filters search-filters", hidden: true },
      ...filters.map(([name, , label]) => {
        const select = make("select", { id: "loc-" + name })
        selects.set(name, select)
        return make("p", { className: "filters__field" }, make("label", { htmlFor: select.id }, label), select)
      }))
    form.setAttribute("aria-label", "Lọc kết quả")
    form.addEventListener("submit", event => event.preventDefault())

    /* The choices that would leave something; rows are [value, label, count]. What was chosen
       stays, though nobody has it, or nobody yet. */
    function offer(name, rows) {
      const select = selects.get(name)
      const chosen = select.value
      const isKnown = !chosen || rows.some(([value]) => value === chosen)
      const options = [...rows, ...(isKnown ? [] : [[chosen, chosen, 0]])]
        .filter(([value, , count]) => count || value === chosen)
      fill(select, new Option("Tất cả", ""),
        ...options.map(([value, label, count]) => new Option(`${label} (${count || 0})`, value)))
      select.value = chosen
    }

    function show({ counts, names, sites, all }) {
      if (sites) offer("site", sites)
      offer("kind", Object.entries(KINDS).map(([value, label]) => [value, label, counts.kind[value]]))
      offer("year", names.years.map(label => [label, label, counts.year[label]]))
      offer("level", LEVELS.map((label, n) => [String(n), label, counts.level[n]]))
      const fields = [...names.fields, [NO_FIELD, "Chưa xếp lĩnh vực"]]
      offer("field", fields.map(([key, label]) => [key, label, counts.field[key]]))
      form.hidden = !all
    }

    function allowSites(isOn) {
      const select = selects.get("site")
      if (!isOn) select.value = ""
      select.parentElement.hidden = !isOn
    }

    /* What is chosen, by the filters' names. */
    const chosen = () => Object.fromEntries(filters.map(([name]) => [name, selects.get(name).value]))

    function write(query) {
      for (const [name, short] of filters) {
        const { value } = selects.get(name)
        if (value) query.set(short, value)
      }
    }

    function read(query) {
      for (const [name, short] of filters) {
        const value = query.get(short) || ""
        const select = selects.get(name)
        if (value) select.append(new Option(value, value))
        select.value = value
      }
    }

    return { form, show, allowSites, chosen, write, read }
  }

  return { create, kinds: Object.keys(KINDS), levels: LEVELS.map((_, n) => String(n)), noField: NO_FIELD }
})()

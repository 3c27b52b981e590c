/* What people type around what they seek: words of a question, titles before a name. On folded words. */
var giaobanWording = (function () {
  "use strict"

  /* Words of a question, and those that stand before any subject. */
  const PADDING = ["bay gio la gi", "nay la gi", "nay la", "co bao nhieu", "bao nhieu", "la bao nhieu", "la gi", "la ai", "la khi nao", "khi nao",
    "bao gio", "o dau", "nhu the nao", "the nao", "ra sao", "tai sao", "vi sao", "ve viec", "lien quan den",
    "lien quan toi", "noi dung", "tim kiem", "tim", "cho biet", "cho hoi", "xin hoi", "xem",
    "tu ngay nao", "ngay nao", "ngay may", "luc nao", "truong nao", "don vi nao", "nao",
    "phai lam gi", "phai lam nhung gi", "can lam gi", "can lam nhung gi", "lam nhung gi", "lam gi", "co gi moi", "co gi",
    "noi gi ve", "noi gi", "dan gi ve", "noi ve",
    "thong tin ve", "quy dinh ve", "van ban ve", "cong van ve", "huong dan ve", "chi dao ve", "ket luan ve"]
  /* What is said of a school between its level and its name. */
  const QUALIFIERS = ["cong lap", "tu thuc", "dan lap", "ban tru", "noi tru", "thuc hanh"]
  /* Only at the beginning, where they name what kind of thing is sought. */
  const LEADING = ["cac truong", "nhung truong", "truong", "cac don vi", "nhung", "cong tac", "van ban",
    "cong van", "thong bao", "ket luan", "ket qua", "chi dao", "nhiem vu", "viec", "duoc", "ve", "cua", "cho"]
  /* What people are called by before their names, as words with accents. */
  const TITLES = new Set(["cô", "bà", "ông", "thầy", "em", "chị", "anh"].map(word => {
    const marks = word.normalize("NFD"), tone = (/[\u0300\u0301\u0323]/.exec(marks) || [""])[0]
    return marks.replace(tone, "") + tone
  }))
  const HOW_MANY = /(?:^| )(?:co |la )?bao nhieu(?= |$)/
  const NUMBER_OF = /^(?:tong )?so (?=lop|hoc sinh|tre|giao vien|can bo)/

  /* Words that people put before a name and that belong to none. */
  const BEFORE = ["dong chi", "pho truong phong", "truong phong", "thay giao", "co giao", "cac truong",
    "linh vuc", "truong", "thay", "co", "ong", "ba"]

  const DATE_IN_WORDS = /^(?:ngay )?([0-9]{1,2}) thang ([0-9]{1,2})(?: (?:nam )?((?:19|20)[0-9]{2}))?$/

  const isQuoted = query => /^\s*["“”„«][^"“”„«»]+["“”»]\s*$/.test(query)

  /* The words asked without what stands before a name. */
  function withoutTitle(asked) {
    for (const words of BEFORE) {
      if (asked.text.startsWith(words + " ")) {
        const size = words.split(" ").length
        return withoutTitle({
          ...asked, words: asked.words.slice(size), marks: asked.marks.slice(size),
          text: asked.text.slice(words.length + 1),
        })
      }
    }
    return asked
  }

  /* All readings of a name: also without what stands before it. */
  const bareOf = asked => [asked, withoutTitle(asked)].filter((one, n, all) => one.words.length && all.indexOf(one) === n)

  function isAt(words, at, phrase) {
    return phrase.split(" ").every((word, n) => words[at + n] === word)
  }

  /* The places of `words` without the padding. */
  function essential(words, places) {
    let left = places
    for (const phrase of PADDING) {
      const size = phrase.split(" ").length
      const said = left.map(place => words[place])
      const at = said.findIndex((_, n) => isAt(said, n, phrase))
      if (at >= 0) left = left.filter((_, n) => n < at || n >= at + size)
    }
    for (let isShorter = true; isShorter;) {
      const said = left.map(place => words[place])
      const phrase = LEADING.find(phrase => isAt(said, 0, phrase))
      isShorter = phrase !== undefined
      if (isShorter) left = left.slice(phrase.split(" ").length)
    }
    return left
  }

  /* Other wordings of what is asked, the closest first: [words asked, time or null, whether they
     ask for a number, whether they are the same in other words]. */
  function readings(asked, ofPlaces) {
    const { words } = asked
    const all = words.map((_, n) => n)
    const found = []
    const add = (places, time) => {
      if (places.length && (places.length < words.length || time)) found.push([giaobanAsked.some(asked, places), time])
    }
    const day = DATE_IN_WORDS.exec(asked.text)
    if (day) {
      const numbers = day.slice(1).filter(Boolean)
      return [[{ words: numbers, marks: numbers, text: numbers.join(" "), isOpen: false, hasAccents: false }, null, false, true]]
    }
    if (asked.hasAccents && words.length > 1 && TITLES.has(asked.marks[0])) {
      found.push([giaobanAsked.some(asked, all.slice(1)), null, false, true])
    }
    const qualified = words.findIndex((_, n) => n > 0 && n + 3 < words.length && QUALIFIERS.includes(words.slice(n, n + 2).join(" ")))
    if (qualified > 0) {
      found.push([giaobanAsked.some(asked, all.filter(n => n < qualified || n > qualified + 1)), null, false, true])
    }
    const last = words.slice(-2).join(" ")
    if (words.length > 3 && ofPlaces.includes(last)) {
      const size = /(?:^| )(tinh|thanh pho|thi xa|huyen|quan) \S+ \S+$/.exec(asked.text)
      const before = words.length - 2 - (size ? size[1].split(" ").length : 0)
      const add = places => found.push([giaobanAsked.some(asked, places), null, false, true])
      if (size && before) add(all.filter(n => n < before || n >= words.length - 2))
      if (before) add(all.slice(0, before))
    }
    const dated = giaobanTimes.inWords(words)
    const undated = dated ? all.filter(n => n < dated.at || n >= dated.at + dated.size) : all
    const core = essential(words, undated)
    if (HOW_MANY.test(asked.text) || NUMBER_OF.test(asked.text)) {
      const text = undated.map(n => words[n]).join(" ").replace(HOW_MANY, " tong so").trim()
        .replace(NUMBER_OF, "tong so ").replace("trung hoc co so", "trung hoc")
      const counted = text.split(" ")
      found.push([{ words: counted, marks: counted, text, isOpen: asked.isOpen, hasAccents: false }, dated && dated.time, true])
    }
    if (dated) {
      add(undated, dated.time)
      if (core.length < undated.length) add(core, dated.time)
      add(core, null)
    } else if (core.length < words.length) add(core, null)
    return found
  }

  return { readings, isQuoted, withoutTitle, bareOf }
})()

/* Notices, school years and documents asked for by a time: a day, a month, a year. */
var giaobanCalendar = (function () {
  "use strict"

  const { RANK } = giaobanRanks
  const MONTHLY = /^(?:(?:thong bao|ket luan|hoi nghi|giao ban|cuoc hop|hop|nhiem vu|ket qua|cong tac|trong tam|van ban|cua|tb)\s*)*(thang\s*|thg\s*|t)?([0-9]{1,2})(?:\s*(?:\/|-|\.|nam)?\s*([0-9]{4}))?$/
  const YEARLY = /^(?:(nam hoc|nh)\s*)?((?:19|20)[0-9]{2})(?:\s*[-/ ]\s*((?:19|20)?[0-9]{2}))?$/
  const NEWEST = /^(?:thong bao|ket luan|giao ban|tb)(?: ket luan)?(?: giao ban)? (?:moi nhat|gan nhat|gan day)$/
  /* What may be said beside the day of a document or a meeting. */
  const OF_A_DAY = /^(?:(?:van ban|thong bao|ket luan|tb|cuoc|hop|hoi nghi|giao ban|ban hanh|ky|vao|cua|ngay)(?![a-z])|\s)*$/
  const NAMED_MONTHS = ["gieng", "hai", "ba", "tu", "", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai"]

  function create({ entries, notices, documents }) {
    /* The day that is all that is asked, of a document or a meeting: {date, year, month, schoolYear,
       isNotice, isMeeting}, else null. Of a notice the year may be left out. */
    function dayIn(query) {
      const [text, date] = giaobanTimes.takeFrom(giaobanNumbers.bare(query))
      if (!date || !date[0] || !OF_A_DAY.test(text)) return null
      const isMeeting = /hop|hoi nghi|giao ban/.test(text), isNotice = isMeeting || /thong bao|ket luan|tb/.test(text)
      const [, month, year] = date
      return year || isNotice ? { date, year, month, schoolYear: 0, isNotice, isMeeting, isIssue: /ban hanh|ky/.test(text) } : null
    }

    /* The notices issued that day or of a meeting held then, and the documents issued that day. */
    function byDay(day) {
      if (!day) return []
      const { date, year, isNotice, isMeeting, isIssue } = day
      const isIt = day => day !== "" && giaobanTimes.isOfTime({ day, year: 0, issued: 0 }, date, 0, 0)
      const found = []
      for (const entry of notices) {
        if (!isMeeting && isIt(entry.issued)) found.push([RANK.name, entry])
        else if (!isIssue && isIt(entry.met)) found.push([isMeeting ? RANK.name : RANK.begun, entry])
      }
      const cited = documents.ofKind(null).filter(n => year && !isNotice && isIt(documents.row(n).day))
      return [...found, ...cited.map(n => [RANK.name, documents.entry(n)])]
    }

    function byMonth(text) {
      if (NEWEST.test(text)) return notices.slice(0, 1).map(entry => [RANK.number, entry])
      const yearOnly = /^(?:nam )?((?:19|20)[0-9]{2})$/.exec(text)
      if (yearOnly) {
        return [...notices.filter(entry => entry.year === Number(yearOnly[1])).map(entry => [RANK.name, entry]),
          ...entries.filter(entry => (entry.schoolYear || "").includes(yearOnly[1])).map(entry => [RANK.begun, entry])]
      }
      const yearly = YEARLY.exec(text.replace(/^(nam hoc|nh) ([0-9]{2})(?=\s*[-/ ]\s*[0-9]{2}$)/, "$1 20$2"))
      if (yearly && (yearly[1] || yearly[3]) && (!yearly[3] || Number(yearly[3]) % 100 === (Number(yearly[2]) + 1) % 100)) {
        return entries.filter(entry => entry.schoolYear === `${yearly[2]}-${Number(yearly[2]) + 1}`)
          .map(entry => [RANK.number, entry])
      }
      const swapped = text.replace(/^([0-9]{4})[-/]([0-9]{1,2})$/, "$2/$1").replace(/thang ([a-z]+(?: [a-z]+)?)/, (all, name) => {
        const month = NAMED_MONTHS.findLastIndex(month => month && (name === month || name.startsWith(month + " ")))
        return month < 0 ? all : "thang " + (month + 1) + name.slice(NAMED_MONTHS[month].length)
      })
      const monthly = MONTHLY.exec(swapped)
      if (!monthly || !(monthly[1] || monthly[3])) return []
      const month = Number(monthly[2]), year = Number(monthly[3] || 0)
      const rank = monthly[1] ? RANK.number : RANK.begins - 1
      return notices.filter(entry => entry.month === month && (!year || entry.year === year))
        .map(entry => [rank, entry])
    }

    /* The notices of a time, or its school year. */
    const ofTime = time => time.schoolYear
      ? entries.filter(({ schoolYear }) => schoolYear === `${time.schoolYear}-${time.schoolYear + 1}`)
      : notices.filter(({ id }) => giaobanTimes.isOf(id, time))

    /* The notices nearest to a time that has none, the newer before the older. */
    function nearestOfTime({ year, month, schoolYear }, most) {
      const far = notice => {
        if (schoolYear) return Math.abs(12 * (notice.year - schoolYear) + notice.month - 15)
        if (year) return Math.abs(12 * (notice.year - year) + notice.month - (month || 6))
        const apart = Math.abs(notice.month - month)
        return Math.min(apart, 12 - apart)
      }
      const near = notices.map(notice => [far(notice), notice]).sort(([one], [other]) => one - other)
      return near.slice(0, most).map(([, notice]) => notice)
    }

    return { byDay, byMonth, dayIn, ofTime, nearestOfTime }
  }

  return { create }
})()

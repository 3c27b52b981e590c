/* The order of what is found: the lower a rank, the earlier it stands; one more where accents differ.

   What is named outright comes before any text, what is named in part or beside other words between
   and after them. */
var giaobanRanks = (function () {
  "use strict"

  /* Of what has a page of its own. */
  const RANK = {
    number: 0, begins: 2, name: 4, begun: 6, part: 14, typing: 16, people: 18, words: 20, around: 22,
    within: 30, last: 34,
  }

  /* Of texts. */
  const PLACE = 6, PHRASE = 8, CITING = 9, HALF_PHRASE = 10, OTHER_PHRASE = 12, BARE_NAME = 14,
    CLOSE = 24, ALL = 26, OTHER_ALL = 28, UNDER = 32, SCATTERED = 36, MOST = 40, NONE = 255
  const STRONG = 18

  /* Whether what has this rank lacks words that were asked. */
  const isPart = rank => rank >= SCATTERED || [RANK.around, RANK.within].includes(rank & ~1)

  return {
    RANK, PLACE, PHRASE, CITING, HALF_PHRASE, OTHER_PHRASE, BARE_NAME, CLOSE, ALL, OTHER_ALL, UNDER, SCATTERED, MOST,
    NONE, STRONG, isPart,
  }
})()

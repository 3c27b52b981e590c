/* What the title of a corrected or doubtful word says, for fingers and keyboards too: a note below
   the word on a tap, or when the word or the link around it has the focus. A tap on such a word in
   a link shows the note, which leads on; a second one follows the link. */
(function () {
  "use strict";
  var WORDS = ".corrected[title], .doubtful[title]";
  var words = document.querySelectorAll(WORDS);
  if (!words.length) return;

  var note = document.createElement("div");
  note.className = "word-note";
  note.id = "ghi-chu-chu";
  note.hidden = true;
  document.querySelector("article").appendChild(note);
  var current = null, isFinger = false;

  words.forEach(function (word) {
    if (!word.closest("a")) word.tabIndex = 0;
  });

  function hide() {
    if (!current) return;
    (current.closest("a") || current).removeAttribute("aria-describedby");
    current = null;
    note.hidden = true;
  }

  function show(word, leadsOn) {
    hide();
    current = word;
    var link = word.closest("a");
    (link || word).setAttribute("aria-describedby", note.id);
    note.textContent = word.title;
    if (link && leadsOn) {
      var on = document.createElement("a");
      on.href = link.href;
      on.textContent = "Mở " + link.textContent;
      note.appendChild(on);
    }
    note.hidden = false;
    var lines = word.getClientRects();
    var box = lines[lines.length - 1];
    var most = document.documentElement.clientWidth - note.offsetWidth - 8;
    var from = note.offsetParent.getBoundingClientRect();
    note.style.left = Math.max(8, Math.min(box.left, most)) - from.left + "px";
    note.style.top = box.bottom - from.top + 6 + "px";
  }

  document.addEventListener("pointerdown", function (event) {
    isFinger = event.pointerType === "touch";
  });
  document.addEventListener("click", function (event) {
    if (note.contains(event.target)) return;
    var word = event.target.closest(WORDS);
    var isTap = isFinger;
    isFinger = false;
    if (!word) return hide();
    if (!word.closest("a")) return show(word, false);
    if (!isTap || (word === current && note.querySelector("a"))) return;
    event.preventDefault();
    show(word, true);
  });
  document.addEventListener("focusin", function (event) {
    if (isFinger || note.contains(event.target)) return;
    var word = event.target.matches("article a, " + WORDS) &&
      (event.target.matches(WORDS) ? event.target : event.target.querySelector(WORDS));
    if (word) show(word, false);
    else hide();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
  });
  window.addEventListener("resize", hide);
})();

/* The corrected text and the text as printed: one page, two readings. Each correction is an
   <ins class="corrected" data-printed="…">; the switch swaps the words themselves, so that
   finding, copying and printing follow it. The choice is remembered. */
(function () {
  "use strict";
  var KEY = "giaoban.edition";
  var words = document.querySelectorAll(".corrected[data-printed]");
  var line = document.querySelector(".edition");
  if (!words.length || !line) return;

  words.forEach(function (word) { word.dataset.corrected = word.textContent; });

  var choice = document.createElement("span");
  choice.className = "edition__choice";
  choice.setAttribute("role", "group");
  choice.setAttribute("aria-label", "Cách hiện văn bản");

  function remembered() {
    try { return localStorage.getItem(KEY); } catch (refused) { return null; }
  }
  function remember(edition) {
    try { localStorage.setItem(KEY, edition); } catch (refused) { /* private window */ }
  }

  function show(edition) {
    var printed = edition === "printed";
    words.forEach(function (word) {
      word.textContent = printed ? word.dataset.printed : word.dataset.corrected;
      word.classList.toggle("as-printed", printed);
      word.title = printed
        ? "Hiệu đính: " + word.dataset.corrected
        : "Bản in: " + (word.dataset.printed || "(không có)");
    });
    choice.querySelectorAll("button").forEach(function (made) {
      made.setAttribute("aria-pressed", String(made.value === edition));
    });
  }

  [["corrected", "Bản đã hiệu đính"], ["printed", "Bản in"]].forEach(function (pair) {
    var made = document.createElement("button");
    made.type = "button";
    made.value = pair[0];
    made.textContent = pair[1];
    made.addEventListener("click", function () { remember(pair[0]); show(pair[0]); });
    choice.appendChild(made);
  });
  line.insertBefore(choice, line.firstChild);
  show(remembered() === "printed" ? "printed" : "corrected");
})();

/* The corrected text and the text as printed: one page, two readings. Each correction is an
   <ins class="corrected" data-printed="…">; the switch swaps the words themselves, so that
   finding, copying and printing follow it. The choice is remembered. */
(function () {
  "use strict";
  var KEY = "giaoban.edition";
  var words = document.querySelectorAll(".corrected[data-printed]");
  var line = document.querySelector(".edition");
  if (!words.length || !line) return;

  /* The title says what was printed and why that is a slip; the other reading keeps the reason. */
  var kept = Array.from(words, function (word) {
    var printed = "Bản in: " + (word.dataset.printed || "(không có)") + ". ";
    var why = word.title.indexOf(printed) === 0 ? word.title.slice(printed.length) : "";
    var right = word.textContent || "(bỏ đi)";
    return {
      nodes: Array.from(word.childNodes), title: word.title,
      otherTitle: "Hiệu đính: " + right + ". " + why
    };
  });

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
    words.forEach(function (word, n) {
      word.textContent = printed ? word.dataset.printed : "";
      if (!printed) word.append.apply(word, kept[n].nodes);
      word.classList.toggle("as-printed", printed);
      word.title = printed ? kept[n].otherTitle : kept[n].title;
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

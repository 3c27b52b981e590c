/* Filters of an index. Entries carry data-<name>="value as shown"; each <select name="…"> of the
   form is filled with the values found, in the order of the list. What is typed is looked for in an
   entry's name, in its other names (data-ten) and in what it is about, not in the facts beside it.
   Headings left without entries go too. What is chosen stands in the address, so it can be sent on. */
(function () {
  "use strict";
  var form = document.querySelector("[data-filters]");
  var entries = Array.prototype.slice.call(document.querySelectorAll(".entry"));
  if (!form || !entries.length) return;

  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var words = form.querySelector("[name=loc]");
  var count = form.querySelector("[role=status]");
  var asked = new URLSearchParams(location.search);

  function folded(text) {
    return text.toLowerCase().replace(/gd\s*&\s*đt/g, "gdđt").normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/[^a-z0-9]+/g, " ").trim();
  }
  var texts = entries.map(function (entry) {
    var name = entry.querySelector("a");
    var about = entry.querySelector("small > span");
    return folded([name, about].map(function (part) { return part ? part.textContent : ""; })
      .concat(entry.getAttribute("data-ten") || "").join(" "));
  });

  /* `cv1249`, `công văn số 1249`, `văn bản 1249`: the words that say only that a number follows go;
     `số` while it can be told from `sở`. */
  var BETWEEN = "[^0-9a-z\\u00c0-\\u024f\\u1e00-\\u1eff]";
  var NUMBER = new RegExp("(^|" + BETWEEN + ")s[oố](?=" + BETWEEN + "*[0-9])", "g");
  function wordsOf(typed) {
    return folded(typed.normalize("NFC").toLowerCase().replace(NUMBER, "$1"))
      .replace(/([a-z])(?=[0-9])/g, "$1 ").replace(/(^| )(?:van ban|vb)(?= [0-9])/, "$1").split(" ");
  }

  selects.forEach(function (select) {
    var seen = {};
    entries.forEach(function (entry) {
      var value = entry.getAttribute("data-" + select.name);
      if (!value || seen["=" + value]) return;
      seen["=" + value] = true;
      select.appendChild(new Option(value, value));
    });
    select.value = asked.get(select.name) || "";
    if (select.selectedIndex < 0) select.value = "";
  });
  words.value = asked.get("loc") || "";

  /* A heading of the index owns the entries up to the next heading of its rank or above. */
  var headings = Array.prototype.slice.call(document.querySelectorAll("article h2, article h3"));
  function owned(heading) {
    var found = [];
    for (var at = heading.nextElementSibling; at; at = at.nextElementSibling) {
      if (/^H[1-6]$/.test(at.tagName) && at.tagName <= heading.tagName) break;
      found = found.concat(Array.prototype.slice.call(at.querySelectorAll(".entry")));
    }
    return found;
  }
  var groups = headings.map(function (heading) { return [heading, owned(heading)]; })
    .filter(function (group) { return group[1].length; });

  function apply() {
    var wanted = wordsOf(words.value);
    var shown = 0;
    entries.forEach(function (entry, i) {
      var fits = wanted.every(function (word) { return texts[i].indexOf(word) >= 0; }) &&
        selects.every(function (select) {
          return !select.value || entry.getAttribute("data-" + select.name) === select.value;
        });
      entry.toggleAttribute("data-filtered", !fits);
      if (fits) shown++;
    });
    groups.forEach(function (group) {
      group[0].toggleAttribute("data-filtered", group[1].every(function (entry) {
        return entry.hasAttribute("data-filtered");
      }));
    });
    count.textContent = shown ? "Hiện " + shown + " / " + entries.length
      : "Không có mục nào khớp. Có thể gõ không dấu, hoặc bỏ bớt điều kiện lọc.";
  }

  function keep() {
    var query = new URLSearchParams();
    if (words.value) query.set("loc", words.value);
    selects.forEach(function (select) { if (select.value) query.set(select.name, select.value); });
    var string = query.toString();
    history.replaceState(null, "", location.pathname + (string ? "?" + string : "") + location.hash);
  }

  form.addEventListener("input", function () { apply(); keep(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  /* The theme writes the form before the text; its place is under the title, above the list. */
  var first = groups.length ? groups[0][0] : entries[0].parentElement;
  first.parentElement.insertBefore(form, first);
  form.hidden = false;
  apply();
})();

/* Link and cite: a small bar beside the item that is pointed at, focused, touched or arrived at.
   Each printed mark (I., 3., -, +) is a link to its own place and names it in its title
   ("Mục I.3.2"); how the notice is cited stands once, in data-cite on the page's text. */
(function () {
  "use strict";
  var marks = document.querySelectorAll("a.mark[href^='#']");
  if (!marks.length) return;

  var tail = document.querySelector("[data-cite]");
  var said = document.createElement("div");
  said.className = "said";
  said.setAttribute("role", "status");
  document.body.appendChild(said);
  var clearing;

  function say(words) {
    said.textContent = words;
    clearTimeout(clearing);
    clearing = setTimeout(function () { said.textContent = ""; }, 6000);
  }

  /* Plain http on an intranet has no navigator.clipboard; the old way still works there. */
  function copyTheOldWay(words) {
    var field = document.createElement("textarea");
    var before = document.activeElement;
    field.value = words;
    field.setAttribute("readonly", "");
    field.className = "offscreen";
    document.body.appendChild(field);
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    if (before) before.focus();
    return done;
  }

  function copy(words, what) {
    function told(done) {
      say(done ? what + ": " + words : "Không chép được, xin chép tay: " + words);
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(words).then(
        function () { told(true); },
        function () { told(copyTheOldWay(words)); }
      );
    } else {
      told(copyTheOldWay(words));
    }
  }

  var bar = document.createElement("span");
  bar.className = "tools";
  var current = null;

  function button(label, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    bar.appendChild(made);
    return made;
  }

  button("Chép liên kết", function () {
    copy(location.href.split("#")[0] + current.getAttribute("href"), "Đã chép liên kết");
  });
  button("Trích dẫn", function () {
    var place = current.title;
    copy(tail ? place + ", " + tail.getAttribute("data-cite") : place, "Đã chép trích dẫn");
  });

  /* In the reading order the bar follows its mark; on a narrow screen it stands under the text,
     before nested items. */
  function show(mark) {
    if (mark === current) return;
    current = mark;
    var place = mark.title;
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", place);
    var home = mark.parentElement;
    home.insertBefore(bar, home.querySelector(":scope > ul, :scope > ol"));
  }

  function markOf(node) {
    var at = node.nodeType === 1 ? node : node.parentElement;
    for (; at && at !== document.body; at = at.parentElement) {
      for (var i = 0; i < at.children.length; i++) {
        if (at.children[i].matches("a.mark")) return at.children[i];
      }
    }
    return null;
  }

  function follow(event) {
    if (bar.contains(event.target)) return;
    if (event.type === "pointerover" && bar.contains(document.activeElement)) return;
    var mark = markOf(event.target);
    if (mark) show(mark);
  }
  var text = document.querySelector("article");
  text.addEventListener("pointerover", function (event) {
    if (event.pointerType === "mouse") follow(event);
  });
  text.addEventListener("focusin", follow);
  text.addEventListener("click", follow);

  function arrive() {
    var asked = location.hash.slice(1);
    var place = /^[a-z0-9-]+$/.test(asked) && document.getElementById(asked);
    var mark = place && text.contains(place) && markOf(place);
    if (mark) show(mark);
  }
  window.addEventListener("hashchange", arrive);
  arrive();
})();

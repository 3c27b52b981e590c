/* An address of a place that the notice doesn't have, mistyped or cut short: said above the text,
   with the place that it would stand in. Places that have moved are on the page, for moved.js.
   A screen reader tells of what comes into a line that it has found empty, hence the wait. */
(function () {
  "use strict";
  var WAIT = 150;
  var text = document.querySelector("article");
  if (!text) return;
  var waiting = 0;
  var said = document.createElement("p");
  said.className = "missing-place no-print";
  said.setAttribute("role", "status");
  text.insertBefore(said, text.firstChild);

  function markOf(place) {
    return /^[a-z0-9-]+$/.test(place) && text.querySelector("a.mark[href='#" + place + "']");
  }

  function look() {
    var asked = location.hash.slice(1);
    try {
      asked = decodeURIComponent(asked);
    } catch (broken) { /* as it is */ }
    said.textContent = "";
    clearTimeout(waiting);
    /* `#top` is the browsers' own. */
    if (!asked || asked.toLowerCase() === "top" || document.getElementById(asked)) return;
    waiting = setTimeout(tell, WAIT, asked);
  }

  function tell(asked) {
    said.textContent = "Thông báo này không có chỗ «#" + asked + "» mà liên kết dẫn tới.";
    var near = asked;
    while (near && !markOf(near)) near = near.slice(0, Math.max(0, near.lastIndexOf("-")));
    var mark = near && markOf(near);
    if (mark) {
      var link = document.createElement("a");
      link.href = "#" + near;
      link.textContent = mark.title;
      said.append(" Gần đó có: ", link, ".");
    }
    said.scrollIntoView({ block: "nearest" });
  }
  addEventListener("hashchange", look);
  look();
})();

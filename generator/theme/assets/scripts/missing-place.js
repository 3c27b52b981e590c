/* An address of a place that the notice doesn't have, mistyped or cut short: said above the text,
   with the place that it would stand in. Places that have moved are on the page, for moved.js. */
(function () {
  "use strict";
  var text = document.querySelector("article");
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
    if (!asked || document.getElementById(asked)) return;
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

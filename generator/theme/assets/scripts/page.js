/* Small things on every page. */
(function () {
  "use strict";

  /* On narrow screens the glass opens the search dialog; without this script it leads to the
     search page. */
  var glass = document.querySelector("[data-opens-search]");
  var toggle = document.getElementById("__search");
  if (glass && toggle) {
    glass.addEventListener("click", function (event) {
      event.preventDefault();
      toggle.click();
    });
  }

  /* The address at the foot of a printed page, where the site doesn't know its own. */
  var line = document.querySelector("[data-print-address]");
  if (line && !line.textContent.trim()) line.textContent = location.href.split("#")[0];
})();

/* The address at the foot of a printed page, where the site doesn't know its own. */
(function () {
  "use strict";
  var line = document.querySelector("[data-print-address]");
  if (line && !line.textContent.trim()) line.textContent = location.href.split("#")[0];
})();

/* Small things on every page. */
(function () {
  "use strict";

  /* On narrow screens the glass leads to the search field, which opens the dialog; without this
     script it leads to the search page. */
  var glass = document.querySelector("[data-opens-search]");
  var field = document.querySelector("[data-md-component=search-query]");
  if (glass && field) {
    glass.addEventListener("click", function (event) {
      event.preventDefault();
      field.focus();
    });
  }

  /* The address at the foot of a printed page, where the site doesn't know its own. */
  var line = document.querySelector("[data-print-address]");
  if (line && !line.textContent.trim()) line.textContent = location.href.split("#")[0];
})();

/* Small things on every page. */
(function () {
  "use strict";

  /* Contents stand open where there is room beside the text. */
  var contents = document.querySelector(".contents");
  if (contents) {
    var beside = matchMedia("(min-width: 60em)");
    var fit = function () { contents.open = beside.matches; };
    beside.addListener(fit);
    fit();
    contents.addEventListener("click", function (event) {
      if (!beside.matches && event.target.closest("a")) contents.open = false;
    });
  }

  /* The button of the colours names what follows; the next one takes its place, and the focus.
     Enter is a click already: Material, which waits for it on its radio buttons, must not hear it. */
  var colours = document.querySelector("[data-md-component=palette]");
  if (colours) {
    colours.addEventListener("click", function (event) {
      var button = event.target.closest("[data-chooses]");
      if (!button) return;
      document.getElementById(button.getAttribute("data-chooses")).click();
      var next = colours.querySelector("button:not([hidden])");
      if (next) next.focus();
    });
    colours.addEventListener("keydown", function (event) {
      if (event.key === "Enter") event.stopPropagation();
    }, true);
  }

  /* Samples wider than the page are moved by the keyboard too. */
  function reachWide() {
    Array.prototype.forEach.call(document.querySelectorAll("pre > code"), function (sample) {
      if (sample.scrollWidth > sample.clientWidth) sample.tabIndex = 0;
      else sample.removeAttribute("tabindex");
    });
  }
  reachWide();
  addEventListener("resize", reachWide);

  /* The address at the foot of a printed page, where the site doesn't know its own. */
  var line = document.querySelector("[data-print-address]");
  if (line && !line.textContent.trim()) line.textContent = location.href.split("#")[0];

  /* The search dialog opens when it is asked for: by the glass, a key, a click into its field or
     what is typed there, and not by the focus passing through. Open, it keeps the focus. */
  var toggle = document.getElementById("__search");
  var dialog = document.querySelector("[data-md-component=search]");
  if (!toggle || !dialog) return;
  var field = dialog.querySelector("input");
  var glass = document.querySelector("[data-opens-search]");

  /* Who closes it is where they were before. */
  var before = null, isAsked = false;
  function open(from) {
    if (!toggle.checked) {
      before = from || document.activeElement;
      isAsked = true;
      toggle.click();
      isAsked = false;
    }
    field.focus();
  }

  function goBack() {
    if (toggle.checked) return;
    if (!before || before === document.body) field.blur();
    else before.focus();
  }
  document.addEventListener("click", function (event) {
    if (!event.target.closest("label[for=__search]")) return;
    event.stopPropagation(); // Material would focus the field, which opens the dialog again
    if (toggle.checked) return setTimeout(goBack);
    event.preventDefault();
    open();
  }, true);

  function isShown(element) {
    return element.getClientRects().length && getComputedStyle(element).visibility === "visible";
  }

  /* Material opens when it hears of the focus and finds it in the field: also a moment after it
     heard of another place's, where the focus has gone on since. */
  toggle.addEventListener("click", function (event) {
    if (toggle.checked && !isAsked) event.preventDefault();
  });
  function keep(event) {
    if (toggle.checked) return;
    if (event.target === field || event.relatedTarget === field) event.stopPropagation();
  }
  document.addEventListener("focusin", keep, true);
  document.addEventListener("focusout", keep, true);
  ["click", "input"].forEach(function (asked) {
    field.addEventListener(asked, function () { open(); });
  });
  if (glass) {
    glass.addEventListener("click", function (event) {
      event.preventDefault();
      open(glass);
    });
  }

  /* The stop after where the focus is, or before; round the ends. The arrows lead to results, which
     are no stops themselves. */
  function nextStop(stops, isBack) {
    var from = document.activeElement;
    var side = isBack ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    if (isBack) stops.reverse();
    return stops.filter(function (stop) { return from.compareDocumentPosition(stop) & side; })[0] || stops[0];
  }

  /* Material shuts the dialog at a Tab, and gives its field the focus at any key. */
  function inDialog(event) {
    if (event.key === "Escape") {
      setTimeout(goBack);
    } else if (event.key === "Tab") {
      var stops = Array.prototype.filter.call(
        dialog.querySelectorAll("input, button, a:not([tabindex]), [tabindex='0']"), isShown);
      event.stopPropagation();
      event.preventDefault();
      nextStop(stops, event.shiftKey).focus();
    } else if (event.key === "Shift" || event.target.closest(".md-search__options")) {
      event.stopPropagation();
    }
  }

  function outside(event) {
    var typed = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    var asks = typed ? event.target === field && event.key === "ArrowDown" && field.value
      : /^[fs/]$/.test(event.key);
    if (!asks || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    open();
    if (!typed) field.select();
  }
  window.addEventListener("keydown", function (event) {
    var isCtrlK = (event.ctrlKey !== event.metaKey) && !event.altKey && !event.shiftKey && /^k$/i.test(event.key);
    if (isCtrlK) {
      event.preventDefault();
      event.stopPropagation();
      open();
      field.select();
    } else if (toggle.checked) inDialog(event);
    else outside(event);
  }, true);
})();

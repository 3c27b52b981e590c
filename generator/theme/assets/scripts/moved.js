/* Old addresses: goes on to where the page, or the place asked for, is now. Without this script the
   page itself says so, and a page that has moved as a whole goes on by its <noscript> refresh, or lists its places. */
(function () {
  "use strict";
  var asked = location.hash.slice(1);
  try {
    asked = decodeURIComponent(asked);
  } catch (broken) { /* as it is */ }
  var place = asked && document.getElementById(asked);
  var link = place && place.matches(".moved-place") && place.querySelector("a[href]");
  if (link) {
    location.replace(link.href);
    return;
  }
  var whole = document.querySelector("meta[name='moved-to']");
  if (!whole) return;
  var now = new URL(whole.content, location.href);
  if (!now.hash) now.hash = location.hash;
  location.replace(now.href);
})();

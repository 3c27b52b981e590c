/* Old addresses: goes on to where the page, or the place asked for, is now. Without this script the
   page itself says so, and a page that has moved as a whole goes on by its <noscript> refresh, or lists its places. */
(function () {
  "use strict";
  var asked = decodeURIComponent(location.hash.slice(1));
  var place = asked && document.getElementById(asked);
  var link = place && place.matches(".moved-place") && place.querySelector("a[href]");
  if (link) {
    location.replace(link.href);
    return;
  }
  var whole = document.querySelector("meta[name='moved-to']");
  if (whole) location.replace(new URL(whole.content, location.href).href + location.hash);
})();

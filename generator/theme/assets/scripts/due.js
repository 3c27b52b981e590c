/* What is due, against the reader's own day: <time datetime="2022-01-07" class="due">. A word is
   put after the date; long past ones are history and don't alarm. Home says where none lies ahead. */
(function () {
  "use strict";
  var DAY = 86400000;
  var LONG_PAST = 60;
  var now = new Date();
  var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());

  var ahead = false;

  document.querySelectorAll("time.due[datetime]").forEach(function (time) {
    var due = Date.parse(time.getAttribute("datetime") + "T00:00:00Z");
    if (isNaN(due)) return;
    var left = Math.round((due - today) / DAY);
    ahead = ahead || left >= 0;
    var status = document.createElement("span");
    status.className = "status";
    if (left < -LONG_PAST) {
      status.textContent = "Đã qua";
    } else if (left < 0) {
      status.textContent = "Quá hạn " + -left + " ngày";
      status.classList.add("overdue");
    } else if (left === 0) {
      status.textContent = "Hạn hôm nay";
      status.classList.add("today");
    } else {
      status.textContent = "Còn " + left + " ngày";
    }
    time.after(" ", status);
  });
  var none = document.querySelector(".none-ahead");
  if (none) none.hidden = ahead;
})();

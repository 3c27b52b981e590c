/* What is due, against the reader's own day: <time datetime="2022-01-07" class="due">. A word is
   put after the date; long past ones are history and don't alarm. Home says where none lies ahead,
   and has what is still to come first, the soonest before, then what is past, the latest before, and
   last what has no day that can be read. */
(function () {
  "use strict";
  var DAY = 86400000;
  var LONG_PAST = 60;
  var now = new Date();
  var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());

  var ahead = false;

  function daysLeft(time) {
    return Math.round((Date.parse(time.getAttribute("datetime") + "T00:00:00Z") - today) / DAY);
  }

  document.querySelectorAll("time.due[datetime]").forEach(function (time) {
    var left = daysLeft(time);
    if (isNaN(left)) return;
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

  /* An entry that is taken out loses the focus, so the one that has it stays and the others are put
     around it; a list in order is left alone. */
  function putInOrder(list) {
    var before = Array.prototype.slice.call(list.children);
    function rank(entry) {
      var time = entry.querySelector("time.due");
      var left = time ? daysLeft(time) : NaN;
      if (isNaN(left)) return [2, 0];
      return left < 0 ? [1, -left] : [0, left];
    }
    var after = before.slice().sort(function (one, other) {
      var first = rank(one);
      var second = rank(other);
      return first[0] - second[0] || first[1] - second[1];
    });
    if (after.every(function (entry, i) { return entry === before[i]; })) return;
    var held = before.find(function (entry) { return entry.contains(document.activeElement); });
    var place = held || null;
    after.forEach(function (entry) {
      if (entry === held) place = null;
      else list.insertBefore(entry, place);
    });
  }
  var list = document.querySelector(".none-ahead + ul");
  if (list) putInOrder(list);
})();

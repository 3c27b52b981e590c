/* The preview's ear: a new site reloads the page, what is wrong in a record covers it. */
(() => {
  "use strict";
  const page = document.currentScript.dataset.page;
  let seen = "";
  let asking = null;

  const cover = (failures) => {
    document.getElementById("giaoban-preview")?.remove();
    if (!failures.length) return;
    const box = document.createElement("div");
    box.id = "giaoban-preview";
    box.setAttribute("role", "alert");
    box.style.cssText =
      "position:fixed;inset:auto 0 0 0;max-height:70vh;overflow:auto;z-index:99999;padding:1rem 1.5rem;" +
      "background:#fff;color:#1a1a1a;border-top:6px solid #b3261e;font:16px/1.5 system-ui,sans-serif;" +
      "box-shadow:0 -4px 24px rgba(0,0,0,.3)";
    const title = document.createElement("strong");
    title.textContent = `Chưa dựng lại được trang: ${failures.length} chỗ cần sửa. Dưới đây là bản trước.`;
    const list = document.createElement("ul");
    for (const failure of failures) {
      const line = document.createElement("li");
      line.textContent = failure;
      line.style.overflowWrap = "anywhere";
      list.append(line);
    }
    box.append(title, list);
    document.body.append(box);
  };

  const ask = async () => {
    while (document.visibilityState === "visible") {
      asking = new AbortController();
      try {
        const answer = await fetch(`/.giaoban/state?seen=${seen}&page=${encodeURIComponent(location.pathname)}`, {
          cache: "no-store",
          signal: asking.signal,
        });
        const state = await answer.json();
        seen = state.seen;
        if (state.page !== page) {
          location.reload();
          return;
        }
        cover(state.failures);
      } catch {
        await new Promise((wake) => setTimeout(wake, 1000));
      }
    }
    asking = null;
  };

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") asking?.abort();
    else if (!asking) ask();
  });
  addEventListener("pagehide", () => asking?.abort());
  ask();
})();

"use strict";
// Asks how far the parts are; leaves for the wall as soon as it has something to show.
(() => {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const at = (root, name) => root.querySelector(`[data-${name}]`);

  function show(part) {
    const line = document.querySelector(`[data-part="${part.part}"]`);
    line.dataset.state = part.state;
    at(line, "state-text").textContent = part.stateText;
    const bar = line.querySelector("progress");
    const finished = part.state === "done" || part.state === "ready";
    if (finished && part.total === 0) {
      bar.max = 1;
      bar.value = 1;
    } else if (part.total > 0) {
      bar.max = part.total;
      bar.value = Math.min(part.done, part.total);
    } else if (part.state === "starting") {
      bar.removeAttribute("value");
    } else {
      bar.value = 0;
    }
    const count = part.total > 0 ? `${number.format(part.done)} / ${number.format(part.total)}  ` : "";
    at(line, "message").textContent = count + part.message;
  }

  function showFailure(failure) {
    const box = at(document, "failure");
    box.hidden = false;
    at(box, "failure-title").textContent = failure.title;
    at(box, "failure-reason").textContent = failure.reason;
    at(box, "failure-lines").textContent = (failure.lines || []).join("\n");
    at(box, "failure-log").textContent = failure.log;
  }

  async function look() {
    try {
      const answer = await fetch("/start/status", { cache: "no-store" });
      const status = await answer.json();
      status.parts.forEach(show);
      at(document, "pages").hidden = !status.pagesReady;
      if (status.failure) {
        showFailure(status.failure);
      }
      if (status.wallReady && location.pathname !== "/start") {
        location.reload();
        return;
      }
    } catch (offline) {
      // The launcher is gone or restarting; keep asking.
    }
    setTimeout(look, 1000);
  }

  look();
})();

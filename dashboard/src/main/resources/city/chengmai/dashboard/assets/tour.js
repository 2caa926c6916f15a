"use strict";
// Shows what is on a page, step by step. Offered until somebody took it or said no; ?tour=1 opens it again.
(() => {
  const dialog = document.getElementById("tour");
  if (!dialog) {
    return;
  }
  const offer = document.getElementById("tour-offer");
  const steps = [...dialog.querySelectorAll("li")]
    .map((item) => ({
      about: document.querySelector(item.dataset.about),
      title: item.querySelector("b").textContent,
      text: item.querySelector("span").textContent,
    }))
    .filter((step) => step.about);
  const key = "chengmai.tour." + dialog.dataset.name + "." + dialog.dataset.account;
  const part = (id) => document.getElementById("tour-" + id);
  let at = 0;

  function seen() {
    try {
      return localStorage.getItem(key) !== null;
    } catch {
      return false;
    }
  }

  function remember() {
    offer.hidden = true;
    try {
      localStorage.setItem(key, "1");
    } catch {
      // Without a memory of the browser it is offered again.
    }
  }

  function unmark() {
    document.querySelectorAll(".tour-about").forEach((marked) => marked.classList.remove("tour-about"));
  }

  function show(index) {
    at = index;
    const step = steps[at];
    unmark();
    step.about.classList.add("tour-about");
    const tall = step.about.getBoundingClientRect().height > innerHeight * 0.35;
    step.about.scrollIntoView({ block: tall ? "start" : "center", inline: "nearest" });
    const box = step.about.getBoundingClientRect();
    dialog.classList.toggle("tour-above", !tall && (box.top + box.bottom) / 2 > innerHeight / 2);
    part("place").textContent = part("place").dataset.text.replace("{0}", at + 1).replace("{1}", steps.length);
    part("title").textContent = step.title;
    part("text").textContent = step.text;
    part("back").disabled = at === 0;
    const words = part("next").dataset;
    part("next").textContent = at === steps.length - 1 ? words.last : words.next;
    part("end").hidden = at === steps.length - 1;
    part("title").focus({ preventScroll: true });
  }

  function open() {
    remember();
    dialog.showModal();
    show(0);
  }

  function next() {
    if (at === steps.length - 1) {
      dialog.close();
    } else {
      show(at + 1);
    }
  }

  function back() {
    if (at > 0) {
      show(at - 1);
    }
  }

  part("start").addEventListener("click", open);
  part("not-now").addEventListener("click", remember);
  part("next").addEventListener("click", next);
  part("back").addEventListener("click", back);
  part("end").addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") {
      next();
    } else if (event.key === "ArrowLeft") {
      back();
    }
  });
  dialog.addEventListener("close", () => {
    unmark();
    scrollTo(0, 0);
  });
  if (steps.length === 0) {
    return;
  }
  const asked = new URL(location.href);
  if (asked.searchParams.get("tour") === "1") {
    asked.searchParams.delete("tour");
    history.replaceState(null, "", asked);
    open();
  } else {
    offer.hidden = seen();
  }
})();

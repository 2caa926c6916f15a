"use strict";
// The page asks how its run is, soon at first and then every half second; a run that nobody asks about is stopped by the server.
(() => {
  const formToken = document.querySelector('meta[name="form-token"]');
  const own = formToken ? { "X-Form-Token": formToken.content } : {};
  const byId = (id) => document.getElementById(id);
  const answer = document.querySelector(".desk-answer");
  const words = answer.dataset;
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const host = byId("desk-editor");
  const editor = window.chengmaiEditor.open({ host, label: host.dataset.label, text: "", run: start, changed: typed });
  const parameters = window.chengmaiParameters.open({ place: byId("desk-parameters"), editor });
  let tabs = null;
  tabs = window.chengmaiTabs.open({
    list: byId("desk-tabs"),
    add: byId("desk-tab-add"),
    close: byId("desk-tab-close"),
    editor,
    words: byId("desk-tabs").dataset,
    first: host.dataset.text,
    changed: () => parameters.show(),
  });
  window.chengmaiLibrary.open({
    dialog: byId("desk-keep"),
    trigger: byId("desk-keep-open"),
    tabs,
    parameters,
    post,
    place: byId("desk-kept"),
  });
  const grid = window.chengmaiGrid.open({
    place: byId("desk-table"),
    bar: byId("desk-grid-bar"),
    filter: byId("desk-filter"),
    count: byId("desk-filtered"),
    words,
    number,
  });
  const SOONEST = 50;
  const LATEST = 500;
  let pause = SOONEST;
  let current = null;
  let offset = { line: 1, column: 0 };

  fetch("/desk/schema").then((got) => (got.ok ? got.json() : {})).then((schema) => editor.setSchema(schema)).catch(() => {});

  function typed() {
    if (tabs) {
      tabs.typed();
    }
    parameters.show();
  }

  function bytes(count) {
    const units = ["B", "KB", "MB", "GB", "TB"];
    let power = 0;
    while (count >= 1000 && power < units.length - 1) {
      count /= 1000;
      power++;
    }
    return `${number.format(power ? Math.round(count * 10) / 10 : count)} ${units[power]}`;
  }

  function element(tag, text, className) {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className) {
      made.className = className;
    }
    return made;
  }

  function underWay(run) {
    return ["waiting", "running", "stopping"].includes(run.state);
  }

  function showStatus(run) {
    const parts = [element("strong", words[run.state])];
    if (run.rows) {
      parts.push(element("span", `${words.rows} ${number.format(run.rows.length)}`));
    }
    parts.push(element("span", `${words.read} ${number.format(run.readRows)} / ${bytes(run.readBytes)}`));
    parts.push(element("span", `${words.time} ${run.seconds.toFixed(2)} s`));
    parts.push(element("span", `${words.memory} ${bytes(run.memoryBytes)}`));
    if (run.truncated) {
      parts.push(element("span", run.truncatedText, "desk-badge"));
    }
    byId("desk-status").replaceChildren(...parts);
    const bar = byId("desk-progress");
    bar.hidden = !underWay(run);
    if (run.totalRows > 0) {
      bar.max = Math.max(run.totalRows, run.readRows);
      bar.value = run.readRows;
    } else {
      bar.removeAttribute("value");
    }
  }

  function showRefusal(run) {
    const box = byId("desk-refusal");
    box.hidden = false;
    box.querySelector(".desk-sentence").textContent = run.sentence;
    const place = byId("desk-place");
    place.hidden = !run.line;
    place.textContent = run.placeText || "";
    place.onclick = () => editor.goTo(run.line + offset.line - 1, run.column + (run.line === 1 ? offset.column : 0));
    const details = box.querySelector("details");
    details.hidden = !run.detail;
    details.querySelector("summary").textContent = run.detailText || "";
    details.querySelector("pre").textContent = run.detail || "";
  }

  async function showChart(run) {
    const place = byId("desk-chart");
    if (!run.chart) {
      return;
    }
    const size = window.matchMedia("(max-width: 600px)").matches ? "narrow" : "wide";
    const got = await fetch(`/desk/runs/${run.id}/chart?size=${size}`);
    if (got.status === 200 && current === run.id) {
      place.innerHTML = await got.text();
      place.hidden = false;
      byId("desk-picture").querySelector("a").href = `/desk/runs/${run.id}/chart?format=png`;
      byId("desk-picture").hidden = false;
    }
  }

  function busy(yes) {
    byId("desk-run").disabled = yes;
    byId("desk-stop").disabled = !yes;
  }

  function clear() {
    for (const id of ["desk-refusal", "desk-table", "desk-chart", "desk-picture", "desk-grid-bar"]) {
      byId(id).hidden = true;
    }
  }

  function show(run) {
    if (current !== run.id) {
      return;
    }
    showStatus(run);
    if (underWay(run)) {
      setTimeout(() => look(run.id), pause);
      pause = Math.min(LATEST, pause * 1.4);
      return;
    }
    busy(false);
    if (run.state === "refused") {
      showRefusal(run);
    } else {
      grid.show(run);
      showChart(run);
    }
  }

  // The dashboard answered, and its answer is a refusal: its sentence is shown, and nothing is running.
  async function refused(got) {
    let sentence = words.failed.replace("{0}", got.status);
    try {
      sentence = (await got.json()).sentence || sentence;
    } catch (noSentence) {
      // A page of an error or of something in between: the status says what there is to say.
    }
    clear();
    byId("desk-progress").hidden = true;
    byId("desk-status").replaceChildren(element("strong", words.refused));
    showRefusal({ sentence });
    busy(false);
  }

  async function look(id) {
    try {
      const got = await fetch(`/desk/runs/${id}`, { cache: "no-store" });
      if (got.ok) {
        show(await got.json());
      } else {
        await refused(got);
      }
    } catch (away) {
      byId("desk-status").replaceChildren(element("span", words.lost));
      busy(false);
    }
  }

  async function post(address, body) {
    return fetch(address, { method: "POST", headers: { "Content-Type": "application/json", ...own }, body: JSON.stringify(body) });
  }

  // Told on one line with the statement, so that the place of a mistake stays on its line.
  const EXPLAIN = "EXPLAIN indexes = 1 ";

  function explain() {
    const explained = /^\s*EXPLAIN\b/i.test(editor.picked().text);
    return run(explained ? "" : EXPLAIN);
  }

  function start() {
    return run("");
  }

  async function run(before) {
    if (byId("desk-run").disabled) {
      return;
    }
    busy(true);
    clear();
    const { text, line, column } = editor.picked();
    offset = { line, column: column - before.length };
    try {
      const got = await post("/desk/runs", {
        statement: before + text,
        parameters: parameters.values(),
        rows: Number(byId("desk-rows").value),
        seconds: Number(byId("desk-seconds").value),
      });
      if (!got.ok) {
        await refused(got);
        return;
      }
      const run = await got.json();
      current = run.id;
      pause = SOONEST;
      show(run);
    } catch (away) {
      byId("desk-status").replaceChildren(element("span", words.lost));
      busy(false);
    }
  }

  async function stop() {
    byId("desk-stop").disabled = true;
    await fetch(`/desk/runs/${current}`, { method: "DELETE", headers: own });
  }

  async function save() {
    try {
      await download();
    } catch (brokenOff) {
      clear();
      showRefusal({ sentence: words.broken });
    }
  }

  async function download() {
    const got = await post("/desk/export", { statement: editor.picked().text, parameters: parameters.values(), form: byId("desk-form").value });
    if (!got.ok && !(got.headers.get("Content-Type") || "").startsWith("text/plain")) {
      await refused(got);
      return;
    }
    if (!got.ok) {
      clear();
      showRefusal({ sentence: await got.text() });
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await got.blob());
    link.download = /filename="([^"]+)"/.exec(got.headers.get("Content-Disposition"))[1];
    link.click();
    URL.revokeObjectURL(link.href);
  }

  byId("desk-run").addEventListener("click", start);
  byId("desk-explain").addEventListener("click", explain);
  byId("desk-stop").addEventListener("click", stop);
  byId("desk-export").addEventListener("click", save);
  document.querySelector(".desk-schema").addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    if (button) {
      editor.insert(button.dataset.insert);
    }
  });
})();

"use strict";
// A field for each placeholder {name:Type} of the statement; values are kept by name in this browser.
window.chengmaiParameters = (() => {
  const KEPT = "chengmai-desk-parameters";
  const PLACEHOLDER = /\{\s*([A-Za-z_]\w*)\s*:\s*([A-Za-z_][^{}]*?)\s*\}/g;

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEPT)) || {};
    } catch (unreadable) {
      return {};
    }
  }

  function open({ place, editor }) {
    const values = kept();
    let shown = "";

    function named() {
      const found = new Map();
      for (const [, name, type] of editor.text().matchAll(PLACEHOLDER)) {
        found.set(name, type);
      }
      return found;
    }

    function field(name, type) {
      const label = document.createElement("label");
      const input = document.createElement("input");
      label.append(`${name} `, input);
      input.name = name;
      input.value = values[name] || "";
      input.placeholder = type;
      input.title = type;
      input.autocomplete = "off";
      input.addEventListener("input", () => {
        values[name] = input.value;
        try {
          localStorage.setItem(KEPT, JSON.stringify(values));
        } catch (full) {
          // The value holds for this page.
        }
      });
      return label;
    }

    function show() {
      const found = named();
      const key = JSON.stringify([...found]);
      if (key !== shown) {
        shown = key;
        place.replaceChildren(...[...found].map(([name, type]) => field(name, type)));
        place.hidden = found.size === 0;
      }
    }

    // Values that come with a kept statement.
    function offer(given) {
      Object.assign(values, given);
      shown = "";
    }

    show();
    return { show, offer, values: () => Object.fromEntries([...named().keys()].map((name) => [name, values[name] || ""])) };
  }

  return { open };
})();

"use strict";
// Several statements at once, kept in this browser. A tab is named by the kept statement that it was opened from, or by a
// first line "-- name".
window.chengmaiTabs = (() => {
  const KEPT = "chengmai-desk-tabs";
  const MOST = 12;

  function kept() {
    try {
      const read = JSON.parse(localStorage.getItem(KEPT));
      return Array.isArray(read.texts) && read.texts.length && read.texts.every((text) => typeof text === "string") ? read : null;
    } catch (noneOrUnreadable) {
      return null;
    }
  }

  function open({ list, add, close, editor, words, first, changed }) {
    let { texts, at, from } = kept() || { texts: [first], at: 0 };
    // What each tab was opened from: a kept statement, or nothing.
    from = Array.isArray(from) && from.length === texts.length ? from : texts.map(() => null);
    at = Math.min(Math.max(Number(at) || 0, 0), texts.length - 1);
    editor.setText(texts[at]);

    function name(text, index) {
      if (from[index]) {
        return String(from[index].name).slice(0, 24);
      }
      const comment = /^\s*--\s*(\S.*)/.exec(text);
      return comment ? comment[1].slice(0, 24) : words.name.replace("{0}", index + 1);
    }

    function save() {
      texts[at] = editor.text();
      try {
        localStorage.setItem(KEPT, JSON.stringify({ texts, at, from }));
      } catch (full) {
        // The page works without; only a reload forgets.
      }
    }

    function show(focus) {
      list.replaceChildren(
        ...texts.map((text, index) => {
          const tab = document.createElement("button");
          tab.type = "button";
          tab.role = "tab";
          tab.id = `desk-tab-${index}`;
          tab.textContent = name(text, index);
          tab.setAttribute("aria-selected", index === at);
          tab.setAttribute("aria-controls", "desk-editor");
          tab.tabIndex = index === at ? 0 : -1;
          tab.addEventListener("click", () => choose(index));
          return tab;
        }),
      );
      close.setAttribute("aria-label", words.close.replace("{0}", name(texts[at], at)));
      close.title = close.getAttribute("aria-label");
      close.disabled = texts.length === 1;
      add.disabled = texts.length >= MOST;
      if (focus) {
        list.children[at].focus();
      }
    }

    function choose(index, focus) {
      save();
      at = index;
      editor.setText(texts[at]);
      save();
      show(focus);
      changed();
    }

    list.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step) {
        choose((at + step + texts.length) % texts.length, true);
        event.preventDefault();
      }
    });
    add.addEventListener("click", () => {
      save();
      texts.push("");
      from.push(null);
      choose(texts.length - 1, true);
    });
    close.addEventListener("click", () => {
      texts.splice(at, 1);
      from.splice(at, 1);
      at = Math.min(at, texts.length - 1);
      editor.setText(texts[at]);
      save();
      show(true);
      changed();
    });
    show(false);
    return {
      name: () => name(texts[at], at),
      text: () => editor.text(),
      // What the tab was opened from or kept as; null when it is neither.
      kept: () => from[at],
      keep(query) {
        const { id, edition, name: called, folder, note, shared, statement } = query;
        from[at] = { id, edition, name: called, folder, note, shared, statement };
        save();
        show(false);
      },
      // In the tab that has this edition, as it was left, or an earlier one that nobody edited; else in a new one. False: none is free.
      openKept(query) {
        save();
        const mayHold = (one, index) => one && one.id === query.id && (one.edition === query.edition || one.statement === texts[index]);
        let index = from.findIndex(mayHold);
        if (index < 0 && texts.length >= MOST) {
          return false;
        }
        if (index < 0) {
          index = texts.push("") - 1;
          from.push(null);
        }
        if (!from[index] || from[index].edition !== query.edition) {
          texts[index] = query.statement;
        }
        at = index;
        editor.setText(texts[at]);
        this.keep(query);
        changed();
        return true;
      },
      typed() {
        save();
        const tab = list.children[at];
        tab.textContent = name(texts[at], at);
      },
    };
  }

  return { open };
})();

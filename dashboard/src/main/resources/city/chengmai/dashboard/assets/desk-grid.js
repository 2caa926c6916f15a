"use strict";
// The rows of a result: sorted by a click on a column's name, filtered by what is typed, drawn as far as somebody scrolls.
window.chengmaiGrid = (() => {
  const AT_ONCE = 300;

  function text(value) {
    return value === null ? "NULL" : typeof value === "object" ? JSON.stringify(value) : String(value);
  }

  // Long integers come as text, which loses no digit: equal as doubles, they differ as integers.
  function compareNumbers(one, other) {
    const apart = Number(one) - Number(other);
    return apart || !/^-?\d+$/.test(one) || !/^-?\d+$/.test(other) ? apart || 0 : Number(BigInt(one) - BigInt(other));
  }

  function comparison(column, index, direction) {
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    return (one, other) => {
      const [a, b] = [one[index], other[index]];
      if (a === null || b === null) {
        // What is missing stands last in either direction.
        return (a === null) - (b === null);
      }
      return direction * (column.number ? compareNumbers(a, b) : collator.compare(text(a), text(b)));
    };
  }

  function open({ place, bar, filter, count, words, number }) {
    let run = null;
    let rows = [];
    let sorted = { index: -1, direction: 0 };
    let drawn = 0;
    let body = null;

    function cells(row) {
      const line = body.insertRow();
      row.forEach((value, i) => {
        const cell = line.insertCell();
        cell.textContent = text(value);
        cell.className = value === null ? "null" : run.columns[i].number ? "figure" : "";
      });
    }

    function more() {
      const end = Math.min(drawn + AT_ONCE, rows.length);
      while (drawn < end) {
        cells(rows[drawn++]);
      }
    }

    function near() {
      if (body && drawn < rows.length && place.scrollTop + place.clientHeight > place.scrollHeight - 600) {
        more();
      }
    }

    function draw() {
      const wanted = filter.value.trim().toLowerCase();
      rows = wanted ? run.rows.filter((row) => row.some((value) => text(value).toLowerCase().includes(wanted))) : [...run.rows];
      if (sorted.direction) {
        rows.sort(comparison(run.columns[sorted.index], sorted.index, sorted.direction));
      }
      body.replaceChildren();
      drawn = 0;
      place.scrollTop = 0;
      more();
      count.textContent = wanted ? words.filtered.replace("{0}", number.format(rows.length)).replace("{1}", number.format(run.rows.length)) : "";
    }

    function sort(index) {
      const next = { 0: 1, 1: -1, [-1]: 0 };
      sorted = { index, direction: sorted.index === index ? next[sorted.direction] : 1 };
      for (const [i, cell] of [...place.querySelectorAll("th")].entries()) {
        const direction = i === index ? sorted.direction : 0;
        cell.setAttribute("aria-sort", { 0: "none", 1: "ascending", [-1]: "descending" }[direction]);
      }
      draw();
    }

    function head(column, index) {
      const cell = document.createElement("th");
      const button = document.createElement("button");
      cell.scope = "col";
      cell.title = column.type;
      cell.className = column.number ? "figure" : "";
      cell.setAttribute("aria-sort", "none");
      button.type = "button";
      button.textContent = column.name;
      button.addEventListener("click", () => sort(index));
      cell.append(button);
      return cell;
    }

    function show(finished) {
      run = finished;
      sorted = { index: -1, direction: 0 };
      filter.value = "";
      place.hidden = false;
      bar.hidden = run.rows.length < 2;
      if (!run.rows.length) {
        const empty = document.createElement("p");
        empty.textContent = words.empty;
        place.replaceChildren(empty);
        return;
      }
      const table = document.createElement("table");
      table.createTHead().insertRow().append(...run.columns.map(head));
      body = table.createTBody();
      place.replaceChildren(table);
      draw();
    }

    place.addEventListener("scroll", near, { passive: true });
    filter.addEventListener("input", () => run && draw());
    return { show };
  }

  return { open };
})();

"use strict";
// Keeps a statement under a name: a new one, or the next edition of the one that the tab was opened from.
window.chengmaiLibrary = (() => {
  function open({ dialog, trigger, tabs, parameters, post, place }) {
    const words = dialog.dataset;
    const form = dialog.querySelector("form");
    const field = (name) => form.elements[name];
    const problem = dialog.querySelector("[role=alert]");
    let asNew = false;
    let step = "";

    function say(sentence) {
      problem.textContent = sentence;
      problem.hidden = !sentence;
    }

    function show() {
      const kept = tabs.kept();
      field("name").value = kept ? kept.name : tabs.name();
      field("folder").value = kept ? kept.folder : "";
      field("note").value = kept ? kept.note : "";
      field("shared").checked = kept ? kept.shared : false;
      form.querySelector("[value=edition]").hidden = !kept;
      step = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
      say("");
      dialog.showModal();
      field("name").focus();
    }

    async function keep() {
      const kept = asNew ? null : tabs.kept();
      const got = await post(kept ? `/desk/queries/${kept.id}` : "/desk/queries", {
        step: `${step}${asNew ? "-new" : ""}`,
        basedOn: kept ? kept.edition : 0,
        name: field("name").value,
        folder: field("folder").value,
        note: field("note").value,
        shared: field("shared").checked,
        statement: tabs.text(),
        parameters: parameters.values(),
      });
      let answer = {};
      try {
        answer = await got.json();
      } catch (noJson) {
        // A page of an error: the status says what there is to say.
      }
      if (got.ok) {
        tabs.keep(answer);
        dialog.close();
        told(answer);
      } else {
        say(answer.sentence || words.failed.replace("{0}", got.status));
      }
    }

    function told(query) {
      const link = document.createElement("a");
      link.href = `/query/${query.id}`;
      link.textContent = words.kept.replace("{0}", query.name).replace("{1}", query.edition);
      place.replaceChildren(link);
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      asNew = event.submitter && event.submitter.value === "new";
      keep().catch(() => say(words.away));
    });
    dialog.querySelector("[data-cancel]").addEventListener("click", () => dialog.close());
    trigger.addEventListener("click", show);

    // The address names a kept statement: it stands in a tab of its own, once.
    const wanted = new URLSearchParams(location.search).get("query");
    if (wanted) {
      history.replaceState(null, "", "/desk");
      fetch(`/desk/queries/${encodeURIComponent(wanted)}`)
        .then((got) => (got.ok ? got.json() : Promise.reject(got.status)))
        .then((query) => {
          parameters.offer(query.parameters);
          if (tabs.openKept(query)) {
            told(query);
          } else {
            place.replaceChildren(words.full);
          }
        })
        .catch((status) => place.replaceChildren(words.gone.replace("{0}", status)));
    }
  }

  return { open };
})();

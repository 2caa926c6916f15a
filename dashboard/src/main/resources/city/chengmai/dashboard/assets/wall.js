/* Keeps the wall alive: one stream, fragments by content hash, a clock that runs from server time, and scenes
   that are turned by the clock, so that a screen that starts anew shows what the others show.
   No timer is made per update and nothing is kept of the past, so that it can run for months. */
(function () {
  "use strict";

  const body = document.body;
  const language = document.documentElement.lang;
  const heartbeat = Number(body.dataset.heartbeat);
  const panels = new Map();
  const clock = {
    at: performance.now(),
    now: Number(body.dataset.now),
    rate: Number(body.dataset.speed),
    zone: body.dataset.zone,
  };
  const real = { at: performance.now(), now: Number(body.dataset.real) };
  const live = body.dataset.stream !== "";
  const scenes = Array.from(document.querySelectorAll("[data-seconds]"));
  const eventScene = Number(body.dataset.eventScene);
  const DUE_SOON_MILLIS = 1800000;
  const DAY_MILLIS = 86400000;
  const LEAF_MILLIS = 8000;
  const MISSED_BEATS = 3;
  const FETCH_MILLIS = 20000;

  let stream = null;
  let opened = performance.now();
  let heard = null;
  let lostSince = "";
  let reopenAt = 0;
  let leaf = 0;
  let turned = performance.now();
  let reloadMinute = Math.floor(Math.random() * 10);
  let started = performance.now();
  let beats = 0;
  let inEvent = body.dataset.event === "true";

  document.querySelectorAll("[data-panel]").forEach(function (element) {
    panels.set(element.dataset.panel, {
      element: element,
      body: element.querySelector(".body"),
      badge: element.querySelector(".badge"),
      time: element.querySelector(".age"),
      hash: element.dataset.hash,
      wanted: element.dataset.hash,
      fetching: false,
      age: 0,
      heard: performance.now(),
      interval: Infinity,
      failed: false,
    });
  });

  function open() {
    if (stream) {
      stream.close();
    }
    opened = performance.now();
    reopenAt = 0;
    stream = new EventSource(body.dataset.stream + "?language=" + encodeURIComponent(language));
    stream.addEventListener("beat", onBeat);
    stream.addEventListener("panel", onPanel);
    stream.onerror = function () {
      reopenLater();
      leaveIfUnwelcome();
    };
  }

  /* A session that is over or a screen that was revoked has a page of its own; a server that is
     away must not take the last picture with it. */
  function leaveIfUnwelcome() {
    fetch(body.dataset.state, { cache: "no-store" })
      .then(function (answer) {
        if (answer.status === 401 || answer.status === 403) {
          location.reload();
        }
      })
      .catch(function () {
        /* It is away. */
      });
  }

  /* Screens that lost the same server must not all come back in the same moment. */
  function reopenLater() {
    if (stream) {
      stream.close();
      stream = null;
    }
    if (reopenAt === 0) {
      reopenAt = performance.now() + heartbeat * (0.2 + 0.4 * Math.random());
    }
  }

  function onBeat(event) {
    const state = JSON.parse(event.data);
    /* Another edition of the board: its panels are drawn before anybody hears of it. */
    if (state.version !== body.dataset.version || state.board !== body.dataset.board) {
      location.reload();
      return;
    }
    heard = performance.now();
    setClock(state);
    real.at = performance.now();
    real.now = state.real;
    inEvent = state.event;
    turnScenes();
    Object.keys(state.panels).forEach(function (id) {
      take(id, state.panels[id]);
    });
    check();
  }

  function onPanel(event) {
    const state = JSON.parse(event.data);
    take(state.panel, state);
  }

  function setClock(state) {
    const at = performance.now();
    if (beats++ > 0 && at > clock.at) {
      clock.rate = Math.max(0, (state.now - clock.now) / (at - clock.at));
    }
    clock.at = at;
    clock.now = state.now;
    clock.zone = state.zone;
  }

  function take(id, state) {
    const panel = panels.get(id);
    if (!panel) {
      return;
    }
    panel.interval = state.interval;
    panel.failed = state.failed;
    panel.news = { age: state.age, time: state.time, heard: performance.now() };
    if (state.hash && state.hash !== panel.hash) {
      panel.wanted = state.hash;
      fetchPanel(id, panel);
    } else {
      confirm(panel);
    }
  }

  /* Only a picture that is shown may be called fresh: until a newer one is here, the age of the
     old one goes on growing. */
  function confirm(panel) {
    panel.age = panel.news.age;
    panel.heard = panel.news.heard;
    panel.shown = panel.news.time;
    writeAge(panel);
  }

  function writeAge(panel) {
    if (panel.time) {
      setText(panel.time, panel.shown);
    }
    panel.element.querySelectorAll("[data-age]").forEach(function (element) {
      setText(element, panel.shown);
    });
  }

  function fetchPanel(id, panel) {
    if (panel.fetching) {
      return;
    }
    panel.fetching = true;
    const address =
      body.dataset.panels + id + "?language=" + encodeURIComponent(language) + "&hash=" + panel.wanted;
    /* An answer that never comes must not keep the panel from asking again. */
    const limit = AbortSignal.timeout ? { signal: AbortSignal.timeout(FETCH_MILLIS) } : {};
    fetch(address, limit)
      .then(function (answer) {
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        const tag = (answer.headers.get("ETag") || "").replace(/"/g, "");
        return answer.text().then(function (html) {
          show(panel, html, tag || panel.wanted);
        });
      })
      .catch(function () {
        /* The next beat asks again. */
      })
      .finally(function () {
        panel.fetching = false;
      });
  }

  function show(panel, html, hash) {
    panel.body.innerHTML = html;
    panel.hash = hash;
    panel.element.dataset.hash = hash;
    confirm(panel);
    turn(panel.body);
    countDown(panel.body);
  }

  function linkAlive() {
    return heard !== null && performance.now() - heard < MISSED_BEATS * heartbeat;
  }

  function check() {
    const alive = linkAlive();
    const now = performance.now();
    const silent = now - Math.max(opened, heard || 0) > MISSED_BEATS * heartbeat;
    if (silent && reopenAt === 0) {
      reopenLater();
    }
    if (reopenAt > 0 && now > reopenAt) {
      open();
    }
    if (alive) {
      lostSince = "";
    } else if (!lostSince && heard !== null) {
      lostSince = cityTime(heard, false);
    }
    markLink(alive);
    panels.forEach(function (panel) {
      mark(panel, alive);
    });
  }

  function markLink(alive) {
    const waiting = heard === null && !lostSince;
    body.classList.toggle("link-down", !alive && !waiting);
    setText(document.querySelector(".link-sign"), alive ? "●" : waiting ? "○" : "▲");
    setText(
      document.querySelector(".link-word"),
      alive ? body.dataset.live : waiting ? body.dataset.connecting : body.dataset.lost
    );
  }

  function mark(panel, alive) {
    const age = panel.age + (performance.now() - panel.heard);
    const lost = (!alive && heard !== null) || age > 10 * panel.interval;
    const late = !lost && age > 2 * panel.interval;
    panel.element.classList.toggle("lost", lost);
    panel.element.classList.toggle("late", late || (panel.failed && !lost));
    if (!panel.badge) {
      return;
    }
    let words = "";
    if (lost) {
      words = body.dataset.lostSince.replace("#", lostSince || panel.shown || "");
    } else if (panel.failed) {
      words = body.dataset.failed;
    } else if (late) {
      words =
        age < 60000
          ? body.dataset.lateSeconds.replace("#", Math.round(age / 1000))
          : body.dataset.lateMinutes.replace("#", Math.round(age / 60000));
    }
    panel.badge.hidden = words === "";
    setText(panel.badge, words);
  }

  function cityNow(at) {
    return clock.now + (at - clock.at) * clock.rate;
  }

  function cityTime(at, seconds) {
    return new Intl.DateTimeFormat("en-GB", {
      timeZone: clock.zone,
      hour: "2-digit",
      minute: "2-digit",
      second: seconds ? "2-digit" : undefined,
      hourCycle: "h23",
    }).format(new Date(cityNow(at)));
  }

  function turn(root) {
    root.querySelectorAll("[data-leaves]").forEach(function (leaves) {
      const count = leaves.children.length;
      for (let i = 0; i < count; i++) {
        leaves.children[i].hidden = i !== leaf % count;
      }
    });
  }

  /* The scene follows from real time alone; an alarm holds the board's scene for it. */
  function sceneNow() {
    if (inEvent && eventScene >= 0) {
      return eventScene;
    }
    const lengths = scenes.map(function (scene) {
      return 1000 * Number(scene.dataset.seconds);
    });
    const whole = lengths.reduce(function (sum, length) {
      return sum + length;
    }, 0);
    let left = (real.now + performance.now() - real.at) % whole;
    let i = 0;
    while (i < lengths.length - 1 && left >= lengths[i]) {
      left -= lengths[i];
      i++;
    }
    return i;
  }

  function turnScenes() {
    const shown = sceneNow();
    for (let i = 0; i < scenes.length; i++) {
      scenes[i].hidden = i !== shown;
    }
    setText(document.querySelector(".scene-state"), shown + 1 + "/" + scenes.length);
    const event = document.querySelector(".event-state");
    event.hidden = !inEvent;
  }

  function countDown(root) {
    const now = cityNow(performance.now());
    root.querySelectorAll("[data-due]").forEach(function (element) {
      const left = Number(element.dataset.due) - now;
      element.classList.toggle("due-soon", left > 0 && left <= DUE_SOON_MILLIS);
      element.classList.toggle("due-over", left <= 0);
      setText(element, left <= 0 ? body.dataset.dueNow : span(left));
    });
  }

  function span(millis) {
    if (millis >= 2 * DAY_MILLIS) {
      return body.dataset.dueDays.replace("#", Math.floor(millis / DAY_MILLIS));
    }
    const seconds = Math.floor(millis / 1000);
    return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
      .map(function (part) {
        return String(Math.floor(part)).padStart(2, "0");
      })
      .join(":");
  }

  function setText(element, text) {
    if (element && element.textContent !== String(text)) {
      element.textContent = text;
    }
  }

  /* At night the page loads itself again, but only from a server that answers: nobody is there to
     press a key on an error page. */
  function nightly() {
    const old = performance.now() - started > 3600000;
    const time = cityTime(performance.now(), false);
    if (old && time === "04:0" + reloadMinute) {
      started = performance.now();
      fetch("/health").then(function (answer) {
        if (answer.ok) {
          location.reload();
        }
      });
    }
  }

  function tick() {
    if (live) {
      check();
      nightly();
    }
    setText(document.querySelector(".clock-time"), cityTime(performance.now(), true));
    turnScenes();
    countDown(document);
    if (performance.now() - turned > LEAF_MILLIS) {
      turned = performance.now();
      leaf++;
      turn(document);
    }
  }

  if (live) {
    open();
  }
  turnScenes();
  countDown(document);
  setInterval(tick, Math.min(1000, heartbeat));
})();

/* Counts down what the server said is left, at the pace of the city's time. Without it the page says how long is left when it was made. */
(function () {
  "use strict";

  const table = document.querySelector("[data-clock-now]");
  if (!table) {
    return;
  }
  const started = performance.now();
  const now = Number(table.dataset.clockNow);
  const speed = Number(table.dataset.clockSpeed);
  const clocks = [...table.querySelectorAll("[data-clock-due]")].filter(function (clock) {
    return Number(clock.dataset.clockDue) > now;
  });

  function span(millis) {
    const seconds = Math.floor(millis / 1000);
    return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
      .map(function (part) {
        return String(Math.floor(part)).padStart(2, "0");
      })
      .join(":");
  }

  function tick() {
    const passed = (performance.now() - started) * speed;
    clocks.forEach(function (clock) {
      const left = Number(clock.dataset.clockDue) - now - passed;
      clock.textContent = left > 0 ? span(left) : table.dataset.clockOver;
    });
  }

  tick();
  setInterval(tick, 1000);
})();

// Runs before the page's own scripts and notes when things happen.
(() => {
  const noted = window.__bench = { shift: 0, tasks: [], ready: null, pressed: null, opened: null };
  const observe = (type, note) => new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) note(entry);
  }).observe({ type, buffered: true });
  observe("layout-shift", (entry) => { if (!entry.hadRecentInput) noted.shift += entry.value; });
  observe("longtask", (entry) => { noted.tasks.push([entry.startTime, entry.duration]); });
  new MutationObserver(() => {
    if (document.documentElement?.dataset.client === "ready") noted.ready ??= performance.now();
  }).observe(document, { attributes: true, attributeFilter: ["data-client"], subtree: true });
  addEventListener("pointerdown", (event) => { noted.pressed ??= event.timeStamp; }, true);
  // A section that comes open tells so too: only what follows the press counts.
  addEventListener("toggle", () => {
    if (noted.pressed !== null) noted.opened ??= performance.now();
  }, true);
})();

// How the page is to be read: `site::reading` says what there is to choose, and why this stands in
// the page. What is chosen is kept as text, such as "large dark", of which the style sheet knows
// each word. A list of several modules keeps nothing (`site::library::reading`): it has the lines that
// are of every page, and its own.
(() => {
  const root = document.documentElement;
  // Of a module:
  const KEY = "{key}";
  const NAME = KEY + ":reading";
  const KEEPS = "{keeps}";
  // Of every page:
  // Nothing where the browser refuses.
  const attempt = (act) => {
    try {
      return act();
    } catch {}
  };
  const kept = (key) => attempt(() => localStorage.getItem(key));
  // Of a module:
  // What the client says of the reader's place, in a page that has one.
  const place = () => document.querySelector(".progress__keeping > p")?.dataset.kept;
  // Where a place is kept, this is. Nothing is once the page has said that it forgot.
  const keeps = () =>
    (KEEPS === "on" || (KEEPS === "ask" && kept(KEY) != null)) && place() !== "no";
  // Of every page:

  // A page around this one may add a wish of its own to what the root wears.
  let chosen;
  const mark = () => {
    const words = chosen.split(" ");
    for (const option of document.querySelectorAll(".reading option")) {
      option.selected = words.includes(option.value);
    }
  };
  const show = (choices) => {
    root.dataset.reading = chosen = choices;
    // The browser's own bar. Without this it has the device's colours.
    const bar = document.querySelector("[name=theme-color]");
    const dark = choices.includes("dark") ? "all" : "(prefers-color-scheme: dark)";
    if (bar) bar.media = choices.includes("light") ? "not all" : dark;
    mark();
  };
  // Of a module:
  const keep = () => {
    // First: where there is no room for another one, the one before is not to come back.
    attempt(() => localStorage.removeItem(NAME));
    if (chosen && keeps()) attempt(() => localStorage.setItem(NAME, chosen));
  };

  // What another setting had kept goes where it may not be.
  if (!keeps()) attempt(() => localStorage.removeItem(NAME));
  show(kept(NAME) ?? "");
  // Of every page:
  // Of the list.
  // The lists come after this.
  addEventListener("toggle", ({ target }) => {
    if (target.matches(".reading")) mark();
  }, true);
  addEventListener("change", ({ target }) => {
    if (!target.closest(".reading")) return;
    // The other lists may show nothing yet.
    const others = [...target.options].map((option) => option.value);
    const words = chosen.split(" ").filter((word) => !others.includes(word));
    show([...words, target.value].join(" ").trim());
    // Of a module:
    keep();
    // Of every page:
  });
  // Of a module:
  // The client draws that line, and draws it anew where a translation has changed the page.
  new MutationObserver(() => {
    if (place() === "no") show("");
    keep();
  }).observe(document, { attributeFilter: ["data-kept"], subtree: true });
  // A script of the page's own that does not come, or is refused: what it would have said is said now.
  // Here, since in a frame without an origin some browsers let no other script run. Scripts that a
  // filter or an extension put in are refused, too, and are nothing to the reader.
  addEventListener("error", ({ target }) => {
    if (target.matches?.("body > script[src^='./']")) root.dataset.client = "failed";
  }, true);
  // Another tab has chosen, or forgotten.
  addEventListener("storage", ({ key, newValue }) => {
    if (key === NAME || key === null) show(newValue ?? "");
  });
  // Of every page:
})();

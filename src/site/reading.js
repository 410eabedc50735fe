// How the page is to be read: `site::reading` says what there is to choose, and why this stands in
// the page. What is chosen is kept as text, such as "large dark", of which the style sheet knows
// each word.
(() => {
  const root = document.documentElement;
  const KEY = "{key}";
  const NAME = KEY + ":reading";
  const KEEPS = "{keeps}";
  // Nothing where the browser refuses.
  const attempt = (act) => {
    try {
      return act();
    } catch {}
  };
  const kept = (key) => attempt(() => localStorage.getItem(key));
  // What the client says of the reader's place, in a page that has one.
  const place = () => document.querySelector(".progress__keeping > p")?.dataset.kept;
  // Where a place is kept, this is. Nothing is once the page has said that it forgot.
  const keeps = () =>
    (KEEPS === "on" || (KEEPS === "ask" && kept(KEY) != null)) && place() !== "no";

  const show = (choices) => {
    root.dataset.reading = choices;
    const words = choices.split(" ");
    for (const option of document.querySelectorAll(".reading option")) {
      option.selected = words.includes(option.value);
    }
  };
  const keep = () => {
    const { reading } = root.dataset;
    // First: where there is no room for another one, the one before is not to come back.
    attempt(() => localStorage.removeItem(NAME));
    if (reading && keeps()) attempt(() => localStorage.setItem(NAME, reading));
  };

  // What another setting had kept goes where it may not be.
  if (!keeps()) attempt(() => localStorage.removeItem(NAME));
  show(kept(NAME) ?? "");
  // The lists come after this.
  addEventListener("toggle", ({ target }) => {
    if (target.matches(".reading")) show(root.dataset.reading);
  }, true);
  addEventListener("change", ({ target }) => {
    if (!target.closest(".reading")) return;
    // The other lists may show nothing yet.
    const others = [...target.options].map((option) => option.value);
    const words = root.dataset.reading.split(" ").filter((word) => !others.includes(word));
    show([...words, target.value].join(" ").trim());
    keep();
  });
  // The client draws that line, and draws it anew where a translation has changed the page.
  new MutationObserver(() => {
    if (place() === "no") show("");
    keep();
  }).observe(document, { attributeFilter: ["data-kept"], subtree: true });
  // Another tab has chosen, or forgotten.
  addEventListener("storage", ({ key, newValue }) => {
    if (key === NAME || key === null) show(newValue ?? "");
  });
})();

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
  const fields = () => [...document.querySelectorAll(".reading select")];
  // The line in which the client says what becomes of the reader's place.
  const line = () => document.querySelector(".progress__keeping > p");

  const show = (choices) => {
    root.dataset.reading = choices;
    for (const { options } of fields()) {
      for (const option of options) option.selected = choices.split(" ").includes(option.value);
    }
  };
  // Where a place is kept, this is. Nothing is once the page has said that it forgot.
  const keep = () => {
    const { reading } = root.dataset;
    const keeps = KEEPS === "on" || (KEEPS === "ask" && kept(KEY) != null);
    attempt(() => {
      if (reading && keeps && line()?.dataset.kept !== "no") localStorage.setItem(NAME, reading);
      else localStorage.removeItem(NAME);
    });
  };

  // What an earlier setting had kept goes where nothing is to be.
  if (KEEPS === "off") keep();
  show(kept(NAME) ?? "");
  addEventListener("DOMContentLoaded", () => {
    show(root.dataset.reading);
    const place = line();
    if (place) {
      new MutationObserver(() => {
        if (place.dataset.kept === "no") show("");
        keep();
      }).observe(place, { attributes: true });
    }
  });
  addEventListener("change", ({ target }) => {
    if (!target.closest(".reading")) return;
    show(fields().map((field) => field.value).filter((value) => value).join(" "));
    keep();
  });
  // Another tab has chosen, or forgotten.
  addEventListener("storage", ({ key, newValue }) => {
    if (key === NAME || key === null) show(newValue ?? "");
  });
})();

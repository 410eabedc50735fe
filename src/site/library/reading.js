// How the list is to be read: `site::library::reading` says what it has to do with its modules. In the
// page for the same reason as a module's own (`site::reading`), of which it is the like for several.
(() => {
  const root = document.documentElement;
  const KEYS = "{keys}".split(" ");
  const KEEPS = "{keeps}";
  const nameOf = (key) => key + ":reading";
  // Nothing where the browser refuses.
  const attempt = (act) => {
    try {
      return act();
    } catch {}
  };
  const kept = (key) => attempt(() => localStorage.getItem(key));
  const keeps = (key) => KEEPS === "on" || (KEEPS === "ask" && kept(key) != null);
  const found = () => KEYS.filter(keeps).map((key) => kept(nameOf(key))).find(Boolean) ?? "";

  let chosen;
  const mark = () => {
    const words = chosen.split(" ");
    for (const option of document.querySelectorAll(".reading option")) {
      option.selected = words.includes(option.value);
    }
  };
  const show = (choices) => {
    root.dataset.reading = chosen = choices;
    mark();
  };
  const keep = (key) => {
    attempt(() => localStorage.removeItem(nameOf(key)));
    if (chosen && keeps(key)) attempt(() => localStorage.setItem(nameOf(key), chosen));
  };

  // What another setting had kept goes where it may not be.
  for (const key of KEYS) if (!keeps(key)) attempt(() => localStorage.removeItem(nameOf(key)));
  show(found());
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
    KEYS.forEach(keep);
  });
  // Another tab has chosen, or forgotten.
  addEventListener("storage", ({ key }) => {
    if (key === null || KEYS.map(nameOf).includes(key)) show(found());
  });
})();

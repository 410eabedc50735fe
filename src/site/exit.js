// Leaving quickly: `site::exit` says what, ARCHITECTURE.md why this is JavaScript. The words come
// from the page.
(() => {
  const root = document.documentElement;
  // The page asks for this twice.
  if ("exit" in root.dataset) return;
  const find = (css) => document.querySelector(css);
  // Where the browser refuses, the rest goes on.
  const attempt = (act) => {
    try {
      return act();
    } catch {}
  };
  // While this tab lives it tells that the page was left in it: going back must not show it.
  const LEFT = "academy:left";
  // A page that was opened as a file has no other beside it.
  const BLANK = location.protocol === "file:" ? "about:blank" : "./blank.html";

  const cover = () => {
    root.dataset.away = "";
  };

  // By the prototype, since a field of that name would stand in place of the form's own.
  const reset = () => {
    // Not how the page is to be read, which is kept like the reader's place.
    for (const form of document.querySelectorAll("form:not(.reading__panel)")) {
      HTMLFormElement.prototype.reset.call(form);
    }
  };

  // Replaces all that is to be seen.
  const empty = (words) => {
    document.title = "Blank page";
    document.body.innerHTML = "<main><h1><span role=alert></span></h1></main>";
    find("span").textContent = words;
  };

  // Forgets what is kept under `key`, and what begins with it and a sign. After that nothing of
  // this page can be kept: its client still runs, and may have news to write.
  const forget = (key) => {
    for (const name of ["localStorage", "sessionStorage"]) {
      attempt(() => {
        const store = window[name];
        for (const item of Object.keys(store)) {
          if (item.startsWith(key) && !/^[\w-]/.test(item.slice(key.length))) store.removeItem(item);
        }
      });
    }
    // Which parts were open, where the page was about to load a new version of itself.
    attempt(() => sessionStorage.removeItem("academy:place"));
    Storage.prototype.setItem = () => {};
  };

  const leave = () => {
    const { href, dataset } = find(".exit");
    cover();
    // The page may stay, with nothing on it: what it does when it is left, it does now. A sign-up
    // that waits for another try is dropped.
    dispatchEvent(new Event("pagehide"));
    reset();
    attempt(() => sessionStorage.setItem(LEFT, ""));
    if (dataset.forget) {forget};
    // A page of the site's own, without loading it: this also works with no network.
    attempt(() => history.replaceState(null, "", BLANK));
    empty("");
    // A "no" is sure (HTML Standard, section 8.9.1.5); where a "yes" was wrong, the browser says so
    // on a page of its own. Out of a frame that may not leave, the script is not let.
    let pause = 3000;
    try {
      if (navigator.onLine) top.location.replace(href);
      // A file's address can't be replaced without loading, and would bring the page back.
      else if (BLANK[0] === "a") location.replace(BLANK);
    } catch {
      pause = 0;
    }
    // Whoever is still here then is told how to leave.
    setTimeout(() => {
      empty(dataset.close);
      delete root.dataset.away;
    }, pause);
  };

  // Comes back to a page that was left in this tab, by the history.
  const away = () => {
    cover();
    location.replace(BLANK);
  };
  const wasLeft = () => attempt(() => sessionStorage.getItem(LEFT)) != null;
  const [visit] = performance.getEntriesByType("navigation");
  if (wasLeft() && visit?.type === "back_forward") away();
  else attempt(() => sessionStorage.removeItem(LEFT));

  // Firefox keeps a page together with what its tab held then, and the page does not see that another
  // one was left meanwhile. It keeps none that listens to this; others, to which that is outdated,
  // need not.
  if (window.CSS?.supports("-moz-appearance: none")) addEventListener("unload", () => {});
  // A page that the browser keeps for going back is covered before it is kept, and loads anew.
  addEventListener("pagehide", cover);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    // Some browsers keep what was typed when they load a page anew.
    reset();
    if (wasLeft()) away();
    else if (navigator.onLine || navigator.serviceWorker?.controller) location.reload();
    // Nothing would load: the page as it was is better than none.
    else delete root.dataset.away;
  });

  // Counts Shift: alone, either key, never in a field, nor from a keyboard on the screen, which
  // names no physical key (UI Events, section 6.2, `code`). Each press counts for five seconds.
  let presses = 0;
  // 0: up; 1: down, alone; 2: down, with something else.
  let shift = 0;
  let held = "";
  const other = ({ altKey, ctrlKey, metaKey }) => altKey || ctrlKey || metaKey;
  const types = ({ target }) => target.isContentEditable
    || target.matches?.("textarea, select, input:not([type=radio], [type=checkbox])");
  // The line goes with the page.
  const say = (words) => {
    const line = find(".exit__count");
    if (line) line.textContent = words;
  };
  const tell = (which) => {
    say(find(".exit__count")?.dataset[which]);
    setTimeout(() => presses || say(""), 3000);
  };
  const press = () => {
    const { once, twice } = find(".exit__count").dataset;
    presses += 1;
    if (presses > 2) return leave();
    say(presses > 1 ? once : twice);
    setTimeout(() => {
      presses -= 1;
      if (!presses) tell("over");
    }, 5000);
  };
  addEventListener("keydown", (event) => {
    const { key, code, repeat } = event;
    if (key !== "Shift") shift &&= 2;
    // Some tell of the second Shift as if the first were held down on.
    else if (!repeat || code !== held) {
      shift = shift || !code.startsWith("Shift") || other(event) || types(event) ? 2 : 1;
      held = code;
    }
    if (key === "Escape") close(true);
  });
  addEventListener("keyup", ({ key }) => {
    if (key !== "Shift") return;
    if (shift === 1) press();
    shift = 0;
  });
  addEventListener("pointerdown", () => {
    shift &&= 2;
  });
  addEventListener("blur", () => {
    shift = 0;
  });

  // An open menu closes when one goes elsewhere, or presses Escape.
  const close = (back, target) => {
    for (const menu of document.querySelectorAll(".help[open], .reading[open]")) {
      if (target && menu.contains(target)) continue;
      menu.open = false;
      if (back) menu.firstElementChild.focus();
    }
  };
  for (const name of ["focusin", "pointerdown"]) {
    addEventListener(name, ({ target }) => close(false, target));
  }

  // Links within the site take the place of the page in the history, so that going back leads out.
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented) return;
    if (link.matches("[class*=exit]")) {
      event.preventDefault();
      leave();
    } else if (/^(#|\.\/)/.test(link.getAttribute("href")) && !link.target && !link.download
      && !event.button && !event.shiftKey && !other(event)) {
      event.preventDefault();
      const go = () => location.replace(link.href);
      if (link.closest(".help")) close();
      // A link to copy is copied, without what else stands in the address. Where the browser does not
      // let it, the link is in the address at least. Both are told where presses are counted.
      if (link.matches(".here")) {
        const address = location.origin + location.pathname + link.hash;
        Promise.resolve().then(() => navigator.clipboard.writeText(address))
          .then(() => tell("copied"), () => (go(), tell("uncopied")));
      } else go();
    }
  });
  // A link to copy says by itself what it leads to, for those who hear a list of links. Each leads to a
  // heading, to a question, or to the text of a section, whose title stands beside it.
  addEventListener("load", () => {
    for (const link of document.querySelectorAll(".here")) {
      const part = find(link.hash);
      const whole = part.matches("div") ? part.parentElement : part;
      const title = whole.querySelector("h3, h4") ?? part;
      link.setAttribute("aria-label", `${link.textContent}: ${title.textContent}`);
    }
  });
  // What is said of the keys is true now.
  root.dataset.exit = "";
})();

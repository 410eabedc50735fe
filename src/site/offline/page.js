// Has the browser keep the module, and tells what came of it. Nothing waits for this.
const place = document.querySelector(".offline");
const [words, load, later] = place.children;

// What is put into a live region is told.
function say(what, text) {
  place.dataset.offline = what;
  words.textContent = text;
  load.hidden = later.hidden = what !== "new";
}

// Whether something was begun here that is kept nowhere else: a question, a sign-up; or all of it,
// where progress is not kept.
function isBegun() {
  const begun = ':checked:not([value=""], [checked], .reading option), .order__told:not(:empty), .signup__said:not(:empty)';
  const fields = [...document.querySelectorAll("[type=text], textarea")];
  return document.querySelector(begun) || fields.some((field) => field.value !== field.defaultValue) ||
    (document.querySelector("details.section[open], .section__mark--read") && !document.querySelector("[data-kept=yes]"));
}

// Loads the page, with the same sections open, at the same place.
function reload() {
  try {
    const open = [...document.querySelectorAll("details.section[open] > [id]")].map((text) => text.id);
    sessionStorage.setItem("academy:place", [scrollY, ...open].join(" "));
  } finally {
    location.reload();
  }
}

function restore() {
  const [top, ...open] = (sessionStorage.getItem("academy:place") ?? "").split(" ");
  sessionStorage.removeItem("academy:place");
  for (const id of open) document.getElementById(id)?.parentElement.setAttribute("open", "");
  if (top) scrollTo(0, top);
}

async function keep() {
  const container = navigator.serviceWorker;
  const registration = await container.register("./worker.js", { updateViaCache: "none" });
  let asked = false;
  let changed = false;
  let outdated = false;

  // A worker answers whether this page is of its version.
  const ask = (worker) => worker?.postMessage(`academy:${place.dataset.version}`);
  // Only where one is in use does another one wait.
  const askWaiting = () => registration.active && ask(registration.waiting);
  // Once a person has loaded the new version in one tab, the others follow while nobody looks at
  // them: no two of them stay on different versions. What was begun there is not taken away.
  const follow = () => {
    if (changed && outdated && document.hidden && !isBegun()) reload();
  };

  container.onmessage = ({ data, source }) => {
    // It may be asked twice, and an offer is worth more.
    if (data === "academy:ready" && !place.dataset.offline) say("ready", "Ready to use offline.");
    if (data !== "academy:other") return;
    // Another version may wait by now, and the one in use be another all the same.
    outdated ||= source === registration.active;
    say("new", "A new version is ready. Load it when you like.");
    follow();
  };
  container.addEventListener("controllerchange", () => {
    changed = true;
    outdated = false;
    if (asked) reload();
    else ask(registration.active);
  });
  load.onclick = () => {
    asked = true;
    if (registration.waiting) registration.waiting.postMessage("academy:load");
    else reload();
  };
  later.onclick = () => { place.dataset.offline = "later"; };

  registration.addEventListener("updatefound", () => {
    registration.installing.addEventListener("statechange", askWaiting);
  });
  registration.installing?.addEventListener("statechange", askWaiting);
  askWaiting();
  // Not the one that controls the page: before a module below another one is kept, that is the other's.
  ask(registration.active);
  // Where an earlier page had begun, Firefox may set that after both the promise above and the change of
  // the controller. This promise may be kept by the other's, too.
  if (!registration.active) {
    container.ready.then(({ active, scope }) => scope === registration.scope && ask(active)).catch(() => {});
  }

  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    follow();
    // A page that stays open for days looks for a new version, at most each hour.
    if (document.hidden || Date.now() - looked < 3_600_000) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
  // An address that a person has put among the programs of the device is there to stay.
  addEventListener("appinstalled", () => navigator.storage?.persist());
}

// Refused, unavailable or out of order: then the module opens with a network only, as before.
Promise.resolve().then(restore).catch(() => {}).then(keep).catch(() => {});

// Keeps this version of the module, whole, so that it opens without a network.
// All of it is one block: a copy that was cut off, unless it is empty, is no script, so that the
// browser stays with the earlier one. The build puts in the version and, for each file, its name, its SHA-256 sum and its type.
{
const version = "{build}";
const files = new Map({files});

const scope = new URL(registration.scope);
// Several modules of one origin keep their files side by side.
const ours = `academy ${scope.pathname} `;
const name = ours + version;

// The files whose names change with their bytes. A page of an earlier version may still ask for its own.
const ofSomeVersion = /{here}-[0-9a-f]{16}(_bg)?\.(js|wasm)$/;

const addressOf = (path) => new URL(path, scope);
const find = (path) => caches.match(addressOf(path), { cacheName: name }).catch(() => {});

async function sumOf(bytes) {
  const sum = await crypto.subtle.digest("SHA-256", bytes);
  return btoa(String.fromCharCode(...new Uint8Array(sum)));
}

// What a publisher's server says of frames, and of what a page may ask for, goes with the file. Nothing
// else that it says does: the page brings its own policy, and a header that was a mistake would outlive
// its correction.
function headersOf({ headers: said }, type) {
  const headers = new Headers({ "Content-Type": type });
  const policy = said.get("Content-Security-Policy") ?? "";
  const framing = [...policy.matchAll(/frame-ancestors[^;,]*/gi)].join(", ");
  if (framing) headers.set("Content-Security-Policy", framing);
  for (const name of ["X-Frame-Options", "X-Content-Type-Options", "Cross-Origin-Resource-Policy", "Cross-Origin-Embedder-Policy", "Permissions-Policy"]) {
    if (said.has(name)) headers.set(name, said.get(name));
  }
  return headers;
}

// A file as it was built: from an earlier version, from what the browser keeps of the pages it has
// seen, or from the server. A server that is half-way through a deployment, or that answers with
// another page, has no file with this sum. Pages come from the server, for what it says of frames now.
async function fileAsBuilt([path, [sum, type]]) {
  const address = addressOf(path);
  const kept = () => caches.match(address);
  const sent = [() => fetch(address), () => fetch(address, { cache: "reload" })];
  const sources = type.startsWith("text/html") ? [...sent, kept] : [kept, ...sent];
  for (const source of sources) {
    try {
      const response = await source();
      const bytes = await response.arrayBuffer();
      if (response.ok && await sumOf(bytes) === sum) {
        return [address, new Response(bytes, { headers: headersOf(response, type) })];
      }
    } catch {
      // Not there, or not all of it.
    }
  }
  throw new Error(`${address} is not as it was built, so the module is not kept for offline use`);
}

async function isWhole() {
  const found = await Promise.all([...files.keys()].map(find));
  return found.every(Boolean);
}

async function keep() {
  if (await isWhole()) return;
  // What is there already, but for one file, may be in use.
  const isBegun = await caches.has(name);
  try {
    const whole = await Promise.all([...files].map(fileAsBuilt));
    const cache = await caches.open(name);
    await Promise.all(whole.map(([address, response]) => cache.put(address, response)));
  } catch (error) {
    if (!isBegun) await caches.delete(name);
    throw error;
  }
}

// A page of this version is open: the earlier ones can go, unless another one is on its way.
async function dropOthers() {
  const names = await caches.keys();
  if (registration.installing || registration.waiting) return;
  const others = names.filter((other) => other.startsWith(ours) && ![name, `${ours}{told}`].includes(other));
  await Promise.all(others.map((other) => caches.delete(other)));
}

async function greet(page) {
  // An earlier version's files may be needed to make this one whole.
  if (!await isWhole()) return mend();
  await dropOthers();
  // In a frame it is not said, so that it is said where the module stands by itself.
  if (page.frameType === "nested" || await caches.has(`${ours}{told}`)) return;
  await caches.open(`${ours}{told}`);
  page.postMessage("academy:ready");
}

// The browser, or a person, may have thrown away what was kept. It is kept anew, once in the life
// of this worker: where the server has moved on to another version, that cannot succeed.
let mending;
function mend() {
  mending ??= keep().catch(() => {});
  return mending;
}

async function answer(path, event) {
  const kept = await find(path);
  if (kept) return kept;
  event.waitUntil(mend());
  return fetch(event.request);
}

async function answerEarlier(request) {
  return await caches.match(request).catch(() => {}) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keep()));
// Pages that came from the network count as open from now on: none of them is left behind by the
// next version.
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => {
  if (event.data === "academy:load") skipWaiting();
  else if (event.data === `academy:${version}`) event.waitUntil(greet(event.source));
  else event.source.postMessage("academy:other");
});
addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return;
  // Nothing here is played in parts; whoever asks for one gets it from the server.
  if (headers.has("Range")) return;
  const path = pathname.slice(scope.pathname.length).replace(/^index\.html$/, "");
  if (files.has(path)) event.respondWith(answer(path, event));
  else if (ofSomeVersion.test(path)) event.respondWith(answerEarlier(event.request));
  // Of the list.
});
}

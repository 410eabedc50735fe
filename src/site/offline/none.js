// One block, as the other worker is.
{
// A module that browsers are not to keep: what an earlier build kept goes, and the next visit comes
// from the network.
const ours = `academy ${new URL(registration.scope).pathname} `;

async function goAway() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours)).map((name) => caches.delete(name)));
  await registration.unregister();
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(goAway()));
// A page that asks is one that an earlier build kept.
addEventListener("message", (event) => event.source.postMessage("academy:other"));
}

// A module of the list that was never opened, and cannot be loaded now: the list says so, where the
// browser would put a page of its own in the list's place. No other file below is answered for.
if (/^({folders})\/(index\.html)?$/.test(path) && event.request.destination === "document") {
  event.respondWith(fetch(event.request).catch(() => Response.redirect(addressOf("./#{missing}"))));
}

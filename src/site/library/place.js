// Says on each card of the list how far the reader has got, as far as this device keeps it:
// `site::library::place` says why this is JavaScript. What is not wholly understood, as the client
// understands it (`domain::progress::codec`), is not told of.
{
const ID = /^(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const isId = (id) => typeof id === "string" && ID.test(id);

// The ids of what was read, and of what was answered; nothing where the browser refuses.
function kept(key) {
  try {
    const fields = JSON.parse(localStorage.getItem(key));
    if (fields.v !== 1) return [[], []];
    const { read, answered = {} } = fields;
    const done = Object.keys(answered);
    const isWhole = Array.isArray(read) && [...read, ...done].every(isId)
      && typeof answered === "object" && !Array.isArray(answered)
      && Object.values(answered).every((first) => typeof first === "boolean");
    return isWhole ? [read, done] : [[], []];
  } catch {
    return [[], []];
  }
}

// A count with what it counts; nothing where it is none.
const counted = (did, done, all, what) => done ? [`${did} ${done} of ${all} ${what}${all === 1 ? "" : "s"}`] : [];

function say(place) {
  const { key, parts, questions } = place.dataset;
  const [bar, words] = place.children;
  // Only what the module counts now, and each once.
  const [[read, toRead], [answered, toAnswer]] = kept(key).map((done, at) => {
    const all = (at ? questions : parts).split(" ").filter(Boolean);
    return [all.filter((id) => done.includes(id)).length, all.length];
  });
  const done = read + answered;
  const all = toRead + toAnswer;
  const so = [...counted("read", read, toRead, "part"), ...counted("answered", answered, toAnswer, "question")];
  place.dataset.place = done < all ? done ? "begun" : "" : "done";
  bar.hidden = done === all;
  // The words say it. What is hidden has no need of that.
  if (bar.hidden) bar.removeAttribute("aria-hidden");
  else bar.setAttribute("aria-hidden", "true");
  bar.max = all;
  bar.value = done;
  words.textContent = done < all ? so.length ? `So far you have ${so.join(" and ")}.` : ""
    : "All done. It stays here for whenever you want it.";
}

const show = () => document.querySelectorAll(".library__place").forEach(say);
show();
// Another tab has read on, or forgotten; or this page comes back as it was.
for (const news of ["storage", "pageshow"]) addEventListener(news, show);
}

// How the list is to be read: `site::library::reading` says as what. These lines stand in the script of
// a module's page (`site/reading.js`), in the place of those that keep something.
const KEYS = {keys};
const KEEPS = "{keeps}";
// What the first module keeps that keeps any.
const found = () => KEYS.filter((key) => KEEPS === "on" || kept(key) != null)
  .map((key) => kept(key + ":reading")).find(Boolean) ?? "";
let worn = found();
show(worn);
// Another tab has chosen, or forgotten. What was chosen here lasts as long as the page.
addEventListener("storage", () => {
  if (chosen === worn) show(worn = found());
});

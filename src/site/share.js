// Writes the address of this site into what is to be copied, and copies it.
const place = "{place}";
const address = new URL("./", location);
for (const part of document.querySelectorAll(".share__part")) {
  const [text, button, said] = ["textarea", "button", "[role=status]"].map((css) => part.querySelector(css));
  // Its text, not its value: nobody has typed anything here.
  if (location.protocol !== "file:") text.textContent = text.textContent.split(place).join(address.origin + address.pathname);
  button.hidden = false;
  button.onclick = () => {
    text.select();
    // The command that browsers call outdated and keep: it needs no leave in a frame and no https, and
    // says at once whether it copied.
    const copied = document.execCommand("copy");
    // Who copied goes on from the button; who did not, from the text that is selected.
    if (copied) button.focus();
    said.textContent = copied ? "{copied}" : "{refused}";
  };
}
// Gone once the page knows its own address.
if (location.protocol !== "file:") document.querySelector(".share__place")?.remove();
// A machine's own name, or one within a network, which other people's pages cannot show.
const local = document.querySelector(".share__local");
if (local) local.hidden = /^(https|file):$/.test(location.protocol);

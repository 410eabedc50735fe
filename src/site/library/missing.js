// That a module could not be loaded is told by the address (`style/components/library.css`). Once it is
// told, the address is the list's own again: loaded anew, the page does not say what may be over.
addEventListener("load", () => {
  if (location.hash === "#{missing}") history.replaceState(null, "", location.pathname);
});

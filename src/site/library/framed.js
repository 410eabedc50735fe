// In a frame, links lead out of it, as in a module's page (`platform::links`): most other pages refuse to
// be shown there, and help is not to end in an empty frame. The way out sees to itself.
if (parent !== self) {
  for (const link of document.querySelectorAll("a[href]:not([class*=exit])")) {
    if (/^(#|tel:|sms:|mailto:)/.test(link.getAttribute("href"))) continue;
    link.target = "_blank";
    link.relList.add("noopener");
    link.dataset.out = "";
  }
}

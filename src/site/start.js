// By their whole addresses: in a sandbox that gives the page no origin, this file has none to start from.
const base = document.currentScript.src;
import(new URL("./{script}", base)).then((client) => client.default({ module_or_path: "./{wasm}" })).catch((error) => {
  console.error(error);
  document.documentElement.dataset.client = "failed";
}){then};

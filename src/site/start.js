const tag = document.querySelector("[src='./{script}']");
const sound = new Promise((load, fail) => Object.assign(tag, { onload: load, onerror: fail }));
const shown = new Promise((go) => {
  requestAnimationFrame(() => setTimeout(go));
  setTimeout(go, 99);
});
if (parent !== self) document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "./{frame}", integrity: "{frame_seal}" }));
Promise.all([sound.then(() => import("./{script}")), fetch("./{wasm}", { integrity: "{seal}" }), shown]).then(([client, wasm]) => client.default({ module_or_path: wasm })).catch((error) => {
  console.error(error);
  document.documentElement.dataset.client = "failed";
}){then};

import("./{script}").then((client) => client.default({ module_or_path: "./{wasm}" })).catch((error) => {
  console.error(error);
  document.documentElement.dataset.client = "failed";
}){then};

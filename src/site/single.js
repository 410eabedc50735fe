Promise.resolve().then(() => {
  const text = document.getElementById("{id}").textContent;
  const wasm = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return {start}({ module_or_path: wasm });
}).catch((error) => {
  console.error(error);
  document.documentElement.dataset.client = "failed";
});

if (parent !== self) {
  const text = document.getElementById("{id}").textContent;
  const wasm = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  {start}({ module_or_path: wasm }).catch(console.error);
}

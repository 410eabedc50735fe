{start}({ module_or_path: fetch("./{wasm}", { integrity: "{seal}" }) }).catch(console.error);

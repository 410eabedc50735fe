//! The client's parts in a real browser.
#![cfg(target_arch = "wasm32")]

use citizens_academy_player::domain::ports::KeyValueStore as _;
use citizens_academy_player::platform::failure;
use citizens_academy_player::platform::page;
use citizens_academy_player::platform::store::LocalStore;
use citizens_academy_player::platform::tree;
use wasm_bindgen::UnwrapThrowExt as _;
use wasm_bindgen_test::wasm_bindgen_test;
use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

/// The same file and number as in `tests/shape.rs`, where the build measures it.
const TREE: &str = include_str!("shape/tree.html");
const SHAPE: &str = include_str!("shape/digest.txt");

#[wasm_bindgen_test]
fn the_store_keeps_replaces_and_removes() {
    let key = "academy:web-test";
    assert_eq!(LocalStore.get(key), Ok(None));
    assert_eq!(LocalStore.set(key, "one"), Ok(()));
    assert_eq!(LocalStore.set(key, "two"), Ok(()));
    assert_eq!(LocalStore.get(key), Ok(Some("two".to_owned())));
    assert_eq!(LocalStore.remove(key), Ok(()));
    assert_eq!(LocalStore.get(key), Ok(None));
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_what_it_had() {
    use citizens_academy_player::domain::ports::StoreError;
    let key = "academy:web-test-full";
    assert_eq!(LocalStore.set(key, "before"), Ok(()));
    let too_much = "x".repeat(11_000_000);
    assert_eq!(LocalStore.set(key, &too_much), Err(StoreError::Full));
    assert_eq!(LocalStore.get(key), Ok(Some("before".to_owned())));
    assert_eq!(LocalStore.remove(key), Ok(()));
}

#[wasm_bindgen_test]
fn a_client_that_failed_never_claims_to_be_ready() {
    let document = page::document().unwrap_throw();
    let part = document.create_element("p").unwrap_throw();
    part.set_attribute("data-needs-client", "").unwrap_throw();
    document
        .body()
        .unwrap_throw()
        .append_child(&part)
        .unwrap_throw();
    let root = document.document_element().unwrap_throw();
    let state = || root.get_attribute("data-client");
    page::say(page::READY);
    assert_eq!(state().as_deref(), Some("ready"));
    assert!(!part.has_attribute("hidden"));
    failure::tell();
    assert!(part.has_attribute("hidden"));
    page::say(page::READY);
    assert_eq!(state().as_deref(), Some("failed"));
    assert!(part.has_attribute("hidden"));
    part.remove();
}

#[wasm_bindgen_test]
fn the_client_and_the_build_measure_the_same_shape() {
    let root = page::document().and_then(|document| document.create_element("div").ok());
    let Some(root) = root else {
        panic!("there is no document")
    };
    root.set_inner_html(TREE.trim_end());
    assert_eq!(tree::shape(&root), SHAPE.trim());
    root.set_inner_html(&TREE.trim_end().replace("<b>", "<b><font>"));
    assert_ne!(tree::shape(&root), SHAPE.trim());
}

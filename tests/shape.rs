//! The build's half of the agreement about a tree's shape; `tests/web.rs` holds the client's.
#![cfg(feature = "ssr")]

use citizens_academy_player::site::markup;

#[test]
fn the_build_and_the_client_measure_the_same_shape() {
    let tree = include_str!("shape/tree.html").trim_end();
    let digest = include_str!("shape/digest.txt").trim();
    assert_eq!(markup::shape(tree), Ok(digest.to_owned()));
}

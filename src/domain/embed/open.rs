//! open-iframe-resizer (2.1): asks until it is answered, then takes every "iframe-resized".

use serde_json::Value;

use super::talk::Size;

/// Returns whether the resizer asks for the height.
#[must_use]
pub fn asks(message: &Value) -> bool {
    message["type"] == "iframe-child-init" || message["type"] == "iframe-get-child-dimensions"
}

/// Tells the size.
#[must_use]
pub fn size(size: Size) -> String {
    let Size { height, width, .. } = size;
    format!(r#"{{"type":"iframe-resized","width":{width},"height":{height}}}"#)
}

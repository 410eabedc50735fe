//! Canvas, in which a tool asks for its height without being asked (Instructure's documentation of
//! LTI window messages, `lti.frameResize`).

use super::talk::Size;

/// Tells the height.
#[must_use]
pub fn height(size: Size) -> String {
    let height = size.height;
    format!(r#"{{"subject":"lti.frameResize","height":{height}}}"#)
}

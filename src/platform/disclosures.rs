//! The sections of the page, as native disclosures.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlDetailsElement;

use super::page;
use crate::domain::ports::Disclosures;

/// Matches every section.
pub const SECTIONS: &str = "details.section";

/// Matches every section that is open.
pub const OPEN_SECTIONS: &str = "details.section[open]";

/// The attribute of a section that was open when its reading was forgotten.
pub const ASIDE: &str = "data-aside";

/// The page's sections. The browser itself opens and closes them; this only does it for all.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageDisclosures;

impl Disclosures for PageDisclosures {
    fn set_all(&self, open: bool) {
        for section in page::all(SECTIONS) {
            if let Some(section) = section.dyn_ref::<HtmlDetailsElement>() {
                section.set_open(open);
            }
        }
    }

    fn set_aside(&self) {
        for section in page::all(OPEN_SECTIONS) {
            // Setting an attribute with a valid name cannot fail.
            let _ = section.set_attribute(ASIDE, "");
        }
    }
}

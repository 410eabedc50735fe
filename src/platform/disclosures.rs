//! The sections of the page, as native disclosures.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlDetailsElement;

use super::page;
use crate::domain::ports::Disclosures;

/// Matches every section.
const SECTIONS: &str = "details.section";

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
}

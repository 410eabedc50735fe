//! What carrying a place elsewhere needs from the outside.

use crate::domain::progress::carry::Codes;

/// The part of the page from which a place is taken to another browser or device, and to which it
/// is brought from there.
pub trait CarryDesk: Send + Sync {
    /// Shows these codes, or none where they are empty. If that changes something, what was said of
    /// what is taken along goes.
    fn show(&self, codes: &Codes);

    /// Says something of what is taken along, and of what is brought; or nothing.
    fn say(&self, taken: &'static str, brought: &'static str);

    /// Empties the field for a code from elsewhere.
    fn clear(&self);
}

/// The twin for a page that nobody looks at.
#[derive(Debug, Default)]
pub struct NoCarryDesk;

impl CarryDesk for NoCarryDesk {
    fn show(&self, _codes: &Codes) {}

    fn say(&self, _taken: &'static str, _brought: &'static str) {}

    fn clear(&self) {}
}

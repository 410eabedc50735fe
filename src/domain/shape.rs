//! The shape of a tree of nodes, as one number.
//!
//! The build writes the shape of the tree that the client will take over into the page. The client
//! measures the tree that it finds: where a translation tool or an extension changed it first, the
//! numbers differ, and the client does not walk into a tree that it cannot know.

use crate::domain::hash::Fnv;

/// Measures a tree, node by node, in document order.
///
/// The number is a [hash](Fnv) of a byte for each node and the letters of each tag.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shape(Fnv);

impl Shape {
    /// Goes into an element with the given tag name, in any case.
    pub fn enter(&mut self, tag: &str) {
        self.byte(b'<');
        tag.bytes()
            .for_each(|letter| self.byte(letter.to_ascii_lowercase()));
    }

    /// Comes out of an element.
    pub fn leave(&mut self) {
        self.byte(b'>');
    }

    /// Passes a text node, whatever its words.
    pub fn text(&mut self) {
        self.byte(b't');
    }

    /// Passes a comment.
    pub fn comment(&mut self) {
        self.byte(b'!');
    }

    /// Returns the shape of everything passed so far, in eight hexadecimal digits.
    #[must_use]
    pub fn digest(self) -> String {
        format!("{:08x}", self.0.value())
    }

    fn byte(&mut self, byte: u8) {
        self.0.add(byte);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(work: impl FnOnce(&mut Shape)) -> String {
        let mut shape = Shape::default();
        work(&mut shape);
        shape.digest()
    }

    #[test]
    fn a_tag_is_its_letters() {
        assert_eq!(of(|_| {}), "811c9dc5");
        assert_eq!(
            of(|shape| shape.enter("a")),
            of(|shape| {
                shape.byte(b'<');
                shape.byte(b'a');
            })
        );
    }

    #[test]
    fn sees_what_tools_do_to_a_page() {
        let built = of(|shape| {
            shape.enter("P");
            shape.text();
            shape.leave();
        });
        let wrapped = of(|shape| {
            shape.enter("p");
            shape.enter("font");
            shape.text();
            shape.leave();
            shape.leave();
        });
        let joined = of(|shape| {
            shape.enter("p");
            shape.leave();
            shape.text();
        });
        assert!(built != wrapped && built != joined && wrapped != joined);
    }
}

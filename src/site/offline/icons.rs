//! The icons of an installed module, drawn from `public/icon.svg`.

use resvg::render;
use resvg::tiny_skia::Color;
use resvg::tiny_skia::Pixmap;
use resvg::tiny_skia::Transform;
use resvg::usvg::Options;
use resvg::usvg::Tree;

use super::picture;
use crate::site::colour::Colour;

/// An icon of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon {
    /// The name of its file.
    pub name: &'static str,
    /// Its width and its height, in pixels.
    pub size: u16,
    /// Whether systems may cut it to a shape of theirs.
    pub maskable: bool,
}

/// What is drawn, apart from the one for Apple's systems: 192 and 512 pixels are what browsers ask
/// of a page that can be installed.
pub const ICONS: [Icon; 3] = [
    icon("icon-192.png", 192, false),
    icon("icon-512.png", 512, false),
    icon("icon-maskable.png", 512, true),
];

/// The icon on the home screen of Apple's systems, which round its corners themselves: 180 pixels
/// is what their largest screens use.
pub const TOUCH: Icon = icon("icon-touch.png", 180, true);

/// How much of a maskable icon the drawing takes: then all of it but its outermost corners lies
/// within the circle that no mask may cut (Web Application Manifest, "Icon masks and safe zone").
const SAFE: f32 = 0.8;

const fn icon(name: &'static str, size: u16, maskable: bool) -> Icon {
    Icon {
        name,
        size,
        maskable,
    }
}

/// Returns the shapes of an SVG.
///
/// # Errors
/// A sentence that says why it cannot be drawn.
pub fn tree(svg: &str) -> Result<Tree, String> {
    Tree::from_str(svg, &Options::default())
        .map_err(|error| format!("it cannot be drawn ({error}); save it as plain SVG"))
}

impl Icon {
    /// Returns the icon as a PNG, drawn from the text of an SVG. Around a maskable one there is
    /// `ground`.
    ///
    /// # Errors
    /// A sentence that says why the SVG cannot be drawn.
    pub fn draw(&self, svg: &str, ground: Colour) -> Result<Vec<u8>, String> {
        let tree = tree(svg)?;
        let size = u32::from(self.size);
        let mut canvas = Pixmap::new(size, size).ok_or("it has no size")?;
        let mut part = 1.0;
        if self.maskable {
            let Colour([red, green, blue]) = ground;
            canvas.fill(Color::from_rgba8(red, green, blue, 255));
            part = SAFE;
        }
        let full = f32::from(self.size);
        let (width, height) = (tree.size().width(), tree.size().height());
        let scale = full * part / width.max(height);
        let place = Transform::from_scale(scale, scale)
            .post_translate((full - width * scale) / 2.0, (full - height * scale) / 2.0);
        render(&tree, place, &mut canvas.as_mut());
        picture::png(&canvas).map_err(|error| format!("its picture cannot be written ({error})"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A wide drawing: its upper half is white, its lower half black.
    const WIDE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="5" fill="white"/><rect y="5" width="20" height="5"/></svg>"#;

    fn pixels(icon: Icon) -> Pixmap {
        let png = icon.draw(WIDE, Colour([1, 2, 3])).unwrap();
        Pixmap::decode_png(&png).unwrap()
    }

    fn pixel(of: &Pixmap, x: u32, y: u32) -> (u8, u8, u8, u8) {
        let color = of.pixel(x, y).unwrap();
        (color.red(), color.green(), color.blue(), color.alpha())
    }

    #[test]
    fn a_drawing_fills_its_icon_from_side_to_side_and_stands_in_its_middle() {
        let drawn = pixels(icon("any", 100, false));
        assert_eq!((drawn.width(), drawn.height()), (100, 100));
        assert_eq!(pixel(&drawn, 50, 10), (0, 0, 0, 0), "nothing above it");
        assert_eq!(pixel(&drawn, 1, 40), (255, 255, 255, 255));
        assert_eq!(pixel(&drawn, 98, 60), (0, 0, 0, 255));
    }

    #[test]
    fn what_a_mask_may_cut_is_ground() {
        let drawn = pixels(icon("mask", 100, true));
        assert_eq!(pixel(&drawn, 5, 50), (1, 2, 3, 255));
        assert_eq!(pixel(&drawn, 50, 5), (1, 2, 3, 255));
        assert_eq!(pixel(&drawn, 15, 40), (255, 255, 255, 255));
    }

    #[test]
    fn what_is_no_drawing_is_told() {
        let told = TOUCH.draw("<p>", Colour([0; 3])).unwrap_err();
        assert!(told.starts_with("it cannot be drawn ("), "{told}");
    }
}

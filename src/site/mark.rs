//! The publisher's mark, beside their name in the header: the site's icon.

use usvg::WriteOptions;

use super::offline::icons;

/// The icon until a publisher puts their own in its place. The header draws it by itself, in the colours
/// of the page ([`drawings::BOOK`](super::drawings::BOOK)).
const OURS: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1f4e5f"/><path d="M16 11c-3-2-6-2.5-9-2v13c3-.5 6 0 9 2 3-2 6-2.5 9-2V9c-3-.5-6 0-9 2zv13" fill="none" stroke="#fff" stroke-width="2.2" stroke-linejoin="round"/></svg>"##;

/// How many bytes a mark may have: it stands in each page, before the text.
const MOST: usize = 4096;

/// The width and height of a mark in the header, in CSS pixels.
const SIZE: u8 = 28;

/// Returns the icon as an element that can stand in a page, or `None` for the project's own.
///
/// It is made anew from the shapes that are drawn: no script, style or address of the file is left.
///
/// # Errors
/// A sentence where the icon cannot be shown so.
pub fn own(icon: &str) -> Result<Option<String>, String> {
    if icon.trim() == OURS {
        return Ok(None);
    }
    let tree = icons::tree(icon)?;
    let options = WriteOptions {
        // Beside the ids of the page's own.
        id_prefix: Some("page-mark-".to_owned()),
        coordinates_precision: 2,
        transforms_precision: 4,
        ..WriteOptions::default()
    };
    let drawn = tree.to_string(&options);
    let shapes = drawn
        .split_once('>')
        .and_then(|(_, rest)| rest.rsplit_once("</svg>"))
        .map(|(shapes, _)| shapes.lines().map(str::trim).collect::<String>())
        .filter(|shapes| !shapes.is_empty())
        .ok_or("nothing of it is drawn; save it as plain SVG, with its text as paths")?;
    // The page's policy refuses both.
    if shapes.contains("<image") || shapes.contains(" style=") {
        return Err(
            "the header can't show its pictures or blended colours; draw it with plain shapes"
                .to_owned(),
        );
    }
    if shapes.len() > MOST {
        let bytes = shapes.len();
        return Err(format!(
            "drawn, it has {bytes} bytes, and each page holds it; make it simpler, {MOST} at most"
        ));
    }
    let (width, height) = (tree.size().width(), tree.size().height());
    Ok(Some(format!(
        r#"<svg width="{SIZE}" height="{SIZE}" viewBox="0 0 {width} {height}" aria-hidden="true">{shapes}</svg>"#
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn icon(shapes: &str) -> String {
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 24">{shapes}</svg>"#)
    }

    #[test]
    fn the_projects_own_is_drawn_by_the_page() {
        assert_eq!(own(&format!("{OURS}\n")), Ok(None));
        assert!(OURS.contains(crate::site::drawings::BOOK));
    }

    #[test]
    fn only_shapes_are_left_of_another() {
        let shapes = r#"<script>alert(1)</script><style>rect { fill: red }</style>
            <a href="https://example.org"><rect width="9" height="9" onload="alert(2)"/></a>"#;
        let mark = own(&icon(shapes)).unwrap().unwrap();
        assert!(mark.starts_with(r#"<svg width="28" height="28" viewBox="0 0 48 24" aria-hidden"#));
        assert!(mark.contains("<path") && mark.contains("#ff0000"), "{mark}");
        for word in ["script", "alert", "style", "example.org"] {
            assert!(!mark.contains(word), "{word} is left in {mark}");
        }
    }

    #[test]
    fn ids_are_beside_the_pages() {
        let shapes = r##"<linearGradient id="now"><stop stop-color="#fff"/><stop offset="1"/></linearGradient>
            <rect width="9" height="9" fill="url(#now)"/>"##;
        let mark = own(&icon(shapes)).unwrap().unwrap();
        assert!(
            mark.contains("id=\"page-mark-") && !mark.contains("id=\"now"),
            "{mark}"
        );
    }

    #[test]
    fn what_cannot_be_shown_is_told() {
        let many = r#"<path d="M0 0h9v9z"/>"#.repeat(200);
        for (shapes, told) in [
            ("<text>Us</text>", "nothing of it is drawn"),
            (
                r#"<rect width="9" height="9" style="mix-blend-mode:multiply"/>"#,
                "blended",
            ),
            (&*many, "make it simpler"),
        ] {
            let error = own(&icon(shapes)).unwrap_err();
            assert!(error.contains(told), "{error}");
        }
        assert!(own("<svg").unwrap_err().contains("cannot be drawn"));
    }
}

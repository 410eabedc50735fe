//! The page without its client, to compare with.

/// The page without scripts, data blocks, and links that fetch scripts or WebAssembly.
pub(super) fn without_client(page: &str) -> String {
    let page = without(page, "<script", "</script>", |_| true);
    without(&page, "<link", ">", |tag| {
        [
            "modulepreload",
            ".wasm",
            ".js\"",
            ".js'",
            "as=\"fetch\"",
            "as=fetch",
        ]
        .iter()
        .any(|sign| tag.contains(sign))
    })
}

/// The page without what lies from `start` to `end`, where `is_unwanted`.
fn without(page: &str, start: &str, end: &str, is_unwanted: impl Fn(&str) -> bool) -> String {
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(from) = rest.find(start) {
        let Some(length) = rest[from..].find(end).map(|at| at + end.len()) else {
            break;
        };
        let (before, found) = rest.split_at(from);
        let (piece, after) = found.split_at(length);
        kept.push_str(before);
        if !is_unwanted(piece) {
            kept.push_str(piece);
        }
        rest = after;
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::without_client;

    #[test]
    fn the_client_goes_and_the_rest_stays() {
        let page = "<link rel=\"stylesheet\" href=\"a.css\">\
                    <link rel=\"modulepreload\" href=\"a.js\">\
                    <link rel=\"preload\" as=\"fetch\" href=\"a_bg.wasm\">\
                    <script type=\"application/json\">{}</script>\
                    <p>Text</p><script type=\"module\">start()</script>";
        assert_eq!(
            without_client(page),
            "<link rel=\"stylesheet\" href=\"a.css\"><p>Text</p>"
        );
    }
}

//! The script that notes errors, and where it goes.

/// Notes what goes wrong in the page. It stands before the page's content policy, which therefore
/// does not forbid it, and takes itself out of the document.
const SPY: &str = r"<script>(() => {
  const found = window.__errors = [];
  const tell = (kind, what) => found.push(kind + ': ' + what);
  const show = (value) => value instanceof Error ? `${value}\n${value.stack}` : String(value);
  for (const level of ['error', 'warn']) {
    const original = console[level];
    console[level] = (...args) => { tell('console.' + level, args.map(show).join(' ')); original.apply(console, args); };
  }
  addEventListener('error', (event) => {
    const at = event.target;
    if (at instanceof Element) tell('not loaded', at.src || at.href || at.tagName);
    else tell('uncaught', event.error ? show(event.error) : event.message);
  }, true);
  addEventListener('unhandledrejection', (event) => tell('unhandled rejection', show(event.reason)));
  addEventListener('securitypolicyviolation', (event) =>
    tell('content policy', event.violatedDirective + ' refused ' + (event.blockedURI || 'something')));
  document.currentScript.remove();
})()</script>";

/// The page with the spy at the very start of its head.
pub(crate) fn with_spy(page: &str) -> String {
    let at = ["<head", "<html", "<!doctype"]
        .iter()
        .find_map(|tag| end_of_tag(page, tag))
        .unwrap_or(0);
    let (before, after) = page.split_at(at);
    format!("{before}{SPY}{after}")
}

/// Where the first tag that begins so ends.
fn end_of_tag(page: &str, tag: &str) -> Option<usize> {
    let lower = page.to_ascii_lowercase();
    let mut from = 0;
    loop {
        let start = from + lower[from..].find(tag)?;
        from = start + tag.len();
        // `<head` is also how `<header` begins.
        if !lower[from..].starts_with(|next: char| next.is_ascii_alphanumeric()) {
            return lower[from..].find('>').map(|end| from + end + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spy_comes_first_in_the_head() {
        for (page, before) in [
            (
                "<!doctype html><head lang=a><meta>",
                "<!doctype html><head lang=a><script>",
            ),
            (
                "<!DOCTYPE html><html><header>",
                "<!DOCTYPE html><html><script>",
            ),
            ("<!doctype html><p>", "<!doctype html><script>"),
            ("<p>", "<script>"),
        ] {
            assert!(with_spy(page).starts_with(before), "{page}");
        }
    }
}

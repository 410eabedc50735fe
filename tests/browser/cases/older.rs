//! An older browser: one that knows no cascade layers, and so no style, and no modules, and so no
//! client.

use browser_tests::prelude::*;

use crate::cases::module::{FIRST, Module, summary_of};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![case(
        "older::gets_the_readable_page",
        gets_the_readable_page,
    )]
}

/// Makes of the page what an older browser makes of it.
fn as_it_is_read(page: &str) -> String {
    page.replace("@layer ", "@not-known-yet ")
        .replace("type=\"module\"", "type=\"not-known-yet\"")
}

async fn gets_the_readable_page(t: Ctx) -> Outcome {
    let server = t.site().rewrite(|page| as_it_is_read(&page)).start()?;
    let module = Module::open_early(&t, &server, Options::new().size(320, 640)).await?;
    check(
        module.style("body", "margin").await? == "8px",
        "this browser took the style",
    )?;
    let seen = module.is_visible(&format!("#{FIRST}")).await?;
    check(!seen, "a section is open at first")?;
    module.click(&summary_of(FIRST)).await?;
    for (what, css) in [
        ("a section's text", format!("#{FIRST}")),
        ("a question", ".question".to_owned()),
        ("its answers", ".answers > summary".to_owned()),
        ("what does not work", ".late .note".to_owned()),
    ] {
        check(
            module.is_visible(&css).await?,
            format!("{what} is not seen: {css}"),
        )?;
    }
    let hidden = module.is_visible(".progress").await?;
    check(!hidden, "the strip promises what nothing does")
}

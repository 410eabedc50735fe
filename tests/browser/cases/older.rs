//! An older browser: one that knows no cascade layers, and so no style, and no modules, and so no
//! client.

use browser_tests::prelude::*;

use crate::cases::exit::{EXIT, Sites};
use crate::cases::module::{FIRST, Module, summary_of};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("older::gets_the_readable_page", gets_the_readable_page),
        case(
            "older::gets_help_and_the_way_out",
            gets_help_and_the_way_out,
        ),
    ]
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

/// What must work in any browser: the list of who can help, and the way out.
async fn gets_help_and_the_way_out(t: Ctx) -> Outcome {
    let sites = Sites::with(&t, t.site().rewrite(|page| as_it_is_read(&page)))?;
    let options = Options::new().size(320, 640);
    let module = Module::open_early(&t, &sites.site, options).await?;
    let call = ".help a[href='tel:08001111']";
    check(!module.is_visible(call).await?, "the list is open at first")?;
    module.click(".help__open").await?;
    check(module.is_visible(call).await?, "the list does not open")?;
    module.click(".help__open").await?;
    module.click(EXIT).await?;
    sites.is_left(&module).await
}

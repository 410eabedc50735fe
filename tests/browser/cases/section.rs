//! Sections open and close by every means, with and without the client.

use browser_tests::prelude::*;
use serde_json::json;

use crate::cases::module::{ADULTS, FIRST, FOLLOW, Module, SECOND, summary_of};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("section::opens_by_pointer", opens_by_pointer),
        case("section::opens_by_keyboard", opens_by_keyboard),
        case("section::opens_before_the_client", opens_before_the_client),
        case("section::opens_without_javascript", opens_without_javascript),
        case("section::show_all_and_hide_all", show_all_and_hide_all),
        case("section::a_fragment_opens_its_section", a_fragment_opens_its_section),
        case("section::back_leads_to_the_fragment_before", back_leads_to_the_fragment_before),
        case("section::its_link_is_copied", its_link_is_copied).only(
            Engine::Chromium,
            "no other engine's driver lets a test look into the clipboard",
        ),
        case("section::what_is_sought_is_shown", what_is_sought_is_shown).only(
            Engine::Chromium,
            "a driver cannot seek; this engine seeks for an address, too",
        ),
        case("section::every_heading_has_a_link", every_heading_has_a_link),
        case("section::state_is_announced", state_is_announced).only(
            Engine::Chromium,
            "no other engine's driver shows the accessibility tree; the disclosure is native in all",
        ),
    ]
}

async fn its_link_is_copied(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let allowed = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
    module.cdp("Browser.grantPermissions", allowed).await?;
    module.goto("?from=here").await?;
    module.is_ready().await?;
    module.toggle(SECOND).await?;
    module.click(&format!(".here[href='#{SECOND}']")).await?;
    let told = "document.querySelector('.exit__count').textContent === 'Link copied.'";
    module.wait_until(told, 2_000, "nothing is told").await?;
    // Whoever reads there stays there.
    let here = server.url("");
    same(
        "the address",
        module.address().await?,
        format!("{here}?from=here"),
    )?;
    let copied: String = module.exec("return navigator.clipboard.readText()").await?;
    same("the clipboard", copied, format!("{here}#{SECOND}"))?;
    let gone = "document.querySelector('.exit__count').textContent === ''";
    module.wait_until(gone, 5_000, "the words stay").await?;
    // Where the browser does not let it, that is said, and the address leads there at least.
    module
        .exec::<serde_json::Value>(
            "Object.defineProperty(navigator, 'clipboard', { configurable: true, get: () => ({
               writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }) })",
        )
        .await?;
    module.click(&format!(".here[href='#{SECOND}']")).await?;
    let told = "document.querySelector('.exit__count').textContent.includes('did not copy')";
    module.wait_until(told, 2_000, "it is not said").await?;
    let there = format!("location.hash === '#{SECOND}'");
    module
        .wait_until(&there, 2_000, "the link leads nowhere")
        .await?;
    module.has_no_errors().await
}

/// Text that an address asks for is sought as a person seeks it, and opens what it stands in (HTML
/// Standard, section 7.4.6.4, "scroll to the fragment", with the text directive).
async fn what_is_sought_is_shown(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let words: String = module
        .exec(&format!(
            "return document.querySelector('#{SECOND} p').textContent.trim().split(/\\s+/).slice(0, 5).join(' ')"
        ))
        .await?;
    same("open at first", module.is_open(SECOND).await?, false)?;
    module.goto("blank.html").await?;
    let encoded = words
        .replace(' ', "%20")
        .replace(',', "%2C")
        .replace('-', "%2D");
    module.goto(&format!("#:~:text={encoded}")).await?;
    module.is_ready().await?;
    let open = format!("document.getElementById('{SECOND}').parentElement.open");
    let sentence = format!("`{words}` does not open its section");
    module.wait_until(&open, 3_000, &sentence).await
}

/// A heading inside the text of a part belongs to that part.
/// The headings of the page, but for those of what is no part of the text: the drawing of a section, which
/// has that section's link; the summary and the end, which are for one who has answered; the form of a
/// sign-up. The page's own title has its address, and a page to share it.
const HEADINGS: &str =
    "[...document.querySelectorAll('main :is(h2, h3, h4, h5, h6)')].filter((e) =>
    !e.matches('.journey *, .summary *, .finish *, .signup *'))";

async fn every_heading_has_a_link(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let (all, without): (usize, Vec<String>) = module
        .exec(&format!(
            "const named = (e) => e.id ? e
               : e.closest('.question') ?? e.closest('details')?.querySelector('.section__text');
             const without = {HEADINGS}.filter((e) => {{
               const part = named(e);
               return !part || !document.querySelector(`.here[href='#${{part.id}}']`);
             }});
             return [{HEADINGS}.length, without.map((e) => e.textContent)]"
        ))
        .await?;
    check(all > 45, format!("there are only {all} headings"))?;
    check(without.is_empty(), format!("no link to copy: {without:?}"))?;
    // Each says which, to those who hear a list of links.
    let named = "[...document.querySelectorAll('.here')].map((e) => e.getAttribute('aria-label'))";
    let told = format!("{named}.every(Boolean)");
    module
        .wait_until(&told, FOLLOW, "a link does not say what it leads to")
        .await?;
    let links: Vec<String> = module.exec(&format!("return {named}")).await?;
    for name in [
        "Link to this: What to do now",
        "Link to this: Fake pictures",
        "Link to this: I sent a picture and I'm worried",
        "Link to this: Pictures that disappear",
    ] {
        let once = links.iter().filter(|it| *it == name).count();
        same(&format!("links called {name:?}"), once, 1)?;
    }
    Ok(())
}

async fn opens_by_pointer(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    same("sections open at first", module.open_sections().await?, 0)?;
    module.toggle(FIRST).await?;
    module.toggle(ADULTS).await?;
    same("sections open together", module.open_sections().await?, 2)?;
    module.toggle(FIRST).await?;
    same("the first is open", module.is_open(FIRST).await?, false)
}

async fn opens_by_keyboard(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module
        .exec::<serde_json::Value>(
            "document.querySelector('.progress button:last-of-type').focus()",
        )
        .await?;
    for _ in 0..30 {
        module.tab().await?;
        let found = module
            .exec::<bool>(&format!(
                "return document.activeElement === document.querySelector('{}')",
                summary_of(FIRST)
            ))
            .await?;
        if found {
            module.press("Enter").await?;
            same("open after Enter", module.is_open(FIRST).await?, true)?;
            module.press("Space").await?;
            same("open after Space", module.is_open(FIRST).await?, false)?;
            return same(
                "the focus",
                module.focused().await?.tag,
                "summary".to_owned(),
            );
        }
    }
    Err(Failure::new("Tab never reaches the first section"))
}

async fn opens_before_the_client(t: Ctx) -> Outcome {
    let server = t.site().fault("*.wasm", Fault::Hang).start()?;
    let module = Module::open_early(&t, &server, Options::new()).await?;
    module.toggle(SECOND).await?;
    same("open", module.is_open(SECOND).await?, true)?;
    let shown = module.is_visible("#threats").await?;
    check(shown, "the section's text is not shown")?;
    check(
        !module.is_visible(".progress").await?,
        "the strip promises what nothing does yet",
    )
}

async fn opens_without_javascript(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open_early(&t, &server, Options::new().without_java_script()).await?;
    module.click(&summary_of(FIRST)).await?;
    let shown = module.is_visible("#i-sent-one").await?;
    check(shown, "the section's text is not shown")?;
    let told = module.text(".head").await?;
    check(
        told.contains("JavaScript is switched off"),
        "nothing says what does not work",
    )?;
    check(
        !module.is_visible(".progress").await?,
        "the strip promises what nothing does",
    )
}

async fn show_all_and_hide_all(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let all = module.count("details.section").await?;
    module.click(".progress__all button:first-child").await?;
    same("sections open", module.open_sections().await?, all)?;
    same(
        "the focus",
        module.focused().await?.text,
        "Show all".to_owned(),
    )?;
    module.click(".progress__all button:last-child").await?;
    same("sections open", module.open_sections().await?, 0)
}

/// A heading within a section, and that section.
const HEADING: &str = "#fake";
const HOLDER: &str = "exploitation";

async fn a_fragment_opens_its_section(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.toggle(FIRST).await?;
    let inside = format!("#{FIRST} a[href^='#']");
    let read = format!("return document.querySelector(\"{inside}\").getAttribute('href')");
    let target: String = module.exec(&read).await?;
    module.click(&inside).await?;
    let place = format!("document.querySelector('{target}').getBoundingClientRect()");
    let seen = format!("{place}.height > 0 && {place}.top >= 0 && {place}.top < innerHeight");
    module
        .wait_until(&seen, 3000, "the link does not open its section")
        .await?;
    module.goto(&format!("#{ADULTS}")).await?;
    same("open by its address", module.is_open(ADULTS).await?, true)?;
    // A heading in it, too.
    same("open", module.is_open(HOLDER).await?, false)?;
    module.goto(HEADING).await?;
    let place = format!("document.querySelector('{HEADING}').getBoundingClientRect()");
    let seen = format!("{place}.height > 0 && {place}.top >= 0 && {place}.top < innerHeight");
    module
        .wait_until(&seen, 3000, "its address does not lead to a heading")
        .await?;
    same("open", module.is_open(HOLDER).await?, true)?;
    let open = module.open_sections().await?;
    module.goto("#no-such-section").await?;
    same("sections open", module.open_sections().await?, open)?;
    module.has_no_errors().await?;
    for wrong in ["#no-such-section", "#%", "#\"]", "#page-help%00"] {
        module.goto("blank.html").await?;
        module.goto(wrong).await?;
        module.is_ready().await?;
        module.has_no_errors().await?;
    }
    Ok(())
}

/// Addresses that a person types are entries of the history: each leads to its place again. Links within
/// the page are none (`exit::links_inside_leave_no_entries`).
async fn back_leads_to_the_fragment_before(t: Ctx) -> Outcome {
    let server = t.site().spy().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module
        .exec::<serde_json::Value>("window.same = true")
        .await?;
    module.goto(&format!("#{SECOND}")).await?;
    module.goto(&format!("#{ADULTS}")).await?;
    // Whoever closed it on the way finds it open.
    module.toggle(SECOND).await?;
    module.exec::<serde_json::Value>("scrollTo(0, 0)").await?;
    module.back().await?;
    let back = format!(
        "window.same && location.hash === '#{SECOND}'
         && document.getElementById('{SECOND}').parentElement.open
         && (({{top, bottom}}) => bottom > 0 && top < innerHeight)(
           document.getElementById('{SECOND}').getBoundingClientRect())"
    );
    module
        .wait_until(&back, 3_000, "Back does not lead to the section before")
        .await?;
    module.has_no_errors().await
}

async fn state_is_announced(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    let expanded = async || -> Outcome<bool> {
        let tree = module.cdp("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let title = module.text(&format!("{} h3", summary_of(FIRST))).await?;
        let node = nodes.iter().find(|node| {
            node["role"]["value"] == "DisclosureTriangle"
                && node["name"]["value"]
                    .as_str()
                    .is_some_and(|name| name.starts_with(&title))
        });
        let node = node.ok_or_else(|| Failure::new("the section is not a disclosure"))?;
        let properties = node["properties"].as_array().cloned().unwrap_or_default();
        Ok(properties
            .iter()
            .any(|p| p["name"] == "expanded" && p["value"]["value"] == true))
    };
    same("announced as open", expanded().await?, false)?;
    module.toggle(FIRST).await?;
    same("announced as open", expanded().await?, true)
}

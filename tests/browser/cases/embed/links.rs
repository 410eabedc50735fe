//! Links of a framed module: out of it into new tabs, within it to where they lead.

use browser_tests::prelude::*;
use serde_json::Value;

use super::hosts::{Host, frame, open_to_all};

/// The cases of this file.
pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            "embed::links_lead_out_into_new_tabs",
            links_lead_out_into_new_tabs,
        ),
        case(
            "embed::says_where_links_do_not_open",
            says_where_links_do_not_open,
        ),
        case(
            "embed::links_within_bring_the_page_along",
            links_within_bring_the_page_along,
        ),
        case(
            "embed::a_link_to_copy_moves_nothing",
            a_link_to_copy_moves_nothing,
        ),
    ]
}

/// Clicks what `css` selects in the frame `name` as a pointer does. The page around it is scrolled to
/// there first: Firefox's driver does not.
async fn click_in(host: &Host, name: &str, css: &str) -> Outcome {
    let top = format!("return document.querySelector('{css}').getBoundingClientRect().top");
    let top: f64 = host.exec_in(&frame(name), &top).await?;
    let bring = format!(
        "scrollTo(0, scrollY + {}.getBoundingClientRect().top + {top} - 250)",
        frame(name)
    );
    host.exec::<Value>(&bring).await?;
    host.enter_frame_of(&frame(name)).await?;
    let clicked = host.click(css).await;
    host.leave_frame().await?;
    clicked
}

async fn links_lead_out_into_new_tabs(t: Ctx) -> Outcome {
    let host = Host::open(&t, &["own"], Options::new()).await?;
    host.fits("own").await?;
    let stay: Vec<String> = host
        .exec_in(
            &frame("own"),
            "return [...document.querySelectorAll('a[href]:not([class*=exit])')]
               .filter((e) => !/^(#|tel:|sms:|mailto:|data:)/.test(e.getAttribute('href')) && e.target !== '_blank')
               .map((e) => e.getAttribute('href'))",
        )
        .await?;
    check(
        stay.is_empty(),
        format!("links that would open in the frame: {stay:?}"),
    )?;
    let tabs = host.driver().await?.windows().await?.len();
    let address = host.address().await?;
    click_in(&host, "own", "#page-framed a").await?;
    let mut opened = tabs;
    for _ in 0..100 {
        opened = host.driver().await?.windows().await?.len();
        if opened > tabs {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    same("tabs", opened, tabs + 1)?;
    same("the address of the host", host.address().await?, address)?;
    let said: usize = host
        .exec_in(
            &frame("own"),
            "return document.querySelectorAll('.refused').length",
        )
        .await?;
    same("words about a link that opened", said, 0)
}

async fn says_where_links_do_not_open(t: Ctx) -> Outcome {
    let html = "<iframe id=strict sandbox='allow-scripts allow-same-origin' src='MODULE?embed=h5p'
        title=Strict></iframe><script src=/h5p-resizer.js></script>";
    let host = Host::show(&t, open_to_all(&t).start()?, html, Options::new()).await?;
    host.is_ready("strict").await?;
    host.fits("strict").await?;
    let address: String = host
        .exec_in(&frame("strict"), "return location.href")
        .await?;
    for _ in 0..2 {
        click_in(&host, "strict", ".foot a[href*=creativecommons]").await?;
        let said = "document.querySelector('.foot .refused')?.textContent
            .endsWith('https://creativecommons.org/licenses/by/4.0/')";
        let sentence = "the page does not say that the link did not open, and where it leads";
        host.wait_in(&frame("strict"), said, 3_000, sentence)
            .await?;
    }
    let said: usize = host
        .exec_in(
            &frame("strict"),
            "return document.querySelectorAll('.refused').length",
        )
        .await?;
    same("how often it is said", said, 1)?;
    let now: String = host
        .exec_in(&frame("strict"), "return location.href")
        .await?;
    same("the frame's address", now, address)
}

/// What is copied is not followed.
async fn a_link_to_copy_moves_nothing(t: Ctx) -> Outcome {
    let host = Host::open(&t, &["own"], Options::new().size(768, 600)).await?;
    host.fits("own").await?;
    host.is_at_rest().await?;
    click_in(&host, "own", ".group .here").await?;
    let said = "document.querySelector('.exit__count').textContent.length > 5";
    let sentence = "nothing is said of a link that was to be copied";
    host.wait_in(&frame("own"), said, 3_000, sentence).await?;
    host.is_at_rest().await?;
    let leads: usize = host
        .exec("return heard.filter(({ data }) => data?.type === 'lead').length")
        .await?;
    same("where the host is asked to go", leads, 0)
}

/// A link to a section far below does something, though the frame itself has nothing to scroll.
async fn links_within_bring_the_page_along(t: Ctx) -> Outcome {
    for name in ["own", "resizer5"] {
        let host = Host::open(&t, &[name], Options::new().size(768, 600)).await?;
        host.fits(name).await?;
        let address = host.address().await?;
        // The first link to a later group.
        let mark = "const link = document.querySelector('.head__now a');
            link.setAttribute('href', '#' + [...document.querySelectorAll('.group__title')].at(-1).id);";
        host.exec_in::<Value>(&frame(name), mark).await?;
        click_in(&host, name, ".head__now a").await?;
        let top = "return [...document.querySelectorAll('.group__title')].at(-1).getBoundingClientRect().top";
        let top: f64 = host.exec_in(&frame(name), top).await?;
        let seen = format!(
            "(() => {{ const y = {}.getBoundingClientRect().top + {top};
               return scrollY > 200 && y > -60 && y < innerHeight; }})()",
            frame(name)
        );
        let sentence = format!("a link in `{name}` leads nowhere that is seen");
        host.wait_until(&seen, 5_000, &sentence).await?;
        same("the address of the host", host.address().await?, address)?;
    }
    Ok(())
}

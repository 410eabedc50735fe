//! A click on the first section as soon as it is seen, before the client has arrived.

use std::time::Duration;

use serde_json::json;
use tokio::time::{Instant, sleep};

use super::Line;
use super::recorder;
use super::visit::arrive;
use crate::failure::{Failure, Outcome};
use crate::page::Page;
use crate::server::SiteBuilder;

/// Where to click, once something is painted. All in one question, for each takes its time on a
/// slow device.
const FIRST_SECTION: &str = "
const summary = document.querySelector('details > summary');
if (!summary || !performance.getEntriesByName('first-contentful-paint').length) return null;
summary.scrollIntoView({ block: 'nearest' });
const { x, y, width, height } = summary.getBoundingClientRect();
return [x + width / 2, y + height / 2];";
/// How long it may take until the section is open.
const LIMIT: Duration = Duration::from_secs(30);

/// Times in milliseconds from the start of the navigation.
#[derive(Debug, Clone, Copy)]
pub(super) struct FirstClick {
    /// First contentful paint.
    pub(super) paint: f64,
    /// When the person pressed.
    pub(super) pressed: f64,
    /// When the section opened.
    pub(super) opened: f64,
}

/// Visits over the slow line and clicks as soon as something is painted.
pub(super) async fn first_click(site: SiteBuilder) -> Outcome<FirstClick> {
    let server = site.brotli().start()?;
    let page = arrive(&server, Line::Slow).await?;
    page.goto("").await?;
    let deadline = Instant::now() + LIMIT;
    let mut is_clicked = false;
    while Instant::now() < deadline {
        if is_clicked {
            let notes = recorder::read(&page).await?;
            if let (Some(paint), Some(pressed), Some(opened)) =
                (notes.paint, notes.pressed, notes.opened)
            {
                return Ok(FirstClick {
                    paint,
                    pressed,
                    opened,
                });
            }
        } else if let Ok(Some(place)) = page.exec::<Option<(f64, f64)>>(FIRST_SECTION).await {
            // In between two documents the question fails; then it is asked again.
            click_at(&page, place).await?;
            is_clicked = true;
        }
        sleep(Duration::from_millis(10)).await;
    }
    Err(Failure::new(
        "a click on the first section at first paint did not open it",
    ))
}

/// Presses and releases the mouse, as the browser takes it from the system.
pub(super) async fn click_at(page: &Page, (x, y): (f64, f64)) -> Outcome {
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
        page.cdp("Input.dispatchMouseEvent", event).await?;
    }
    Ok(())
}

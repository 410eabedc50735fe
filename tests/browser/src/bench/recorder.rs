//! The notes that a page takes of its own start.

use serde::Deserialize;
use serde_json::json;

use crate::failure::Outcome;
use crate::page::Page;

/// The script that takes them.
const SCRIPT: &str = include_str!("recorder.js");

/// Reads them.
const READ: &str = "
const entry = (name, kind) => performance.getEntriesByName(name, kind)[0];
return { ...window.__bench,
  paint: entry('first-contentful-paint', 'paint')?.startTime ?? null,
  hydration: entry('academy-start', 'measure')?.duration ?? null,
  state: document.documentElement.dataset.client ?? null,
  is_loaded: document.readyState === 'complete' };";

/// Times are in milliseconds from the start of the navigation.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Notes {
    /// First contentful paint.
    pub(super) paint: Option<f64>,
    /// When the client said that it is ready.
    pub(super) ready: Option<f64>,
    /// How long hydration took, by the client's own measure.
    pub(super) hydration: Option<f64>,
    /// When the person pressed.
    pub(super) pressed: Option<f64>,
    /// When a section opened after that.
    pub(super) opened: Option<f64>,
    /// The sum of layout shifts.
    pub(super) shift: f64,
    /// Long tasks: start and duration.
    pub(super) tasks: Vec<(f64, f64)>,
    /// What the client says of itself: `ready`, `failed`, …
    pub(super) state: Option<String>,
    /// Whether everything that the page names has been loaded.
    pub(super) is_loaded: bool,
}

/// Has every page from now on take notes.
pub(super) async fn install(page: &Page) -> Outcome {
    let script = json!({ "source": SCRIPT });
    page.cdp("Page.addScriptToEvaluateOnNewDocument", script)
        .await?;
    Ok(())
}

/// The notes so far.
pub(super) async fn read(page: &Page) -> Outcome<Notes> {
    page.exec(READ).await
}

impl Notes {
    /// How long the page could not answer: what each long task takes beyond 50 ms, from the
    /// first paint to `end`.
    pub(super) fn blocked_until(&self, end: f64) -> f64 {
        /// What a person does not notice.
        const UNNOTICED: f64 = 50.0;
        let start = self.paint.unwrap_or_default();
        let tasks = self.tasks.iter();
        tasks
            .filter(|(from, length)| from + length > start && *from < end)
            .map(|(_, length)| (length - UNNOTICED).max(0.0))
            // `sum` of nothing would be -0.
            .fold(0.0, |sum, time| sum + time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_tasks_after_the_first_paint_block() {
        let notes = Notes {
            paint: Some(100.0),
            ready: None,
            hydration: None,
            pressed: None,
            opened: None,
            shift: 0.0,
            tasks: vec![(0.0, 90.0), (150.0, 80.0), (900.0, 60.0), (3000.0, 500.0)],
            state: None,
            is_loaded: true,
        };
        assert!((notes.blocked_until(2000.0) - 40.0).abs() < 1e-9);
    }
}

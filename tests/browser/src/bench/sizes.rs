//! What a first load fetches.

use std::time::Duration;

use tokio::time::sleep;

use super::{Figure, Line, visit};
use crate::failure::Outcome;
use crate::server::{Request, SiteBuilder};

/// Everything, in KB.
const BYTES_BUDGET: f64 = 110.0;
/// WebAssembly alone, in KB.
const WASM_BUDGET: f64 = 76.0;
/// What a sign-up may add to everything, in KB: to what it may be, not to what it is, so that this
/// stays true when the page without one grows.
const SIGNUP_BYTES_BUDGET: f64 = 14.0;
/// What it may add to the WebAssembly, in KB.
const SIGNUP_WASM_BUDGET: f64 = 12.5;
/// Requests.
const REQUESTS_BUDGET: f64 = 8.0;
/// How long a service worker is given to fetch what it keeps.
const WORKER_TIME: Duration = Duration::from_secs(2);

/// What a first load fetches. A service worker's own copies are counted apart: they come after
/// the page, and nobody waits for them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sizes {
    /// The requests of the page.
    pub requests: u32,
    /// Their bodies, in bytes.
    pub bytes: u32,
    /// Of these, WebAssembly.
    pub wasm: u32,
    /// The requests of and for the service worker.
    pub worker_requests: u32,
    /// Their bodies, in bytes.
    pub worker_bytes: u32,
}

impl Sizes {
    /// Loads the site once, and counts.
    pub async fn of(site: SiteBuilder) -> Outcome<Self> {
        Self::as_sent(site.brotli()).await
    }

    /// The same, as the server sends it.
    pub(super) async fn as_sent(site: SiteBuilder) -> Outcome<Self> {
        let server = site.start()?;
        let is_over = visit(&server, Line::Plain, true).await.map(|_| ());
        sleep(WORKER_TIME).await;
        is_over.map(|()| Self::count(&server.requests()))
    }

    /// Adds up a log of requests.
    #[must_use]
    pub fn count(requests: &[Request]) -> Self {
        let mut sizes = Self::default();
        let mut workers: Vec<&str> = Vec::new();
        for request in requests {
            let sent = request.response.as_ref();
            let bytes = sent.map_or(0, |sent| u32::try_from(sent.bytes).unwrap_or(u32::MAX));
            if request.header("service-worker") == Some("script") {
                workers.push(&request.path);
            }
            let asked_by = request.header("referer").unwrap_or_default();
            let is_workers = workers.contains(&request.path.as_str())
                || workers.iter().any(|worker| asked_by.ends_with(worker));
            if is_workers {
                sizes.worker_requests += 1;
                sizes.worker_bytes += bytes;
                continue;
            }
            sizes.requests += 1;
            sizes.bytes += bytes;
            if sent.is_some_and(|sent| sent.kind == "application/wasm") {
                sizes.wasm += bytes;
            }
        }
        sizes
    }

    /// The numbers with their budgets.
    #[must_use]
    pub fn figures(&self) -> Vec<Figure> {
        vec![
            Figure::told("first load, brotli", kilobytes(self.bytes), "KB")
                .at_most(BYTES_BUDGET)
                .kept(),
            Figure::told("of it WebAssembly", kilobytes(self.wasm), "KB")
                .at_most(WASM_BUDGET)
                .kept(),
            Figure::told("requests of the first load", self.requests.into(), "")
                .at_most(REQUESTS_BUDGET)
                .kept(),
            Figure::told(
                "kept for offline use, afterwards",
                kilobytes(self.worker_bytes),
                "KB",
            ),
            Figure::told("requests for that", self.worker_requests.into(), ""),
        ]
    }

    /// The numbers of a site with a sign-up, with their budgets.
    #[must_use]
    pub fn figures_with_signup(&self) -> Vec<Figure> {
        vec![
            Figure::told("first load with a sign-up", kilobytes(self.bytes), "KB")
                .at_most(BYTES_BUDGET + SIGNUP_BYTES_BUDGET)
                .kept(),
            Figure::told("of it WebAssembly", kilobytes(self.wasm), "KB")
                .at_most(WASM_BUDGET + SIGNUP_WASM_BUDGET)
                .kept(),
        ]
    }
}

/// Thousands of bytes.
fn kilobytes(bytes: u32) -> f64 {
    f64::from(bytes) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::Response;

    fn request(path: &str, header: (&str, &str), bytes: usize) -> Request {
        let kind = if path.contains("wasm") {
            "application/wasm"
        } else {
            "text/html"
        };
        Request {
            method: "GET".to_owned(),
            path: path.to_owned(),
            headers: vec![(header.0.to_owned(), header.1.to_owned())],
            body: String::new(),
            response: Some(Response {
                status: 200,
                kind: kind.to_owned(),
                bytes,
                compressed: true,
            }),
        }
    }

    #[test]
    fn a_workers_copies_are_counted_apart() {
        let log = [
            request("/", ("accept", "*/*"), 10),
            request("/client_bg.wasm", ("referer", "http://a/"), 100),
            request("/sw.js", ("service-worker", "script"), 1),
            request("/client_bg.wasm", ("referer", "http://a/sw.js"), 100),
        ];
        let expected = Sizes {
            requests: 2,
            bytes: 110,
            wasm: 100,
            worker_requests: 2,
            worker_bytes: 101,
        };
        assert_eq!(Sizes::count(&log), expected);
    }

    #[test]
    fn a_sign_up_may_add_to_what_a_page_without_one_may_be() {
        let sizes = Sizes {
            bytes: 1,
            wasm: 1,
            ..Sizes::default()
        };
        let budgets = |figures: Vec<Figure>| -> Vec<f64> {
            figures.iter().filter_map(|figure| figure.budget).collect()
        };
        let without = budgets(sizes.figures());
        let with = budgets(sizes.figures_with_signup());
        assert!(with.len() == 2 && with[0] > without[0] && with[1] > without[1]);
        let large = Sizes {
            bytes: 1_000_000,
            wasm: 1_000_000,
            ..sizes
        };
        assert!(large.figures_with_signup().iter().all(Figure::is_error));
    }
}

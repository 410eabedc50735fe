//! What a server serves, and what it makes of a path.

use std::collections::HashMap;
use std::fmt;
use std::future;
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Duration;

use axum::body::Bytes;
use citizens_academy_player::site::offline::worker;
use tokio::time::sleep;

use super::builder::Rewrite;
use super::{Answer, Fault, Request, faults, files, html, locked};

/// What a server serves, and what it has seen.
pub(super) struct Site {
    pub(super) folder: Mutex<PathBuf>,
    pub(super) prefix: String,
    pub(super) spy: bool,
    pub(super) offline: bool,
    pub(super) brotli: bool,
    pub(super) headers: Vec<(String, String)>,
    pub(super) rewrites: Vec<Rewrite>,
    pub(super) answers: HashMap<String, Answer>,
    pub(super) faults: Mutex<Vec<(String, Fault)>>,
    pub(super) log: Mutex<Vec<Request>>,
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site")
            .field("folder", &self.folder)
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}

/// An answer before it is sent.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) status: u16,
    pub(super) kind: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Bytes,
    /// Where it does not go on by itself.
    pub(super) stop: Option<Stop>,
}

/// What happens to an answer on its way, after so many bytes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stop {
    /// The connection breaks.
    Broken(usize),
    /// Nothing comes for a while.
    Paused(usize),
}

impl Draft {
    fn new(status: u16, kind: &str, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            kind: kind.to_owned(),
            headers: Vec::new(),
            body: body.into(),
            stop: None,
        }
    }

    /// A bare status.
    pub(super) fn failed(status: u16) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("{status}\n"))
    }
}

/// What an [`Answer`] gives; a preflight request gets its headers alone.
pub(super) async fn given(answer: &Answer, method: &str) -> Draft {
    sleep(answer.delay).await;
    let (status, body) = if method == "OPTIONS" {
        (204, String::new())
    } else {
        (answer.status, answer.body.clone())
    };
    let mut draft = Draft::new(status, "text/plain; charset=utf-8", body);
    for (name, value) in &answer.headers {
        if name == "content-type" {
            draft.kind.clone_from(value);
        } else {
            draft.headers.push((name.clone(), value.clone()));
        }
    }
    draft
}

impl Site {
    /// The file at `path`, with the faults that its name has.
    pub(super) async fn file(&self, path: &str) -> Draft {
        let Some(name) = path.strip_prefix(&self.prefix) else {
            return self.outside(path);
        };
        let faults: Vec<Fault> = locked(&self.faults)
            .iter()
            .filter(|(pattern, _)| faults::fits(pattern, name))
            .map(|(_, fault)| fault.clone())
            .collect();
        let mut draft = self.read(name, path);
        for fault in &faults {
            match fault.delay() {
                Some(Duration::ZERO) => {}
                Some(delay) => sleep(delay).await,
                None => future::pending().await,
            }
            fault.spoil(&mut draft);
        }
        draft.headers.extend(self.headers.iter().cloned());
        draft
    }

    /// The way to the folder, for an address that only lacks its last stroke.
    fn outside(&self, path: &str) -> Draft {
        if self.prefix.strip_suffix('/') == Some(path) {
            return redirection(&self.prefix);
        }
        Draft::failed(404)
    }

    fn read(&self, name: &str, path: &str) -> Draft {
        if !self.offline && name == worker::FILE {
            // One that does nothing: none at all would be an error in the browser's log.
            return Draft::new(200, "text/javascript; charset=utf-8", "");
        }
        let folder = locked(&self.folder).clone();
        let Some(file) = files::locate(&folder, name) else {
            return Draft::failed(404);
        };
        if file.is_dir() {
            return redirection(&format!("{path}/"));
        }
        let Ok(bytes) = std::fs::read(&file) else {
            return Draft::failed(404);
        };
        let kind = files::kind(&file);
        let mut draft = if kind.starts_with("text/html") {
            Draft::new(200, kind, self.rewritten(&bytes))
        } else {
            Draft::new(200, kind, bytes)
        };
        // Otherwise browsers keep files for a while of their own choosing.
        draft
            .headers
            .push(("cache-control".to_owned(), "no-cache".to_owned()));
        draft
    }

    fn rewritten(&self, page: &[u8]) -> String {
        let page = String::from_utf8_lossy(page).into_owned();
        let page = self
            .rewrites
            .iter()
            .fold(page, |page, rewrite| rewrite(page));
        if self.spy {
            html::with_spy(&page)
        } else {
            page
        }
    }
}

fn redirection(to: &str) -> Draft {
    let mut draft = Draft::failed(301);
    draft.headers.push(("location".to_owned(), to.to_owned()));
    draft
}

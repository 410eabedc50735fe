//! How a server is set up.

use std::collections::HashMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Mutex;

use super::site::Site;
use super::{Answer, Fault, Server};
use crate::failure::{Outcome, check};

/// A change to every page that is served.
pub(super) type Rewrite = Box<dyn Fn(String) -> String + Send + Sync>;

/// A server that is not yet started.
pub struct SiteBuilder {
    folder: Outcome<PathBuf>,
    prefix: String,
    spy: bool,
    offline: Option<bool>,
    brotli: bool,
    headers: Vec<(String, String)>,
    rewrites: Vec<Rewrite>,
    faults: Vec<(String, Fault)>,
    answers: HashMap<String, Answer>,
}

impl SiteBuilder {
    /// Serves `folder` at `/`. A folder that could not be found is told of by `start`.
    #[must_use]
    pub fn new(folder: Outcome<PathBuf>) -> Self {
        Self {
            folder,
            prefix: "/".to_owned(),
            spy: false,
            offline: None,
            brotli: false,
            headers: Vec::new(),
            rewrites: Vec::new(),
            faults: Vec::new(),
            answers: HashMap::new(),
        }
    }

    /// Serves the folder at this path, such as `/a/b/c/`.
    #[must_use]
    pub fn at(mut self, prefix: &str) -> Self {
        self.prefix = match prefix.trim_matches('/') {
            "" => "/".to_owned(),
            inner => format!("/{inner}/"),
        };
        self
    }

    /// Puts a script before all else in every page that notes errors for
    /// [`Page::errors`](crate::page::Page::errors).
    #[must_use]
    pub fn spy(mut self) -> Self {
        self.spy = true;
        self
    }

    /// Whether the page has the browser keep the site. It does as a rule; but a page that is
    /// [rewritten](Self::rewrite) or [spied](Self::spy) on cannot be kept, for its sum is another,
    /// and has no browser try.
    #[must_use]
    pub fn offline(mut self, offline: bool) -> Self {
        self.offline = Some(offline);
        self
    }

    /// Compresses for browsers that accept brotli, as well as hosts do. It takes a while for
    /// a development build, so only what measures bytes asks for it.
    #[must_use]
    pub fn brotli(mut self) -> Self {
        self.brotli = true;
        self
    }

    /// Sends one more header with every file.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Changes every page before it is sent.
    #[must_use]
    pub fn rewrite(mut self, rewrite: impl Fn(String) -> String + Send + Sync + 'static) -> Self {
        self.rewrites.push(Box::new(rewrite));
        self
    }

    /// Files whose path below the folder fits `pattern`, in which `*` stands for anything, fail
    /// so. Several faults of one file add up.
    #[must_use]
    pub fn fault(mut self, pattern: &str, fault: Fault) -> Self {
        self.faults.push((pattern.to_owned(), fault));
        self
    }

    /// Answers every request for `path` (from the root of the server) so.
    #[must_use]
    pub fn answer(mut self, path: &str, answer: Answer) -> Self {
        self.answers.insert(path.to_owned(), answer);
        self
    }

    /// Starts the server.
    pub fn start(self) -> Outcome<Server> {
        let folder = self.folder?;
        check(
            folder.is_dir(),
            format!("there is no folder `{}` to serve", folder.display()),
        )?;
        Server::start(Site {
            folder: Mutex::new(folder),
            prefix: self.prefix,
            spy: self.spy,
            offline: self
                .offline
                .unwrap_or(!self.spy && self.rewrites.is_empty()),
            brotli: self.brotli,
            headers: self.headers,
            rewrites: self.rewrites,
            answers: self.answers,
            faults: Mutex::new(self.faults),
            log: Mutex::new(Vec::new()),
        })
    }
}

impl fmt::Debug for SiteBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SiteBuilder")
            .field("folder", &self.folder)
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}

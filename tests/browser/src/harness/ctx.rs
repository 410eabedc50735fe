//! What a case is given.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use crate::engine::Engine;
use crate::failure::Outcome;
use crate::options::Options;
use crate::page::Page;
use crate::server::{Server, SiteBuilder};
use crate::settings;

/// The engine that a case runs in, and what it can start there.
#[derive(Debug, Clone)]
pub struct Ctx {
    engine: Engine,
    pages: Arc<Mutex<Vec<Page>>>,
}

impl Ctx {
    pub(super) fn new(engine: Engine) -> Self {
        Self {
            engine,
            pages: Arc::default(),
        }
    }

    /// The engine of this run of the case.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// A server of the release build, to be set up and started.
    #[must_use]
    pub fn site(&self) -> SiteBuilder {
        SiteBuilder::new(settings::path(settings::SITE))
    }

    /// A server of the debug build: its client checks that it finds the page it expects.
    #[must_use]
    pub fn dev_site(&self) -> SiteBuilder {
        SiteBuilder::new(settings::path(settings::DEV_SITE))
    }

    /// A server of the release build for a publisher with a sign-up.
    #[must_use]
    pub fn signup_site(&self) -> SiteBuilder {
        SiteBuilder::new(settings::path(settings::SIGNUP_SITE))
    }

    /// A server of any folder.
    #[must_use]
    pub fn folder(&self, folder: impl Into<PathBuf>) -> SiteBuilder {
        SiteBuilder::new(Ok(folder.into()))
    }

    /// Starts a browser and opens the first page of `server`.
    pub async fn open(&self, server: &Server, options: Options) -> Outcome<Page> {
        let page = self.browser(server, options).await?;
        page.goto("").await?;
        Ok(page)
    }

    /// Starts a browser and opens what lies at this address; the paths of the page follow it.
    pub async fn open_at(&self, address: String, options: Options) -> Outcome<Page> {
        let page = self.start(address, options).await?;
        page.goto("").await?;
        Ok(page)
    }

    /// Starts a browser with an empty page; its paths will be those of `server`.
    pub async fn browser(&self, server: &Server, options: Options) -> Outcome<Page> {
        self.start(server.url(""), options).await
    }

    async fn start(&self, base: String, options: Options) -> Outcome<Page> {
        let page = Page::start(self.engine, &options, base).await?;
        self.pages
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(page.clone());
        Ok(page)
    }

    /// The page that was opened last.
    pub(super) fn last_page(&self) -> Option<Page> {
        self.pages
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .last()
            .cloned()
    }
}

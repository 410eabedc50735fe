//! What a case is given.

use std::mem;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::engine::Engine;
use crate::failure::Outcome;
use crate::options::Options;
use crate::page::Page;
use crate::pool::Pool;
use crate::server::{Server, SiteBuilder};
use crate::settings;

/// The engine that a case runs in, and what it can start there.
#[derive(Debug, Clone)]
pub struct Ctx {
    engine: Engine,
    /// Where its browsers come from and go to.
    pool: Arc<Pool>,
    pages: Arc<Mutex<Vec<Page>>>,
}

impl Ctx {
    pub(super) fn new(engine: Engine, pool: Arc<Pool>) -> Self {
        Self {
            engine,
            pool,
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

    /// A server of the release build of a site of several modules.
    #[must_use]
    pub fn library_site(&self) -> SiteBuilder {
        SiteBuilder::new(settings::path(settings::LIBRARY_SITE))
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
        let page = self.page(&options, base).await?;
        self.pages().push(page.clone());
        Ok(page)
    }

    /// A page in a browser that waits, or in a new one.
    async fn page(&self, options: &Options, base: String) -> Outcome<Page> {
        if let Some(pool) = self.pool_for(&base)
            && let Some(session) = pool.take(self.engine, options)
            && let Ok(page) = Page::of(session, options, base.clone()).await
        {
            return Ok(page);
        }
        Page::start(self.engine, options, base).await
    }

    /// Where a browser for pages at this address comes from. Files are all of one origin to some
    /// browsers, and would find what another case kept.
    fn pool_for(&self, base: &str) -> Option<&Pool> {
        base.starts_with("http").then_some(&*self.pool)
    }

    /// Gives the browsers back, as at the end of the case. Their pages are not to be used any more.
    pub async fn leave(&self) {
        let pages = mem::take(&mut *self.pages());
        for page in pages {
            if let Some(pool) = self.pool_for(page.base())
                && let Some(session) = page.into_session()
            {
                pool.give_back(session).await;
            }
        }
    }

    fn pages(&self) -> MutexGuard<'_, Vec<Page>> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The page that was opened last.
    pub(super) fn last_page(&self) -> Option<Page> {
        self.pages().last().cloned()
    }
}

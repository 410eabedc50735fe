//! One browser with its driver: started for a case, and perhaps used by others after it.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use thirtyfour::{WebDriver, WindowHandle};
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::log;
use crate::options::Options;
use crate::port;
use crate::privileged;
use crate::process::Helper;
use crate::temp::TempFolder;

/// How long a driver may take until it listens.
const DRIVER_LIMIT: Duration = Duration::from_secs(15);
/// How long a browser may take until its session is there.
const SESSION_LIMIT: Duration = Duration::from_secs(30);

/// A browser and its driver.
#[derive(Debug)]
pub struct Session {
    engine: Engine,
    options: Options,
    driver: WebDriver,
    /// The window that the driver's commands go to.
    pub(crate) current: Mutex<WindowHandle>,
    /// Where the browser saves files.
    pub(crate) downloads: PathBuf,
    /// How many cases it has served before.
    uses: u32,
    /// Whether it was changed in a way that a new window does not undo.
    spoiled: AtomicBool,
    /// Whether it is cut off its network, all its windows.
    cut_off: AtomicBool,
    /// Ends the processes when the session is dropped.
    _helper: Helper,
}

impl Session {
    /// Starts a browser. A first attempt that fails is made once more: a driver now and then
    /// finds its port taken, or gives up on a browser that is slow to start.
    pub async fn start(engine: Engine, options: &Options) -> Outcome<Self> {
        if let Ok(session) = Self::attempt(engine, options).await {
            return Ok(session);
        }
        Self::attempt(engine, options).await
    }

    async fn attempt(engine: Engine, options: &Options) -> Outcome<Self> {
        let folder = TempFolder::new()?;
        let downloads = folder.downloads();
        fs::create_dir_all(&downloads)?;
        let plan = engine.plan(options, &folder).await?;
        let port = port::free()?;
        let mut args = vec![format!("--port={port}")];
        args.extend(plan.args);
        let helper = Helper::start(folder, plan.program.as_os_str(), &args, &plan.env)?;
        let started = async {
            port::wait_for(port, DRIVER_LIMIT)
                .await
                .map_err(|failure| failure.during("its driver"))?;
            let address = format!("http://127.0.0.1:{port}");
            timeout(SESSION_LIMIT, WebDriver::new(address, plan.capabilities))
                .await?
                .map_err(Failure::from)
        };
        let driver = started.await.map_err(|failure| {
            let messages = helper.messages();
            Failure::new(format!(
                "{engine} did not start: {failure}\n{}",
                messages.trim()
            ))
        })?;
        let current = Mutex::new(driver.window().await?);
        Ok(Self {
            engine,
            options: options.clone(),
            driver,
            current,
            downloads,
            uses: 0,
            spoiled: AtomicBool::new(false),
            cut_off: AtomicBool::new(false),
            _helper: helper,
        })
    }

    /// The engine of the browser.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Whether the browser is set up for these options, or can be.
    pub(crate) fn can_follow(&self, options: &Options) -> bool {
        let switches = self.engine.switches(options).is_some();
        self.options.same_start(options)
            || switches && self.options.waits_for_load == options.waits_for_load
    }

    /// Sets the browser up for these options, but for the size of its pages.
    pub(crate) async fn follow(&mut self, options: &Options) -> Outcome {
        if !self.options.same_start(options)
            && let Some(switches) = self.engine.switches(options)
        {
            privileged::set(&self.driver, &switches).await?;
        }
        self.options = options.clone();
        Ok(())
    }

    /// How many cases the browser has served before.
    pub(crate) fn uses(&self) -> u32 {
        self.uses
    }

    /// Notes a change to the browser as a whole: no other case is to have it.
    pub(crate) fn spoil(&self) {
        self.spoiled.store(true, Ordering::Relaxed);
    }

    /// Whether the browser as a whole was changed.
    pub(crate) fn is_spoiled(&self) -> bool {
        self.spoiled.load(Ordering::Relaxed)
    }

    /// Cuts Firefox off its network, or joins it again.
    pub(crate) async fn cut_off(&self, cut_off: bool) -> Outcome {
        self.cut_off.store(cut_off, Ordering::Relaxed);
        privileged::cut_off(&self.driver, cut_off).await
    }

    /// Makes the browser as it was at its start: one empty window, no saved files.
    pub(crate) async fn renew(&mut self) -> Outcome {
        if self.cut_off.load(Ordering::Relaxed) {
            self.cut_off(false).await?;
        }
        let old = self.driver.windows().await?;
        let window = self.new_window().await?;
        for left in old {
            self.driver.switch_to_window(left).await?;
            // Cookies belong to the host, whatever the port. A window without an address has none.
            let _ = self.driver.delete_all_cookies().await;
            self.driver.close_window().await?;
        }
        self.driver.switch_to_window(window.clone()).await?;
        *self.current.get_mut() = window;
        if self.engine == Engine::Chromium {
            log::take(&self.driver).await?;
        }
        fs::remove_dir_all(&self.downloads)?;
        fs::create_dir_all(&self.downloads)?;
        self.uses += 1;
        Ok(())
    }

    /// Opens another window beside the current one, without going there.
    pub(crate) async fn new_window(&self) -> Outcome<WindowHandle> {
        // A tab that WebKit opens for its driver stays behind the first: nothing in it is drawn.
        Ok(match self.engine {
            Engine::WebKit => self.driver.new_window().await?,
            Engine::Chromium | Engine::Firefox => self.driver.new_tab().await?,
        })
    }

    /// The WebDriver client, for what [`Page`](crate::page::Page) does not offer.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The processes are killed: the client need not say goodbye, and must not wait for it.
        let _ = self.driver.clone().leak();
    }
}

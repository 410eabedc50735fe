//! One browser with its driver: started for a case, gone with it.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use thirtyfour::{WebDriver, WindowHandle};
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::options::Options;
use crate::port;
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
            _helper: helper,
        })
    }

    /// The engine of the browser.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// What the browser was started with.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
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

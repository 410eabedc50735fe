//! The page as a person has it, and what can be asked of it.

mod frame;
mod keys;
mod look;
mod pointer;
mod window;

use std::sync::Arc;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{By, WebDriver, WebElement, WindowHandle};
use tokio::time::{Instant, sleep};

pub use look::{Focused, Rect};

use crate::engine::Engine;
use crate::failure::{Failure, Outcome, check};
use crate::log;
use crate::options::Options;
use crate::session::Session;

/// How long a condition is let be before it is looked at again: at first, and at most. Each look costs
/// the machine some milliseconds, which the page may need to come to it.
const LOOK_AGAIN: [Duration; 2] = [Duration::from_millis(10), Duration::from_millis(100)];

/// How long some frames take, at 60 in a second.
const SOME_FRAMES: Duration = Duration::from_millis(100);

/// One window or tab of a browser. The browser ends with the last of its pages.
#[derive(Debug, Clone)]
pub struct Page {
    session: Arc<Session>,
    window: WindowHandle,
    /// The size that the page was opened with.
    size: (u32, u32),
    /// Whether it was opened with JavaScript.
    java_script: bool,
    base: String,
}

impl Page {
    /// Starts a browser whose paths are relative to `base`.
    pub async fn start(engine: Engine, options: &Options, base: String) -> Outcome<Self> {
        Self::of(Session::start(engine, options).await?, options, base).await
    }

    /// The window of a browser that can be set up for `options`.
    pub(crate) async fn of(mut session: Session, options: &Options, base: String) -> Outcome<Self> {
        session.follow(options).await?;
        let window = session.current.lock().await.clone();
        let page = Self {
            session: Arc::new(session),
            window,
            size: options.size,
            java_script: options.java_script,
            base,
        };
        page.set_viewport(options.size.0, options.size.1).await?;
        Ok(page)
    }

    /// The engine of the browser.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.session.engine()
    }

    /// Whether its browser has served another case before.
    #[must_use]
    pub fn served_before(&self) -> bool {
        self.session.uses() > 0
    }

    /// What its paths are relative to.
    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    /// Its browser, if no other page is in it.
    pub(crate) fn into_session(self) -> Option<Session> {
        Arc::into_inner(self.session)
    }

    /// The WebDriver client, with this page in front.
    pub async fn driver(&self) -> Outcome<&WebDriver> {
        let mut current = self.session.current.lock().await;
        if *current != self.window {
            let driver = self.session.driver();
            driver.switch_to_window(self.window.clone()).await?;
            *current = self.window.clone();
        }
        Ok(self.session.driver())
    }

    /// Goes to `path`, which is relative to the site unless it is a whole address.
    pub async fn goto(&self, path: &str) -> Outcome {
        let is_whole = ["://", "about:", "data:"]
            .iter()
            .any(|sign| path.contains(sign));
        let address = if is_whole {
            path.to_owned()
        } else {
            format!("{}{path}", self.base)
        };
        Ok(self.driver().await?.goto(address).await?)
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Outcome {
        Ok(self.driver().await?.refresh().await?)
    }

    /// Goes back in the history.
    pub async fn back(&self) -> Outcome {
        Ok(self.driver().await?.back().await?)
    }

    /// The address.
    pub async fn address(&self) -> Outcome<String> {
        Ok(self.driver().await?.current_url().await?.to_string())
    }

    /// Runs the body of a JavaScript function and gives what it returns; a promise is waited for.
    pub async fn exec<T: DeserializeOwned>(&self, body: &str) -> Outcome<T> {
        self.exec_with(body, Vec::new()).await
    }

    /// The same, with `arguments`.
    pub async fn exec_with<T: DeserializeOwned>(
        &self,
        body: &str,
        arguments: Vec<Value>,
    ) -> Outcome<T> {
        let result = self.driver().await?.execute(body, arguments).await?;
        Ok(serde_json::from_value(result.json().clone())?)
    }

    /// Waits until a JavaScript expression is true; otherwise fails with `sentence`.
    pub async fn wait_until(&self, condition: &str, milliseconds: u64, sentence: &str) -> Outcome {
        let deadline = Instant::now() + Duration::from_millis(milliseconds);
        let body = format!("return !!({condition})");
        let [mut pause, longest] = LOOK_AGAIN;
        loop {
            // While the page changes, the question itself may fail.
            let answer = self.exec::<bool>(&body).await;
            if matches!(answer, Ok(true)) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let why = answer.err().map(|error| format!(" ({error})"));
                return Err(Failure::new(format!(
                    "{sentence} (waited {milliseconds} ms){}",
                    why.unwrap_or_default()
                )));
            }
            sleep(pause).await;
            pause = longest.min(pause * 2);
        }
    }

    /// Waits until the page has been drawn with what has been done. One in a tab behind others is not
    /// drawn; it has a second.
    pub async fn is_drawn(&self) -> Outcome {
        if !self.java_script {
            // No script is told of frames.
            sleep(SOME_FRAMES).await;
            return Ok(());
        }
        self.exec(
            "return new Promise((drawn) => {
               requestAnimationFrame(() => setTimeout(drawn));
               setTimeout(drawn, 1000);
             })",
        )
        .await
    }

    /// The first element that `css` selects.
    pub async fn element(&self, css: &str) -> Outcome<WebElement> {
        let found = self.driver().await?.find_all(By::Css(css)).await?;
        found
            .into_iter()
            .next()
            .ok_or_else(|| Failure::new(format!("there is no `{css}` on the page")))
    }

    /// Follows the commands into the frame that `css` selects.
    pub async fn enter_frame(&self, css: &str) -> Outcome {
        Ok(self.element(css).await?.enter_frame().await?)
    }

    /// Follows the commands out of all frames.
    pub async fn leave_frame(&self) -> Outcome {
        Ok(self.driver().await?.enter_default_frame().await?)
    }

    /// What went wrong on this page since it was loaded: uncaught errors, warnings and errors
    /// of the console, what the content policy refused, what could not be loaded. The server
    /// must have been set up with [`spy`](crate::server::SiteBuilder::spy).
    pub async fn errors(&self) -> Outcome<Vec<String>> {
        let noted: Option<Vec<String>> = self.exec("return window.__errors ?? null").await?;
        let mut errors = noted
            .ok_or_else(|| Failure::new("the page has no spy; set its server up with `.spy()`"))?;
        if self.engine() == Engine::Chromium {
            errors.extend(log::take(self.driver().await?).await?);
        }
        Ok(errors)
    }

    /// Fails with the first of the page's [`errors`](Self::errors).
    pub async fn has_no_errors(&self) -> Outcome {
        let errors = self.errors().await?;
        check(
            errors.is_empty(),
            format!("the page told of errors:\n{}", errors.join("\n")),
        )
    }
}

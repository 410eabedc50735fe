//! The window round the page, and what the browser itself can do with it.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::extensions::cdp::ChromeDevTools;
use tokio::time::sleep;

use super::Page;
use crate::engine::Engine;
use crate::failure::{Failure, Outcome, check};
use crate::pdf;
use crate::temp::TempFolder;

/// A sheet of A4 (ISO 216), in centimetres; WebDriver's own default is the letter of the United
/// States.
fn a4() -> PrintParameters {
    let mut parameters = PrintParameters::default();
    parameters.page.width = 21.0;
    parameters.page.height = 29.7;
    parameters
}

impl Page {
    /// Cuts the device off its network, or joins it again. WebKit's driver has no switch for it:
    /// there the page is told what a browser would tell, and the network stays.
    pub async fn cut_off(&self, cut_off: bool) -> Outcome {
        match self.engine() {
            Engine::Chromium => {
                let conditions = json!({
                    "offline": cut_off, "latency": 0,
                    "downloadThroughput": -1, "uploadThroughput": -1,
                });
                self.cdp("Network.enable", json!({})).await?;
                self.cdp("Network.emulateNetworkConditions", conditions)
                    .await?;
            }
            Engine::Firefox => {
                self.driver().await?;
                self.session.cut_off(cut_off).await?;
            }
            Engine::WebKit => {
                self.exec_with::<Value>(
                    "const [cutOff] = arguments;
                     Object.defineProperty(navigator, 'onLine',
                       {configurable: true, get: () => !cutOff});
                     dispatchEvent(new Event(cutOff ? 'offline' : 'online'));",
                    vec![cut_off.into()],
                )
                .await?;
            }
        }
        let told = format!("navigator.onLine === {}", !cut_off);
        self.wait_until(&told, 5_000, "the page is not told of its network")
            .await
    }

    /// Opens `path` in a new tab of the same browser.
    pub async fn new_tab(&self, path: &str) -> Outcome<Self> {
        self.driver().await?;
        let window = self.session.new_window().await?;
        let page = Self {
            session: self.session.clone(),
            window,
            size: self.size,
            java_script: self.java_script,
            base: self.base.clone(),
        };
        if self.engine() == Engine::Chromium {
            // Elsewhere the tab takes the size of its window.
            let (width, height) = self.size;
            page.set_viewport(width, height).await?;
        }
        page.goto(path).await?;
        Ok(page)
    }

    /// Closes this tab; the page is not to be used afterwards.
    pub async fn close(self) -> Outcome {
        Ok(self.driver().await?.close_window().await?)
    }

    /// Gives the page this size in CSS pixels, without the browser's own bars.
    pub async fn set_viewport(&self, width: u32, height: u32) -> Outcome {
        if self.engine() == Engine::Chromium {
            let size = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            });
            self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
            return Ok(());
        }
        let wanted = (i64::from(width), i64::from(height));
        let mut found = self.viewport().await?;
        for _ in 0..40 {
            if found == wanted {
                return Ok(());
            }
            let driver = self.driver().await?;
            let outer = driver.get_window_rect().await?;
            let grown = |length: i64, by: i64| u32::try_from(length + by).unwrap_or(1);
            let width = grown(outer.width, wanted.0 - found.0);
            let height = grown(outer.height, wanted.1 - found.1);
            driver.set_window_rect(0, 0, width, height).await?;
            // The page learns of its new size a little later.
            sleep(Duration::from_millis(50)).await;
            found = self.viewport().await?;
        }
        Err(Failure::new(format!(
            "the page cannot be made {width} by {height}; it stays {} by {}",
            found.0, found.1
        )))
    }

    /// The size of the page.
    async fn viewport(&self) -> Outcome<(i64, i64)> {
        self.exec("return [innerWidth, innerHeight]").await
    }

    /// Waits until the browser has saved a file of this name, and gives its text.
    pub async fn saved_file(&self, name: &str) -> Outcome<String> {
        let path = self.session.downloads.join(name);
        for _ in 0..100 {
            match fs::read_to_string(&path) {
                Ok(text) if !text.is_empty() => return Ok(text),
                _ => sleep(Duration::from_millis(50)).await,
            }
        }
        let found = fs::read_dir(&self.session.downloads)?.flatten();
        let found: Vec<_> = found.map(|entry| entry.file_name()).collect();
        Err(Failure::new(format!(
            "the browser saved no `{name}`; there is {found:?}"
        )))
    }

    /// Saves a picture of what is seen.
    pub async fn screenshot(&self, path: &Path) -> Outcome {
        Ok(self.driver().await?.screenshot(path).await?)
    }

    /// The document as it is now.
    pub async fn source(&self) -> Outcome<String> {
        Ok(self.driver().await?.source().await?)
    }

    /// Prints the page on A4. WebKit's driver cannot.
    pub async fn print_to_pdf(&self, path: &Path) -> Outcome {
        let printed = self.driver().await?.print_page(a4()).await?;
        Ok(fs::write(path, printed)?)
    }

    /// Prints the page on A4, and gives the text of each sheet. WebKit's driver cannot.
    pub async fn printed(&self) -> Outcome<Vec<String>> {
        let folder = TempFolder::new()?;
        let file = folder.path().join("printed.pdf");
        self.print_to_pdf(&file).await?;
        pdf::pages(&file)
    }

    /// Sends a command of the Chrome DevTools Protocol; only Chromium has it.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Outcome<Value> {
        check(
            self.engine() == Engine::Chromium,
            format!("{} does not know `{command}`", self.engine()),
        )?;
        // What belongs to a page goes with its window.
        if ["Browser.", "Storage."]
            .iter()
            .any(|domain| command.starts_with(domain))
        {
            self.session.spoil();
        }
        let driver = self.driver().await?;
        let tools = ChromeDevTools::new(driver.handle.clone());
        let result = tools.execute_cdp_with_params(command, parameters).await;
        result.map_err(|error| Failure::from(error).during(command))
    }
}

//! The line that a visit comes over, and the device at its end.

use serde_json::json;

use crate::failure::Outcome;
use crate::options::Options;
use crate::page::Page;

/// A line and a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// This machine as it is, with a wide window.
    Plain,
    /// A slow mobile line (150 ms, 1.6 Mbit/s down, 750 kbit/s up) and a phone a quarter as
    /// fast as this machine.
    Slow,
}

impl Line {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Plain, Self::Slow];

    /// Its name in the figures.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Slow => "slow line",
        }
    }

    /// What a browser is started with.
    pub(super) fn options(self) -> Options {
        let options = Options::new().without_waiting();
        match self {
            Self::Plain => options,
            Self::Slow => options.size(390, 844),
        }
    }

    /// Sets a page up for this line.
    pub(super) async fn apply(self, page: &Page) -> Outcome {
        page.cdp("Network.enable", json!({})).await?;
        page.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true }))
            .await?;
        if self == Self::Plain {
            return Ok(());
        }
        let bytes_per_second = |kilobits: u32| kilobits * 1000 / 8;
        let conditions = json!({
            "offline": false,
            "latency": 150,
            "downloadThroughput": bytes_per_second(1600),
            "uploadThroughput": bytes_per_second(750),
        });
        page.cdp("Network.emulateNetworkConditions", conditions)
            .await?;
        Self::slow_down(page).await
    }

    /// Has this machine be a quarter as fast for a page.
    pub(super) async fn slow_down(page: &Page) -> Outcome {
        page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))
            .await?;
        Ok(())
    }
}

//! The screen that WebKit draws on: it has no headless mode.

use std::ffi::OsStr;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, sleep};

use crate::failure::{Failure, Outcome};
use crate::process::Helper;
use crate::settings;
use crate::temp::TempFolder;

/// The one screen of this run, and its name. Its supervisor ends it when this process ends.
static SCREEN: Mutex<Option<(Helper, String)>> = Mutex::const_new(None);

/// Large enough for every window that a case asks for.
const SIZE: &str = "2000x1600x24";

/// Whether a screen can be started here.
pub(crate) fn is_installed() -> bool {
    settings::program(&["Xvfb"]).is_some()
}

/// The name of the screen, such as `:99`; the first caller starts it.
pub(crate) async fn display() -> Outcome<String> {
    let mut screen = SCREEN.lock().await;
    if let Some((_, name)) = screen.as_ref() {
        return Ok(name.clone());
    }
    // The server itself finds a free number and writes it to its output.
    let args = ["-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp"];
    let helper = Helper::start(TempFolder::new()?, OsStr::new("Xvfb"), &args, &[])?;
    let deadline = Instant::now() + Duration::from_secs(10);
    while Instant::now() < deadline {
        let number = helper
            .messages()
            .lines()
            .find_map(|line| line.parse::<u32>().ok());
        if let Some(number) = number {
            let name = format!(":{number}");
            *screen = Some((helper, name.clone()));
            return Ok(name);
        }
        sleep(Duration::from_millis(20)).await;
    }
    Err(Failure::new(format!(
        "Xvfb, the screen that WebKit draws on, did not start: {}",
        helper.messages().trim()
    )))
}

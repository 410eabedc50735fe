//! The network of a browser as a whole.

use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::common::command::{Command, ExtensionCommand};

use crate::failure::Outcome;

/// Whether Firefox's scripts run in the page, or in the browser round it.
#[derive(Debug)]
struct ScriptsRunIn(&'static str);

impl ExtensionCommand for ScriptsRunIn {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "context": self.0 }))
    }

    fn method(&self) -> axum::http::Method {
        axum::http::Method::POST
    }

    fn endpoint(&self) -> std::sync::Arc<str> {
        "/moz/context".into()
    }
}

/// Cuts Firefox off its network, or joins it again: all its windows.
pub(crate) async fn cut_off(driver: &WebDriver, cut_off: bool) -> Outcome {
    let scripts_run_in = |place| Command::ExtensionCommand(Box::new(ScriptsRunIn(place)));
    driver.cmd(scripts_run_in("chrome")).await?;
    let switched = driver
        .execute("Services.io.offline = arguments[0]", vec![cut_off.into()])
        .await;
    driver.cmd(scripts_run_in("content")).await?;
    switched?;
    Ok(())
}

//! What only Firefox itself may do, and no page in it.

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
    run(driver, "Services.io.offline = arguments[0]", cut_off.into()).await
}

/// Gives settings of the profile these values, or the ones that they come with where there is none.
pub(crate) async fn set(driver: &WebDriver, settings: &[(&str, Option<Value>)]) -> Outcome {
    let each = "for (const [name, value] of arguments[0]) {
        if (value === null) Services.prefs.clearUserPref(name);
        else if (typeof value === 'boolean') Services.prefs.setBoolPref(name, value);
        else Services.prefs.setIntPref(name, value);
    }";
    run(driver, each, json!(settings)).await
}

/// Runs a script with this argument in the browser, not in its page.
async fn run(driver: &WebDriver, script: &str, argument: Value) -> Outcome {
    let scripts_run_in = |place| Command::ExtensionCommand(Box::new(ScriptsRunIn(place)));
    driver.cmd(scripts_run_in("chrome")).await?;
    let run = driver.execute(script, vec![argument]).await;
    driver.cmd(scripts_run_in("content")).await?;
    run?;
    Ok(())
}

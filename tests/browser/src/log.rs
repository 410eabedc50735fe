//! Chromium's own log, in which stands what no script can see.

use std::sync::Arc;

use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::common::command::{Command, ExtensionCommand};

use crate::failure::Outcome;

/// The command for the log; chromedriver clears the log with each answer.
#[derive(Debug)]
struct BrowserLog;

impl ExtensionCommand for BrowserLog {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "type": "browser" }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/se/log".into()
    }
}

/// The errors and warnings of all windows since the last time.
pub(crate) async fn take(driver: &WebDriver) -> Outcome<Vec<String>> {
    let command = Command::ExtensionCommand(Box::new(BrowserLog));
    let response = driver.cmd(command).await?;
    let entries = response.body["value"].as_array();
    let told = entries
        .into_iter()
        .flatten()
        .filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING")
        .filter_map(|entry| entry["message"].as_str())
        .map(|message| format!("browser log: {message}"));
    Ok(told.collect())
}

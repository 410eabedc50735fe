//! What Lighthouse says of the page, on its mobile setting.

use std::path::Path;

use serde_json::Value;
use tokio::process::Command;

use super::Figure;
use crate::engine;
use crate::failure::{Failure, Outcome};
use crate::server::SiteBuilder;
use crate::settings;
use crate::temp::TempFolder;

/// What is judged, and how many of its 100 points may be missing. Speed depends on the machine, and is
/// told.
const JUDGED: [(&str, f64, bool); 4] = [
    ("accessibility", 0.0, true),
    ("best-practices", 0.0, true),
    ("seo", 0.0, true),
    ("performance", 2.0, false),
];

/// The program, below the folder of what npm installed.
const PROGRAM: &str = "lighthouse/cli/index.js";

/// Has Lighthouse visit the site; gives the points that it finds missing.
///
/// # Errors
/// When it does not run, or says nothing of a category.
pub async fn lighthouse(folder: &Path) -> Outcome<Vec<Figure>> {
    let server = SiteBuilder::new(Ok(folder.to_owned())).brotli().start()?;
    let report = visit(&server.url("")).await?;
    let figure = |(category, budget, kept): (&str, f64, bool)| {
        let missing = missing(&report, category)?;
        let name = format!("Lighthouse, {category}: points missing of 100");
        let figure = Figure::told(name, missing, "").at_most(budget);
        Ok(if kept { figure.kept() } else { figure })
    };
    JUDGED.into_iter().map(figure).collect()
}

/// Runs the program on an address; gives its report.
async fn visit(address: &str) -> Outcome<Value> {
    let program = settings::path(settings::LIGHTHOUSE)?.join(PROGRAM);
    let folder = TempFolder::new()?;
    let profile = format!("--user-data-dir={}", folder.path().display());
    let flags = [engine::chromium_args(), vec![profile]].concat().join(" ");
    let output = Command::new("node")
        .arg(&program)
        .args([
            address,
            "--quiet",
            "--output=json",
            "--no-enable-error-reporting",
        ])
        .arg(format!("--chrome-flags={flags}"))
        .env("CHROME_PATH", engine::chromium()?)
        .kill_on_drop(true)
        .output()
        .await?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::new(format!("Lighthouse stopped: {said}")));
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Returns how many points are missing of a category, and tells of what.
fn missing(report: &Value, category: &str) -> Outcome<f64> {
    let judged = &report["categories"][category];
    let score = judged["score"]
        .as_f64()
        .ok_or_else(|| Failure::new(format!("Lighthouse does not judge {category}")))?;
    let audits = judged["auditRefs"].as_array().into_iter().flatten();
    for audit in audits.filter(|audit| audit["weight"].as_f64() > Some(0.0)) {
        let audit = &report["audits"][audit["id"].as_str().unwrap_or_default()];
        if audit["score"].as_f64().is_some_and(|score| score < 0.9) {
            eprintln!("Lighthouse, {category}: {}", audit["title"]);
        }
    }
    Ok((1.0 - score) * 100.0)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::missing;

    #[test]
    fn points_are_missing_of_what_is_judged() {
        let report = json!({
            "categories": {"seo": {"score": 0.9, "auditRefs": [{"id": "a", "weight": 1}]}},
            "audits": {"a": {"score": 0, "title": "No description"}},
        });
        let points = missing(&report, "seo").unwrap();
        assert!((points - 10.0).abs() < 1e-9, "{points}");
        assert!(missing(&report, "accessibility").is_err());
    }
}

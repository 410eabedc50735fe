//! The accessibility rules of axe-core.

use std::fs;

use serde::Deserialize;

use crate::failure::{Outcome, check};
use crate::page::Page;
use crate::settings;

/// WCAG 2.0 to 2.2 at levels A and AA, and axe-core's own advice. The size of targets is off in
/// axe-core unless it is asked for; what the bar happens to lie over in part would be too small to
/// it, so it looks at the page from its start.
const RUN: &str = r"
scrollTo(0, 0);
return axe.run(arguments[0], {
  runOnly: { type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}).then(({ violations }) => violations.map(({ id, help, nodes }) =>
  ({ id, help, targets: nodes.map((node) => node.target.flat().join(' ')) })));
";

/// A rule that the page breaks.
#[derive(Debug, Deserialize)]
struct Violation {
    id: String,
    help: String,
    targets: Vec<String>,
}

/// The rules that the page breaks as it is now, in what `css` selects, a line for each: rule, what it
/// says, where.
pub async fn violations(page: &Page, css: &str) -> Outcome<Vec<String>> {
    let source = fs::read_to_string(settings::path(settings::AXE)?)?;
    let body = format!("{source}\n{RUN}");
    let found: Vec<Violation> = page.exec_with(&body, vec![css.into()]).await?;
    let line = |rule: Violation| {
        let Violation { id, help, targets } = rule;
        format!("{id}: {help}: {}", targets.join(", "))
    };
    Ok(found.into_iter().map(line).collect())
}

/// Fails with every rule that the page breaks.
pub async fn passes(page: &Page) -> Outcome {
    passes_in(page, ":root").await
}

/// Fails with every rule that the part of the page breaks that `css` selects. For states in which
/// another case has seen the rest: axe-core takes seconds for all of a page.
pub async fn passes_in(page: &Page, css: &str) -> Outcome {
    let found = violations(page, css).await?;
    check(
        found.is_empty(),
        format!("axe-core finds:\n{}", found.join("\n")),
    )
}

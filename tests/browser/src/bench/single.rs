//! What the module weighs as one file.

use std::path::Path;

use super::{Figure, Sizes};
use crate::failure::Outcome;
use crate::server::SiteBuilder;
use crate::variant;

/// How much larger it may be than what a visit to the site in `site` fetches, uncompressed: text is
/// as long, and WebAssembly as text is a third longer.
const RATIO_BUDGET: f64 = 1.6;

/// The size of the file, and what part it is of a visit to the site, uncompressed.
pub async fn single(site: &Path) -> Outcome<Vec<Figure>> {
    let file = variant::single(site, variant::PLAIN)?;
    let bytes = u32::try_from(file.len()).unwrap_or(u32::MAX);
    let visit = Sizes::as_sent(SiteBuilder::new(Ok(site.to_owned()))).await?;
    let ratio = f64::from(bytes) / f64::from(visit.bytes);
    Ok(vec![
        Figure::told("as one file", f64::from(bytes) / 1000.0, "KB"),
        Figure::told("of a first load, uncompressed", ratio, "times")
            .at_most(RATIO_BUDGET)
            .kept(),
    ])
}

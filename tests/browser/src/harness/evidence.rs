//! What a failed trial leaves for the person who looks into it.

use std::fs;
use std::path::PathBuf;

use crate::failure::Outcome;
use crate::page::Page;
use crate::settings;

/// Where it is put.
const FOLDER: &str = "browser-failures";

/// Saves a picture and the source of `page`; gives the path of the picture.
pub(super) async fn save(trial: &str, page: &Page) -> Outcome<PathBuf> {
    let folder = settings::target().join(FOLDER);
    fs::create_dir_all(&folder)?;
    let stem = trial.replace("::", "-");
    let picture = folder.join(format!("{stem}.png"));
    page.screenshot(&picture).await?;
    fs::write(folder.join(format!("{stem}.html")), page.source().await?)?;
    Ok(picture)
}

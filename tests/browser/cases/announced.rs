//! What assistive technology is told of each view, kept in `announced/`: whoever changes it sees
//! that in the difference. `ACADEMY_ANNOUNCED=accept` takes what is there now as right.

mod tree;

use std::path::{Path, PathBuf};
use std::{env, fs};

use browser_tests::prelude::*;
use browser_tests::settings;

use crate::cases::module::Module;
use crate::cases::views::{OF_LIBRARY, OF_SIGNUP, OF_SITE, View};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    const TREE: &str = "no other engine's driver shows the accessibility tree";
    vec![
        case("announced::of_the_site", of_the_site).only(Engine::Chromium, TREE),
        case("announced::of_a_library", of_a_library).only(Engine::Chromium, TREE),
        case("announced::of_a_signup", of_a_signup).only(Engine::Chromium, TREE),
    ]
}

/// What is looked at, and the part of it that is not as in another view; nothing is all of it.
const PARTS: [(&str, &str); 10] = [
    ("front", ""),
    ("reading", ".reading"),
    ("section", "details:has(> #i-sent-one)"),
    ("explained", "form.question"),
    ("journey", ".journey"),
    ("carry", ".carry"),
    ("help", ".bar"),
    ("finished", ""),
    ("card", ""),
    ("privacy", ""),
];

/// The same, of a site of several modules.
const PARTS_OF_LIBRARY: [(&str, &str); 2] = [("library", ""), ("listed", ".header")];

/// The same, of a site with a sign-up.
const PARTS_OF_SIGNUP: [(&str, &str); 2] = [
    ("signup", ".group:has(#page-signup)"),
    ("signup-errors", ".group:has(#page-signup)"),
];

async fn of_the_site(t: Ctx) -> Outcome {
    every(&t, t.site(), &OF_SITE, &PARTS).await
}

async fn of_a_library(t: Ctx) -> Outcome {
    every(&t, t.library_site(), &OF_LIBRARY, &PARTS_OF_LIBRARY).await
}

async fn of_a_signup(t: Ctx) -> Outcome {
    every(&t, t.signup_site(), &OF_SIGNUP, &PARTS_OF_SIGNUP).await
}

async fn every(t: &Ctx, site: SiteBuilder, views: &[View], parts: &[(&str, &str)]) -> Outcome {
    let server = site.offline(false).start()?;
    // Each view waits for the client, where its page has one.
    let module = Module::open_early(t, &server, Options::new()).await?;
    let mut changed = Vec::new();
    for (name, part) in parts {
        let view = views.iter().find(|view| view.name == *name);
        let view = view.ok_or_else(|| Failure::new(format!("there is no view `{name}`")))?;
        view.show(&module).await?;
        changed.extend(compare(name, &tree::of(&module, part).await?)?);
    }
    check(changed.is_empty(), changed.join("\n"))
}

/// Compares what is announced of a view with what is kept; gives what is wrong.
fn compare(view: &str, found: &str) -> Outcome<Option<String>> {
    let name = format!("{view}.txt");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("announced")
        .join(&name);
    if env::var_os("ACADEMY_ANNOUNCED").is_some_and(|what| what == "accept") {
        fs::write(kept, found)?;
        return Ok(None);
    }
    let before = fs::read_to_string(&kept).unwrap_or_default();
    if before == found {
        return Ok(None);
    }
    let now = beside(&name)?;
    fs::write(&now, found)?;
    Ok(Some(format!(
        "of `{view}` something else is announced, from line {} on: compare {} with {}; if that is \
         right, run the case with ACADEMY_ANNOUNCED=accept",
        1 + before
            .lines()
            .zip(found.lines())
            .take_while(|(one, other)| one == other)
            .count(),
        kept.display(),
        now.display()
    )))
}

/// Where what was found is put beside the pictures.
fn beside(name: &str) -> Outcome<PathBuf> {
    let folder = settings::target().join("report/announced");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(name))
}

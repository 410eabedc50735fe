//! What assistive technology is told of each view, kept in `announced/`: whoever changes it sees
//! that in the difference. `ACADEMY_ANNOUNCED=accept` takes what is there now as right.

mod tree;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{env, fs};

use browser_tests::prelude::*;
use browser_tests::settings;

use crate::cases::module::Module;
use crate::cases::views::states::{each_of_a_kept_page, each_of_a_visit, framed};
use crate::cases::views::{Look, OF_LIBRARY, OF_SIGNUP, OF_SITE, View, each};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    const TREE: &str = "no other engine's driver shows the accessibility tree";
    vec![
        case("announced::of_the_site", of_the_site).only(Engine::Chromium, TREE),
        case("announced::of_a_library", of_a_library).only(Engine::Chromium, TREE),
        case("announced::of_a_signup", of_a_signup).only(Engine::Chromium, TREE),
        case("announced::of_the_states", of_the_states).only(Engine::Chromium, TREE),
        case("announced::in_a_frame", in_a_frame).only(Engine::Chromium, TREE),
    ]
}

/// The part of each view that is not as in another view; nothing is all of it.
const PARTS: [(&str, &str); 24] = [
    ("front", ""),
    ("reading", ".reading"),
    ("section", "details:has(> #i-sent-one)"),
    ("heading", "details:has(> #exploitation)"),
    ("explained", "form.question"),
    ("journey", ".journey"),
    ("carry", ".carry"),
    ("help", ".bar"),
    ("finished", ""),
    ("card", ""),
    ("privacy", ""),
    ("share", ""),
    ("not-started", ".late"),
    ("not-saved", ".progress"),
    ("all-done", ".finish"),
    ("asked", ".progress"),
    ("kept", ".offline"),
    ("new-version", ".offline"),
    ("library", ""),
    ("listed", ".header"),
    ("missing", ".head"),
    ("library-privacy", ""),
    ("signup", ".group:has(#page-signup)"),
    ("signup-errors", ".group:has(#page-signup)"),
];

/// The views that `front` has whole.
const IN_FRONT: [&str; 3] = ["question", "end", "foot"];

/// What is announced of the views, compared with what is kept.
#[derive(Default)]
struct Announced {
    /// What is wrong, a sentence for each view.
    changed: Mutex<Vec<String>>,
}

impl Look for Announced {
    async fn at(&self, module: &Module, view: View) -> Outcome {
        if IN_FRONT.contains(&view.name) {
            return Ok(());
        }
        let part = PARTS.iter().find(|(name, _)| *name == view.name);
        let (_, part) = part.ok_or_else(|| {
            Failure::new(format!("the view `{}` is not among the parts", view.name))
        })?;
        view.show(module).await?;
        self.compare(view.name, &tree::of(module, part).await?)
    }
}

impl Announced {
    fn compare(&self, view: &str, found: &str) -> Outcome {
        let changed = compare(view, found)?;
        self.changed
            .lock()
            .map_err(|_| Failure::new("another view failed"))?
            .extend(changed);
        Ok(())
    }

    /// Fails with everything that is wrong.
    fn must_be_as_before(self) -> Outcome {
        let changed = self.changed.into_inner().unwrap_or_default();
        check(changed.is_empty(), changed.join("\n"))
    }
}

async fn of_the_site(t: Ctx) -> Outcome {
    every(&t, t.site(), &OF_SITE).await
}

async fn of_a_library(t: Ctx) -> Outcome {
    every(&t, t.library_site(), &OF_LIBRARY).await
}

async fn of_a_signup(t: Ctx) -> Outcome {
    every(&t, t.signup_site(), &OF_SIGNUP).await
}

async fn every(t: &Ctx, site: SiteBuilder, views: &[View]) -> Outcome {
    let announced = Announced::default();
    each(t, site, views, &Options::new(), &announced).await?;
    announced.must_be_as_before()
}

async fn of_the_states(t: Ctx) -> Outcome {
    let announced = Announced::default();
    each_of_a_visit(&t, &Options::new(), &announced).await?;
    each_of_a_kept_page(&t, &Options::new(), &announced).await?;
    announced.must_be_as_before()
}

/// A page within another page: its words, and what it leaves out of the header and the foot.
async fn in_a_frame(t: Ctx) -> Outcome {
    let (_server, page) = framed(&t).await?;
    let announced = Announced::default();
    for (view, part) in [
        ("framed-header", ".header"),
        ("framed", "#page-framed"),
        ("framed-foot", ".foot"),
    ] {
        announced.compare(view, &tree::in_frame(&page, part).await?)?;
    }
    announced.must_be_as_before()
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

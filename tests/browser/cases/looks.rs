//! The page looks as it did: pictures of some views, kept small in `pictures/`, and compared.
//! `ACADEMY_PICTURES=accept` takes what is there now as right; look at them before you do.

use std::path::{Path, PathBuf};
use std::{env, fs};

use browser_tests::picture::Picture;
use browser_tests::prelude::*;
use browser_tests::settings;

use crate::cases::module::Module;
use crate::cases::views::{OF_SITE, View};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![case("looks::as_it_did", as_it_did).only(
        Engine::Chromium,
        "one engine shows a change of the style; the report has pictures of all",
    )]
}

/// What is looked at.
const VIEWS: [&str; 6] = [
    "front",
    "reading",
    "section",
    "question",
    "explained",
    "help",
];

/// The screens: a small phone, and a desktop.
const SIZES: [(u32, u32); 2] = [(320, 640), (1280, 800)];

/// How many points of the screen, in a row, a kept picture has one for.
const REDUCED: u32 = 4;

/// How many of a thousand points may differ.
const TOLERANCE: f64 = 4.0;

/// The file that tells with which letters the pictures were made.
const LETTERS: &str = "letters.txt";

async fn as_it_did(t: Ctx) -> Outcome {
    let server = t.site().offline(false).start()?;
    let module = Module::open(&t, &server, Options::new().reduced_motion()).await?;
    let accept = env::var_os("ACADEMY_PICTURES").is_some_and(|what| what == "accept");
    let letters = letters(&module).await?;
    let kept = fs::read_to_string(kept(LETTERS)).unwrap_or_default();
    if !accept && kept.trim() != letters {
        let why = format!(
            "the pictures in tests/browser/pictures were made with other letters ({} and not \
             {letters}), so this machine cannot compare them",
            kept.trim()
        );
        // Where the whole set-up is the project's own, they are the same.
        return check(env::var_os("CI").is_none(), why.clone()).map(|()| eprintln!("{why}"));
    }
    let mut changed = Vec::new();
    for name in VIEWS {
        let view = OF_SITE.iter().find(|view| view.name == name);
        let view = view.ok_or_else(|| Failure::new(format!("there is no view `{name}`")))?;
        view.show(&module).await?;
        for size in SIZES {
            changed.extend(compare(&module, *view, size, accept).await?);
        }
    }
    if accept {
        fs::write(self::kept(LETTERS), letters + "\n")?;
    }
    check(changed.is_empty(), changed.join("\n"))
}

/// Compares a view with its picture; gives what is wrong.
async fn compare(
    module: &Module,
    view: View,
    (width, height): (u32, u32),
    accept: bool,
) -> Outcome<Option<String>> {
    module.set_viewport(width, height).await?;
    view.scroll(module).await?;
    let name = format!("{}-{width}.png", view.name);
    let now = beside(&name)?;
    module.screenshot(&now).await?;
    let found = Picture::read(&fs::read(&now)?)?.reduced(REDUCED);
    let path = kept(&name);
    if accept {
        found.write(&path)?;
        return Ok(None);
    }
    let before = fs::read(&path).map_err(|error| {
        Failure::new(format!("{error}: there is no picture {}", path.display()))
    })?;
    let apart = found.apart(&Picture::read(&before)?)?;
    Ok((apart > TOLERANCE).then(|| {
        format!(
            "`{name}` is another picture ({apart:.1} of 1000 points): compare {} with {}; if that \
             is right, run the case with ACADEMY_PICTURES=accept",
            path.display(),
            now.display()
        )
    }))
}

/// The width and height of some words: other letters, or another way to draw them, give others.
async fn letters(module: &Module) -> Outcome<String> {
    module
        .exec(
            "const words = document.createElement('span');
             words.style.cssText = 'position: absolute; font: 100px / normal var(--font)';
             words.textContent = 'The quick brown fox jumps, 0123456789';
             document.body.append(words);
             const {width, height} = words.getBoundingClientRect();
             words.remove();
             return `${width.toFixed(1)} by ${height.toFixed(1)}`",
        )
        .await
}

/// A kept file.
fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("pictures")
        .join(name)
}

/// Where the picture of now goes.
fn beside(name: &str) -> Outcome<PathBuf> {
    let folder = settings::target().join("pictures");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(name))
}

//! Pictures of every view, narrow and wide, in each engine and in all colours, on one page for a
//! person to look through: `target/report/index.html`.

mod states;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use browser_tests::prelude::*;
use browser_tests::settings;

use crate::cases::module::Module;
use crate::cases::views::{Look, OF_LIBRARY, OF_SIGNUP, OF_SITE, OF_STATES, View, each};

/// Why WebKit is left out of some.
const FORCED: &str = "WebKit has no forced colours";

/// The cases of this file and of those below it: a few for each set of colours, for one takes long.
pub(crate) fn cases() -> Vec<Case> {
    let mut cases = of_this_file();
    cases.extend(states::cases());
    cases
}

fn of_this_file() -> Vec<Case> {
    vec![
        case("report::reading_in_light", reading_in_light),
        case("report::the_rest_in_light", the_rest_in_light),
        case("report::reading_in_dark", reading_in_dark),
        case("report::the_rest_in_dark", the_rest_in_dark),
        case(
            "report::reading_in_forced_colours",
            reading_in_forced_colours,
        )
        .except(Engine::WebKit, FORCED),
        case(
            "report::the_rest_in_forced_colours",
            the_rest_in_forced_colours,
        )
        .except(Engine::WebKit, FORCED),
    ]
}

/// The screens: a small phone, and a desktop.
const SIZES: [(u32, u32); 2] = [(320, 640), (1280, 800)];

/// The bytes that every PNG begins with, and the place of its width (PNG, third edition, sections
/// 5.2 and 11.2.1).
const PNG: (&[u8], usize) = (b"\x89PNG\r\n\x1a\n", 16);

async fn reading_in_light(t: Ctx) -> Outcome {
    reading(&t, "light", Options::new()).await
}

async fn the_rest_in_light(t: Ctx) -> Outcome {
    the_rest(&t, "light", Options::new()).await
}

async fn reading_in_dark(t: Ctx) -> Outcome {
    reading(&t, "dark", Options::new().dark()).await
}

async fn the_rest_in_dark(t: Ctx) -> Outcome {
    the_rest(&t, "dark", Options::new().dark()).await
}

async fn reading_in_forced_colours(t: Ctx) -> Outcome {
    reading(&t, "forced", Options::new().forced_colors()).await
}

async fn the_rest_in_forced_colours(t: Ctx) -> Outcome {
    the_rest(&t, "forced", Options::new().forced_colors()).await
}

/// How many views of the site are of what is read and answered; they come first.
const OF_READING: usize = 8;

async fn reading(t: &Ctx, colours: &str, options: Options) -> Outcome {
    pictures(t, t.site(), &OF_SITE[..OF_READING], colours, &options).await
}

async fn the_rest(t: &Ctx, colours: &str, options: Options) -> Outcome {
    pictures(t, t.site(), &OF_SITE[OF_READING..], colours, &options).await?;
    pictures(t, t.library_site(), &OF_LIBRARY, colours, &options).await?;
    pictures(t, t.signup_site(), &OF_SIGNUP, colours, &options).await
}

/// Where the report is.
fn folder() -> PathBuf {
    settings::target().join("report")
}

/// Takes a picture of these views, and writes the page again.
async fn pictures(
    t: &Ctx,
    site: SiteBuilder,
    views: &[View],
    colours: &str,
    options: &Options,
) -> Outcome {
    let pictures = Pictures::prepare(t, views, colours)?;
    each(t, site, views, options, &pictures).await?;
    write()
}

/// Takes pictures of views, in each size.
struct Pictures {
    /// How those of this engine in these colours are called.
    look: String,
}

impl Pictures {
    /// Removes the pictures of an earlier run: where this one fails, they must not pass for new.
    fn prepare(t: &Ctx, views: &[View], colours: &str) -> Outcome<Self> {
        fs::create_dir_all(folder())?;
        let look = format!("{}-{colours}", t.engine().name());
        for (view, (width, _)) in views.iter().flat_map(|view| SIZES.map(|size| (view, size))) {
            let _ = fs::remove_file(folder().join(file(view.name, width, &look)));
        }
        Ok(Self { look })
    }
}

impl Look for Pictures {
    async fn at(&self, module: &Module, view: View) -> Outcome {
        view.show(module).await?;
        for (width, height) in SIZES {
            module.set_viewport(width, height).await?;
            view.scroll(module).await?;
            picture(module, view, width, &self.look).await?;
        }
        Ok(())
    }
}

/// Writes the page of the report.
fn write() -> Outcome {
    Ok(fs::write(folder().join("index.html"), page(&folder())?)?)
}

/// Takes a picture; fails where the view is wider than its screen.
async fn picture(module: &Module, view: View, width: u32, look: &str) -> Outcome {
    let name = view.name;
    let page: u32 = module
        .exec("return document.documentElement.scrollWidth")
        .await?;
    check(
        page <= width,
        format!("the view `{name}` is {page} px wide on a screen of {width}"),
    )?;
    let path = folder().join(file(name, width, look));
    module.screenshot(&path).await?;
    let bytes = fs::read(&path)?;
    let taken = bytes.get(PNG.1..PNG.1 + 4).map(<[u8]>::to_vec);
    let is_png = bytes.starts_with(PNG.0) && taken == Some(width.to_be_bytes().to_vec());
    check(
        is_png,
        format!("{} is no picture {width} px wide", path.display()),
    )
}

/// The name of a picture's file.
fn file(view: &str, width: u32, look: &str) -> String {
    format!("{view}-{width}-{look}.png")
}

/// The page, with the pictures that there are.
fn page(folder: &Path) -> Outcome<String> {
    let mut looks = Vec::new();
    let first = format!("{}-{}-", OF_SITE[0].name, SIZES[0].0);
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let look = name
            .strip_prefix(&first)
            .and_then(|rest| rest.strip_suffix(".png"));
        looks.extend(look.map(str::to_owned));
    }
    looks.sort();
    let mut html = String::from(
        "<!doctype html>\n<html lang=\"en-GB\">\n<meta charset=\"utf-8\">\n\
         <title>Every view</title>\n<style>\n\
         body { font: 1rem/1.5 sans-serif; }\n\
         div { display: flex; gap: 1rem; overflow-x: auto; }\n\
         figure { margin: 0; }\n\
         img { border: 1px solid; display: block; }\n\
         </style>\n<h1>Every view</h1>\n",
    );
    for (view, width) in OF_SITE
        .iter()
        .chain(&OF_STATES)
        .chain(&OF_LIBRARY)
        .chain(&OF_SIGNUP)
        .flat_map(|view| SIZES.map(|size| (view.name, size.0)))
    {
        // Writing to a text does not fail.
        let _ = writeln!(html, "<h2>{view}, {width} px</h2>\n<div>");
        for look in &looks {
            let file = file(view, width, look);
            let shown = width.min(640);
            let _ = writeln!(
                html,
                "<figure><img src=\"{file}\" alt=\"{view} in {look}\" width=\"{shown}\" \
                 loading=\"lazy\"><figcaption>{look}</figcaption></figure>"
            );
        }
        html.push_str("</div>\n");
    }
    Ok(html)
}

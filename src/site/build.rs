//! Writes the site's page beside the client's files.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use super::assets::Assets;
use super::exit;
use super::finished;
use super::frame::Frame;
use super::glue;
use super::help_card;
use super::markup;
use super::materials;
use super::materials::bom;
use super::materials::notices;
use super::offline;
use super::offline::worker;
use super::page::Client;
use super::page::Page;
use super::prerender;
use super::privacy;
use super::privacy::Privacy;
use super::refusals::is_for_others;
use super::refusals::sends;
use super::share;
use super::single;
use super::slots;
use super::start;
use super::start::Start;
use super::style;
use crate::content;
use crate::content::Problem;
use crate::domain::date::Date;
use crate::domain::help::Help;
use crate::domain::module::Module;
use crate::domain::outline::Outline;
use crate::domain::signup::plan::Plan;
use crate::domain::signup::plan_codec;
use crate::settings::Config;
use crate::settings::signup::Signup;
use crate::settings::signup::Way;

/// The style sheet of a sign-up.
pub(super) const SIGNUP_STYLE: &str = "signup.css";

/// Where the site is made from, and where to.
#[derive(Clone, Debug)]
pub struct Places {
    /// The project's folder, with `public` and `style`.
    pub source: PathBuf,
    /// The folder of modules, each a folder of its own.
    pub modules: PathBuf,
    /// The folder that Trunk wrote the client to.
    pub site: PathBuf,
    /// Whether the site is built to develop with: then browsers do not keep it.
    pub develop: bool,
    /// Where a trial of the sign-up is sent, on this machine; in place of the publisher's settings.
    pub trial: Option<String>,
}

/// Writes the pages into the site's folder, and makes the client's files smaller. Returns the
/// warnings that the module gave.
///
/// # Errors
/// Sentences, each naming what is wrong and where; nothing is written.
pub fn build(places: &Places, today: Date) -> Result<Vec<String>, Vec<String>> {
    let found = Assets::find(&places.site).map_err(|error| vec![error.to_string()])?;
    let frame = Frame::find(&places.site).map_err(told(&places.site))?;
    let (script, wasm) = squeezed(&places.site, &found)?;
    let assets = Assets::named(&script, &wasm).with(&frame);
    let mut config = config(&places.source)?;
    let (help, mut warnings) = help(&places.source, today)?;
    if let Some(trial) = &places.trial {
        config = config.with_trial(trial)?;
        warnings.push(format!(
            "ACADEMY_TRIAL_SIGNUP is set, so the sign-up of this site is a trial that goes to \
             {trial}; do not publish it, and build without that variable"
        ));
    }
    config.offline &= !places.develop;
    let (module, of_module) = module(&places.modules, today)?;
    warnings.extend(of_module);
    if !places.develop {
        is_for_others(&config, places.trial.is_some())?;
    }
    if plan(&config).is_some() {
        sends(&places.site, &found)?;
    }
    let html = document(&module, &help, &config, &assets, &places.source)?;
    let plain = style(&places.source, None)?;
    let finished = finished::render(&module, &help, &config, &plain);
    let card = help_card::render(&module, &help, &config, &plain);
    let privacy = Privacy::read(&places.source, &module, &config)?;
    warnings.extend(privacy.warnings.iter().cloned());
    if !places.develop {
        write_materials(places)?;
    }
    let installed = installed(&module, &config, &plain, &places.source)?;
    put_in_place([&found, &assets], [script.as_bytes(), &wasm], &places.site)?;
    frame.write(&places.site).map_err(told(&places.site))?;
    remove_earlier(&places.site)?;
    write_scripts(&places.site, &assets, config.offline)?;
    write_blank(&places.site, &module)?;
    write(&places.site.join("index.html"), html)?;
    write(&places.site.join(finished::FILE), finished)?;
    write(&places.site.join(help_card::FILE), card)?;
    let privacy = privacy.render(&module, &help, &config, &plain);
    write(&places.site.join(privacy::FILE), privacy)?;
    share::write(places, &module, &help, &config)?;
    for (name, bytes) in installed {
        write(&places.site.join(name), bytes)?;
    }
    // Last: it keeps what the others are.
    worker::seal(&places.site).map_err(told(&places.site))?;
    Ok(warnings)
}

/// Writes the client's files, its JavaScript and its WebAssembly, in the place of earlier ones.
fn put_in_place(
    [old, new]: [&Assets; 2],
    files: [&[u8]; 2],
    site: &Path,
) -> Result<(), Vec<String>> {
    old.replace(new, files, site).map_err(told(site))
}

/// Writes what the client is made of, and the notices that its licences ask for.
fn write_materials(places: &Places) -> Result<(), Vec<String>> {
    let materials = materials::gather(&places.source).map_err(|error| vec![error])?;
    let notices = notices::render(&materials)?;
    write(&places.site.join(notices::FILE), notices)?;
    write(&places.site.join(bom::FILE), bom::render(&materials))
}

/// Writes the scripts that the page brings besides the client.
fn write_scripts(site: &Path, assets: &Assets, offline: bool) -> Result<(), Vec<String>> {
    let start = Start::new(assets, offline);
    write(&site.join(start.name), start.text)?;
    let (name, text) = exit::script();
    write(&site.join(name), text)
}

/// Writes the page with nothing on it.
fn write_blank(site: &Path, module: &Module) -> Result<(), Vec<String>> {
    write(&site.join(exit::BLANK), exit::blank(&module.language))
}

/// Writes a file.
pub(super) fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<(), Vec<String>> {
    fs::write(path, text).map_err(told(path))
}

/// Returns what is said of a file or folder that could not be used.
pub(super) fn told(path: &Path) -> impl Fn(io::Error) -> Vec<String> {
    move |error| vec![format!("{}: {error}", path.display())]
}

/// Returns the files that the module is installed with.
fn installed(
    module: &Module,
    config: &Config,
    style: &str,
    source: &Path,
) -> Result<Vec<(&'static str, Vec<u8>)>, Vec<String>> {
    let icon = source.join("public/icon.svg");
    let svg = fs::read_to_string(&icon).map_err(told(&icon))?;
    offline::files(module, config, style, &svg).map_err(|sentence| vec![sentence])
}

/// Returns the client's files, made smaller.
fn squeezed(site: &Path, assets: &Assets) -> Result<(String, Vec<u8>), Vec<String>> {
    let (script, wasm) = (site.join(&assets.script), site.join(&assets.wasm));
    let text = fs::read_to_string(&script).map_err(told(&script))?;
    let bytes = fs::read(&wasm).map_err(told(&wasm))?;
    Ok(glue::squeeze(&text, &bytes))
}

/// Removes the files of an earlier run on the same folder whose names change with their text.
fn remove_earlier(site: &Path) -> Result<(), Vec<String>> {
    for entry in fs::read_dir(site).map_err(told(site))? {
        let entry = entry.map_err(told(site))?;
        let name = entry.file_name();
        let begins_with = |prefix| name.to_string_lossy().starts_with(prefix);
        let changing = [start::PREFIX, exit::PREFIX, share::PREFIX];
        if changing.into_iter().any(begins_with) {
            fs::remove_file(entry.path()).map_err(told(site))?;
        }
    }
    Ok(())
}

/// Returns the page of `module` as a document.
///
/// # Errors
/// Sentences that say why the page cannot be made.
pub fn document(
    module: &Module,
    help: &Help,
    config: &Config,
    assets: &Assets,
    source: &Path,
) -> Result<String, Vec<String>> {
    let style = style(source, config.signup.as_ref())?;
    let start = Start::new(assets, config.offline);
    render(module, help, config, &style, Client::Beside(&start, assets))
}

/// Returns the page of `module` with this style and client.
pub(super) fn render(
    module: &Module,
    help: &Help,
    config: &Config,
    style: &str,
    client: Client<'_>,
) -> Result<String, Vec<String>> {
    let plan = plan(config);
    let outline = Outline::new(module, config.progress);
    let app = prerender::app(&outline, slots::fill(module, config));
    let shape = markup::shape(&app).map_err(|error| vec![error])?;
    let mut data = outline.to_json();
    if let Some(plan) = plan {
        data[plan_codec::KEY] = plan.to_json();
    }
    let data = data.to_string();
    let page = Page {
        module,
        help,
        config,
        client,
        style,
        app: &app,
        shape: &shape,
        data: &data,
    };
    Ok(page.render())
}

/// Returns how the client sends a sign-up, if the page has a form for one.
fn plan(config: &Config) -> Option<Plan> {
    match &config.signup.as_ref()?.way {
        Way::Form(form) => Some(form.plan.clone()),
        Way::Link(_) | Way::Mail(_) => None,
    }
}

/// Reads the style sheets of a page with this sign-up.
fn style(source: &Path, signup: Option<&Signup>) -> Result<String, Vec<String>> {
    let mut without = vec![single::STYLE, share::STYLE];
    without.extend(signup.is_none().then_some(SIGNUP_STYLE));
    load_style(source, &without)
}

/// Reads the style sheets but for those named in `without`.
pub(super) fn load_style(source: &Path, without: &[&str]) -> Result<String, Vec<String>> {
    let folder = source.join("style");
    style::load(&folder, without).map_err(told(&folder))
}

/// Reads the publisher's settings.
pub(super) fn config(source: &Path) -> Result<Config, Vec<String>> {
    let path = source.join("public/config.json");
    let text = fs::read_to_string(&path).map_err(told(&path))?;
    Config::read(&text)
}

/// Reads the one module in `modules`.
pub(super) fn module(modules: &Path, today: Date) -> Result<(Module, Vec<String>), Vec<String>> {
    let folder = only_folder(modules)?;
    let report = content::load(&folder, today);
    sound(report.module, &report.problems)
}

/// Reads the lists of help.
pub(super) fn help(source: &Path, today: Date) -> Result<(Help, Vec<String>), Vec<String>> {
    let report = content::help::load(&source.join("public"), today);
    sound(report.help, &report.problems)
}

/// Returns what was read with what is told of it, or what is wrong with it.
fn sound<T>(read: Option<T>, problems: &[Problem]) -> Result<(T, Vec<String>), Vec<String>> {
    let sentences: Vec<String> = problems.iter().map(ToString::to_string).collect();
    match read {
        Some(read) => Ok((read, sentences)),
        None => Err(sentences),
    }
}

/// Returns the only folder in `modules`.
fn only_folder(modules: &Path) -> Result<PathBuf, Vec<String>> {
    let entries = fs::read_dir(modules).map_err(told(modules))?;
    let mut folders: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    match (folders.pop(), folders.len()) {
        (Some(folder), 0) => Ok(folder),
        (None, _) => Err(vec![format!(
            "{} holds no module; add a folder with a module.toml",
            modules.display()
        )]),
        (Some(_), others) => Err(vec![format!(
            "{} holds {} modules, and the site plays one; move the others elsewhere",
            modules.display(),
            others + 1
        )]),
    }
}

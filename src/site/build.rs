//! Writes the site's pages beside the client's files: of one module into the site's folder, of several
//! into a folder for each, with a [list](super::library) of them above.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use super::assets::Assets;
use super::client;
use super::exit;
use super::files::Files;
use super::files::ICON;
use super::files::PAGE;
use super::finished;
use super::help_card;
use super::library;
use super::library::Library;
use super::mark;
use super::markup;
use super::materials;
use super::materials::bom;
use super::materials::notices;
use super::offline;
use super::offline::webmanifest;
use super::offline::worker;
use super::offline::worker::Folder;
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
use super::start::Start;
use super::style;
use super::writing;
use crate::content;
use crate::content::Problem;
use crate::content::Severity;
use crate::domain::date::Date;
use crate::domain::help::Help;
use crate::domain::module::Module;
use crate::domain::outline::Outline;
use crate::domain::signup::plan::Plan;
use crate::domain::signup::plan_codec;
use crate::settings::Config;
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

/// What is put into the folder of every module.
pub(super) struct Common<'a> {
    /// The project's folder.
    pub(super) source: &'a Path,
    /// Who can help.
    pub(super) help: &'a Help,
    /// The client.
    pub(super) client: &'a client::Client,
    /// What the client is made of, and the notices that its licences ask for.
    pub(super) materials: Files,
    /// The icons, which the list of several modules has, too.
    pub(super) pictures: Files,
}

/// Writes the pages into the site's folder, and makes the client's files smaller. It may be run again
/// over its own output. Returns the warnings that the modules gave.
///
/// # Errors
/// Sentences, each naming what is wrong and where. Nothing is changed, but where the site's folder
/// refuses what it has just taken (see [`writing::write`]).
pub fn build(places: &Places, today: Date) -> Result<Vec<String>, Vec<String>> {
    let client = client::Client::find(&places.site)?;
    let (config, mut warnings) = settings(places)?;
    let (help, of_help) = help(&places.source, today)?;
    let (modules, of_modules) = modules(&places.modules, today)?;
    warnings.extend(of_help.into_iter().chain(of_modules));
    if plan(&config).is_some() {
        sends(&client)?;
    }
    let common = Common {
        source: &places.source,
        help: &help,
        client: &client,
        materials: materials(places)?,
        pictures: pictures(&places.source)?,
    };
    let folders = folders(&modules, &config, &common, &mut warnings)?;
    writing::write(&places.site, &folders)?;
    Ok(warnings)
}

/// Reads the publisher's settings, with what is told of them.
fn settings(places: &Places) -> Result<(Config, Vec<String>), Vec<String>> {
    let mut config = config(&places.source)?;
    let mut warnings = Vec::new();
    if let Some(trial) = &places.trial {
        config = config.with_trial(trial)?;
        warnings.push(format!(
            "ACADEMY_TRIAL_SIGNUP is set, so the sign-up of this site is a trial that goes to \
             {trial}; do not publish it, and build without that variable"
        ));
    }
    config.offline &= !places.develop;
    if !places.develop {
        is_for_others(&config, places.trial.is_some())?;
    }
    Ok((config, warnings))
}

/// Returns the site's folders, with the path from the site's own: that of one module, or those of
/// several and of their list. Adds what is told of them to `warnings`.
fn folders(
    modules: &[Module],
    config: &Config,
    common: &Common<'_>,
    warnings: &mut Vec<String>,
) -> Result<Vec<(String, Files)>, Vec<String>> {
    let mut tell = |told: Vec<String>| {
        for sentence in told {
            if !warnings.contains(&sentence) {
                warnings.push(sentence);
            }
        }
    };
    if let [module] = modules {
        let (files, told) = of_module(module, config, common)?;
        tell(told);
        return Ok(vec![(String::new(), files)]);
    }
    let mut folders = Vec::new();
    for module in modules {
        let (files, told) = of_module(module, &config.of_listed(module.id.as_str()), common)?;
        tell(told);
        folders.push((module.id.to_string(), files));
    }
    let (files, told) =
        Library::new(modules, common.help, config).files(common.source, &common.pictures)?;
    tell(told);
    folders.push((String::new(), files));
    Ok(folders)
}

/// Returns the files of a module's folder, with what is told of them.
pub(super) fn of_module(
    module: &Module,
    config: &Config,
    common: &Common<'_>,
) -> Result<(Files, Vec<String>), Vec<String>> {
    let Common {
        source,
        help,
        client,
        materials,
        pictures,
    } = common;
    let mut files = pictures.clone();
    files.extend(materials);
    client.add(&mut files);
    let page = document(module, help, config, &client.assets, source)?;
    files.add(PAGE, page);
    let start = Start::new(&client.assets, config.offline);
    files.add(start.name, start.text);
    let (name, text) = exit::script();
    files.add(name, text);
    files.add(exit::BLANK, exit::blank(&module.language));
    let mut without = without(config);
    without.push(SIGNUP_STYLE);
    let plain = load_style(source, &without)?;
    files.add(
        finished::FILE,
        finished::render(module, help, config, &plain),
    );
    files.add(
        help_card::FILE,
        help_card::render(module, help, config, &plain),
    );
    let privacy = Privacy::read(source, module, config)?;
    files.add(privacy::FILE, privacy.render(module, help, config, &plain));
    without.retain(|sheet| *sheet != share::STYLE);
    let style = load_style(source, &without)?;
    share::add(&mut files, module, help, config, &style);
    let names = [&*module.document_title, &*config.publisher];
    let manifest = offline::manifest(names, &module.language, &plain);
    files.add(
        webmanifest::FILE,
        manifest.map_err(|sentence| vec![sentence])?,
    );
    // Last: the browser keeps what the others are.
    worker::sealed(&mut files, Folder::Module).map_err(|error| vec![error.to_string()])?;
    Ok((files, privacy.warnings))
}

/// Returns what the client is made of, and the notices that its licences ask for, of a site that is to
/// be published.
fn materials(places: &Places) -> Result<Files, Vec<String>> {
    let mut files = Files::default();
    if !places.develop {
        let materials = materials::gather(&places.source).map_err(|error| vec![error])?;
        files.add(notices::FILE, notices::render(&materials)?);
        files.add(bom::FILE, bom::render(&materials));
    }
    Ok(files)
}

/// Returns the picture that all icons are drawn from, and the icons.
pub(super) fn pictures(source: &Path) -> Result<Files, Vec<String>> {
    let path = source.join("public").join(ICON);
    let svg = fs::read_to_string(&path).map_err(told(&path))?;
    let style = load_style(source, &[])?;
    let mut files = Files::default();
    for (name, bytes) in offline::pictures(&style, &svg).map_err(|sentence| vec![sentence])? {
        files.add(name, bytes);
    }
    files.add(ICON, svg);
    Ok(files)
}

/// Returns what is said of a file or folder that could not be used.
pub(super) fn told(path: &Path) -> impl Fn(io::Error) -> Vec<String> {
    move |error| vec![format!("{}: {error}", path.display())]
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
    let style = style(source, config)?;
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
    let style = style::with_parts(style, &outline);
    let page = Page {
        module,
        help,
        config,
        client,
        style: &style,
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

/// Reads the style sheets of a module's page with these settings.
fn style(source: &Path, config: &Config) -> Result<String, Vec<String>> {
    let mut without = without(config);
    without.extend(config.signup.is_none().then_some(SIGNUP_STYLE));
    load_style(source, &without)
}

/// Returns the style sheets that no module's page with these settings needs but the one that is about
/// sharing.
fn without(config: &Config) -> Vec<&'static str> {
    let mut without = vec![single::STYLE, share::STYLE, library::STYLE];
    without.extend((!config.listed).then_some(library::LINK_STYLE));
    without
}

/// Reads the style sheets but for those named in `without`.
pub(super) fn load_style(source: &Path, without: &[&str]) -> Result<String, Vec<String>> {
    let folder = source.join("style");
    style::load(&folder, without).map_err(told(&folder))
}

/// Reads the publisher's settings, and their mark.
pub(super) fn config(source: &Path) -> Result<Config, Vec<String>> {
    let path = source.join("public/config.json");
    let text = fs::read_to_string(&path).map_err(told(&path))?;
    let config = Config::read(&text)?;
    let icon = source.join("public").join(ICON);
    let svg = fs::read_to_string(&icon).map_err(told(&icon))?;
    let mark = mark::own(&svg).map_err(|sentence| vec![format!("public/{ICON}: {sentence}")])?;
    Ok(Config { mark, ..config })
}

/// Reads the modules in the folder `folder`, in the order of their names, with what is told of them.
pub(super) fn modules(
    folder: &Path,
    today: Date,
) -> Result<(Vec<Module>, Vec<String>), Vec<String>> {
    let entries = fs::read_dir(folder).map_err(told(folder))?;
    let mut folders: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    let (mut modules, mut problems) = (Vec::new(), Vec::new());
    for path in &folders {
        let report = content::load(path, today);
        problems.extend(report.problems);
        modules.extend(report.module);
    }
    if folders.is_empty() {
        return Err(vec![format!(
            "{} holds no module; add a folder with a module.toml",
            folder.display()
        )]);
    }
    let whole = modules.len() == folders.len();
    if whole {
        problems.extend(library::check(&modules));
    }
    let sound = whole
        && problems
            .iter()
            .all(|problem| problem.severity != Severity::Error);
    self::sound(sound.then_some(modules), &problems)
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

//! Measures the release build of the site in Chromium, and how large one with a sign-up is; has
//! Lighthouse judge it; prints the figures and writes them down.
//!
//! `bench [--sizes-only] [--runs <number>] [<file for the figures>]`

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use browser_tests::bench::{self, Figure, Sizes};
use browser_tests::engine::Engine;
use browser_tests::failure::{Failure, Outcome};
use browser_tests::server::SiteBuilder;
use browser_tests::settings;

/// How often each visit is made, for its median.
const RUNS: usize = 5;

/// What was asked for.
struct Request {
    sizes_only: bool,
    runs: usize,
    file: PathBuf,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("The benchmark stopped: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Outcome<ExitCode> {
    let request = parse(env::args().skip(1))?;
    Engine::Chromium.require()?;
    let figures = measure(&request).await?;
    println!("{}", bench::table(&figures));
    println!("1 KB is 1000 bytes.");
    if !request.sizes_only {
        println!("Times are medians of {} visits.", request.runs);
    }
    if let Some(folder) = request.file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&request.file, bench::json(&figures)?)?;
    let is_over = figures.iter().any(Figure::is_error);
    Ok(ExitCode::from(u8::from(is_over)))
}

async fn measure(request: &Request) -> Outcome<Vec<Figure>> {
    let folder = settings::path(settings::SITE)?;
    let sizes = Sizes::of(SiteBuilder::new(Ok(folder.clone()))).await?;
    let mut figures = sizes.figures();
    let with_signup = SiteBuilder::new(settings::path(settings::SIGNUP_SITE));
    figures.extend(Sizes::of(with_signup).await?.figures_with_signup());
    figures.extend(bench::single(&folder).await?);
    if request.sizes_only {
        return Ok(figures);
    }
    figures.extend(bench::timings(&folder, request.runs).await?);
    figures.extend(bench::long_pages(&folder, request.runs).await?);
    figures.extend(bench::answers(&folder, request.runs).await?);
    figures.extend(bench::embedding(&folder).await?);
    figures.extend(bench::lighthouse(&folder).await?);
    Ok(figures)
}

fn parse(mut args: impl Iterator<Item = String>) -> Outcome<Request> {
    let mut request = Request {
        sizes_only: false,
        runs: RUNS,
        file: settings::optional_path(settings::BENCH_FILE)
            .unwrap_or_else(|| settings::target().join("bench.json")),
    };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--sizes-only" => request.sizes_only = true,
            "--runs" => {
                let number = args.next().and_then(|number| number.parse().ok());
                request.runs = number
                    .filter(|number| *number > 0)
                    .ok_or_else(|| Failure::new("`--runs` needs a number of visits"))?;
            }
            option if option.starts_with('-') => {
                return Err(Failure::new(format!(
                    "there is no `{option}`; there are `--sizes-only` and `--runs <number>`"
                )));
            }
            file => request.file = file.into(),
        }
    }
    Ok(request)
}

//! Several visits, and their medians.

use std::path::Path;

use super::bare::without_client;
use super::first_click::{FirstClick, first_click};
use super::visit::{visit_kept, visit_site};
use super::{Figure, Line, Visit};
use crate::failure::{Failure, Outcome};
use crate::server::SiteBuilder;
use crate::variant;

/// The page may paint this much later than it would without its client.
const PAINT_RATIO_BUDGET: f64 = 1.1;
/// A page that is kept may paint this much later than a static one that comes from a server at once.
const KEPT_RATIO_BUDGET: f64 = 1.5;
/// Milliseconds for which a page on the slow line may fail to answer.
const BLOCKED_BUDGET: f64 = 100.0;
/// Milliseconds within which an answer is felt to be at once.
const AT_ONCE: f64 = 100.0;
/// Hydrating a section should not cost more on a long page than on a short one.
const GROWTH_BUDGET: f64 = 1.0;

/// The visits over one line.
#[derive(Debug, Default)]
struct Series {
    whole: Vec<Visit>,
    bare: Vec<Visit>,
    kept: Vec<Visit>,
}

/// Visits `folder` `runs` times in each way, in turns, so that what else the machine does falls
/// on all of them.
pub async fn timings(folder: &Path, runs: usize) -> Outcome<Vec<Figure>> {
    let site = || SiteBuilder::new(Ok(folder.to_owned()));
    let bare = || site().rewrite(|page| without_client(&page));
    // The first visit of each kind waits for the server to compress.
    visit_site(site(), Line::Plain, true).await?;
    visit_site(bare(), Line::Plain, false).await?;
    let mut lines = Line::ALL.map(|line| (line, Series::default()));
    let mut clicks = Vec::new();
    for run in 1..=runs {
        eprintln!("Visit {run} of {runs} …");
        for (line, series) in &mut lines {
            // In turns which of the two comes first: the second finds the machine warmer.
            let whole_first = run % 2 == 1;
            for whole in [whole_first, !whole_first] {
                if whole {
                    series.whole.push(visit_site(site(), *line, true).await?);
                } else {
                    series.bare.push(visit_site(bare(), *line, false).await?);
                }
            }
            series.kept.push(visit_kept(site(), *line).await?);
        }
        clicks.push(first_click(site()).await?);
    }
    let mut figures = Vec::new();
    for (line, series) in &lines {
        figures.extend(series.figures(*line)?);
    }
    figures.extend(click_figures(&clicks)?);
    Ok(figures)
}

impl Series {
    fn figures(&self, line: Line) -> Outcome<Vec<Figure>> {
        let told =
            |what: &str, value, unit| Figure::told(format!("{}: {what}", line.name()), value, unit);
        let paint = median(self.whole.iter().map(|visit| visit.paint))?;
        let bare_paint = median(self.bare.iter().map(|visit| visit.paint))?;
        let shift = self
            .whole
            .iter()
            .map(|visit| visit.shift)
            .fold(0.0, f64::max);
        let mut figures = vec![
            told("first contentful paint", paint, "ms"),
            told("the same without the client", bare_paint, "ms"),
            told("ratio of these", paint / bare_paint, "").at_most(PAINT_RATIO_BUDGET),
            told(
                "client ready",
                median(self.whole.iter().filter_map(|visit| visit.ready))?,
                "ms",
            ),
            told(
                "total blocking time",
                median(self.whole.iter().map(|visit| visit.blocked))?,
                "ms",
            )
            .at_most(BLOCKED_BUDGET),
            told("layout shift", shift, "").at_most(0.0).kept(),
        ];
        figures.extend(self.kept_figures(line, bare_paint)?);
        // A client need not take the time of its own start.
        if let Ok(hydration) = median(self.whole.iter().filter_map(|visit| visit.hydration)) {
            figures.push(told("hydration", hydration, "ms"));
        }
        Ok(figures)
    }

    /// What a visit to what is kept shows, beside a page that has no client and comes over the line.
    fn kept_figures(&self, line: Line, bare_paint: f64) -> Outcome<Vec<Figure>> {
        let told =
            |what: &str, value, unit| Figure::told(format!("{}: {what}", line.name()), value, unit);
        let paint = median(self.kept.iter().map(|visit| visit.paint))?;
        let ready = median(self.kept.iter().filter_map(|visit| visit.ready))?;
        let of_static = told("of the static page's", paint / bare_paint, "");
        Ok(vec![
            told("kept, first contentful paint", paint, "ms"),
            of_static.at_most(KEPT_RATIO_BUDGET),
            told("kept, client ready", ready, "ms"),
        ])
    }
}

fn click_figures(clicks: &[FirstClick]) -> Outcome<Vec<Figure>> {
    let of = |time: fn(&FirstClick) -> f64| median(clicks.iter().map(time));
    Ok(vec![
        Figure::told(
            "slow line: pressed after first paint",
            of(|c| c.pressed - c.paint)?,
            "ms",
        ),
        Figure::told(
            "slow line: section open after the press",
            of(|c| c.opened - c.pressed)?,
            "ms",
        )
        .at_most(AT_ONCE),
    ])
}

/// How the client's start grows from a module of 50 sections to one of 500.
pub async fn long_pages(folder: &Path, runs: usize) -> Outcome<Vec<Figure>> {
    let [fifty, five_hundred] = [
        variant::long_page(folder, 50)?,
        variant::long_page(folder, 500)?,
    ];
    let mut short = Vec::new();
    let mut long = Vec::new();
    for _ in 0..runs {
        for (html, times) in [(&fifty, &mut short), (&five_hundred, &mut long)] {
            let html = html.clone();
            let site = SiteBuilder::new(Ok(folder.to_owned())).rewrite(move |_| html.clone());
            let visit = visit_site(site, Line::Plain, true).await?;
            let start = visit
                .hydration
                .ok_or_else(|| Failure::new("the client takes no measure named `academy-start`"))?;
            times.push(start);
        }
    }
    let (short, long) = (median(short)?, median(long)?);
    Ok(vec![
        Figure::told("start with 50 sections", short, "ms"),
        Figure::told("start with 500 sections", long, "ms"),
        Figure::told("growth for each section", long / short / 10.0, "").at_most(GROWTH_BUDGET),
    ])
}

/// The one in the middle; of an even number, the later of the two.
pub(super) fn median(numbers: impl IntoIterator<Item = f64>) -> Outcome<f64> {
    let mut numbers: Vec<f64> = numbers.into_iter().collect();
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.get(numbers.len() / 2).copied();
    middle.ok_or_else(|| Failure::new("nothing was measured"))
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_the_one_in_the_middle() {
        assert_eq!(median([9.0, 1.0, 5.0]), Ok(5.0));
        assert!(median([]).is_err());
    }
}

//! A measured number and what it may be.

use serde::Serialize;
use serde_json::Value;

/// Whether being over the budget is an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It is.
    Kept,
    /// It is only told.
    Told,
}

/// A measured number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// What was measured.
    pub name: String,
    /// The number.
    pub value: f64,
    /// Its unit, or nothing.
    pub unit: &'static str,
    /// The most that it may be.
    pub budget: Option<f64>,
    /// Whether being over the budget is an error.
    pub kind: Kind,
}

impl Figure {
    /// A number that is told.
    pub fn told(name: impl Into<String>, value: f64, unit: &'static str) -> Self {
        Self {
            name: name.into(),
            value,
            unit,
            budget: None,
            kind: Kind::Told,
        }
    }

    /// The same number, with the most that it should be.
    #[must_use]
    pub fn at_most(self, budget: f64) -> Self {
        Self {
            budget: Some(budget),
            ..self
        }
    }

    /// The same number, which must keep to its budget.
    #[must_use]
    pub fn kept(self) -> Self {
        Self {
            kind: Kind::Kept,
            ..self
        }
    }

    /// Whether the number is over its budget, as far as the table shows it.
    #[must_use]
    pub fn is_over(&self) -> bool {
        /// Half of the last place that is shown.
        const UNSEEN: f64 = 0.0005;
        self.budget
            .is_some_and(|budget| self.value >= budget + UNSEEN)
    }

    /// Whether that is an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.kind == Kind::Kept && self.is_over()
    }

    /// A sentence about the number and its budget.
    #[must_use]
    pub fn sentence(&self) -> String {
        let [name, value, budget, verdict] = self.cells();
        format!("{name}: {value}, of a budget of {budget}: {verdict}")
    }

    fn cells(&self) -> [String; 4] {
        let verdict = match (self.budget, self.is_over(), self.kind) {
            (None, ..) => "",
            (_, false, _) => "ok",
            (_, true, Kind::Kept) => "OVER",
            (_, true, Kind::Told) => "over (told only)",
        };
        [
            self.name.clone(),
            with_unit(self.value, self.unit),
            self.budget
                .map(|budget| with_unit(budget, self.unit))
                .unwrap_or_default(),
            verdict.to_owned(),
        ]
    }
}

/// A number with at most three decimals, and its unit.
fn with_unit(value: f64, unit: &str) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if unit.is_empty() {
        text.to_owned()
    } else {
        format!("{text} {unit}")
    }
}

/// The figures as a table.
#[must_use]
pub fn table(figures: &[Figure]) -> String {
    let head = ["Figure", "Value", "Budget", ""].map(str::to_owned);
    let rows: Vec<[String; 4]> = std::iter::once(head)
        .chain(figures.iter().map(Figure::cells))
        .collect();
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let (names, values, budgets) = (width(0), width(1), width(2));
    let lines = rows.iter().map(|[name, value, budget, verdict]| {
        let line = format!("{name:names$}  {value:>values$}  {budget:>budgets$}  {verdict}");
        line.trim_end().to_owned() + "\n"
    });
    lines.collect()
}

/// The figures for a program.
pub fn json(figures: &[Figure]) -> Result<String, serde_json::Error> {
    let entries: Vec<Value> = figures
        .iter()
        .map(|figure| {
            let mut entry = serde_json::to_value(figure)?;
            entry["over"] = figure.is_over().into();
            Ok(entry)
        })
        .collect::<Result<_, serde_json::Error>>()?;
    serde_json::to_string_pretty(&entries).map(|text| text + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_over_from_the_last_place_that_is_shown() {
        let figure = |value| Figure::told("shift", value, "").at_most(0.0).kept();
        assert!(!figure(0.0).is_error());
        assert!(!figure(0.000_4).is_error());
        assert!(figure(0.001).is_error());
        assert!(!Figure::told("time", 9.0, "ms").at_most(1.0).is_error());
    }

    #[test]
    fn the_table_lines_up() {
        let figures = [
            Figure::told("bytes", 91.5, "KB").at_most(90.0).kept(),
            Figure::told("hydration", 12.0, "ms"),
        ];
        let expected = "Figure       Value  Budget\n\
                        bytes      91.5 KB   90 KB  OVER\n\
                        hydration    12 ms\n";
        assert_eq!(table(&figures), expected);
    }
}

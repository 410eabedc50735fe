//! Typed fields out of a TOML table; whatever is missing, mistyped or unknown becomes a problem.

use super::page::{At, Page};
use super::toml_values::{id, tables_of, text, wrong_type};
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::suggest::{did_you_mean, listed};
use toml_edit::{Document, Item, TableLike};

/// A TOML table under reading.
///
/// A getter returns `None` once it has noted why, so the caller reads on and the author gets all
/// of the table's problems at once.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    table: &'a dyn TableLike,
    /// What the table describes, as a sentence names it: "the module".
    subject: &'static str,
    /// The line of the table's header.
    line: usize,
    /// Where the TOML starts in its file, in bytes.
    base: usize,
}

/// Parses TOML that starts `base` bytes into its file; notes the first thing that is not TOML.
pub(super) fn parse<'t>(page: &mut Page, code: &'t str, base: usize) -> Option<Document<&'t str>> {
    Document::parse(code)
        .map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            let rest = code.get(offset..).unwrap_or_default();
            // Whoever forgets the quotation marks is told of an "invalid boolean" or the like.
            let unquoted = rest.starts_with(char::is_alphabetic);
            let hint = if unquoted {
                "; text stands in quotation marks"
            } else {
                ""
            };
            let message = format!("this is not TOML: {}{hint}", error.message());
            page.error(page.line(base + offset), message);
        })
        .ok()
}

impl<'a> Fields<'a> {
    /// Starts on `table`, and notes the keys that are not among `keys`.
    pub(super) fn new(
        page: &mut Page,
        table: &'a dyn TableLike,
        subject: &'static str,
        keys: &[&str],
        (line, base): (usize, usize),
    ) -> Self {
        let fields = Self {
            table,
            subject,
            line,
            base,
        };
        for (key, _) in table.iter().filter(|(key, _)| !keys.contains(key)) {
            let hint = match did_you_mean(key, keys.iter().copied()) {
                hint if hint.is_empty() => format!("; its keys are {}", listed(keys, "and")),
                hint => hint,
            };
            page.error(
                fields.line_of(page, key),
                format!("{subject} has no key \"{key}\"{hint}"),
            );
        }
        fields
    }

    /// Returns whether the table has `key` at all.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Returns whether `key` is a list of nothing.
    pub(super) fn is_empty_list(&self, key: &str) -> bool {
        let list = self.table.get(key).and_then(Item::as_array);
        list.is_some_and(toml_edit::Array::is_empty)
    }

    /// Returns the line of the table's header.
    pub(super) fn line(&self) -> usize {
        self.line
    }

    /// Returns the line on which `key` stands.
    pub(super) fn line_of(&self, page: &Page, key: &str) -> usize {
        let span = self
            .table
            .get_key_value(key)
            .and_then(|(key, _)| key.span());
        span.map_or(self.line, |span| page.line(self.base + span.start))
    }

    /// Returns the value of `key`, if the table has it.
    fn get(&self, page: &Page, key: &str) -> Option<At<&'a Item>> {
        let item = self.table.get(key).filter(|item| !item.is_none())?;
        Some(At {
            value: item,
            line: self.line_of(page, key),
        })
    }

    /// Returns the value of `key`, which the table has to have; `example` shows how to write it.
    fn require(&self, page: &mut Page, key: &str, example: &str) -> Option<At<&'a Item>> {
        let item = self.get(page, key);
        if item.is_none() {
            self.lacks(page, key, example);
        }
        item
    }

    /// Notes that the table has no `key`; `example` shows how to write it.
    pub(super) fn lacks(&self, page: &mut Page, key: &str, example: &str) {
        page.error(
            self.line,
            format!("{} lacks \"{key}\"; add {example}", self.subject),
        );
    }

    /// Returns words: never empty, each run of white space a single space.
    pub(super) fn text(&self, page: &mut Page, key: &str) -> Option<At<String>> {
        let item = self.require(page, key, &format!("{key} = \"…\""))?;
        text(page, key, &item)
    }

    /// Returns words that may be left out.
    pub(super) fn optional_text(&self, page: &mut Page, key: &str) -> Option<String> {
        let item = self.get(page, key)?;
        text(page, key, &item).map(|text| text.value)
    }

    /// Returns an id.
    pub(super) fn id(&self, page: &mut Page, key: &str) -> Option<At<Id>> {
        let text = self.text(page, key)?;
        id(page, &text.value, text.line)
    }

    /// Returns a list of ids, without those that are no ids; `None` when there is no list.
    pub(super) fn ids(&self, page: &mut Page, key: &str) -> Option<Vec<At<Id>>> {
        let item = self.require(page, key, &format!("{key} = [\"…\"]"))?;
        let Some(array) = item.value.as_array() else {
            return wrong_type(page, key, &item, "a list of ids in square brackets");
        };
        let mut ids = Vec::new();
        for value in array {
            let line = value
                .span()
                .map_or(item.line, |span| page.line(self.base + span.start));
            match value.as_str() {
                Some(text) => ids.extend(id(page, text, line)),
                None => page.error(line, format!("\"{key}\" holds ids in quotation marks only")),
            }
        }
        Some(ids)
    }

    /// Returns a list of ids that may be left out, and is empty then; `None` when there is
    /// something else.
    pub(super) fn optional_ids(&self, page: &mut Page, key: &str) -> Option<Vec<At<Id>>> {
        if self.get(page, key).is_none() {
            return Some(Vec::new());
        }
        self.ids(page, key)
    }

    /// Returns a whole number.
    pub(super) fn number(&self, page: &mut Page, key: &str, example: i64) -> Option<At<i64>> {
        let item = self.require(page, key, &format!("{key} = {example}"))?;
        match item.value.as_integer() {
            Some(value) => Some(At {
                value,
                line: item.line,
            }),
            None => wrong_type(page, key, &item, "a whole number"),
        }
    }

    /// Returns two whole numbers; `example` shows how to write them.
    pub(super) fn pair(&self, page: &mut Page, key: &str, example: &str) -> Option<At<[i64; 2]>> {
        let item = self.require(page, key, &format!("{key} = {example}"))?;
        let numbers = item.value.as_array().map(|array| {
            let numbers = array.iter().map(toml_edit::Value::as_integer);
            numbers.collect::<Option<Vec<i64>>>()
        });
        let value = numbers.flatten().map(<[i64; 2]>::try_from);
        match value {
            Some(Ok(value)) => Some(At {
                value,
                line: item.line,
            }),
            _ => wrong_type(
                page,
                key,
                &item,
                &format!("two whole numbers, like {example}"),
            ),
        }
    }

    /// Returns a day.
    pub(super) fn date(&self, page: &mut Page, key: &str) -> Option<At<Date>> {
        let item = self.require(page, key, &format!("{key} = 2026-11-23"))?;
        let date = item
            .value
            .as_datetime()
            .filter(|moment| moment.time.is_none());
        match date
            .and_then(|moment| moment.date)
            .and_then(|d| Date::new(d.year, d.month, d.day))
        {
            Some(value) => Some(At {
                value,
                line: item.line,
            }),
            None => wrong_type(
                page,
                key,
                &item,
                "a day without quotation marks, like 2026-11-23",
            ),
        }
    }

    /// Returns a day, or `None` in its place where the text `never` stands there; nothing where the
    /// key is missing, which is the caller's to tell.
    pub(super) fn date_or(
        &self,
        page: &mut Page,
        key: &str,
        never: &str,
    ) -> Option<At<Option<Date>>> {
        let item = self.get(page, key)?;
        let line = item.line;
        match item.value.as_str() {
            Some(text) if text == never => Some(At { value: None, line }),
            Some(_) => {
                let wanted = format!("a day, like 2026-11-23, or the words \"{never}\"");
                wrong_type(page, key, &item, &wanted)
            }
            None => self.date(page, key).map(|day| At {
                value: Some(day.value),
                line,
            }),
        }
    }

    /// Returns whether `key` is there and true.
    pub(super) fn flag(&self, page: &mut Page, key: &str) -> bool {
        let Some(item) = self.get(page, key) else {
            return false;
        };
        let flag = item.value.as_bool();
        flag.or_else(|| wrong_type(page, key, &item, "true or false, without quotation marks"))
            .unwrap_or_default()
    }

    /// Returns the table under `key`, which the table has to have.
    pub(super) fn table(
        &self,
        page: &mut Page,
        key: &str,
        (subject, keys): (&'static str, &[&str]),
    ) -> Option<Self> {
        let item = self.require(page, key, &format!("the line [{key}]"))?;
        match item.value.as_table_like() {
            Some(table) => Some(Self::new(
                page,
                table,
                subject,
                keys,
                (item.line, self.base),
            )),
            None => wrong_type(page, key, &item, &format!("a table under the line [{key}]")),
        }
    }

    /// Returns the tables under `key`, of which there may be none.
    pub(super) fn tables(
        &self,
        page: &mut Page,
        key: &str,
        (subject, keys): (&'static str, &[&str]),
    ) -> Vec<Self> {
        let Some(item) = self.get(page, key) else {
            return Vec::new();
        };
        let Some(tables) = tables_of(item.value) else {
            let wanted = format!("tables, each under a line [[{key}]]");
            return wrong_type(page, key, &item, &wanted).unwrap_or_default();
        };
        let mut fields = Vec::new();
        for (table, span) in tables {
            let line = span.map_or(item.line, |span| page.line(self.base + span.start));
            fields.push(Self::new(page, table, subject, keys, (line, self.base)));
        }
        fields
    }
}

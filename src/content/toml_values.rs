//! Single values out of TOML: words, ids, tables, and what to say of any other kind.

use super::page::{At, Page};
use crate::domain::id::Id;
use toml_edit::{Item, TableLike, Value};

/// A table with its place in the TOML.
pub(super) type Placed<'a> = (&'a dyn TableLike, Option<core::ops::Range<usize>>);

/// Returns the tables of `[[key]]` headers or of a list of inline tables.
pub(super) fn tables_of<'a>(item: &'a Item) -> Option<Vec<Placed<'a>>> {
    let from_value = |value: &'a Value| match value {
        Value::InlineTable(table) => Some((table as &dyn TableLike, table.span())),
        _ => None,
    };
    match item {
        Item::ArrayOfTables(tables) => Some(
            tables
                .iter()
                .map(|table| (table as &dyn TableLike, table.span()))
                .collect(),
        ),
        Item::Value(Value::Array(array)) => array.iter().map(from_value).collect(),
        _ => None,
    }
}

/// Returns words out of a value.
pub(super) fn text(page: &mut Page, key: &str, item: &At<&Item>) -> Option<At<String>> {
    let Some(text) = item.value.as_str() else {
        return wrong_type(page, key, item, "text in quotation marks");
    };
    let value = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if value.is_empty() {
        page.error(
            item.line,
            format!("\"{key}\" is empty; write something between its quotation marks"),
        );
        return None;
    }
    if value.contains(char::is_control) {
        page.error(
            item.line,
            format!("\"{key}\" holds an invisible control character; delete it"),
        );
        return None;
    }
    Some(At {
        value,
        line: item.line,
    })
}

/// Returns the id that `text` is.
pub(super) fn id(page: &mut Page, text: &str, line: usize) -> Option<At<Id>> {
    Id::new(text)
        .map_err(|error| page.error(line, error.to_string()))
        .ok()
        .map(|value| At { value, line })
}

/// Notes that `key` has a value of another kind than `wanted`.
pub(super) fn wrong_type<T>(
    page: &mut Page,
    key: &str,
    item: &At<&Item>,
    wanted: &str,
) -> Option<T> {
    let kind = match item.value.type_name() {
        "integer" | "float" => "a number",
        "boolean" => "true or false",
        "string" => "text",
        "datetime" => "a date or time",
        "array" => "a list",
        _ => "a table",
    };
    page.error(
        item.line,
        format!("\"{key}\" is {kind}; it has to be {wanted}"),
    );
    None
}

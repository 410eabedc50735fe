//! What the fields are called where they are sent.

use super::ask::Asked;
use super::names;
use super::service::Service;
use super::service::Wire;
use crate::domain::signup::Field;
use crate::domain::signup::plan::Ask;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// How many characters a name may have.
const LONGEST: usize = 100;

/// Returns what is asked, under the service's names or the publisher's.
pub(super) fn asks(
    service: &Service,
    asked: &Asked,
    table: &Table<'_>,
    problems: &mut Problems,
) -> Vec<Ask> {
    let given = fields(table, problems);
    if let Some(given) = &given {
        for field in Field::ALL {
            let is_asked = asked.fields.iter().any(|(known, _)| *known == field);
            if given.has(field.as_str()) && !is_asked {
                let path = given.path_of(field.as_str());
                problems.add(
                    &path,
                    "names what is not asked; ask it in signup.ask, or leave it out",
                );
            }
        }
    }
    let mut asks = Vec::new();
    for (field, required) in &asked.fields {
        if let Some(name) = name(service, *field, given.as_ref(), problems) {
            asks.push(Ask {
                field: *field,
                name,
                required: *required,
            });
        }
    }
    asks
}

/// Opens the publisher's names.
pub(super) fn fields<'a>(table: &Table<'a>, problems: &mut Problems) -> Option<Table<'a>> {
    let fields = table.get("fields")?;
    Table::open("signup.fields", fields, names::FIELDS, problems)
}

/// Returns what `field` is called.
fn name(
    service: &Service,
    field: Field,
    given: Option<&Table<'_>>,
    problems: &mut Problems,
) -> Option<String> {
    let word = field.as_str();
    let usual = match (service.wire)(field) {
        Wire::Never(why) => {
            let words = format_args!("cannot be asked: {why}; leave it out");
            problems.add(&format!("signup.ask.{word}"), words);
            return None;
        }
        Wire::Fixed(name) => {
            if given.is_some_and(|given| given.has(word)) {
                let words = format_args!(
                    "cannot be changed: the service knows \"{name}\" alone; leave it out"
                );
                problems.add(&format!("signup.fields.{word}"), words);
            }
            return Some(name.to_owned());
        }
        Wire::Name(name) => Some(name),
        Wire::Unknown(why) => {
            if given.is_none_or(|given| !given.has(word)) {
                let words = format_args!("is missing; {why}");
                problems.add(&format!("signup.fields.{word}"), words);
            }
            None
        }
    };
    let Some(given) = given.filter(|given| given.has(word)) else {
        return usual.map(str::to_owned);
    };
    let name = given.text(word, problems)?;
    is_name(&given.path_of(word), &name, problems).then_some(name)
}

/// Notes a name that is too long to be one.
pub(super) fn is_name(path: &str, name: &str, problems: &mut Problems) -> bool {
    let sound = name.chars().count() <= LONGEST;
    if !sound {
        problems.add(
            path,
            format_args!("is longer than {LONGEST} characters; shorten it"),
        );
    }
    sound
}

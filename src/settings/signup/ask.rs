//! What the form asks for besides the address and the agreement.

use serde_json::Value;

use super::Role;
use super::names;
use super::prose;
use crate::domain::signup::Field;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// How many answers a question about the role may have: one is no question, and of more than a
/// dozen nobody reads all.
const CHOICES: core::ops::RangeInclusive<usize> = 2..=12;

/// What is asked.
pub(super) struct Asked {
    /// The fields in the order of the form, each with whether it has to be filled in.
    pub(super) fields: Vec<(Field, bool)>,
    /// The question about the role.
    pub(super) role: Option<Role>,
}

/// Reads what is asked. The address and the agreement always are.
pub(super) fn read(table: &Table<'_>, problems: &mut Problems) -> Asked {
    let ask = table
        .get("ask")
        .and_then(|value| Table::open("signup.ask", value, names::ASK, problems));
    let mut fields = vec![(Field::Email, true)];
    let mut role = None;
    if let Some(ask) = ask {
        for field in [Field::FirstName, Field::LastName] {
            if let Some(required) = name(&ask, field, problems) {
                fields.push((field, required));
            }
        }
        if let Some((question, required)) =
            ask.get("role").and_then(|value| role_of(value, problems))
        {
            fields.push((Field::Role, required));
            role = Some(question);
        }
    }
    fields.push((Field::Consent, true));
    Asked { fields, role }
}

/// Reads whether a name is asked, and whether it has to be filled in.
fn name(ask: &Table<'_>, field: Field, problems: &mut Problems) -> Option<bool> {
    match ask.text(field.as_str(), problems)?.as_str() {
        "optional" => Some(false),
        "required" => Some(true),
        _ => {
            problems.add(
                &ask.path_of(field.as_str()),
                "is to be \"optional\" or \"required\"; leave it out not to ask",
            );
            None
        }
    }
}

/// Reads the question about the role, and whether it has to be answered.
fn role_of(value: &Value, problems: &mut Problems) -> Option<(Role, bool)> {
    let path = "signup.ask.role";
    let table = Table::open(path, value, names::ROLE, problems)?;
    let label = table
        .needed("label", "write the question", problems)
        .and_then(|value| prose::read("signup.ask.role.label", value, 100, problems));
    let required = table.flag("required", problems);
    table.needed("choices", "list the answers", problems)?;
    let items = table.items("choices", problems);
    let count = items.len();
    let mut choices: Vec<String> = Vec::new();
    for (path, value) in items {
        let Some(choice) = prose::read(&path, value, 80, problems) else {
            continue;
        };
        let known = |other: &String| other.to_lowercase() == choice.to_lowercase();
        if choices.iter().any(known) {
            problems.add(&path, "stands in the list already; list it once");
        }
        choices.push(choice);
    }
    if !CHOICES.contains(&count) {
        let few = "is to list two to twelve answers";
        problems.add(&table.path_of("choices"), few);
        return None;
    }
    let role = Role {
        label: label?,
        choices,
    };
    Some((role, required))
}

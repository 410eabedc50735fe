//! Puts a form together.

use serde_json::Value;

use super::Form;
use super::ask;
use super::consent;
use super::extra;
use super::kind::Kind;
use super::service::Service;
use super::wire;
use crate::domain::signup::plan::Ask;
use crate::domain::signup::plan::Mode;
use crate::domain::signup::plan::Plan;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// Reads a form.
pub(super) fn read(kind: Kind, table: &Table<'_>, problems: &mut Problems) -> Option<Form> {
    let service = Service::read(kind, table, problems);
    let consent = consent::read(table, problems);
    let asked = ask::read(table, problems);
    let asks = wire::asks(&service, &asked, table, problems);
    let extra = extra::read(&service, table, problems);
    let trap = trap(&service, table, problems);
    check_names(&asks, &extra, trap.as_deref(), problems);
    let (consent, version) = consent?;
    let plan = Plan {
        mode: service.mode,
        url: service.url?,
        asks,
        consent: version,
        extra,
        trap,
        accept_json: matches!(service.mode, Mode::Json | Mode::Form),
        rules: service.rules,
    };
    Some(Form {
        plan,
        consent,
        role: asked.role,
    })
}

/// Notes what is wrong with a form however it is sent.
pub(super) fn check(table: &Table<'_>, problems: &mut Problems) {
    if table.has("consent") {
        consent::read(table, problems);
    }
    ask::read(table, problems);
    wire::fields(table, problems);
    extra::given(table, problems);
}

/// Returns the name of the field that only programs fill in.
fn trap(service: &Service, table: &Table<'_>, problems: &mut Problems) -> Option<String> {
    if !table.has("honeypot") {
        return service.trap.clone();
    }
    if let Some(own) = &service.trap {
        let words = format_args!("cannot be changed: the service looks at \"{own}\"; leave it out");
        problems.add("signup.honeypot", words);
        return None;
    }
    let name = table.text("honeypot", problems)?;
    wire::is_name("signup.honeypot", &name, problems).then_some(name)
}

/// Notes names that two things have where they are sent: one would hide the other.
fn check_names(
    asks: &[Ask],
    extra: &[(String, Value)],
    trap: Option<&str>,
    problems: &mut Problems,
) {
    let asks = asks
        .iter()
        .map(|ask| (format!("signup.fields.{}", ask.field.as_str()), &*ask.name));
    let extra = extra
        .iter()
        .map(|(name, _)| (format!("signup.extra.{name}"), &**name));
    let trap = trap.map(|name| ("signup.honeypot".to_owned(), name));
    let mut named: Vec<(String, &str)> = Vec::new();
    for (path, name) in asks.chain(extra).chain(trap) {
        if let Some((first, _)) = named.iter().find(|(_, known)| *known == name) {
            let words = format_args!(
                "is called \"{name}\" where it is sent, as {first} is; give one of the two another name"
            );
            problems.add(&path, words);
        }
        named.push((path, name));
    }
}

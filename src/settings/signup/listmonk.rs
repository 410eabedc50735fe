//! listmonk (<https://listmonk.app>): its handlers `SubscriptionFormPost` and `PublicSubscription`
//! in `cmd/public.go`, and the "Subscription" part of its API documentation.

use serde_json::Value;

use super::service;
use super::service::Service;
use super::service::Wire;
use crate::domain::signup::Field;
use crate::domain::signup::plan::Mode;
use crate::domain::signup::rule::Rule;
use crate::domain::signup::rule::Rules;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// Where the root of a listmonk takes sign-ups of programs.
const PROGRAMS: &str = "/api/public/subscription";

/// Where it takes those of forms.
const PAGE: &str = "/subscription/form";

/// Returns listmonk as programs speak to it. It answers a known address as a new one.
pub(super) fn programs(table: &Table<'_>, problems: &mut Problems) -> Service {
    let email_follows = table.flag("double_opt_in", problems);
    let value = |place: &str, value: bool| Rule {
        status: Some(200),
        ..service::says(place, value)
    };
    let mut rules = Rules {
        subscribed: vec![value("/data/has_optin", false)],
        confirm: vec![value("/data/has_optin", true)],
        message: vec!["/message".to_owned()],
        ..Rules::default()
    };
    // Older versions do not say which.
    let older = value("/data", true);
    if email_follows {
        rules.confirm.push(older);
    } else {
        rules.subscribed.push(older);
    }
    Service {
        fixed: vec![("list_uuids", lists(table, problems))],
        rules,
        ..Service::new(Mode::Json, url(table, PROGRAMS, problems), wire)
    }
}

/// Returns listmonk as its own form speaks to it. `nonce` has to be there, and empty.
pub(super) fn page(table: &Table<'_>, problems: &mut Problems) -> Service {
    Service {
        fixed: vec![("l", lists(table, problems))],
        trap: Some("nonce".to_owned()),
        ..Service::new(Mode::Navigate, url(table, PAGE, problems), wire)
    }
}

fn wire(field: Field) -> Wire {
    match field {
        Field::Email => Wire::Fixed("email"),
        Field::FirstName => Wire::Fixed("name"),
        Field::LastName => Wire::Never("listmonk has one name for a person: ask for the first"),
        Field::Role => Wire::Never("listmonk's public form keeps an address and a name alone"),
        Field::Consent => Wire::Name("consent"),
    }
}

/// Reads the address of the root, whichever of its pages was copied.
fn url(table: &Table<'_>, place: &str, problems: &mut Problems) -> Option<String> {
    let what = "write the root address of your listmonk, such as https://lists.example.org";
    service::url(
        table,
        what,
        |mut address| {
            if address.query.is_some() {
                return Err("has a part after \"?\"; write the root address alone");
            }
            let root = address.path.trim_end_matches('/');
            let root = root.strip_suffix(PROGRAMS).unwrap_or(root);
            let root = root.strip_suffix(PAGE).unwrap_or(root);
            let own = ["admin", "api", "subscription"];
            if root.split('/').any(|part| own.contains(&part)) {
                return Err(
                    "leads to a page of listmonk's own; write its root address alone, \
                            such as https://lists.example.org",
                );
            }
            address.path = format!("{root}{place}");
            Ok(address)
        },
        problems,
    )
}

/// Reads the lists that a person is put on.
fn lists(table: &Table<'_>, problems: &mut Problems) -> Value {
    let what = "name at least one list by its UUID; listmonk shows it on the list's page";
    table.needed("lists", what, problems);
    let mut uuids: Vec<String> = Vec::new();
    for (path, text) in table.texts("lists", problems) {
        let uuid = text.to_ascii_lowercase();
        if !is_uuid(&uuid) {
            problems.add(
                &path,
                "is no UUID; copy it from the list's page in listmonk",
            );
        } else if uuids.contains(&uuid) {
            problems.add(&path, "stands in the list already; list it once");
        }
        uuids.push(uuid);
    }
    let empty = table.get("lists").and_then(Value::as_array);
    if empty.is_some_and(Vec::is_empty) {
        problems.add("signup.lists", format_args!("is empty; {what}"));
    }
    uuids.into()
}

/// Returns whether `text` has the form of a UUID (RFC 9562, section 4).
fn is_uuid(text: &str) -> bool {
    let lengths = text.split('-').map(str::len);
    let digit = |byte: u8| byte == b'-' || byte.is_ascii_hexdigit();
    lengths.eq([8, 4, 4, 4, 12]) && text.bytes().all(digit)
}

//! Brevo (<https://help.brevo.com>, "Create a sign-up form"): the form that it gives to embed, and
//! the answers of its script's requests.

use super::service;
use super::service::Service;
use super::service::Wire;
use crate::domain::signup::Field;
use crate::domain::signup::plan::Mode;
use crate::domain::signup::rule::Rules;
use crate::settings::address::Address;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// The parameter that asks for an answer in JSON.
const AJAX: &str = "isAjax=1";

/// Returns Brevo as its script speaks to it.
pub(super) fn programs(table: &Table<'_>, problems: &mut Problems) -> Service {
    let mut rules = Rules {
        subscribed: vec![service::says("/success", true)],
        refused: vec![service::says("/success", false)],
        message: vec!["/message".to_owned()],
        fields: Some("/errors".to_owned()),
        ..Rules::default()
    };
    if table.flag("double_opt_in", problems) {
        service::follow_by_email(&mut rules);
    }
    Service {
        rules,
        ..service(Mode::Form, url(table, true, problems))
    }
}

/// Returns Brevo as its form speaks to it without a script.
pub(super) fn page(table: &Table<'_>, problems: &mut Problems) -> Service {
    service(Mode::Navigate, url(table, false, problems))
}

fn service(mode: Mode, url: Option<String>) -> Service {
    Service {
        usual: vec![("locale", "en".into()), ("html_type", "simple".into())],
        trap: Some("email_address_check".to_owned()),
        ..Service::new(mode, url, wire)
    }
}

fn wire(field: Field) -> Wire {
    Wire::Name(match field {
        Field::Email => return Wire::Fixed("EMAIL"),
        Field::FirstName => "FIRSTNAME",
        Field::LastName => "LASTNAME",
        Field::Role => "ROLE",
        Field::Consent => "CONSENT",
    })
}

/// Reads the form's address, and asks it for JSON or not.
fn url(table: &Table<'_>, json: bool, problems: &mut Problems) -> Option<String> {
    let what = "copy the address after action= in your form's code: https://….sibforms.com/serve/…";
    let fit = |mut address: Address| {
        address
            .path
            .truncate(address.path.trim_end_matches('/').len());
        let inner = address.path.strip_prefix("/serve/");
        if !service::is_below(&address.host, "sibforms.com") || inner.is_none_or(str::is_empty) {
            return Err(
                "is not the address of a Brevo form; copy the one after action= in your \
                        form's code, which holds sibforms.com/serve/",
            );
        }
        let query = address.query.take().unwrap_or_default();
        let mut pairs: Vec<_> = query
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("isAjax="))
            .collect();
        pairs.extend(json.then_some(AJAX));
        address.query = (!pairs.is_empty()).then(|| pairs.join("&"));
        Ok(address)
    };
    service::url(table, what, fit, problems)
}

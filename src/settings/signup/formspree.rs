//! Formspree (<https://help.formspree.io>, "Submit forms with JavaScript"): it answers in JSON when
//! asked to, to pages of any origin.

use super::service;
use super::service::Service;
use super::service::Wire;
use crate::domain::signup::Field;
use crate::domain::signup::plan::Mode;
use crate::domain::signup::rule::Rules;
use crate::settings::address::Address;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// Returns Formspree as programs speak to it.
pub(super) fn programs(table: &Table<'_>, problems: &mut Problems) -> Service {
    let what = "copy your form's address, such as https://formspree.io/f/abcdefgh";
    let fit = |mut address: Address| {
        // A path that ends so is another one, which leads back to the form by a redirection.
        address
            .path
            .truncate(address.path.trim_end_matches('/').len());
        let form = address.path.strip_prefix("/f/");
        if !service::is_below(&address.host, "formspree.io") || form.is_none_or(str::is_empty) {
            return Err(
                "is not the address of a form at Formspree; copy it from there, such as \
                        https://formspree.io/f/abcdefgh",
            );
        }
        Ok(address)
    };
    let url = service::url(table, what, fit, problems);
    let mut rules = Rules {
        subscribed: vec![service::says("/ok", true)],
        refused: vec![service::says("/ok", false)],
        message: ["/error", "/errors/0/message"].map(str::to_owned).to_vec(),
        fields: Some("/errors".to_owned()),
        ..Rules::default()
    };
    if table.flag("double_opt_in", problems) {
        service::follow_by_email(&mut rules);
    }
    Service {
        trap: Some("_gotcha".to_owned()),
        rules,
        ..Service::new(Mode::Json, url, wire)
    }
}

fn wire(field: Field) -> Wire {
    Wire::Name(field.as_str())
}

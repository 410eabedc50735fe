//! Buttondown (<https://docs.buttondown.com/building-your-subscriber-base>): its form to embed. It
//! asks that no script sends to it, so the browser does.

use super::service::Service;
use super::service::Wire;
use crate::domain::signup::Field;
use crate::domain::signup::plan::Mode;
use crate::settings::address::Address;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// Where the forms of all newsletters are sent to, before the user name.
const PLACE: &str = "/api/emails/embed-subscribe/";

/// Returns Buttondown as its embedded form speaks to it.
pub(super) fn page(table: &Table<'_>, problems: &mut Problems) -> Service {
    Service {
        fixed: vec![("embed", "1".into())],
        ..Service::new(Mode::Navigate, url(table, problems), wire)
    }
}

fn wire(field: Field) -> Wire {
    Wire::Name(match field {
        Field::Email => return Wire::Fixed("email"),
        Field::FirstName => "metadata__first_name",
        Field::LastName => "metadata__last_name",
        Field::Role => "metadata__role",
        Field::Consent => "metadata__consent",
    })
}

/// Reads the user name, or the address that holds it.
fn url(table: &Table<'_>, problems: &mut Problems) -> Option<String> {
    let what = "write your user name at Buttondown";
    let text = table.needed_text("url", what, problems)?;
    let address = Address::to_send(&text).ok();
    let user = match &address {
        Some(address)
            if ["buttondown.com", "buttondown.email"].contains(&address.host.as_str()) =>
        {
            let path = address.path.strip_prefix(PLACE);
            path.unwrap_or(&address.path).trim_matches('/')
        }
        _ => &text,
    };
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    if user.is_empty() || !user.bytes().all(sound) {
        problems.add(
            "signup.url",
            "is no user name at Buttondown, nor the address of its embedded form; write the user \
             name alone",
        );
        return None;
    }
    Some(format!("https://buttondown.com{PLACE}{user}"))
}

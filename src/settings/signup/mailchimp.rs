//! Mailchimp (<https://mailchimp.com/help/add-a-signup-form-to-your-website/>): the form that its
//! "Embedded form" page gives. Its answers are for people; no page may read them.

use super::service;
use super::service::Service;
use super::service::Wire;
use crate::domain::signup::Field;
use crate::domain::signup::plan::Mode;
use crate::settings::address::Address;
use crate::settings::problems::Problems;
use crate::settings::table::Table;

/// What is said of an address that is not the form's.
const WHAT: &str = "copy the address after action= in your embedded form: \
                    https://….list-manage.com/subscribe/post?u=…&id=…";

/// Returns Mailchimp as its embedded form speaks to it.
pub(super) fn page(table: &Table<'_>, problems: &mut Problems) -> Service {
    let url = service::url(table, WHAT, fit, problems);
    Service {
        trap: url.as_deref().and_then(trap),
        usual: vec![("subscribe", "Subscribe".into())],
        ..Service::new(Mode::Navigate, url, wire)
    }
}

fn wire(field: Field) -> Wire {
    match field {
        Field::Email => Wire::Fixed("EMAIL"),
        Field::FirstName => Wire::Name("FNAME"),
        Field::LastName => Wire::Name("LNAME"),
        Field::Role => Wire::Unknown("write the merge tag of your audience's field for it"),
        Field::Consent => Wire::Name("CONSENT"),
    }
}

/// Puts right what people copy: the address for scripts.
fn fit(mut address: Address) -> Result<Address, &'static str> {
    const WRONG: &str = "is not the address of a Mailchimp form; copy the one after action= in your \
                         embedded form, with its u= and id=";
    let query = address.query.unwrap_or_default();
    let pairs = query.split('&');
    // The name of a function, for the address for scripts.
    let pairs: Vec<_> = pairs.filter(|pair| !pair.starts_with("c=")).collect();
    address.query = Some(pairs.join("&"));
    let post = ["/subscribe/post", "/subscribe/post-json"].contains(&address.path.as_str());
    let named = |name| value(&address, name).is_some();
    if !service::is_below(&address.host, "list-manage.com") || !post || !named("u") || !named("id")
    {
        return Err(WRONG);
    }
    "/subscribe/post".clone_into(&mut address.path);
    Ok(address)
}

/// Returns the name of the field that only programs fill in: `b_`, the account and the audience.
fn trap(url: &str) -> Option<String> {
    let address = Address::parse(url).ok()?;
    Some(format!(
        "b_{}_{}",
        value(&address, "u")?,
        value(&address, "id")?
    ))
}

/// Returns the parameter `name`, of letters and digits.
fn value<'a>(address: &'a Address, name: &str) -> Option<&'a str> {
    let mut parameters = address.parameters();
    let (_, value) = parameters.find(|(known, _)| *known == name)?;
    let sound = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
    sound.then_some(value)
}

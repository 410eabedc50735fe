//! The sign-up in the prerendered page.

use citizens_academy_player::components::signup;
use citizens_academy_player::domain::signup::Field;
use citizens_academy_player::settings::Config;

use super::document_of;
use super::dom::Dom;
use super::module;

/// The page with these settings under `signup`.
fn page(signup: &str) -> Dom {
    let text = format!(r#"{{"publisher": "The Publisher", "signup": {signup}}}"#);
    Dom::parse(&document_of(&module(), &Config::read(&text).unwrap()))
}

/// Settings of a form, with these members before the wording.
fn form(members: &str) -> Dom {
    page(&format!(
        r#"{{ {members}, "consent": {{"text": "Email me & mine.", "version": "v3",
            "notice": "https://example.org/privacy"}} }}"#
    ))
}

const ALL: &str = r#""ask": {"first_name": "optional", "last_name": "required",
    "role": {"label": "I am a", "choices": ["Parent", "Teacher"]}}"#;

fn policy(page: &Dom) -> String {
    page.meta("Content-Security-Policy")
}

#[test]
fn the_policy_opens_for_one_origin_and_one_way() {
    let sent = form(r#""mode": "json", "url": "https://lists.example.org:8443/a?b=c""#);
    assert!(policy(&sent).contains("connect-src 'self' https://lists.example.org:8443;"));
    assert!(policy(&sent).contains("form-action 'none'"));
    let navigated = form(r#""mode": "navigate", "url": "https://lists.example.org/a""#);
    assert!(policy(&navigated).contains("connect-src 'self';"));
    assert!(policy(&navigated).ends_with("form-action https://lists.example.org"));
    for elsewhere in [
        r#"{"mode": "link", "url": "https://lists.example.org/"}"#,
        r#"{"mode": "mailto", "url": "list@example.org"}"#,
        r#"{"mode": "none"}"#,
    ] {
        let policy = policy(&page(elsewhere));
        assert!(policy.contains("connect-src 'self';"), "{elsewhere}");
        assert!(policy.ends_with("form-action 'none'"), "{elsewhere}");
    }
}

#[test]
fn a_sign_up_elsewhere_is_a_link_for_adults_and_no_form() {
    for (signup, href, words) in [
        (
            r#"{"mode": "link", "url": "https://lists.example.org/join?a=1&b=2"}"#,
            "https://lists.example.org/join?a=1&b=2",
            "Sign up on the page of the mailing list (opens in a new tab)",
        ),
        (
            // Without a subject: Mailman reads one as an order.
            r#"{"preset": "mailman-mail", "url": "news@example.org"}"#,
            "mailto:news-join@example.org",
            "news-join@example.org",
        ),
    ] {
        let page = page(signup);
        assert_eq!(page.complaints(), Vec::<String>::new());
        let links = page.all("a");
        let link = links.iter().find(|link| link.attribute("href") == href);
        assert_eq!(link.unwrap().text(), words);
        assert!(
            page.text()
                .contains("This is for adults: parents, carers and teachers.")
        );
        assert!(
            page.text()
                .contains("New modules and news from The Publisher, by email.")
        );
        assert!(page.with_class("form", "signup__form").is_empty());
    }
}

#[test]
fn no_endpoint_no_form() {
    for text in [
        r#"{"publisher": "P"}"#,
        r#"{"publisher": "P", "signup": {"mode": "none"}}"#,
    ] {
        let config = Config::read(text).unwrap();
        let page = Dom::parse(&document_of(&module(), &config));
        assert!(page.with_class("div", "signup").is_empty());
        assert!(page.with_class("form", "signup__form").is_empty());
    }
}

#[test]
fn every_field_has_a_label_a_place_for_its_error_and_a_link_to_it() {
    let page = form(&format!(
        r#""mode": "json", "url": "https://lists.example.org/", {ALL}"#
    ));
    assert_eq!(page.complaints(), Vec::<String>::new());
    for field in Field::ALL {
        let input = page.by_id(&signup::id(field));
        let labels = page.all("label");
        let own: Vec<_> = labels
            .iter()
            .filter(|label| label.attribute("for") == signup::id(field))
            .collect();
        assert_eq!(own.len(), 1, "{field:?}");
        let starred = own[0].text().ends_with(" *");
        assert_eq!(starred, input.has("required"), "{field:?}");
        let error = page.by_id(&signup::error_id(field));
        assert!(error.has("hidden") && error.text().is_empty());
        assert_eq!(input.attribute("aria-describedby"), signup::error_id(field));
        let link = page.by_id(&signup::link_id(field));
        assert_eq!(link.attribute("href"), format!("#{}", signup::id(field)));
    }
    let consent = page.by_id(&signup::id(Field::Consent));
    assert_eq!(consent.attribute("value"), "v3");
    assert!(!consent.has("checked"), "nobody agrees without a tick");
    assert!(page.text().contains("Email me & mine."));
}

#[test]
fn keyboards_and_stored_details_fit() {
    let page = form(&format!(
        r#""mode": "json", "url": "https://lists.example.org/", {ALL}"#
    ));
    let attribute = |field, name: &str| page.by_id(&signup::id(field)).attribute(name);
    assert_eq!(attribute(Field::Email, "autocomplete"), "email");
    assert_eq!(attribute(Field::Email, "inputmode"), "email");
    assert_eq!(attribute(Field::Email, "type"), "text");
    assert_eq!(attribute(Field::FirstName, "autocomplete"), "given-name");
    assert_eq!(attribute(Field::LastName, "autocomplete"), "family-name");
    assert_eq!(attribute(Field::Email, "autocapitalize"), "none");
    for field in [Field::Email, Field::FirstName, Field::LastName] {
        assert_eq!(attribute(field, "autocorrect"), "off", "{field:?}");
        assert_eq!(attribute(field, "spellcheck"), "false", "{field:?}");
    }
}

#[test]
fn a_form_for_the_client_sends_nothing_by_itself() {
    let page = form(r#""mode": "form", "url": "https://lists.example.org/""#);
    let form = page.by_id(signup::FORM);
    assert_eq!(form.attribute("method"), "dialog");
    assert!(form.has("hidden") && form.has("data-needs-client"));
    assert!(!form.has("action"));
}

#[test]
fn a_form_for_the_browser_holds_all_that_is_sent() {
    let page = form(
        r#""mode": "navigate", "url": "https://lists.example.org/x", "honeypot": "b_1",
           "fields": {"email": "EMAIL"}, "extra": {"l": ["1", "2"], "embed": "1"}"#,
    );
    let form = page.by_id(signup::FORM);
    for (name, value) in [
        ("method", "post"),
        ("action", "https://lists.example.org/x"),
        ("target", "_blank"),
        ("rel", "noopener noreferrer"),
    ] {
        assert_eq!(form.attribute(name), value);
    }
    assert!(!form.has("hidden"), "it works without the client");
    let fields: Vec<_> = form
        .all("input")
        .iter()
        .map(|input| (input.attribute("name"), input.attribute("value")))
        .collect();
    let expected = [
        ("EMAIL", ""),
        ("consent", "v3"),
        ("l", "1"),
        ("l", "2"),
        ("embed", "1"),
        ("b_1", ""),
    ];
    assert_eq!(
        fields,
        expected.map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
}

//! Each service: the literal request, the literal answer.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod client;

use client::{Reply, post, post_form, post_json, send};
use signup_receiver::{Behaviour, Receiver, Unreadable};

const LISTMONK: &str = "/listmonk/api/public/subscription";
const LISTMONK_FORM: &str = "/listmonk/subscription/form";
const MAILCHIMP: &str = "/mailchimp/subscribe/post?u=a1&id=b2";
const BREVO: &str = "/brevo/serve/MUIF";
const BUTTONDOWN: &str = "/buttondown/api/emails/embed-subscribe/citizens";
const FORMSPREE: &str = "/formspree/f/abc";

fn receiver() -> Receiver {
    Receiver::start(0).unwrap()
}

/// What a service answers when it was told to behave so.
fn told(receiver: &Receiver, behaviour: Behaviour, request: &str) -> Reply {
    receiver.behave(behaviour);
    send(receiver, request)
}

/// Status and body of JSON.
fn json(reply: &Reply) -> (u16, String) {
    assert_eq!(reply.header("content-type"), Some("application/json"));
    (reply.status, reply.text())
}

/// Status and body of a page, which has to hold these words.
fn assert_page(reply: &Reply, status: u16, words: &str) {
    let text = reply.text();
    assert_eq!(
        reply.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert_eq!(reply.status, status, "{text}");
    assert!(
        text.starts_with("<!doctype html>") && text.contains(words),
        "{text}"
    );
}

#[test]
fn listmonk_takes_json_and_forms() {
    let receiver = receiver();
    let request = post_json(
        LISTMONK,
        r#"{"email":"sam@example.org","name":"Sam","list_uuids":["x-1","x-2"]}"#,
    );
    let expected = |body: &str| (200, body.to_owned());
    let joined = expected("{\"data\":{\"has_optin\":false}}");
    let pending = expected("{\"data\":{\"has_optin\":true}}");
    assert_eq!(json(&send(&receiver, &request)), joined);
    assert_eq!(
        json(&told(&receiver, Behaviour::Confirm, &request)),
        pending
    );
    assert_eq!(json(&told(&receiver, Behaviour::Already, &request)), joined);
    let form = post_form(LISTMONK, "email=sam%40example.org&l=x-1");
    assert_eq!(json(&send(&receiver, &form)), joined);
    assert_eq!(receiver.posts()[0].values("list_uuids"), ["x-1", "x-2"]);
}

#[test]
fn listmonk_says_what_is_wrong() {
    let receiver = receiver();
    let lists = "\"list_uuids\":[\"x\"]";
    for (request, status, message) in [
        (
            post_json(LISTMONK, &format!("{{\"email\":\"sam\",{lists}}}")),
            400,
            "Invalid email.",
        ),
        (
            post_json(
                LISTMONK,
                "{\"email\":\"sam@example.org\",\"list_uuids\":[]}",
            ),
            400,
            "No valid lists selected to subscribe.",
        ),
        // The names of a form in JSON.
        (
            post_json(LISTMONK, "{\"email\":\"sam@example.org\",\"l\":[\"x\"]}"),
            400,
            "No valid lists selected to subscribe.",
        ),
        (
            post(LISTMONK, "text/plain", "", "{}"),
            415,
            "Unsupported Media Type",
        ),
    ] {
        let expected = (status, format!("{{\"message\":\"{message}\"}}"));
        assert_eq!(json(&send(&receiver, &request)), expected, "{request}");
    }
}

#[test]
fn the_form_of_listmonk_wants_its_nonce_empty() {
    let receiver = receiver();
    let form = |rest: &str| post_form(LISTMONK_FORM, &format!("email=sam%40example.org{rest}"));
    let good = form("&l=x&nonce=");
    assert_page(&send(&receiver, &good), 200, "Subscribed successfully.");
    let confirm = told(&receiver, Behaviour::Confirm, &good);
    assert_page(&confirm, 200, "An e-mail has been sent to you");
    for bad in [form("&l=x"), form("&l=x&nonce=1")] {
        assert_eq!(send(&receiver, &bad).status, 502, "{bad}");
    }
    assert_page(&send(&receiver, &form("&nonce=")), 400, "No valid lists");
    let json = post_json(LISTMONK_FORM, "{\"email\":\"sam@example.org\"}");
    assert_eq!(send(&receiver, &json).status, 415);
}

#[test]
fn mailchimp_answers_with_a_page_whatever_comes_of_it() {
    let receiver = receiver();
    let form = |rest: &str| post_form(MAILCHIMP, rest);
    let good = form("EMAIL=sam%40example.org&b_a1_b2=");
    assert_page(&send(&receiver, &good), 200, "Subscription Confirmed");
    for (behaviour, words) in [
        (Behaviour::Confirm, "Almost finished..."),
        (Behaviour::Already, "already subscribed"),
        (Behaviour::Refused, "<a href="),
    ] {
        assert_page(&told(&receiver, behaviour, &good), 200, words);
    }
    receiver.behave(Behaviour::Normal);
    for (bad, words) in [
        (form("EMAIL=sam&b_a1_b2="), "looks fake or invalid"),
        (
            form("email=sam%40example.org&b_a1_b2="),
            "looks fake or invalid",
        ),
        (form("EMAIL=sam%40example.org"), "Confirm Humanity"),
        (
            form("EMAIL=sam%40example.org&b_a1_b2=x"),
            "Confirm Humanity",
        ),
        (
            post_form("/mailchimp/subscribe/post", "EMAIL=sam%40example.org"),
            "There is no such list.",
        ),
    ] {
        assert_page(&send(&receiver, &bad), 200, words);
    }
}

#[test]
fn brevo_answers_with_json_when_asked_to() {
    let receiver = receiver();
    let ajax = format!("{BREVO}?isAjax=1");
    let body = "EMAIL=sam%40example.org&email_address_check=&locale=en&html_type=simple";
    let good = post_form(&ajax, body);
    let success = (200, "{\"success\":true}".to_owned());
    assert_eq!(json(&send(&receiver, &good)), success);
    assert_page(&send(&receiver, &post_form(BREVO, body)), 200, "Thank you");
    let other = post_form("/brevo/serve/MUIF?isAjax=0", body);
    assert_page(&send(&receiver, &other), 200, "Thank you");
    let (status, text) = json(&send(&receiver, &post_form(&ajax, "EMAIL=sam")));
    assert_eq!(status, 200);
    assert!(text.starts_with("{\"success\":false,\"errors\":{\"EMAIL\":\"Enter a valid"));
    let (_, text) = json(&told(&receiver, Behaviour::Refused, &good));
    assert!(
        text.contains("<a href=\\\"https://example.org/why\\\">"),
        "{text}"
    );
}

#[test]
fn brevo_takes_the_data_of_a_form_as_scripts_send_it() {
    let receiver = receiver();
    let body = "--x\r\nContent-Disposition: form-data; name=\"EMAIL\"\r\n\r\nsam@example.org\r\n\
                --x--\r\n";
    let kind = "multipart/form-data; boundary=x";
    let reply = send(&receiver, &post("/brevo/serve/M?isAjax=1", kind, "", body));
    assert_eq!(json(&reply), (200, "{\"success\":true}".to_owned()));
    assert_eq!(receiver.posts()[0].field("EMAIL"), Some("sam@example.org"));
}

#[test]
fn buttondown_answers_with_pages() {
    let receiver = receiver();
    let good = post_form(BUTTONDOWN, "email=sam%40example.org&embed=1&tag=a");
    assert_page(&send(&receiver, &good), 200, "You are on the list.");
    let already = told(&receiver, Behaviour::Already, &good);
    assert_page(&already, 200, "You are already subscribed.");
    let bad = told(
        &receiver,
        Behaviour::Normal,
        &post_form(BUTTONDOWN, "email="),
    );
    assert_page(&bad, 400, "Enter a valid email address.");
}

#[test]
fn formspree_answers_with_json_when_that_is_accepted() {
    let receiver = receiver();
    let accept = "Accept: application/json\r\n";
    let thanks = (200, "{\"ok\":true,\"next\":\"/thanks\"}".to_owned());
    let form = post(FORMSPREE, client::FORM, accept, "email=sam%40example.org");
    assert_eq!(json(&send(&receiver, &form)), thanks);
    let data = post_json(FORMSPREE, "{\"email\":\"sam@example.org\"}");
    assert_eq!(json(&send(&receiver, &data)), thanks);
    let bot = post_json(FORMSPREE, "{\"email\":\"x\",\"_gotcha\":\"x\"}");
    assert_eq!(json(&send(&receiver, &bot)), thanks);
    let expected = "{\"error\":\"should be an email\",\"errors\":[{\"code\":\"TYPE_EMAIL\",\
                    \"field\":\"email\",\"message\":\"should be an email\"}]}";
    let bad = send(&receiver, &post_json(FORMSPREE, "{\"email\":\"sam\"}"));
    assert_eq!(json(&bad), (422, expected.to_owned()));
    let page = send(&receiver, &post_form(FORMSPREE, "email=sam%40example.org"));
    assert_page(&page, 200, "Thanks!");
    assert_page(
        &send(&receiver, &post_form(FORMSPREE, "email=x")),
        422,
        "Error",
    );
}

#[test]
fn a_service_of_ones_own_takes_what_it_says() {
    let receiver = receiver();
    let ok = (200, "{\"ok\":true}".to_owned());
    let data = "{\"email\":\"sam@example.org\"}";
    let (good, plain) = (
        post_json("/json", data),
        post_form("/form", "email=a%40b.co"),
    );
    assert_eq!(json(&send(&receiver, &good)), ok);
    assert_eq!(json(&send(&receiver, &plain)), ok);
    for (crossed, status) in [
        (post_json("/form", data), 415),
        (post_form("/json", "email=a%40b.co"), 415),
        (post("/json", "text/plain", "", data), 415),
        (post_json("/json", "{\"email\":\"sam\"}"), 422),
        (post_json("/json", "not json"), 415),
    ] {
        assert_eq!(json(&send(&receiver, &crossed)).0, status, "{crossed}");
    }
    let confirm = json(&told(&receiver, Behaviour::Confirm, &good));
    assert_eq!(confirm, (200, "{\"ok\":true,\"confirm\":true}".to_owned()));
    let (status, text) = json(&told(&receiver, Behaviour::Already, &good));
    assert_eq!(status, 409);
    assert_eq!(
        text,
        "{\"ok\":false,\"message\":\"This address is on the list already.\"}"
    );
}

#[test]
fn every_service_refuses_in_its_own_form_and_words_with_html() {
    let receiver = receiver();
    receiver.behave(Behaviour::Refused);
    let email = "email=sam%40example.org&EMAIL=sam%40example.org&l=x&nonce=&b_a1_b2=";
    for (path, form) in [
        (LISTMONK, "{\"message\":\"We do not"),
        (LISTMONK_FORM, "<!doctype html>"),
        (MAILCHIMP, "<!doctype html>"),
        ("/brevo/serve/x?isAjax=1", "{\"success\":false,\"errors\":"),
        (BUTTONDOWN, "<!doctype html>"),
        (FORMSPREE, "<!doctype html>"),
        ("/form", "{\"ok\":false,\"message\":"),
    ] {
        let text = send(&receiver, &post_form(path, email)).text();
        assert!(
            text.starts_with(form) && text.contains("<a href="),
            "{path}: {text}"
        );
    }
}

#[test]
fn what_is_no_service_or_no_post_is_not_taken() {
    let receiver = receiver();
    assert_eq!(send(&receiver, &post_json("/jsonp", "{}")).status, 404);
    assert_eq!(send(&receiver, "GET /json HTTP/1.1\r\n\r\n").status, 405);
    let front = send(&receiver, "GET / HTTP/1.1\r\n\r\n");
    assert!(front.text().starts_with("Sign-ups are received here"));
    assert_eq!(receiver.received().len(), 3);
}

#[test]
fn everything_that_arrives_is_noted() {
    let receiver = receiver();
    let request = post(
        "/form?a=b%20c",
        client::FORM,
        "X-Odd: 1\r\n",
        "email=s%C3%B6%40x.co&x=&x=2",
    );
    send(&receiver, &request);
    send(&receiver, &post("/form", "text/plain", "", "email=x"));
    let [first, second] = &receiver.received()[..] else {
        panic!("two arrived");
    };
    assert_eq!(
        (&*first.method, &*first.path, &*first.query),
        ("POST", "/form", "a=b%20c")
    );
    assert_eq!(first.parameter("a").as_deref(), Some("b c"));
    assert_eq!(first.header("x-odd"), Some("1"));
    assert_eq!(first.body, "email=s%C3%B6%40x.co&x=&x=2");
    assert_eq!(first.field("email"), Some("sö@x.co"));
    assert_eq!(first.values("x"), ["", "2"]);
    assert!(first.whole);
    let answered = first.answered.as_ref().unwrap();
    assert_eq!(answered.to_string(), "200 {\"ok\":true}");
    let plain = Unreadable::Type("text/plain".to_owned());
    assert_eq!(second.unreadable, Some(plain));
    receiver.clear();
    assert!(receiver.received().is_empty());
}

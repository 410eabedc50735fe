//! Who may read the answers from another origin.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod client;

use client::{ORIGIN, post_form, post_json, preflight, send, sign_up};
use signup_receiver::{Behaviour, Received, Receiver};

const LISTMONK: &str = "/listmonk/api/public/subscription";

/// Those whose answers no other origin may read.
const CLOSED: [&str; 3] = [
    "/listmonk/subscription/form",
    "/mailchimp/subscribe/post?u=a&id=b",
    "/buttondown/api/emails/embed-subscribe/x",
];

fn receiver() -> Receiver {
    Receiver::start(0).unwrap()
}

#[test]
fn a_service_that_is_asked_allows_what_it_takes() {
    let receiver = receiver();
    for (path, headers) in [
        (LISTMONK, "Origin,Content-Type,Accept"),
        ("/formspree/f/x", "Content-Type, Accept"),
        ("/json", "Content-Type, Accept"),
    ] {
        let reply = send(&receiver, &preflight(path));
        assert_eq!(reply.status, 204, "{path}");
        assert_eq!(reply.header("access-control-allow-origin"), Some(ORIGIN));
        assert_eq!(reply.header("access-control-allow-headers"), Some(headers));
        assert_eq!(reply.header("vary"), Some("Origin"));
        let methods = reply.header("access-control-allow-methods").unwrap();
        assert!(methods.contains("POST"), "{path}");
    }
    assert!(receiver.posts().is_empty());
    assert!(receiver.received().iter().all(Received::is_preflight));
}

#[test]
fn a_service_that_takes_forms_alone_does_not_know_the_question() {
    let receiver = receiver();
    for path in CLOSED
        .into_iter()
        .chain(["/form", "/brevo/serve/x?isAjax=1"])
    {
        let reply = send(&receiver, &preflight(path));
        assert_eq!((reply.status, reply.cors()), (405, Vec::new()), "{path}");
    }
    let bare = send(&receiver, "OPTIONS /json HTTP/1.1\r\n\r\n");
    assert_eq!((bare.status, bare.cors()), (405, Vec::new()));
    let reply = send(&receiver, &preflight("/nowhere"));
    assert_eq!((reply.status, reply.cors()), (404, Vec::new()));
}

#[test]
fn an_answer_names_the_origin_that_may_read_it_and_never_gives_it_cookies() {
    let receiver = receiver();
    for request in [
        post_json(LISTMONK, "{}"),
        post_json("/formspree/f/x", "{}"),
        post_form("/brevo/serve/x", "EMAIL=a%40b.co"),
        post_form("/form", "email=a%40b.co"),
        sign_up("a@b.co"),
    ] {
        let reply = send(&receiver, &request);
        assert_eq!(reply.header("access-control-allow-origin"), Some(ORIGIN));
        assert_eq!(reply.header("vary"), Some("Origin"));
        assert_eq!(reply.header("access-control-allow-credentials"), None);
    }
    for path in CLOSED {
        let reply = send(&receiver, &post_form(path, "email=a%40b.co"));
        assert_eq!(
            (reply.cors(), reply.header("vary")),
            (Vec::new(), None),
            "{path}"
        );
    }
}

#[test]
fn a_program_that_has_no_origin_is_answered_without_one() {
    let receiver = receiver();
    let request = "POST /form HTTP/1.1\r\nContent-Length: 0\r\n\r\n";
    let reply = send(&receiver, request);
    assert_eq!(
        (reply.cors(), reply.header("vary")),
        (Vec::new(), Some("Origin"))
    );
}

#[test]
fn the_time_to_wait_is_readable_where_the_service_says_so() {
    let receiver = receiver();
    let exposed = |reply: &client::Reply| {
        let names = reply.header("access-control-expose-headers");
        names == Some("Retry-After")
    };
    receiver.behave(Behaviour::TooMany {
        retry_after: Some("120".to_owned()),
    });
    let own = send(&receiver, &sign_up("a@b.co"));
    assert_eq!((own.status, own.header("retry-after")), (429, Some("120")));
    assert!(exposed(&own));
    let other = send(&receiver, &post_json(LISTMONK, "{}"));
    assert_eq!(
        (other.status, other.header("retry-after")),
        (429, Some("120"))
    );
    assert!(!exposed(&other));
    receiver.behave(Behaviour::TooMany { retry_after: None });
    let bare = send(&receiver, &sign_up("a@b.co"));
    assert_eq!((bare.status, bare.header("retry-after")), (429, None));
}

#[test]
fn listmonk_answers_only_origins_that_were_named_to_it() {
    let receiver = receiver();
    let post = post_json(LISTMONK, "{}");
    receiver.trust(["http://other.example"]);
    assert_eq!(send(&receiver, &preflight(LISTMONK)).status, 405);
    assert!(send(&receiver, &post).cors().is_empty());
    assert_eq!(send(&receiver, &preflight("/json")).status, 204);
    receiver.trust(["http://other.example", ORIGIN]);
    assert_eq!(send(&receiver, &preflight(LISTMONK)).status, 204);
    assert!(!send(&receiver, &post).cors().is_empty());
}

#[test]
fn without_permission_neither_the_question_nor_the_post_is_answered_readably() {
    let receiver = receiver();
    receiver.behave(Behaviour::NoCors);
    assert_eq!(send(&receiver, &preflight("/json")).status, 405);
    let reply = send(&receiver, &post_form("/form", "email=a%40b.co"));
    assert_eq!((reply.status, reply.cors()), (200, Vec::new()));
    // A post that is not allowed to come takes its turn of the script all the same.
    receiver.behave(Behaviour::Normal);
    receiver.script(vec![Behaviour::NoCors, Behaviour::Empty]);
    assert_eq!(send(&receiver, &preflight("/json")).status, 405);
    assert_eq!(send(&receiver, &preflight("/json")).status, 204);
    let reply = send(&receiver, &sign_up("a@b.co"));
    assert_eq!((reply.status, reply.text()), (200, String::new()));
}

//! What a service can be told to do.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod client;

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use client::{Reply, bytes, connect, parse, post_form, preflight, send, sign_up};
use signup_receiver::{Behaviour, Delivery, Receiver, TRIAL};

const OK: &str = "{\"ok\":true}";

fn receiver() -> Receiver {
    Receiver::start(0).unwrap()
}

fn told(receiver: &Receiver, behaviour: Behaviour) -> Reply {
    receiver.behave(behaviour);
    send(receiver, &sign_up("sam@example.org"))
}

#[test]
fn a_status_comes_alone() {
    let receiver = receiver();
    for status in [204, 403, 503] {
        let reply = told(&receiver, Behaviour::Status(status));
        assert_eq!((reply.status, reply.body.len()), (status, 0));
        assert_eq!(reply.cors().len(), 2, "{status}");
    }
}

#[test]
fn what_is_no_answer_of_a_service_comes_with_its_permission() {
    let receiver = receiver();
    let html = Some("text/html; charset=utf-8");
    for (behaviour, status, kind) in [
        (Behaviour::Broken, 500, html),
        (Behaviour::NotFound, 404, html),
        (Behaviour::Html, 200, html),
        (Behaviour::Empty, 200, None),
        (Behaviour::Garbage, 200, Some("application/json")),
    ] {
        let reply = told(&receiver, behaviour.clone());
        let seen = (reply.status, reply.header("content-type"));
        assert_eq!(seen, (status, kind), "{behaviour:?}");
        assert!(
            reply.is_whole() && !reply.cors().is_empty(),
            "{behaviour:?}"
        );
    }
    let garbage = told(&receiver, Behaviour::Garbage).body;
    assert!(String::from_utf8(garbage).is_err());
}

#[test]
fn a_huge_answer_begins_and_ends_as_json() {
    let receiver = receiver();
    let reply = told(&receiver, Behaviour::Huge);
    let text = reply.text();
    assert!(reply.is_whole() && text.len() > 2_000_000);
    assert!(text.starts_with("{\"ok\":true,\"more\":\"aaa") && text.ends_with("aaa\"}"));
    let page = send(&receiver, &post_form("/formspree/f/x", "email=a%40b.co"));
    assert!(page.text().ends_with("aaa -->\n"));
}

#[test]
fn it_is_broken_so_many_times() {
    let receiver = receiver();
    receiver.behave(Behaviour::BrokenThenNormal(2));
    let statuses = [(); 4].map(|()| send(&receiver, &sign_up("a@b.co")).status);
    assert_eq!(statuses, [500, 500, 200, 200]);
}

#[test]
fn a_script_is_played_by_posts_alone() {
    let receiver = receiver();
    receiver.script(vec![Behaviour::Status(503), Behaviour::Html]);
    assert_eq!(send(&receiver, &preflight("/json")).status, 204);
    let statuses = [(); 3].map(|()| send(&receiver, &sign_up("a@b.co")).status);
    assert_eq!(statuses, [503, 200, 200]);
    assert_eq!(send(&receiver, &sign_up("a@b.co")).text(), OK);
    assert_eq!((receiver.received().len(), receiver.posts().len()), (5, 4));
}

#[test]
fn a_slow_answer_comes_late_and_whole() {
    let receiver = receiver();
    let time = Duration::from_millis(300);
    let start = Instant::now();
    assert_eq!(told(&receiver, Behaviour::Slow(time)).text(), OK);
    assert!(start.elapsed() >= time);
    let answered = receiver.posts()[0].answered.clone().unwrap();
    assert_eq!(answered.delivery, Delivery::After(time));
}

#[test]
fn a_slow_body_comes_after_its_head() {
    let receiver = receiver();
    let time = Duration::from_secs(1);
    receiver.behave(Behaviour::SlowBody(time));
    let mut stream = connect(&receiver);
    let start = Instant::now();
    stream.write_all(sign_up("a@b.co").as_bytes()).unwrap();
    let mut first = [0; 2000];
    let count = stream.read(&mut first).unwrap();
    assert!(start.elapsed() < time, "the head waited too");
    assert!(first[..count].ends_with(b"\r\n\r\n"));
    assert_eq!(client::read_to_end(&mut stream), OK.as_bytes());
    assert!(start.elapsed() >= time);
}

#[test]
fn a_connection_that_ends_before_the_body_brought_nothing() {
    let receiver = receiver();
    receiver.script(vec![Behaviour::DropBefore]);
    // The body is never sent: nothing waits for it.
    let head = "POST /json HTTP/1.1\r\nContent-Length: 50\r\n\r\n";
    assert!(bytes(&receiver, head.as_bytes()).is_empty());
    let [post] = &receiver.posts()[..] else {
        panic!("one arrived");
    };
    assert!(!post.whole && post.body.is_empty() && post.answered.is_none());
    assert_eq!(send(&receiver, &sign_up("a@b.co")).text(), OK);
}

#[test]
fn a_connection_that_ends_after_the_body_brought_it() {
    let receiver = receiver();
    receiver.behave(Behaviour::DropAfter);
    let request = sign_up("a@b.co");
    assert!(bytes(&receiver, request.as_bytes()).is_empty());
    let [post] = &receiver.posts()[..] else {
        panic!("one arrived");
    };
    assert!(post.whole && post.answered.is_none());
    assert_eq!(post.field("email"), Some("a@b.co"));
}

#[test]
fn a_connection_that_ends_during_the_answer_brings_half_of_it() {
    let receiver = receiver();
    receiver.behave(Behaviour::DropDuring);
    let reply = parse(&bytes(&receiver, sign_up("a@b.co").as_bytes()));
    assert!(!reply.is_whole());
    assert_eq!(
        (reply.status, reply.text()),
        (200, OK[..OK.len() / 2].to_owned())
    );
}

#[test]
fn it_goes_away_and_comes_back_on_the_same_port() {
    // One that the system gives to nobody else meanwhile.
    let receiver = (24_000..)
        .find_map(|port| Receiver::start(port).ok())
        .unwrap();
    receiver.behave(Behaviour::Slow(Duration::from_mins(1)));
    let mut waiting = connect(&receiver);
    waiting.write_all(sign_up("a@b.co").as_bytes()).unwrap();
    while receiver.posts().is_empty() {
        std::thread::sleep(Duration::from_millis(1));
    }
    let start = Instant::now();
    receiver.stop();
    assert!(
        start.elapsed() < Duration::from_secs(2),
        "it waited for the answer"
    );
    assert!(client::read_to_end(&mut waiting).is_empty());
    assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, receiver.port())).is_err());
    receiver.stop();
    receiver.behave(Behaviour::Normal);
    receiver.restart().unwrap();
    assert_eq!(send(&receiver, &sign_up("a@b.co")).text(), OK);
    assert_eq!(receiver.posts().len(), 2);
    receiver.restart().unwrap();
    assert_eq!(send(&receiver, &sign_up("a@b.co")).text(), OK);
    let port = receiver.port();
    drop(receiver);
    assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err());
}

#[test]
fn in_a_trial_the_address_chooses() {
    let receiver = Receiver::trial(0).unwrap();
    let status = |word: &str| {
        let request = sign_up(&format!("{word}@example.org"));
        let answer = bytes(&receiver, request.as_bytes());
        (!answer.is_empty()).then(|| parse(&answer).status)
    };
    assert_eq!(status("sam"), Some(200));
    assert_eq!(status("confirm"), Some(200));
    assert_eq!(status("Already"), Some(409));
    assert_eq!(status("refused"), Some(422));
    assert_eq!(status("busy"), Some(429));
    assert_eq!(
        [(); 2].map(|()| status("busy-a-little")),
        [Some(429), Some(200)]
    );
    assert_eq!(status("broken"), Some(500));
    assert_eq!(status("html"), Some(200));
    assert_eq!(status("dropped"), None);
    // Those that take their time are left.
    assert_eq!(TRIAL.len(), 10);
    // Every service looks at its own field.
    let form = post_form("/mailchimp/subscribe/post?u=a&id=b", "EMAIL=broken%40b.co");
    assert_eq!(send(&receiver, &form).status, 500);
}

#[test]
fn whoever_listens_is_told_before_the_answer_is_sent() {
    let receiver = receiver();
    let told = Arc::new(Mutex::new(Vec::new()));
    let teller = Arc::clone(&told);
    receiver.on_arrival(move |arrived| {
        let answered = arrived.answered.as_ref().map(ToString::to_string);
        teller
            .lock()
            .unwrap()
            .push((arrived.method.clone(), answered));
    });
    send(&receiver, &preflight("/json"));
    receiver.behave(Behaviour::DropAfter);
    bytes(&receiver, sign_up("a@b.co").as_bytes());
    let expected = [
        ("OPTIONS".to_owned(), Some("204".to_owned())),
        ("POST".to_owned(), None),
    ];
    assert_eq!(*told.lock().unwrap(), expected);
}

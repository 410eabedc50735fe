//! What the receiver does not put up with.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod client;

use std::io::Write;
use std::thread;
use std::time::{Duration, Instant};

use client::{bytes, connect, parse, read_to_end, send, sign_up};
use signup_receiver::{Limits, Receiver};

/// A receiver with little patience.
fn impatient() -> Receiver {
    let limits = Limits {
        time: Duration::from_millis(400),
        ..Limits::default()
    };
    Receiver::within(limits, 0).unwrap()
}

#[test]
fn the_usual_bounds_are_as_documented() {
    let limits = Limits::default();
    assert_eq!((limits.head, limits.body), (16 * 1024, 64 * 1024));
    assert_eq!((limits.time, limits.at_once), (Duration::from_secs(10), 32));
}

#[test]
fn a_long_head_is_refused_and_one_just_short_enough_is_not() {
    let receiver = Receiver::start(0).unwrap();
    let head = |length: usize| {
        let start = "GET / HTTP/1.1\r\nX: ";
        format!("{start}{}\r\n\r\n", "a".repeat(length - start.len()))
    };
    assert_eq!(send(&receiver, &head(16 * 1024)).status, 200);
    assert_eq!(send(&receiver, &head(16 * 1024 + 1)).status, 431);
    // The answer arrives although much of the request was not read.
    assert_eq!(send(&receiver, &head(8_000_000)).status, 431);
    let endless = "GET / HTTP/1.1\r\n".to_owned() + &"X: y\r\n".repeat(10_000);
    assert_eq!(send(&receiver, &endless).status, 431);
}

#[test]
fn a_long_body_is_refused_and_one_just_short_enough_is_not() {
    let receiver = Receiver::start(0).unwrap();
    let body = |length: usize| {
        let body = "email=a%40b.co&x=";
        client::post_form(
            "/form",
            &format!("{body}{}", "a".repeat(length - body.len())),
        )
    };
    assert_eq!(send(&receiver, &body(64 * 1024)).status, 200);
    assert_eq!(send(&receiver, &body(64 * 1024 + 1)).status, 413);
    assert_eq!(send(&receiver, &body(8_000_000)).status, 413);
    let whole: Vec<bool> = receiver.posts().iter().map(|post| post.whole).collect();
    assert_eq!(whole, [true, false, false]);
}

#[test]
fn what_is_no_request_is_refused() {
    let receiver = Receiver::start(0).unwrap();
    for (request, status) in [
        ("hello\r\n\r\n", 400),
        ("POST /json HTTP/1.1\r\nContent-Length: x\r\n\r\n", 400),
        (
            "POST /json HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
            411,
        ),
    ] {
        assert_eq!(send(&receiver, request).status, status, "{request}");
    }
}

#[test]
fn bytes_that_drip_do_not_buy_time() {
    let receiver = impatient();
    let mut stream = connect(&receiver);
    let mut dripping = stream.try_clone().unwrap();
    let start = Instant::now();
    let drips = thread::spawn(move || {
        let _ = dripping.write_all(b"POST /json HTTP/1.1\r\n");
        while start.elapsed() < Duration::from_secs(3) {
            if dripping.write_all(b"X: y\r\n").is_err() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    });
    assert_eq!(parse(&read_to_end(&mut stream)).status, 408);
    assert!(start.elapsed() < Duration::from_secs(2));
    drips.join().unwrap();
}

#[test]
fn a_body_that_does_not_come_is_not_waited_for_either() {
    let receiver = impatient();
    let request = "POST /json HTTP/1.1\r\nContent-Length: 50\r\n\r\n{\"email\"";
    assert_eq!(parse(&bytes(&receiver, request.as_bytes())).status, 408);
    let [post] = &receiver.posts()[..] else {
        panic!("one arrived");
    };
    assert!(!post.whole);
}

#[test]
fn a_connection_that_says_nothing_ends_without_words() {
    let receiver = impatient();
    assert!(bytes(&receiver, b"").is_empty());
    assert!(receiver.received().is_empty());
}

#[test]
fn whoever_says_nothing_does_not_delay_the_end() {
    let receiver = Receiver::start(0).unwrap();
    let mut silent = connect(&receiver);
    // Connections are let in one after the other, so the silent one is inside now.
    assert_eq!(send(&receiver, &sign_up("a@b.co")).status, 200);
    let start = Instant::now();
    receiver.stop();
    assert!(start.elapsed() < Duration::from_secs(1));
    assert!(read_to_end(&mut silent).is_empty());
}

#[test]
fn one_connection_too_many_is_turned_away_until_there_is_room() {
    let limits = Limits {
        at_once: 3,
        ..Limits::default()
    };
    let receiver = Receiver::within(limits, 0).unwrap();
    let silent: Vec<_> = (0..3).map(|_| connect(&receiver)).collect();
    let mut fourth = connect(&receiver);
    assert_eq!(parse(&read_to_end(&mut fourth)).status, 503);
    drop(silent);
    let start = Instant::now();
    while bytes(&receiver, sign_up("a@b.co").as_bytes()).starts_with(b"HTTP/1.1 503") {
        assert!(start.elapsed() < Duration::from_secs(5), "there is no room");
    }
    assert_eq!(receiver.posts().len(), 1);
}

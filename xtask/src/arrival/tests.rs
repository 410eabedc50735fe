//! What the terminal shows of what arrives.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};

use signup_receiver::{Behaviour, Receiver};

use super::*;

/// The entry for a request that is sent as it stands here.
fn entry_for(behaviour: Behaviour, request: &str) -> String {
    let receiver = Receiver::start(0).unwrap();
    receiver.behave(behaviour);
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, receiver.port())).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let _ = stream.read_to_end(&mut Vec::new());
    entry(&receiver.received()[0])
}

fn form(path: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {length}\r\n\r\n{body}"
    )
}

#[test]
fn a_sign_up_is_shown_with_its_fields_and_its_answer() {
    let request = form("/form?a=b", "email=sam%40example.org&name=S%C3%B6&l=1&l=2");
    assert_eq!(
        entry_for(Behaviour::Normal, &request),
        "\nPOST /form?a=b\n  email: sam@example.org\n  name: Sö\n  l: 1\n  l: 2\n  \
         -> 200 {\"ok\":true}\n"
    );
}

#[test]
fn what_is_special_about_an_answer_is_told() {
    let request = form("/form", "email=a%40b.co");
    for (behaviour, words) in [
        (
            Behaviour::DropAfter,
            "-> no answer: the connection is closed\n",
        ),
        (Behaviour::Broken, "-> 500 and a page\n"),
        (Behaviour::Empty, "-> 200\n"),
        (
            Behaviour::DropDuring,
            "-> 200 {\"ok\":true} (half of it, then the connection is closed)\n",
        ),
        (Behaviour::DropBefore, "  (the body was not read)\n"),
        (Behaviour::Huge, "characters more)\n"),
    ] {
        let entry = entry_for(behaviour, &request);
        assert!(entry.contains(words), "{entry}");
    }
    let entry = entry_for(
        Behaviour::Normal,
        "POST /form HTTP/1.1\r\nContent-Length: 1\r\n\r\nx",
    );
    assert!(entry.contains("  (the body has no type)\n"), "{entry}");
}

#[test]
fn what_is_no_sign_up_takes_a_line() {
    let preflight = "OPTIONS /json HTTP/1.1\r\nOrigin: http://a.example\r\n\
                     Access-Control-Request-Method: POST\r\n\r\n";
    assert_eq!(
        entry_for(Behaviour::Normal, preflight),
        "OPTIONS /json: the browser asks whether the page may post -> 204\n"
    );
    let get = "GET /favicon.ico HTTP/1.1\r\n\r\n";
    assert_eq!(
        entry_for(Behaviour::Normal, get),
        "GET /favicon.ico -> 404 and a page\n"
    );
}

#[test]
fn nothing_that_is_sent_reaches_the_terminal_as_an_order() {
    let request = form(
        "/form",
        "a%1B%5B2J=%0D%0Ab%07%C2%9B&c=%E2%80%AE%EF%BB%BF%00",
    );
    let entry = entry_for(Behaviour::Normal, &request);
    assert!(
        entry.contains("  a\\u{1b}[2J: \\r\\nb\\u{7}\\u{9b}\n  c: \\u{202e}\\u{feff}\\u{0}\n"),
        "{entry:?}"
    );
    let path = "POST /\x1b[31m HTTP/1.1\r\n\r\n";
    assert!(entry_for(Behaviour::Normal, path).starts_with("\nPOST /\\u{1b}[31m\n"));
}

#[test]
fn what_is_long_is_cut() {
    let many = "x=1&".repeat(50);
    let entry = entry_for(Behaviour::Normal, &form("/form", &many));
    assert_eq!(entry.matches("  x: 1\n").count(), FIELDS);
    assert!(entry.contains("  … 10 more\n"));
    let long = format!("x={}", "é".repeat(LENGTH + 7));
    let entry = entry_for(Behaviour::Normal, &form("/form", &long));
    assert!(entry.contains("é… (7 characters more)\n"), "{entry}");
}

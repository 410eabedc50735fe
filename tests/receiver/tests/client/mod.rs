//! A client that writes what it is told to, byte by byte, and shows what comes back.
#![allow(dead_code, reason = "each test program uses a part of it")]

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use signup_receiver::Receiver;

/// A page that is not the service's.
pub(crate) const ORIGIN: &str = "http://page.example";

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut named = self.headers.iter().filter(|(each, _)| each == name);
        named.next().map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The names of the headers that speak of other origins.
    pub(crate) fn cors(&self) -> Vec<&str> {
        let names = self.headers.iter().map(|(name, _)| name.as_str());
        names
            .filter(|name| name.starts_with("access-control-"))
            .collect()
    }

    /// Whether the body is as long as the head says.
    pub(crate) fn is_whole(&self) -> bool {
        let length = self.header("content-length").map(str::to_owned);
        length == Some(self.body.len().to_string())
    }
}

pub(crate) fn connect(receiver: &Receiver) -> TcpStream {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, receiver.port())).unwrap();
    let patience = Some(Duration::from_secs(20));
    stream.set_read_timeout(patience).unwrap();
    stream
}

/// Sends this and nothing else; everything that comes back until the end of the connection.
pub(crate) fn bytes(receiver: &Receiver, request: &[u8]) -> Vec<u8> {
    let mut stream = connect(receiver);
    stream.write_all(request).unwrap();
    read_to_end(&mut stream)
}

/// What comes until the end, be it a close or a reset.
pub(crate) fn read_to_end(stream: &mut TcpStream) -> Vec<u8> {
    let (mut all, mut part) = (Vec::new(), [0; 4096]);
    while let Ok(count @ 1..) = stream.read(&mut part) {
        all.extend_from_slice(&part[..count]);
    }
    all
}

pub(crate) fn parse(answer: &[u8]) -> Reply {
    let end = answer.windows(4).position(|end| end == b"\r\n\r\n");
    let (head, body) = answer.split_at(end.unwrap());
    let head = String::from_utf8(head.to_vec()).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap();
    Reply {
        status: status.parse().unwrap(),
        headers: lines
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect(),
        body: body[4..].to_vec(),
    }
}

pub(crate) fn send(receiver: &Receiver, request: &str) -> Reply {
    parse(&bytes(receiver, request.as_bytes()))
}

/// A post from a page of another origin, as it goes over the line.
pub(crate) fn post(path: &str, kind: &str, more: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: {ORIGIN}\r\nContent-Type: {kind}\r\n\
         {more}Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

pub(crate) const JSON: &str = "application/json";
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

pub(crate) fn post_json(path: &str, body: &str) -> String {
    post(path, JSON, "Accept: application/json\r\n", body)
}

pub(crate) fn post_form(path: &str, body: &str) -> String {
    post(path, FORM, "", body)
}

/// What a browser asks before a page posts JSON.
pub(crate) fn preflight(path: &str) -> String {
    format!(
        "OPTIONS {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: {ORIGIN}\r\n\
         Access-Control-Request-Method: POST\r\n\
         Access-Control-Request-Headers: content-type\r\n\r\n"
    )
}

/// A sign-up that `/json` takes.
pub(crate) fn sign_up(address: &str) -> String {
    post_json("/json", &format!("{{\"email\":\"{address}\"}}"))
}

//! What a server sends, as it goes over the line: a browser shows its scripts less.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::failure::{Failure, Outcome};

/// What came back for a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, as it was sent.
    pub body: Vec<u8>,
}

impl Reply {
    /// The values of a header, named in lower case, between commas.
    #[must_use]
    pub fn header(&self, name: &str) -> String {
        let named = self.headers.iter().filter(|(each, _)| each == name);
        let values: Vec<_> = named.map(|(_, value)| value.as_str()).collect();
        values.join(", ")
    }
}

/// Asks for `path`, with more `headers`, each on a line that ends.
pub(super) fn get(port: u16, path: &str, headers: &str) -> Outcome<Reply> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    parse(&answer).ok_or_else(|| Failure::new(format!("no answer to a request for {path}")))
}

fn parse(answer: &[u8]) -> Option<Reply> {
    let end = answer.windows(4).position(|end| end == b"\r\n\r\n")?;
    let (head, body) = answer.split_at(end);
    let mut lines = str::from_utf8(head).ok()?.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    Some(Reply {
        status,
        headers,
        body: body.get(4..)?.to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_with_what_it_repeats() {
        let answer = b"HTTP/1.1 200 OK\r\nVary: Accept-Encoding\r\nvary: Origin\r\n\r\n\0body";
        let reply = parse(answer).unwrap();
        assert_eq!((reply.status, reply.body.as_slice()), (200, &b"\0body"[..]));
        assert_eq!(reply.header("vary"), "Accept-Encoding, Origin");
        assert_eq!(reply.header("etag"), "");
    }

    #[test]
    fn half_an_answer_is_none() {
        assert_eq!(parse(b"HTTP/1.1 200 OK\r\nVary: Accept"), None);
    }
}

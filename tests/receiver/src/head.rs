//! The head of a request.

/// What a request says before its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    /// The method, such as `POST`.
    pub(crate) method: String,
    /// The path, without the query.
    pub(crate) path: String,
    /// What follows the first `?`, as it was sent.
    pub(crate) query: String,
    /// The headers in order, names in lower case.
    pub(crate) headers: Vec<(String, String)>,
}

/// How long a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// So many bytes.
    Known(usize),
    /// It is sent in chunks, which is not read here.
    Chunked,
    /// What is said of it makes no sense.
    Nonsense,
}

impl Head {
    /// Reads the lines before the empty one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.split("\r\n");
        let mut words = lines.next()?.split(' ');
        let (method, target, version) = (words.next()?, words.next()?, words.next()?);
        let known = version.starts_with("HTTP/1.") && words.next().is_none();
        if !known || method.is_empty() || !target.starts_with('/') {
            return None;
        }
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Some(Self {
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers: lines.map(header).collect::<Option<_>>()?,
        })
    }

    /// The length of the body that follows.
    pub(crate) fn length(&self) -> Length {
        let values = |name: &'static str| {
            let named = self.headers.iter().filter(move |(each, _)| each == name);
            named.map(|(_, value)| value.as_str())
        };
        if values("transfer-encoding").next().is_some() {
            return Length::Chunked;
        }
        let mut lengths = values("content-length");
        match (lengths.next(), lengths.next()) {
            (None, _) => Length::Known(0),
            (Some(only), None) if only.bytes().all(|digit| digit.is_ascii_digit()) => {
                only.parse().map_or(Length::Nonsense, Length::Known)
            }
            _ => Length::Nonsense,
        }
    }
}

/// One line. A control character in it could end up in a header of ours.
fn header(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    let token = |each: char| each.is_ascii_graphic();
    let value = value.trim_matches([' ', '\t']);
    let clean = value.chars().all(|each| each == '\t' || !each.is_control());
    let named = !name.is_empty() && name.chars().all(token);
    (named && clean).then(|| (name.to_ascii_lowercase(), value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length_with(headers: &str) -> Length {
        let text = format!("POST / HTTP/1.1{headers}");
        Head::parse(&text).unwrap().length()
    }

    #[test]
    fn a_head_is_read() {
        let text = "POST /a/b?c=d?e HTTP/1.1\r\nHost: x\r\nORIGIN:\thttp://a.example ";
        let head = Head::parse(text).unwrap();
        assert_eq!(
            (&*head.method, &*head.path, &*head.query),
            ("POST", "/a/b", "c=d?e")
        );
        assert_eq!(
            head.headers[1],
            ("origin".to_owned(), "http://a.example".to_owned())
        );
    }

    #[test]
    fn what_is_no_head_is_not_read() {
        for text in [
            "",
            "GET /",
            "GET / HTTP/2",
            "GET http://a.example/ HTTP/1.1",
            "GET / x HTTP/1.1",
            "GET / HTTP/1.1\r\nno colon",
            "GET / HTTP/1.1\r\n: no name",
            "GET / HTTP/1.1\r\nOrigin: a\nSet-Cookie: b",
            "GET / HTTP/1.1\r\nOrigin: a\rb",
        ] {
            assert_eq!(Head::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_length_is_a_number_that_is_said_once() {
        assert_eq!(length_with(""), Length::Known(0));
        assert_eq!(length_with("\r\nContent-Length: 12"), Length::Known(12));
        assert_eq!(
            length_with("\r\nTransfer-Encoding: chunked"),
            Length::Chunked
        );
        for bad in [
            "\r\nContent-Length: -1",
            "\r\nContent-Length: +1",
            "\r\nContent-Length:",
            "\r\nContent-Length: 99999999999999999999999",
            "\r\nContent-Length: 1\r\nContent-Length: 2",
        ] {
            assert_eq!(length_with(bad), Length::Nonsense, "{bad:?}");
        }
    }
}

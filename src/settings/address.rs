//! Addresses in the settings: as strict as what is sent to them deserves.

use core::fmt;
use core::net::Ipv4Addr;

/// An absolute address (RFC 3986; the URL Standard reads what passes here in the same way).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    secure: bool,
    /// In small letters.
    pub(crate) host: String,
    /// Where it is not the scheme's own.
    port: Option<u16>,
    /// With its leading slash.
    pub(crate) path: String,
    /// Without the question mark.
    pub(crate) query: Option<String>,
    /// Without the number sign.
    fragment: Option<String>,
}

impl Address {
    /// Reads an address. A `&` that was copied as HTML writes it is put right.
    ///
    /// # Errors
    /// The end of a sentence that begins with the setting: what is wrong, and what to do.
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        let text = text.replace("&amp;", "&");
        let (scheme, rest) = text
            .split_once("://")
            .ok_or("is to begin with https://, as it stands in a browser's address bar")?;
        let secure = match scheme.to_ascii_lowercase().as_str() {
            "https" => true,
            "http" => false,
            _ => return Err("is to begin with https://"),
        };
        let odd = |byte: u8| !byte.is_ascii_graphic() || b"\"<>\\^`{|}".contains(&byte);
        if rest.bytes().any(odd) {
            return Err(
                "holds a blank, an accented letter or another character that addresses write with %; \
                 copy it from a browser's address bar",
            );
        }
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at(end);
        if authority.contains('@') {
            return Err(
                "holds a user name or password before its host; everything in this file \
                        is public: take it out",
            );
        }
        if authority.starts_with('[') {
            return Err(
                "has an IPv6 address for its host, which the content policy of a page cannot name \
                        (CSP Level 3, section 2.3.1); write the host's name",
            );
        }
        let (host, port) = split_port(authority)?;
        let (rest, fragment) = split(rest, '#');
        let (path, query) = split(rest, '?');
        let address = Self {
            secure,
            host: host_of(host).ok_or("has no host, or one that is spelt wrongly")?,
            port: port.filter(|port| *port != if secure { 443 } else { 80 }),
            path: if path.is_empty() { "/" } else { path }.to_owned(),
            query,
            fragment,
        };
        if !secure && !address.is_loopback() {
            return Err(
                "would travel where others can read it; write https (http is for 127.0.0.1 \
                        and localhost alone)",
            );
        }
        Ok(address)
    }

    /// Reads an address to which something is sent, so one without a fragment.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub(crate) fn to_send(text: &str) -> Result<Self, &'static str> {
        let address = Self::parse(text)?;
        if address.fragment.is_some() {
            return Err("has a part after \"#\", which is never sent; leave it off");
        }
        Ok(address)
    }

    /// Reads the address of a folder, or of its page; what is returned ends in a slash.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub(crate) fn of_folder(text: &str) -> Result<Self, &'static str> {
        let mut address = Self::parse(text)?;
        if address.query.is_some() || address.fragment.is_some() {
            return Err("has a part after \"?\" or \"#\"; write the address of the folder alone");
        }
        let path = address
            .path
            .strip_suffix("/index.html")
            .unwrap_or(&address.path);
        address.path = path.strip_suffix('/').unwrap_or(path).to_owned() + "/";
        Ok(address)
    }

    /// Returns whether the address is `http` on this machine. Such a one is for trying.
    pub(crate) fn is_trial(&self) -> bool {
        !self.secure && self.is_loopback()
    }

    /// Returns whether the host is this machine (Secure Contexts, section 3.1).
    pub(crate) fn is_loopback(&self) -> bool {
        matches!(self.host.as_str(), "127.0.0.1" | "localhost")
    }

    /// Returns the origin (RFC 6454, section 6.2): the port only where it is not the scheme's own.
    pub(crate) fn origin(&self) -> String {
        let scheme = if self.secure { "https" } else { "http" };
        let port = self
            .port
            .map_or_else(String::new, |port| format!(":{port}"));
        format!("{scheme}://{}{port}", self.host)
    }

    /// Returns the names and values of the query, as they stand.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = (&str, &str)> {
        let query = self.query.as_deref().unwrap_or_default().split('&');
        query
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin(), self.path)?;
        if let Some(query) = &self.query {
            write!(f, "?{query}")?;
        }
        if let Some(fragment) = &self.fragment {
            write!(f, "#{fragment}")?;
        }
        Ok(())
    }
}

/// Returns `text` before the first `mark`, and what comes after it.
fn split(text: &str, mark: char) -> (&str, Option<String>) {
    match text.split_once(mark) {
        Some((before, after)) => (before, Some(after.to_owned())),
        None => (text, None),
    }
}

/// Returns the host and the port of an authority.
fn split_port(authority: &str) -> Result<(&str, Option<u16>), &'static str> {
    match authority.rsplit_once(':') {
        Some((host, port)) => match port.parse() {
            Ok(number) if number > 0 && port.bytes().all(|byte| byte.is_ascii_digit()) => {
                Ok((host, Some(number)))
            }
            _ => Err("has a port that is none; write a number up to 65535, or leave it off"),
        },
        None => Ok((authority, None)),
    }
}

/// Returns the host as browsers write it; `None` where it is none. A last label of digits makes a
/// browser read the whole as an IPv4 address, in ways that nobody means (URL Standard, section
/// 3.5).
fn host_of(text: &str) -> Option<String> {
    let host = text.to_ascii_lowercase();
    let is_label = |label: &str| {
        let inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        (1..=63).contains(&label.len())
            && label.bytes().all(inner)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = host.rsplit('.').next()?;
    let numeric = last.bytes().all(|byte| byte.is_ascii_digit()) || last.starts_with("0x");
    let sound = host.split('.').all(is_label) && (!numeric || host.parse::<Ipv4Addr>().is_ok());
    sound.then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_addresses() {
        for (text, origin, whole) in [
            (
                "https://A.Example",
                "https://a.example",
                "https://a.example/",
            ),
            (
                "HTTPS://a.example:443/p?q=1#f",
                "https://a.example",
                "https://a.example/p?q=1#f",
            ),
            (
                "https://a.example:8443/p",
                "https://a.example:8443",
                "https://a.example:8443/p",
            ),
            (
                "http://127.0.0.1:80/p",
                "http://127.0.0.1",
                "http://127.0.0.1/p",
            ),
            (
                "http://localhost?x",
                "http://localhost",
                "http://localhost/?x",
            ),
        ] {
            let address = Address::parse(text).unwrap();
            assert_eq!(address.origin(), origin, "{text}");
            assert_eq!(address.to_string(), whole, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_none_or_not_safe() {
        for text in [
            "",
            "a.example/p",
            "//a.example/p",
            "ftp://a.example",
            "javascript://a.example/%0aalert(1)",
            "http://a.example/p",
            "http://127.0.0.2/p",
            "http://localhost.example/p",
            "http://127.0.0.1.example/p",
            "http://127.0.0.1@a.example/p",
            "https://name:word@a.example/p",
            "https://name@a.example/p",
            "https:///p",
            "https://a..example",
            "https://a.example.",
            "https://-a.example",
            "https://a_b.example",
            "https://a.example:0/",
            "https://a.example:65536/",
            "https://a.example:+1/",
            "https://a.example:/",
            "https://1.2.3/",
            "https://a.0x1/",
            "https://[::1/",
            "http://[::1]:9/p",
            "https://[2001:db8::1]/",
            "https://a.example;report-uri/",
            "https://a.example,b.example/",
            "https://a.example/a b",
            "https://a.example/\u{e9}",
            "https://b\u{fc}cher.example/",
            "https://a.example\\@b.example/",
            "https://a.example/<script>",
        ] {
            assert!(Address::parse(text).is_err(), "{text:?}");
        }
        assert!(Address::to_send("https://a.example/p#f").is_err());
        assert!(Address::to_send("https://a.example/p").is_ok());
    }
}

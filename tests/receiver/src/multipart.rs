//! As much of `multipart/form-data` as a form without files sends.

/// The names and values of the parts. `None` if the body is not what its type says.
pub(crate) fn parse(boundary: &str, body: &str) -> Option<Vec<(String, String)>> {
    let separator = format!("--{boundary}");
    let mut parts = body.split(separator.as_str());
    // Nothing stands before the first.
    parts.next().filter(|before| before.trim().is_empty())?;
    let mut fields = Vec::new();
    for part in parts {
        if part.starts_with("--") {
            return Some(fields);
        }
        fields.push(field(part)?);
    }
    None
}

/// One part: its headers, an empty line, its value.
fn field(part: &str) -> Option<(String, String)> {
    let part = part.strip_prefix("\r\n")?.strip_suffix("\r\n")?;
    let (head, value) = part.split_once("\r\n\r\n")?;
    let disposition = head.lines().find(|line| {
        line.to_ascii_lowercase()
            .starts_with("content-disposition:")
    })?;
    let (_, rest) = disposition.split_once("; name=\"")?;
    let (name, _) = rest.split_once('"')?;
    Some((name.replace("%22", "\""), value.to_owned()))
}

/// The boundary that a content type names.
pub(crate) fn boundary(content_type: &str) -> Option<&str> {
    let parameters = content_type.split(';').skip(1).map(str::trim);
    let mut named = parameters.filter_map(|each| each.strip_prefix("boundary="));
    named
        .next()
        .map(|boundary| boundary.trim_matches('"'))
        .filter(|boundary| !boundary.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_fields() {
        let body = "--x\r\nContent-Disposition: form-data; name=\"EMAIL\"\r\n\r\na@b.example\r\n\
                    --x\r\nContent-Disposition: form-data; name=\"l\"\r\n\r\ntwo\r\nlines\r\n--x--\r\n";
        let fields = parse("x", body).unwrap();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            fields,
            [pair("EMAIL", "a@b.example"), pair("l", "two\r\nlines")]
        );
    }

    #[test]
    fn a_body_that_is_cut_off_or_none_is_not_read() {
        let cut = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
        assert_eq!(parse("x", cut), None);
        assert_eq!(parse("x", "EMAIL=a"), None);
    }

    #[test]
    fn the_type_names_the_boundary() {
        assert_eq!(
            boundary("multipart/form-data; boundary=\"x-y\""),
            Some("x-y")
        );
        assert_eq!(boundary("multipart/form-data; boundary="), None);
        assert_eq!(boundary("multipart/form-data"), None);
    }
}

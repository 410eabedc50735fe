//! What the services make of an address.

/// Whether it has the form of an email address, as the services check it: something, `@`, and a
/// name with a dot.
pub(crate) fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let plain = |part: &str| {
        !part.is_empty()
            && !part.contains(|each: char| {
                each.is_whitespace() || each.is_control() || "@<>,;".contains(each)
            })
    };
    let labels = || domain.split('.');
    text.len() <= 254
        && plain(local)
        && plain(domain)
        && labels().count() > 1
        && labels().all(|label| !label.is_empty())
}

/// What stands before the `@`, in lower case.
pub(crate) fn local_part(address: &str) -> String {
    let local = address.trim().rsplit_once('@').map(|(local, _)| local);
    local.unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_two_parts_and_a_dot_in_the_second() {
        for good in ["sam@example.org", "a.b+c@x.co", "ö@bücher.example"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "sam",
            "@example.org",
            "sam@",
            "sam@example",
            "sam@.org",
            "sam@example.",
            "a b@example.org",
            "a@b@example.org",
            "<sam@example.org>",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
        assert!(!is_address(&format!("{}@example.org", "a".repeat(250))));
    }

    #[test]
    fn what_stands_before_the_at_is_compared_in_lower_case() {
        assert_eq!(local_part(" Busy@example.org"), "busy");
        assert_eq!(local_part("busy"), "");
    }
}

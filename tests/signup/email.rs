//! Email addresses as people type and paste them.

use citizens_academy_player::domain::signup::email::clean;
use citizens_academy_player::domain::signup::email::is_address;

#[test]
fn what_was_pasted_is_cleaned() {
    for (typed, meant) in [
        (" sam@example.org ", "sam@example.org"),
        ("\u{a0}sam@example.org\u{a0}", "sam@example.org"),
        ("\u{200b}sam@exa\u{200d}mple.org\u{feff}", "sam@example.org"),
        ("sam\u{ad}@example.org", "sam@example.org"),
        ("\u{202a}sam@example.org\u{202c}", "sam@example.org"),
        ("\u{2066}sam@example.org\u{2069}", "sam@example.org"),
        ("sam @ example.org", "sam@example.org"),
        ("sam@example.org\r\n", "sam@example.org"),
        ("sam@example.org\u{0}", "sam@example.org"),
        ("mailto:sam@example.org", "sam@example.org"),
        ("MailTo: sam@example.org", "sam@example.org"),
        ("<sam@example.org>", "sam@example.org"),
        ("< sam@example.org >", "sam@example.org"),
        ("<mailto:sam@example.org>", "sam@example.org"),
        ("mailto:<sam@example.org>", "sam@example.org"),
        ("Sam O'Neil <sam@example.org>", "sam@example.org"),
        ("\"O'Neil, Sam\" <sam@example.org>", "sam@example.org"),
        ("Sam <mailto:sam@example.org>,", "sam@example.org"),
        ("sam@example.org.", "sam@example.org"),
        ("sam@example.org, ", "sam@example.org"),
        ("<sam@example.org>;", "sam@example.org"),
        (
            "sam@example.org, kim@example.org",
            "sam@example.org, kim@example.org",
        ),
        (
            "<sam@example.org> <kim@example.org>",
            "<sam@example.org><kim@example.org>",
        ),
        ("sam\u{ff20}example\u{3002}org", "sam@example.org"),
        ("sam@example\u{ff0e}org", "sam@example.org"),
        ("Sam.O'Neil@Example.ORG", "Sam.O'Neil@Example.ORG"),
        ("mailtosam@example.org", "mailtosam@example.org"),
        ("用户@例子.广告", "用户@例子.广告"),
        ("<sam@example.org", "<sam@example.org"),
        ("", ""),
        ("日本語日本", "日本語日本"),
    ] {
        assert_eq!(clean(typed), meant, "{typed:?}");
        assert_eq!(clean(meant), meant, "clean once, clean for good");
    }
}

#[test]
fn addresses_are_addresses() {
    let long_label = format!("sam@{}.org", "a".repeat(63));
    let long_local = format!("{}@example.org", "a".repeat(64));
    for address in [
        "sam@example.org",
        "sam+news@example.org",
        "sam.o'neil@example.co.uk",
        "a@b.cd",
        "sam@sub.sub.example.org",
        "sam@xn--fsqu00a.xn--0zwm56d",
        "用户@例子.广告",
        "παράδειγμα@δοκιμή.ελ",
        "अजय@डाटा.भारत",
        "josé@españa.es",
        "sam@example.museum",
        "1@2.org",
        "_!#$%&'*+-/=?^`{|}~@example.org",
        "sam@123.org",
        "sam@a-b.org",
        &long_label,
        &long_local,
    ] {
        assert!(is_address(address), "{address}");
    }
}

#[test]
fn other_things_are_none() {
    let long_label = format!("sam@{}.org", "a".repeat(64));
    let long_local = format!("{}@example.org", "a".repeat(65));
    let long_all = format!("sam@{}org", "abcdefghi.".repeat(25));
    for text in [
        "",
        "@",
        "sam",
        "sam@",
        "@example.org",
        "sam@example",
        "sam@example.",
        "sam@.org",
        "sam@example..org",
        "sam@-example.org",
        "sam@example-.org",
        "sam@exam_ple.org",
        "sam@example.org, kim@example.org",
        "sam@kim@example.org",
        "Sam <sam@example.org>",
        "<sam@example.org>",
        "\"sam\"@example.org",
        "sam(x)@example.org",
        "sam;kim@example.org",
        "sam:x@example.org",
        "sam\\x@example.org",
        "sam@[127.0.0.1]",
        "sam@127.0.0.1",
        "sam kim@example.org",
        "sam\u{a0}@example.org",
        "sam@example.org\n",
        "sam@exam ple.org",
        "https://example.org",
        &long_label,
        &long_local,
        &long_all,
    ] {
        assert!(!is_address(text), "{text:?}");
    }
}

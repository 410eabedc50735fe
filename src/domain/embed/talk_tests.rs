use super::OWN;
use super::own::Place;
use super::talk::Size;
use super::talk::Talk;
use super::talk::fits;
use super::talk::greeting;
use super::theme::Theme;

const HOST: &str = "https://school.example";

/// What iframe-resizer 4.3.11 begins with.
const RESIZER_4: &str = "[iFrameSizer]frame-1:8:false:false:32:true:true:null:bodyOffset:null:null:\
                         0:false:parent:scroll:true";

/// What iframe-resizer 5.5.9 begins with.
const RESIZER_5: &str = "[iFrameSizer]frame-1:8:false:false:32:true:true::auto:::0:false:child:auto:\
                         true:::true:GPLv3:5.5.9:0::false";

/// What open-iframe-resizer sends to pages that know iframe-resizer alone.
const LEGACY: &str = "[iFrameSizer]ID:0:false:false:32:true:true::auto:::0:false:child:auto:true:::\
                      true:::false";

fn talk() -> Talk {
    Talk::new("")
}

fn size(height: usize, width: usize, at: u32) -> Size {
    Size { height, width, at }
}

fn heard(talk: &mut Talk, message: &str) -> Vec<String> {
    talk.hear(message, HOST).0
}

fn place(done: usize) -> Place {
    Place { done, total: 3 }
}

#[test]
fn greets_in_every_language() {
    assert_eq!(
        greeting("in-control", "en-GB"),
        [
            r#"{"academy":1,"type":"ready","module":"in-control","language":"en-GB"}"#,
            "[iFrameResizerChild]Ready",
            r#"{"context":"h5p","action":"hello"}"#,
        ]
    );
}

#[test]
fn without_an_answer_it_speaks_to_those_who_give_none() {
    assert_eq!(
        talk().measure(size(900, 300, 0)),
        [
            r#"{"context":"h5p","action":"resize","scrollHeight":900}"#,
            r#"{"subject":"lti.frameResize","height":900}"#,
        ]
    );
}

#[test]
fn speaks_to_h5p() {
    let mut talk = talk();
    assert_eq!(
        heard(&mut talk, r#"{"context":"h5p","action":"hello"}"#),
        [""; 0]
    );
    let height = r#"{"context":"h5p","action":"resize","scrollHeight":900}"#;
    assert_eq!(talk.measure(size(900, 300, 0)), [height]);
    for action in ["hello", "resize", "resizePrepared"] {
        let message = format!(r#"{{"context":"h5p","action":"{action}"}}"#);
        assert_eq!(heard(&mut talk, &message), [height]);
    }
    let ready = r#"{"context":"h5p","action":"ready"}"#;
    assert_eq!(
        heard(&mut talk, ready),
        [r#"{"context":"h5p","action":"hello"}"#]
    );
}

#[test]
fn a_second_hello_tells_nothing_anew() {
    let mut talk = talk();
    let _ = talk.measure(size(900, 300, 0));
    let _ = talk.tell(place(3));
    let hello = r#"{"academy":1,"type":"hello","theme":"dark"}"#;
    assert_eq!(
        heard(&mut talk, hello),
        [
            r#"{"academy":1,"type":"height","height":900}"#,
            r#"{"academy":1,"type":"progress","done":3,"total":3}"#,
            r#"{"academy":1,"type":"complete"}"#,
        ]
    );
    let (letters, theme) = talk.hear(&hello.replace("dark", "light"), HOST);
    assert_eq!((letters, theme), (Vec::new(), Some(Theme::Light)));
    let (letters, theme) = talk.hear(hello, "https://other.example");
    assert_eq!((letters, theme), (Vec::new(), None), "another origin");
}

#[test]
fn speaks_to_iframe_resizer() {
    for (begins, answered) in [
        (RESIZER_4, "[iFrameSizer]frame-1:900:300:init"),
        (RESIZER_5, "[iFrameSizer]frame-1:900:300:init:5.5.9:0"),
        (LEGACY, "[iFrameSizer]ID:900:300:init"),
    ] {
        let mut talk = talk();
        let _ = talk.measure(size(900, 300, 0));
        assert_eq!(heard(&mut talk, begins), [answered]);
        let id = answered.split(':').next().unwrap();
        let shrunk = format!("{id}:700:300:resizeObserver");
        assert_eq!(talk.measure(size(700, 300, 0)), [shrunk.as_str()]);
        assert_eq!(heard(&mut talk, "[iFrameSizer]resize"), [shrunk.as_str()]);
        let lead = format!("{id}:450:0:scrollToOffset");
        assert_eq!(talk.lead(450), [lead]);
    }
}

#[test]
fn speaks_to_open_iframe_resizer() {
    let mut talk = talk();
    let _ = talk.measure(size(900, 300, 0));
    let now = r#"{"type":"iframe-resized","width":300,"height":900}"#;
    assert_eq!(heard(&mut talk, r#"{"type":"iframe-child-init"}"#), [now]);
    let asks = r#"{"type":"iframe-get-child-dimensions"}"#;
    assert_eq!(heard(&mut talk, asks), [now]);
    let shrunk = r#"{"type":"iframe-resized","width":300,"height":700}"#;
    assert_eq!(talk.measure(size(700, 300, 0)), [shrunk]);
}

#[test]
fn speaks_to_wordpress() {
    let mut talk = Talk::new("#?secret=a1B2c3D4e5");
    let height = r#"{"secret":"a1B2c3D4e5","message":"height","value":900}"#;
    let first = talk.measure(size(900, 300, 0));
    assert!(first.contains(&height.to_owned()), "{first:?}");
    let ready = r#"{"message":"ready","secret":"a1B2c3D4e5"}"#;
    assert_eq!(heard(&mut talk, ready), [height]);
    let other = r#"{"message":"ready","secret":"other"}"#;
    assert_eq!(heard(&mut talk, other), [""; 0]);
    for none in [
        "#",
        "#?secret=",
        "#?secret=a\"b",
        "#threats",
        &format!("#?secret={}", "a".repeat(99)),
    ] {
        let mut talk = Talk::new(none);
        let letters = talk.measure(size(900, 300, 0));
        assert!(!letters.concat().contains("secret"), "{none}");
    }
}

#[test]
fn speaks_to_its_own_element_and_to_nobody_else() {
    let mut talk = talk();
    let _ = talk.measure(size(900, 300, 0));
    let _ = talk.tell(place(1));
    assert_eq!(talk.origin(), None);
    let hello = r#"{"academy":1,"type":"hello","theme":"dark"}"#;
    let height = r#"{"academy":1,"type":"height","height":900}"#;
    let none = r#"{"academy":1,"type":"progress","done":1,"total":3}"#;
    let expected = (vec![height.to_owned(), none.to_owned()], Some(Theme::Dark));
    assert_eq!(talk.hear(hello, HOST), expected);
    assert_eq!(talk.origin(), Some(HOST));
    assert_eq!(
        talk.hear(hello, "https://other.example"),
        (Vec::new(), None)
    );
    assert_eq!(talk.origin(), Some(HOST));
    let shrunk = r#"{"academy":1,"type":"height","height":700}"#;
    assert_eq!(talk.measure(size(700, 300, 0)), [shrunk]);
    let all = r#"{"academy":1,"type":"progress","done":3,"total":3}"#;
    let end = r#"{"academy":1,"type":"complete"}"#;
    assert_eq!(talk.tell(place(3)), [all, end]);
    assert_eq!(talk.tell(place(3)), [""; 0]);
    let lead = r#"{"academy":1,"type":"lead","below":450}"#;
    assert_eq!(talk.lead(450), [lead]);
    for letter in [height, none, shrunk, all, end, lead] {
        assert!(letter.starts_with(OWN), "{letter}");
    }
}

/// What is not known yet is not told, least of all that it is the end.
#[test]
fn says_nothing_of_a_reader_whom_it_does_not_know() {
    let mut talk = talk();
    let hello = r#"{"academy":1,"type":"hello"}"#;
    assert_eq!(heard(&mut talk, hello), [""; 0]);
    assert_eq!(talk.tell(place(1)).len(), 1);
}

/// A page that is finished already says so, to a host that asks late, too.
#[test]
fn says_that_it_is_the_end_to_a_late_host() {
    let mut talk = talk();
    assert_eq!(talk.tell(place(3)), [""; 0], "there is nobody to tell");
    let all = heard(&mut talk, r#"{"academy":1,"type":"hello"}"#);
    assert!(
        all.concat().ends_with(r#"{"academy":1,"type":"complete"}"#),
        "{all:?}"
    );
}

#[test]
fn a_module_in_which_nothing_counts_has_no_end() {
    assert!(!Place::default().is_end());
}

#[test]
fn a_later_version_is_not_understood() {
    for message in [
        r#"{"academy":2,"type":"hello"}"#,
        r#"{"academy":"1","type":"hello"}"#,
        r#"{"academy":1,"type":"Hello"}"#,
        r#"{"type":"hello"}"#,
        r#"[1,"hello"]"#,
        "null",
        "",
    ] {
        let mut talk = talk();
        let _ = talk.measure(size(900, 300, 0));
        assert_eq!(heard(&mut talk, message), [""; 0], "{message}");
    }
}

#[test]
fn what_is_the_same_is_not_said_again() {
    let mut talk = talk();
    assert!(
        talk.measure(size(0, 300, 0)).is_empty(),
        "nothing was measured"
    );
    assert!(!talk.measure(size(900, 300, 0)).is_empty());
    assert!(talk.measure(size(900, 300, 50)).is_empty());
    assert!(!talk.measure(size(901, 300, 90)).is_empty());
    assert!(
        !talk.measure(size(700, 300, 90)).is_empty(),
        "it can shrink"
    );
}

/// A host that grows narrower when the frame grows higher, and the other way round.
#[test]
fn a_loop_ends_at_the_larger_height() {
    let mut talk = talk();
    let (wide, narrow) = ((700, 600), (680, 580));
    let mut heights = Vec::new();
    for round in 0_u32..100 {
        let (height, width) = if round.is_multiple_of(2) {
            wide
        } else {
            narrow
        };
        let letters = talk.measure(size(height, width, round * 16));
        if letters.is_empty() {
            break;
        }
        heights.push(height);
    }
    assert_eq!(heights, [700, 680, 700, 680, 700]);
    // A reader who opens a section later is heard.
    assert!(!talk.measure(size(900, 600, 5_000)).is_empty());
}

/// Each width has two heights, with the scrollbar and without.
#[test]
fn a_loop_ends_whatever_the_scrollbar_does() {
    let mut talk = talk();
    let mut told = 0;
    for round in 0_u32..400 {
        let (height, width) =
            [(14_477, 420), (14_363, 420), (13_070, 700), (12_953, 700)][(round % 4) as usize];
        let letters = talk.measure(size(height, width, round * 40));
        told += usize::from(!letters.is_empty());
    }
    assert!(told < 12, "{told} heights are told");
    let h5p = r#"{"context":"h5p","action":"resize"}"#;
    assert!(heard(&mut talk, h5p)[0].ends_with(":14477}"));
}

/// Opening and closing changes no width; turning a phone takes a while.
#[test]
fn a_reader_is_no_loop() {
    let mut talk = talk();
    for round in 0..20 {
        let height = if round % 2 == 0 { 900 } else { 700 };
        assert!(!talk.measure(size(height, 300, round)).is_empty());
    }
    for round in 0..20 {
        let (height, width) = if round % 2 == 0 {
            (900, 300)
        } else {
            (700, 600)
        };
        assert!(
            !talk
                .measure(size(height, width, 100 + round * 1_600))
                .is_empty()
        );
    }
}

#[test]
fn only_what_is_seen_needs_no_scrollbar() {
    assert!(!fits(900, 600));
    assert!(fits(900, 900) && fits(900, 1_200));
    assert!(fits(901, 900), "a zoomed page is rounded");
    assert!(!fits(902, 900));
    assert!(!fits(0, 0), "nothing was measured");
}

//! The contrasts that `style/tokens.css` promises, in both schemes.
//!
//! Contrast ratio as in WCAG 2.2, "contrast ratio" and "relative luminance".

use std::collections::BTreeMap;

use crate::text;

/// Tones, each of which has a tint.
const TONES: [&str; 5] = ["help", "risk", "law", "adults", "plain"];

/// The colours of a scheme, by name.
type Colours = BTreeMap<String, [u8; 3]>;

/// The colours of the light scheme, and those of the dark one.
fn schemes() -> [Colours; 2] {
    let tokens = text("style/tokens.css");
    let (light, rest) = tokens
        .split_once("@media (prefers-color-scheme: dark)")
        .expect("a dark scheme");
    let (dark, _) = rest.split_once("@media").expect("its end");
    let light = colours(light);
    let mut both = light.clone();
    both.extend(colours(dark));
    [light, both]
}

fn colours(sheet: &str) -> Colours {
    let line = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
        let value = value.strip_suffix(';')?;
        let byte = |at: usize| u8::from_str_radix(value.get(at..at + 2)?, 16).ok();
        let colour = (value.len() == 6).then(|| Some([byte(0)?, byte(2)?, byte(4)?]))?;
        Some((name.to_owned(), colour?))
    };
    sheet.lines().filter_map(line).collect()
}

fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |channel: u8| {
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.04045 {
            channel / 12.92
        } else {
            ((channel + 0.055) / 1.055).powf(2.4)
        }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// What stands on what, and how much it must stand out at least.
fn pairs() -> Vec<(String, String, f64)> {
    let mut pairs = Vec::new();
    for ground in ["ground", "surface", "band"] {
        for words in ["ink", "ink-quiet", "accent", "accent-strong"] {
            pairs.push((words.to_owned(), ground.to_owned(), 7.0));
        }
        for seen in ["edge", "focus"] {
            pairs.push((seen.to_owned(), ground.to_owned(), 3.0));
        }
    }
    pairs.push(("on-accent".to_owned(), "accent".to_owned(), 7.0));
    for tone in TONES {
        let tint = format!("{tone}-tint");
        pairs.push(("ink".to_owned(), tint.clone(), 7.0));
        pairs.push((tone.to_owned(), tint.clone(), 7.0));
        pairs.push(("focus".to_owned(), tint, 3.0));
    }
    pairs
}

#[test]
fn words_and_edges_stand_out() {
    let mut faint = Vec::new();
    for (scheme, colours) in ["light", "dark"].iter().zip(schemes()) {
        for (upper, lower, least) in pairs() {
            let colour = |name: &str| colours.get(name).copied().expect("a colour");
            let found = contrast(colour(&upper), colour(&lower));
            if found < least {
                faint.push(format!(
                    "{scheme}: {upper} on {lower} has {found:.2}, not {least}"
                ));
            }
        }
    }
    assert!(faint.is_empty(), "{faint:#?}");
}

#[test]
fn contrast_is_measured_as_the_guidelines_say() {
    let between = contrast([0, 0, 0], [255, 255, 255]);
    assert!((between - 21.0).abs() < 1e-9, "{between}");
    // WebAIM's checker gives 4.54 for this grey on white.
    let grey = contrast([0x76, 0x76, 0x76], [255, 255, 255]);
    assert!((grey - 4.54).abs() < 0.01, "{grey}");
}

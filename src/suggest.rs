//! Helps an author or a publisher who mistyped a name. Native only.

/// Returns `; did you mean "…"?` with the nearest of `known`, or nothing when none is near.
///
/// A third of the letters may differ, and always one: a guess at where help turns into noise.
pub(crate) fn did_you_mean<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let allowed = (typed.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(typed, name), name))
        .filter(|(distance, _)| (1..=allowed).contains(distance))
        .min()
        .map(|(_, name)| format!("; did you mean \"{name}\"?"))
        .unwrap_or_default()
}

/// Returns the names as a list that a sentence can end with, as `"a", "b" or "c"` with the `link`
/// "or".
pub(crate) fn listed(names: &[&str], link: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {link} {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_is_near_and_nothing_else() {
        let known = ["title", "teaser", "id"];
        for (typed, expected) in [
            ("titel", "; did you mean \"title\"?"),
            ("teasr", "; did you mean \"teaser\"?"),
            ("colour", ""),
            ("x", ""),
            ("title", ""),
        ] {
            assert_eq!(did_you_mean(typed, known), expected, "{typed}");
        }
    }

    #[test]
    fn lists_names_in_a_sentence() {
        assert_eq!(listed(&["a", "b", "c"], "or"), "\"a\", \"b\" or \"c\"");
        assert_eq!(listed(&["a"], "or"), "\"a\"");
    }
}

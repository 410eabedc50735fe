//! The signs around an option's label: the mark before it, and in a scenario the arrow after it.

use super::body::Walk;
use super::parts::trimmed;
use crate::domain::question::QuestionKind;

/// The signs between a choice of a scenario and the step to which it leads.
const ARROWS: [&str; 2] = ["->", "→"];

/// What stands in square brackets before a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `[x]`: the option is right, or helps.
    Right,
    /// `[ ]`: it is not, or does not.
    Other,
    /// `[2]`: its place in an order, from 1.
    Place(u8),
}

/// Takes the mark off a label.
pub(super) fn read_mark<'t>(
    walk: &mut Walk<'_>,
    (head, at): (&'t str, usize),
    line: usize,
) -> (Option<Mark>, (&'t str, usize)) {
    let how = how_to_mark(walk.kind);
    let Some((sign, rest)) = head
        .strip_prefix('[')
        .and_then(|inside| inside.split_once(']'))
    else {
        walk.page
            .error(line, format!("this option has no mark; {how}"));
        return (None, (head, at));
    };
    let mark = match sign {
        "x" => Some(Mark::Right),
        " " => Some(Mark::Other),
        // A number may bear a sign where it is parsed, but a place has none.
        place if place.starts_with('+') => None,
        place => place.parse().ok().map(Mark::Place),
    };
    let is_place = matches!(mark, Some(Mark::Place(_)));
    let message = match (mark, walk.kind) {
        (None, _) => Some(format!("\"[{sign}]\" is not a mark; {how}")),
        (Some(_), Some(QuestionKind::Order)) if !is_place => Some(format!(
            "an order has places, not right and wrong options; {how}"
        )),
        (Some(_), Some(kind)) if is_place && kind != QuestionKind::Order => {
            Some(format!("only an order has places; {how}"))
        }
        _ => None,
    };
    let mark = mark.filter(|_| message.is_none());
    if let Some(message) = message {
        walk.page.error(line, message);
    }
    (mark, trimmed((rest, at + (head.len() - rest.len()))))
}

fn how_to_mark(kind: Option<QuestionKind>) -> &'static str {
    match kind {
        Some(QuestionKind::Order) => "write ## [1] before the one that belongs first, and so on",
        Some(QuestionKind::Scenario) => "write ## [x] before it if it helps, ## [ ] if not",
        _ => "write ## [x] before it if it is right, ## [ ] if not",
    }
}

/// Takes the arrow off a label, with the name to which it leads.
pub(super) fn read_target<'t>(
    walk: &mut Walk<'_>,
    (text, at): (&'t str, usize),
    line: usize,
) -> ((&'t str, usize), Option<String>) {
    let story = walk.kind == Some(QuestionKind::Scenario);
    let plain = walk.kind.is_some() && !story;
    let several = |label: &str| ARROWS.iter().any(|sign| label.contains(sign));
    let parts = split_at_arrow(text);
    let problem = match parts {
        None if story => Some(
            "this choice leads nowhere; write -> and the name of a later step after it, or -> end",
        ),
        Some(_) if plain => {
            Some("only the choices of a scenario lead to a step; take the arrow away")
        }
        Some((_, "")) => {
            Some("nothing stands after the arrow; write the name of a later step, or end")
        }
        Some((label, _)) if several(label) => Some("a choice leads to one step; write one arrow"),
        _ => None,
    };
    if let Some(problem) = problem {
        walk.page.error(line, problem);
    }
    let (label, target) = parts.unwrap_or((text, ""));
    let target = (!target.is_empty()).then(|| target.to_owned());
    ((label.trim_end(), at), target)
}

/// Returns what stands before and after the last arrow.
fn split_at_arrow(text: &str) -> Option<(&str, &str)> {
    let arrows = ARROWS
        .iter()
        .filter_map(|sign| Some((text.rfind(sign)?, sign.len())));
    let (at, length) = arrows.max()?;
    let (label, rest) = text.split_at_checked(at)?;
    Some((label, rest.get(length..)?.trim()))
}

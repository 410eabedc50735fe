//! What is asked: the text of a question, part by part.

use super::option::{self, Draft};
use super::parts::{self, Part, Sort};
use crate::content::markdown;
use crate::content::page::{At, Page};
use crate::content::reader::Prose;
use crate::content::sentences::Passage;
use crate::domain::id::Id;
use crate::domain::prose::{Block, Inline};
use crate::domain::question::{QuestionKind, Step};

/// The text of a question, read as far as it can be.
#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    /// The line after which it starts.
    pub(super) line: usize,
    /// How a story begins.
    pub(super) intro: Vec<Block>,
    /// What is asked.
    pub(super) steps: Vec<Asked>,
    /// What links within the module lead to.
    pub(super) anchors: Vec<At<Id>>,
    /// The words, for the reading age.
    pub(super) passages: Vec<Passage>,
}

/// A step, read as far as it can be.
#[derive(Clone, Debug)]
pub(in crate::content) struct Asked {
    /// Its name in a scenario, as it was written, and the line on which it starts.
    pub(super) name: At<String>,
    context: Vec<Block>,
    ask: Vec<Inline>,
    /// What the reader can pick.
    pub(in crate::content) options: Vec<Draft>,
}

impl Asked {
    /// Makes the step, in which nothing is wrong.
    pub(in crate::content) fn into_step(self) -> Step {
        Step {
            context: self.context,
            ask: self.ask,
            options: self.options.into_iter().map(Draft::into_choice).collect(),
        }
    }
}

/// Reads a text that starts `base` bytes into its file, as far as possible even where the kind of
/// the question could not be read.
pub(super) fn read(
    page: &mut Page,
    kind: Option<QuestionKind>,
    english: bool,
    (text, base): (&str, usize),
) -> Body {
    let parts = parts::split(text, base);
    let has_steps = parts.iter().any(|part| part.sort == Sort::Step);
    let body = Body {
        line: page.line(base.saturating_sub(1)),
        ..Body::default()
    };
    let mut walk = Walk {
        page,
        kind,
        english,
        story: kind.map_or(has_steps, |kind| kind == QuestionKind::Scenario),
        body,
    };
    let mut early = !has_steps;
    for part in &parts {
        walk.check_space(part);
        match part.sort {
            Sort::Start if walk.story => walk.intro(part),
            Sort::Start => walk.step(part, "first ## line"),
            Sort::Step => walk.named_step(part),
            Sort::Option => {
                // Said once, and not where there is no step at all, which has its own problem.
                if walk.body.steps.is_empty() && !core::mem::replace(&mut early, true) {
                    let line = walk.page.line(part.head.1);
                    walk.page.error(
                        line,
                        "this choice stands before the first step; write the line # and the \
                         step's name before what is asked",
                    );
                }
                walk.option(part);
            }
        }
    }
    walk.body
}

/// Reads parts one after the other.
pub(super) struct Walk<'p> {
    /// The file.
    pub(super) page: &'p mut Page,
    /// The kind of the question, if it is known.
    pub(super) kind: Option<QuestionKind>,
    /// Whether the words can be judged.
    pub(super) english: bool,
    story: bool,
    body: Body,
}

impl Walk<'_> {
    /// Takes in what the checks want to know of a text.
    pub(super) fn gather(&mut self, prose: &mut Prose) {
        self.body.anchors.append(&mut prose.anchors);
        self.body.passages.append(&mut prose.passages);
    }

    fn check_space(&mut self, part: &Part<'_>) {
        if !part.spaced {
            let line = self.page.line(part.head.1);
            self.page.error(
                line,
                "a line that starts with # or ## is a step or an option; put a space after the #, \
                 or other words before it",
            );
        }
    }

    fn intro(&mut self, part: &Part<'_>) {
        let sound = self.page.count();
        let mut prose = markdown::read_part(self.page, part.body.0, part.body.1);
        if prose.blocks.is_empty() && self.page.count() == sound {
            let line = self.page.line(part.head.1);
            self.page.error(
                line,
                "the story has no beginning; tell after this line how it starts, before the first \
                 step",
            );
        }
        self.gather(&mut prose);
        self.body.intro = prose.blocks;
    }

    fn named_step(&mut self, part: &Part<'_>) {
        let line = self.page.line(part.head.1);
        if self.story {
            if let Err(error) = Id::new(part.head.0) {
                self.page
                    .error(line, format!("a step needs a name, and {error}"));
            }
            self.step(part, "first ## line of its step");
            return;
        }
        if part.spaced {
            self.page.error(
                line,
                "only a scenario has steps; start an option with ##, or take this line away",
            );
        }
        // Read for its own problems alone.
        let mut prose = markdown::read_part(self.page, part.body.0, part.body.1);
        self.gather(&mut prose);
    }

    /// Reads what is asked; `before` says before which line it stands.
    fn step(&mut self, part: &Part<'_>, before: &str) {
        let line = self.page.line(part.head.1);
        let sound = self.page.count();
        let mut prose = markdown::read_part(self.page, part.body.0, part.body.1);
        let ask = match prose.blocks.pop() {
            Some(Block::Paragraph(ask)) => ask,
            // Refused already.
            Some(Block::Heading { .. }) => Vec::new(),
            Some(_) => {
                self.page.error(
                    prose.last_line,
                    format!(
                        "what is asked has to be a paragraph of its own; write it after this, as \
                         the last before the {before}"
                    ),
                );
                Vec::new()
            }
            None => {
                if self.page.count() == sound {
                    let message = format!(
                        "nothing is asked; write a question after this line, as the last paragraph \
                         before the {before}"
                    );
                    self.page.error(line, message);
                }
                Vec::new()
            }
        };
        self.gather(&mut prose);
        self.body.steps.push(Asked {
            name: At {
                value: part.head.0.to_owned(),
                line,
            },
            context: prose.blocks,
            ask,
            options: Vec::new(),
        });
    }

    fn option(&mut self, part: &Part<'_>) {
        let draft = option::read(self, part);
        let Some(step) = self.body.steps.last_mut() else {
            return;
        };
        let same = step
            .options
            .iter()
            .find(|other| !draft.words.is_empty() && other.is_worded_like(&draft));
        if let Some(other) = same {
            let message = format!(
                "this option has the words of the one on line {}; choose others",
                other.line
            );
            self.page.error(draft.line, message);
        }
        step.options.push(draft);
    }
}

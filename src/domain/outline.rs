//! What the browser's client has to know of a module: its ids, and nothing of its text.
//!
//! Travels in the page as JSON, in a data block that no browser runs.

use serde_json::Value;
use serde_json::json;

use crate::domain::exercise::Task;
use crate::domain::id::Id;
use crate::domain::module::Module;
use crate::domain::progress::ProgressMode;
use crate::domain::question::Question;

/// The skeleton of a module, with the publisher's settings that the client follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The module's id; names its progress on the device.
    pub id: Id,
    /// Whether progress is kept on the device.
    pub progress: ProgressMode,
    /// The groups in reading order.
    pub groups: Vec<GroupOutline>,
}

/// The skeleton of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupOutline {
    /// The group's id.
    pub id: Id,
    /// Whether its sections have to be read, and its questions answered, to finish the module.
    pub counts: bool,
    /// Its sections, in reading order.
    pub sections: Vec<SectionOutline>,
    /// Its questions, in their order.
    pub questions: Vec<QuestionOutline>,
}

/// The skeleton of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionOutline {
    /// The section's id.
    pub id: Id,
    /// The questions under its text, in their order.
    pub questions: Vec<QuestionOutline>,
}

/// The skeleton of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionOutline {
    /// The question's id.
    pub id: Id,
    /// How an answer is judged.
    pub task: Task,
}

impl Outline {
    /// Returns the skeleton of `module`, played with `progress`.
    #[must_use]
    pub fn new(module: &Module, progress: ProgressMode) -> Self {
        let groups = module.groups.iter().map(|group| GroupOutline {
            id: group.id.clone(),
            counts: module.completion.groups.contains(&group.id),
            sections: group
                .sections
                .iter()
                .map(|section| SectionOutline {
                    id: section.id.clone(),
                    questions: questions(&section.questions),
                })
                .collect(),
            questions: questions(&group.questions),
        });
        Self {
            id: module.id.clone(),
            progress,
            groups: groups.collect(),
        }
    }

    /// Returns the skeleton as JSON.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let groups = self.groups.iter().map(|group| {
            let sections = group.sections.iter().map(|section| {
                json!({
                    "id": section.id.as_str(),
                    "questions": questions_to_json(&section.questions),
                })
            });
            json!({
                "id": group.id.as_str(),
                "counts": group.counts,
                "sections": sections.collect::<Value>(),
                "questions": questions_to_json(&group.questions),
            })
        });
        json!({
            "id": self.id.as_str(),
            "progress": self.progress.as_str(),
            "groups": groups.collect::<Value>(),
        })
    }

    /// Reads the skeleton from JSON; `None` where it is not one.
    ///
    /// By hand, not by `serde`'s derive: the code that reads any JSON is in the client already,
    /// and a second reader for these few types would cost it some kilobytes.
    #[must_use]
    pub fn from_json(json: &Value) -> Option<Self> {
        let section = |json: &Value| {
            Some(SectionOutline {
                id: id(json)?,
                questions: questions_from_json(json)?,
            })
        };
        let group = |json: &Value| {
            Some(GroupOutline {
                id: id(json)?,
                counts: json["counts"].as_bool()?,
                sections: all(&json["sections"], section)?,
                questions: questions_from_json(json)?,
            })
        };
        Some(Self {
            id: id(json)?,
            progress: ProgressMode::new(json["progress"].as_str()?)?,
            groups: all(&json["groups"], group)?,
        })
    }

    /// Returns the sections with, for each, whether it has to be read to finish the module.
    pub fn sections(&self) -> impl Iterator<Item = (&SectionOutline, bool)> {
        self.groups
            .iter()
            .flat_map(|group| group.sections.iter().map(|section| (section, group.counts)))
    }

    /// Returns the questions in reading order with, for each, whether it has to be answered to
    /// finish the module.
    pub fn questions(&self) -> impl Iterator<Item = (&QuestionOutline, bool)> {
        self.groups.iter().flat_map(|group| {
            let of_sections = group.sections.iter().flat_map(|section| &section.questions);
            let all = of_sections.chain(&group.questions);
            all.map(|question| (question, group.counts))
        })
    }

    /// Returns the key under which progress is kept on the device. It says nothing of the topic,
    /// as long as the module's id does not.
    #[must_use]
    pub fn storage_key(&self) -> String {
        format!("academy:{}", self.id)
    }
}

fn questions(questions: &[Question]) -> Vec<QuestionOutline> {
    let outline = |question: &Question| QuestionOutline {
        id: question.id.clone(),
        task: question.task.clone(),
    };
    questions.iter().map(outline).collect()
}

fn questions_to_json(questions: &[QuestionOutline]) -> Value {
    let json = |question: &QuestionOutline| json!({ "id": question.id.as_str(), "task": question.task.to_json() });
    questions.iter().map(json).collect()
}

fn questions_from_json(json: &Value) -> Option<Vec<QuestionOutline>> {
    let question = |json: &Value| {
        Some(QuestionOutline {
            id: id(json)?,
            task: Task::from_json(&json["task"])?,
        })
    };
    all(&json["questions"], question)
}

fn id(json: &Value) -> Option<Id> {
    Id::new(json["id"].as_str()?).ok()
}

fn all<T>(json: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    json.as_array()?.iter().map(read).collect()
}

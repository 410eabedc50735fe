//! What the browser's client has to know of a module: its ids, and nothing of its text.
//!
//! Travels in the page as JSON, in a data block that no browser runs.

use serde_json::Value;
use serde_json::json;

use crate::domain::config::ProgressMode;
use crate::domain::id;
use crate::domain::id::Id;
use crate::domain::module::Module;

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
    /// Whether its sections have to be read to finish the module.
    pub counts: bool,
    /// The ids of its sections, in reading order.
    pub sections: Vec<Id>,
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
                .map(|section| section.id.clone())
                .collect(),
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
        let texts = |ids: &[Id]| {
            ids.iter()
                .map(Id::as_str)
                .map(Value::from)
                .collect::<Value>()
        };
        let groups = self.groups.iter().map(|group| {
            json!({
                "id": group.id.as_str(),
                "counts": group.counts,
                "sections": texts(&group.sections),
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
        let group = |json: &Value| {
            Some(GroupOutline {
                id: Id::new(json["id"].as_str()?).ok()?,
                counts: json["counts"].as_bool()?,
                sections: id::list(json.get("sections"))?,
            })
        };
        Some(Self {
            id: Id::new(json["id"].as_str()?).ok()?,
            progress: ProgressMode::new(json["progress"].as_str()?)?,
            groups: json["groups"]
                .as_array()?
                .iter()
                .map(group)
                .collect::<Option<_>>()?,
        })
    }

    /// Returns the sections with, for each, whether it has to be read to finish the module.
    pub fn sections(&self) -> impl Iterator<Item = (&Id, bool)> {
        self.groups
            .iter()
            .flat_map(|group| group.sections.iter().map(|id| (id, group.counts)))
    }

    /// Returns how many sections have to be read to finish the module.
    #[must_use]
    pub fn total(&self) -> usize {
        self.sections().filter(|(_, counts)| *counts).count()
    }

    /// Returns the key under which progress is kept on the device. It says nothing of the topic,
    /// as long as the module's id does not.
    #[must_use]
    pub fn storage_key(&self) -> String {
        format!("academy:{}", self.id)
    }
}

//! A plan as JSON, as it travels in the page.

use serde_json::Value;
use serde_json::json;

use super::Field;
use super::plan::Ask;
use super::plan::Mode;
use super::plan::Plan;
use super::rule::Rule;
use super::rule::Rules;

/// The name of the plan in the page's data, beside what the outline consists of.
pub const KEY: &str = "signup";

impl Plan {
    /// Returns the plan as JSON.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let ask = |ask: &Ask| json!([ask.field.as_str(), ask.name, ask.required]);
        json!({
            "mode": self.mode.as_str(),
            "url": self.url,
            "asks": self.asks.iter().map(ask).collect::<Value>(),
            "consent": self.consent,
            "extra": self.extra,
            "trap": self.trap,
            "accept": self.accept_json,
            "subscribed": rules_to_json(&self.rules.subscribed),
            "confirm": rules_to_json(&self.rules.confirm),
            "already": rules_to_json(&self.rules.already),
            "refused": rules_to_json(&self.rules.refused),
            "message": self.rules.message,
            "fields": self.rules.fields,
        })
    }

    /// Reads a plan from JSON; `None` where it is none.
    #[must_use]
    pub fn from_json(json: &Value) -> Option<Self> {
        let mode = text(&json["mode"])?;
        Some(Self {
            mode: Mode::ALL.into_iter().find(|one| one.as_str() == mode)?,
            url: text(&json["url"])?,
            asks: all(&json["asks"], ask)?,
            consent: text(&json["consent"])?,
            extra: all(&json["extra"], |pair| {
                Some((text(&pair[0])?, pair[1].clone()))
            })?,
            trap: text(&json["trap"]),
            accept_json: json["accept"].as_bool()?,
            rules: Rules {
                subscribed: all(&json["subscribed"], rule)?,
                confirm: all(&json["confirm"], rule)?,
                already: all(&json["already"], rule)?,
                refused: all(&json["refused"], rule)?,
                message: all(&json["message"], text)?,
                fields: text(&json["fields"]),
            },
        })
    }
}

/// Returns rules as a list: of each the status, the place and the value.
fn rules_to_json(rules: &[Rule]) -> Value {
    let rule = |rule: &Rule| {
        let (place, value) = rule.value.clone().unzip();
        json!([rule.status, place, value])
    };
    rules.iter().map(rule).collect()
}

fn rule(json: &Value) -> Option<Rule> {
    let status = &json[0];
    Some(Rule {
        status: if status.is_null() {
            None
        } else {
            Some(u16::try_from(status.as_u64()?).ok()?)
        },
        value: text(&json[1]).map(|place| (place, json[2].clone())),
    })
}

fn ask(json: &Value) -> Option<Ask> {
    Some(Ask {
        field: Field::new(json[0].as_str()?)?,
        name: text(&json[1])?,
        required: json[2].as_bool()?,
    })
}

fn text(json: &Value) -> Option<String> {
    json.as_str().map(str::to_owned)
}

fn all<T>(json: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    json.as_array()?.iter().map(read).collect()
}

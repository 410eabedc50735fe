//! A task as JSON, as it travels in the page.
//!
//! `{"one":2,"of":4}`, `{"several":[true,false,true]}`, `{"order":[2,0,1]}`, and for a story its
//! steps with their turns, each whether it helps and where it leads: `{"story":[[[true,1],
//! [false,null]],[[true,null]]]}`.

use serde_json::Value;
use serde_json::json;

use super::Task;
use super::Turn;

impl Task {
    /// Returns the task as JSON.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match self {
            Self::One { right, options } => json!({ "one": right, "of": options }),
            Self::Several { right } => json!({ "several": right }),
            Self::Order { places } => json!({ "order": places }),
            Self::Story { steps } => {
                let turn = |turn: &Turn| json!([turn.helps, turn.to]);
                let step = |turns: &Vec<Turn>| turns.iter().map(turn).collect::<Value>();
                json!({ "story": steps.iter().map(step).collect::<Value>() })
            }
        }
    }

    /// Reads a task from JSON; `None` where it is none.
    #[must_use]
    pub fn from_json(json: &Value) -> Option<Self> {
        if let Some(right) = json.get("one") {
            let (right, options) = (number(right)?, number(&json["of"])?);
            return (right < options).then_some(Self::One { right, options });
        }
        if let Some(right) = json.get("several") {
            let right = all(right, Value::as_bool)?;
            return Some(Self::Several { right });
        }
        if let Some(places) = json.get("order") {
            let places = all(places, number)?;
            let each = (0..places.len()).all(|place| places.contains(&place));
            return each.then_some(Self::Order { places });
        }
        let steps = all(&json["story"], |turns| all(turns, turn))?;
        let sound = steps.iter().enumerate().all(|(at, turns)| {
            let leads = |turn: &Turn| turn.to.is_none_or(|to| to > at && to < steps.len());
            !turns.is_empty() && turns.iter().all(leads)
        });
        (sound && !steps.is_empty()).then_some(Self::Story { steps })
    }
}

fn turn(json: &Value) -> Option<Turn> {
    let to = &json[1];
    Some(Turn {
        helps: json[0].as_bool()?,
        to: if to.is_null() {
            None
        } else {
            Some(number(to)?)
        },
    })
}

fn number(json: &Value) -> Option<usize> {
    usize::try_from(json.as_u64()?).ok()
}

fn all<T>(json: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    json.as_array()?.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_was() {
        for text in [
            r#"{"one":2,"of":4}"#,
            r#"{"several":[true,false,true]}"#,
            r#"{"order":[2,0,1]}"#,
            r#"{"story":[[[true,1],[false,null]],[[true,null]]]}"#,
        ] {
            let json: Value = text.parse().unwrap();
            let task = Task::from_json(&json).unwrap();
            assert_eq!(task.to_json().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_task_is_refused() {
        for text in [
            "{}",
            r#"{"one":4,"of":4}"#,
            r#"{"one":0}"#,
            r#"{"several":[1]}"#,
            r#"{"order":[0,2]}"#,
            r#"{"order":[0,0]}"#,
            r#"{"story":[]}"#,
            r#"{"story":[[]]}"#,
            r#"{"story":[[[true,0]]]}"#,
            r#"{"story":[[[true,1]]]}"#,
            r#"{"story":[[[true]]]}"#.replace("[true]", "[1]").as_str(),
        ] {
            let json: Value = text.parse().unwrap();
            assert_eq!(Task::from_json(&json), None, "{text}");
        }
    }
}

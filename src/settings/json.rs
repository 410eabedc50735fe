//! The JSON of the settings, with each name once.

use core::fmt;

use serde::Deserialize;
use serde::Deserializer;
use serde::de::Error;
use serde::de::MapAccess;
use serde::de::SeqAccess;
use serde::de::Visitor;
use serde_json::Map;
use serde_json::Value;

/// Reads `text`. A name that stands twice in the same braces is an error, since only one of its
/// values could count (RFC 8259, section 4, leaves open which).
pub(super) fn read(text: &str) -> Result<Value, serde_json::Error> {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map(|Unique(value)| value)
}

/// A value in which each name stands once.
struct Unique(Value);

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Unique(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some((name, Unique(value))) = members.next_entry::<String, _>()? {
            if map.contains_key(&name) {
                return Err(Error::custom(format_args!("\"{name}\" stands here twice")));
            }
            map.insert(name, value);
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_what_json_can_hold() {
        let text = "\u{feff}{\"a\": [1, -2, 0.5, true, null, \"x\"], \"b\": {}}";
        let expected = json!({"a": [1, -2, 0.5, true, null, "x"], "b": {}});
        assert_eq!(read(text).unwrap(), expected);
    }

    #[test]
    fn a_name_stands_once() {
        let error = read("{\"a\": {\"b\": 1,\n\"b\": 2}}").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("\"b\" stands here twice at line 2"),
            "{error}"
        );
        assert!(read("{\"a\": {\"b\": 1}, \"b\": 2}").is_ok());
    }

    #[test]
    fn depth_is_an_error_and_no_crash() {
        assert!(read(&"[".repeat(100_000)).is_err());
    }
}

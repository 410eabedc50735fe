//! What is wrong with several modules, though each of them is right.

use std::collections::BTreeMap;

use crate::content::MANIFEST;
use crate::content::Problem;
use crate::content::Severity;
use crate::domain::module::Module;
use crate::domain::progress::carry;

/// Returns the problems of a site with these modules: none where there is but one.
///
/// The list says of each who it is for. No two may have the same id, under which the device keeps a
/// reader's place, nor ids that a code for another device could not tell apart.
#[must_use]
pub fn check(modules: &[Module]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut known = BTreeMap::new();
    for module in modules {
        let mut tell = |message: String| {
            problems.push(Problem {
                file: format!("{}/{MANIFEST}", module.id),
                line: 1,
                severity: Severity::Error,
                message,
            });
        };
        if module.audience.is_none() && modules.len() > 1 {
            let message = "the module lacks \"audience\", and the list of several modules says who each \
                           is for; add audience = \"For …\"";
            tell(message.to_owned());
        }
        if let Some(other) = known.insert(carry::module(&module.id), &module.id) {
            tell(format!(
                "the folder's name is the module's id, and codes for another device could not tell \
                 \"{}\" from \"{other}\"; choose another name for the newer of the two",
                module.id
            ));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::content;
    use crate::domain::date::Date;
    use crate::domain::id::Id;

    fn bees() -> Module {
        let today = Date::new(2100, 1, 1).unwrap();
        let report = content::load(Path::new("tests/modules/bees"), today);
        report.module.unwrap()
    }

    fn named(id: &str) -> Module {
        Module {
            id: Id::new(id).unwrap(),
            ..bees()
        }
    }

    fn told(modules: &[Module]) -> Vec<String> {
        check(modules).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn who_each_is_for_has_to_be_said_where_there_are_several() {
        let silent = Module {
            audience: None,
            ..bees()
        };
        assert_eq!(told(core::slice::from_ref(&silent)), Vec::<String>::new());
        let told = told(&[named("ants"), silent]);
        assert_eq!(told.len(), 1, "{told:?}");
        let start = "bees/module.toml:1: error: the module lacks \"audience\"";
        assert!(told[0].starts_with(start), "{told:?}");
        assert!(told[0].ends_with("add audience = \"For …\""), "{told:?}");
    }

    #[test]
    fn no_two_are_alike_on_the_device_or_in_codes() {
        assert_eq!(told(&[named("ants"), bees()]), Vec::<String>::new());
        assert_eq!(told(&[bees(), bees()]).len(), 1, "the same id");
        // Of some thousand ids, two have the same 20 bits.
        let mut known = BTreeMap::new();
        let mut ids = (0..5_000).map(|number| format!("m{number}"));
        let alike = ids.find_map(|id| {
            let mark = carry::module(&Id::new(&id).unwrap());
            known.insert(mark, id.clone()).map(|other| [other, id])
        });
        let [one, two] = alike.unwrap();
        let told = told(&[named(&one), named(&two)]);
        assert_eq!(told.len(), 1, "{told:?}");
        let start = format!("{two}/module.toml:1: error: the folder's name");
        assert!(told[0].starts_with(&start), "{told:?}");
    }
}

//! What the receiver was told to do, and which of it comes next.

use std::collections::VecDeque;

use crate::address::local_part;
use crate::behaviour::Behaviour;
use crate::trial;

/// The orders, and how far they have been carried out.
#[derive(Debug)]
pub(crate) struct Conduct {
    standing: Behaviour,
    script: VecDeque<Behaviour>,
    in_trial: bool,
    told_to_wait: bool,
    trusted: Option<Vec<String>>,
}

impl Conduct {
    /// Takes every sign-up; in a trial, what is typed chooses.
    pub(crate) fn new(in_trial: bool) -> Self {
        Self {
            standing: Behaviour::Normal,
            script: VecDeque::new(),
            in_trial,
            told_to_wait: false,
            trusted: None,
        }
    }

    /// From now on.
    pub(crate) fn behave(&mut self, behaviour: Behaviour) {
        self.script.clear();
        self.standing = match behaviour {
            Behaviour::BrokenThenNormal(times) => {
                self.script = broken(times).collect();
                Behaviour::Normal
            }
            other => other,
        };
    }

    /// One for each sign-up, then as before.
    pub(crate) fn script(&mut self, behaviours: Vec<Behaviour>) {
        self.script.clear();
        for behaviour in behaviours {
            match behaviour {
                Behaviour::BrokenThenNormal(times) => {
                    self.script.extend(broken(times));
                    self.script.push_back(Behaviour::Normal);
                }
                other => self.script.push_back(other),
            }
        }
    }

    /// Which origins may read the answers of a service that wants to be told.
    pub(crate) fn trust(&mut self, origins: Option<Vec<String>>) {
        self.trusted = origins;
    }

    /// Whether such an origin may.
    pub(crate) fn trusts(&self, origin: &str) -> bool {
        let among = |trusted: &Vec<String>| trusted.iter().any(|each| each == origin);
        self.trusted.as_ref().is_none_or(among)
    }

    /// What happens to the next sign-up, with the address that was typed.
    pub(crate) fn next(&mut self, address: &str) -> Behaviour {
        if let Some(behaviour) = self.script.pop_front() {
            return behaviour;
        }
        if self.in_trial && self.standing == Behaviour::Normal {
            return trial::behaviour_of(&local_part(address), &mut self.told_to_wait);
        }
        self.standing.clone()
    }

    /// Takes what comes next if it is `this`.
    pub(crate) fn next_if(&mut self, this: &Behaviour) -> bool {
        match self.script.front() {
            Some(first) if first == this => self.script.pop_front().is_some(),
            Some(_) => false,
            None => self.standing == *this,
        }
    }
}

/// So many failures.
fn broken(times: usize) -> impl Iterator<Item = Behaviour> {
    std::iter::repeat_n(Behaviour::Broken, times)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Behaviour::{Already, Broken, BrokenThenNormal, DropBefore, Html, Normal};

    fn nexts(conduct: &mut Conduct, count: usize) -> Vec<Behaviour> {
        (0..count).map(|_| conduct.next("")).collect()
    }

    #[test]
    fn a_script_comes_first_and_then_what_stands() {
        let mut conduct = Conduct::new(false);
        conduct.behave(Html);
        conduct.script(vec![Already, BrokenThenNormal(2)]);
        assert_eq!(
            nexts(&mut conduct, 5),
            [Already, Broken, Broken, Normal, Html]
        );
        conduct.behave(BrokenThenNormal(1));
        assert_eq!(nexts(&mut conduct, 3), [Broken, Normal, Normal]);
    }

    #[test]
    fn what_is_told_anew_takes_the_place_of_a_script() {
        let mut conduct = Conduct::new(false);
        conduct.script(vec![Already, Already]);
        conduct.behave(Html);
        assert_eq!(nexts(&mut conduct, 1), [Html]);
    }

    #[test]
    fn only_what_comes_next_is_taken_early() {
        let mut conduct = Conduct::new(false);
        conduct.script(vec![DropBefore, Html]);
        assert!(conduct.next_if(&DropBefore));
        assert!(!conduct.next_if(&DropBefore));
        assert_eq!(nexts(&mut conduct, 1), [Html]);
        assert!(!conduct.next_if(&DropBefore));
        conduct.behave(DropBefore);
        assert!(conduct.next_if(&DropBefore) && conduct.next_if(&DropBefore));
    }

    #[test]
    fn an_address_chooses_in_a_trial_only_and_orders_come_before_it() {
        assert_eq!(Conduct::new(false).next("html@example.org"), Normal);
        let mut conduct = Conduct::new(true);
        assert_eq!(conduct.next("html@example.org"), Html);
        assert_eq!(conduct.next("sam@example.org"), Normal);
        conduct.behave(Broken);
        assert_eq!(conduct.next("html@example.org"), Broken);
    }

    #[test]
    fn every_origin_is_trusted_until_some_are_named() {
        let mut conduct = Conduct::new(false);
        assert!(conduct.trusts("http://a.example"));
        conduct.trust(Some(vec!["http://a.example".to_owned()]));
        assert!(conduct.trusts("http://a.example") && !conduct.trusts("http://b.example"));
    }
}

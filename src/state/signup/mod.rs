//! The sign-up: one press sends once, and the page says exactly what happened.

pub mod words;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::domain::ports::desk::Lead;
use crate::domain::ports::desk::Reply;
use crate::domain::ports::desk::SignupDesk;
use crate::domain::ports::desk::SignupFace;
use crate::domain::ports::desk::SignupStage;
use crate::domain::signup::Field;
use crate::domain::signup::email;
use crate::domain::signup::outcome::Outcome;
use crate::domain::signup::plan::Ask;
use crate::domain::signup::plan::Mode;
use crate::domain::signup::plan::Plan;
use crate::domain::signup::problem::problem;
use crate::domain::signup::request::Request;
use crate::domain::signup::retry;

/// Milliseconds from the start of the client before which nothing is sent: no person fills in a
/// form faster. Who presses sooner waits for the rest of it, and notices nothing.
const SOONEST: u32 = 3_000;

/// Milliseconds in which a second press counts as the same one, where the browser sends the form.
const SAME_PRESS: u32 = 2_000;

/// What happens to the sign-up, besides a press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Something came of the request of this turn.
    Replied(u32, Reply),
    /// The wait of this turn is over.
    Waited(u32),
    /// The device has a network again.
    Online,
}

/// The sign-up, as the learner's state holds it.
pub(super) struct Signup {
    plan: Plan,
    desk: Arc<dyn SignupDesk>,
    /// What is being sent. Nothing of a person is held while nothing is.
    sending: Option<Request>,
    /// How often it was sent.
    tries: usize,
    /// Counts what was begun: what belongs to an earlier turn is not listened to.
    turn: u32,
    /// What became of the last one.
    outcome: Option<Outcome>,
    /// When the browser last sent the form, in milliseconds since the start.
    navigated: Option<u32>,
}

impl Signup {
    /// Returns a sign-up that nobody has begun.
    pub(super) fn new(plan: Plan, desk: Arc<dyn SignupDesk>) -> Self {
        Self {
            plan,
            desk,
            sending: None,
            tries: 0,
            turn: 0,
            outcome: None,
            navigated: None,
        }
    }

    /// Does what a press on the button asks for. Returns whether the browser is to send the form.
    pub(super) fn press(&mut self) -> bool {
        if self.sending.is_some() || self.is_settled() || self.is_same_press() {
            return false;
        }
        self.outcome = None;
        if self.desk.empty_trap() {
            self.say(words::TRAP);
            return false;
        }
        let values = self.values();
        let errors = self.errors(&values);
        if !errors.is_empty() {
            self.desk.show(&SignupFace {
                errors,
                lead: Lead::Errors,
                ..SignupFace::default()
            });
            return false;
        }
        if !self.desk.online() {
            self.end(Outcome::Offline);
            return false;
        }
        if self.plan.mode == Mode::Navigate {
            self.navigated = Some(self.desk.age());
            self.say(words::NAVIGATED);
            return true;
        }
        self.sending = Some(self.plan.request(&values));
        self.tries = 0;
        self.be_busy(words::SENDING);
        match SOONEST.saturating_sub(self.desk.age()) {
            0 => self.send(),
            rest => self.wait(rest),
        }
        false
    }

    /// Takes in what happened.
    pub(super) fn hear(&mut self, event: &Event) {
        match event {
            Event::Replied(turn, reply) if self.awaits(*turn) => self.replied(reply),
            Event::Waited(turn) if self.awaits(*turn) => {
                // Of the tries before, the service said that it did not take them.
                if self.desk.online() {
                    self.send();
                } else {
                    self.end(Outcome::Offline);
                }
            }
            Event::Online if self.outcome == Some(Outcome::Offline) => {
                self.desk.show(&SignupFace {
                    said: words::ONLINE.to_owned(),
                    again: true,
                    ..SignupFace::default()
                });
            }
            _ => {}
        }
    }

    /// Forgets what was typed, and does not wait for an answer any more.
    pub(super) fn forget(&mut self) {
        self.desk.clear();
        self.turn += 1;
        self.outcome = None;
        let said = if self.sending.take().is_some() {
            self.desk.hang_up();
            words::FORGOTTEN
        } else {
            ""
        };
        self.desk.show(&SignupFace {
            said: said.to_owned(),
            ..SignupFace::default()
        });
    }

    /// Empties the fields, since the page is left. What is on its way goes on: the page may be shown
    /// again, and then says what came of it.
    pub(super) fn leave(&self) {
        self.desk.clear();
    }

    /// Returns whether what is told belongs to what is being sent.
    fn awaits(&self, turn: u32) -> bool {
        self.sending.is_some() && turn == self.turn
    }

    fn is_settled(&self) -> bool {
        self.outcome.as_ref().is_some_and(Outcome::settles)
    }

    /// Returns whether the browser has sent the form a moment ago: a double click is one press.
    fn is_same_press(&self) -> bool {
        let since = |then| self.desk.age().saturating_sub(then);
        self.navigated.is_some_and(|then| since(then) < SAME_PRESS)
    }

    /// Returns what stands in the fields, with the address cleaned, in the form as well.
    fn values(&self) -> Vec<String> {
        let value = |field| match (field, self.desk.value(field)) {
            (Field::Email, typed) => {
                let address = email::clean(&typed);
                if address != typed {
                    self.desk.set_email(&address);
                }
                address
            }
            (_, typed) => typed,
        };
        self.plan.asks.iter().map(|ask| value(ask.field)).collect()
    }

    /// Returns what is wrong with the fields.
    fn errors(&self, values: &[String]) -> Vec<(Field, String)> {
        let pairs = self.plan.asks.iter().zip(values);
        let error = |(ask, value): (&Ask, &String)| {
            let problem = problem(ask, value)?;
            Some((ask.field, problem.words(ask.field).to_owned()))
        };
        pairs.filter_map(error).collect()
    }

    /// Sends what is to be sent.
    fn send(&mut self) {
        self.turn += 1;
        self.tries += 1;
        if let Some(request) = &self.sending {
            self.desk.send(request, self.turn);
        }
    }

    /// Waits before sending.
    fn wait(&mut self, milliseconds: u32) {
        self.turn += 1;
        self.desk.wait(milliseconds, self.turn);
    }

    fn replied(&mut self, reply: &Reply) {
        let outcome = match reply {
            Reply::Answer(answer) => self.plan.outcome(answer),
            Reply::Opaque => Outcome::Unseen,
            Reply::Nothing => Outcome::Unsure,
        };
        match retry::pause(&outcome, self.tries) {
            Some(pause) => {
                self.be_busy(words::AGAIN_SOON);
                self.wait(pause);
            }
            None => self.end(outcome),
        }
    }

    /// Ends the sending, and says what came of it.
    fn end(&mut self, outcome: Outcome) {
        self.sending = None;
        if outcome.settles() {
            self.desk.clear();
        }
        self.desk.show(&words::face(&outcome));
        self.outcome = Some(outcome);
    }

    /// Says something about the form, which stays as it is.
    fn say(&self, said: &str) {
        self.desk.show(&SignupFace {
            said: said.to_owned(),
            ..SignupFace::default()
        });
    }

    fn be_busy(&self, said: &str) {
        self.desk.show(&SignupFace {
            stage: SignupStage::Busy,
            said: said.to_owned(),
            ..SignupFace::default()
        });
    }
}

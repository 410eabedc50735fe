//! The sign-up: one press sends once, and the page says exactly what happened.

pub mod words;

#[cfg(test)]
mod earlier;
#[cfg(test)]
mod paper;
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

/// Milliseconds from the start of the page before which nothing is sent: no person fills in a form
/// faster. Who presses sooner waits for the rest of it, and notices nothing.
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

/// How far the sign-up is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Nothing is under way.
    Open,
    /// It waits for a while before it is sent.
    Waiting,
    /// It was sent, and nothing was heard yet.
    Sent,
}

/// The sign-up, as the learner's state holds it.
pub(super) struct Signup {
    plan: Plan,
    desk: Arc<dyn SignupDesk>,
    phase: Phase,
    /// What is sent, until an end is known or the person leaves. Nothing of a person is held
    /// longer.
    request: Option<Request>,
    /// How often it was sent.
    tries: usize,
    /// Counts what was begun: what belongs to an earlier turn is not listened to.
    turn: u32,
    /// What became of the last one, or of the last try.
    outcome: Option<Outcome>,
    /// Whether the person was told that something had filled in the field for programs. A browser
    /// may do so again and again, so it is told once.
    trapped: bool,
    /// Whether the page says that it forgot what was on its way.
    forgotten: bool,
    /// Whether something that was sent may have arrived, for all that this page knows.
    may_have_arrived: bool,
    /// When the browser last sent the form, in milliseconds since the start.
    navigated: Option<u32>,
}

impl Signup {
    /// Returns a sign-up that nobody has begun.
    pub(super) fn new(plan: Plan, desk: Arc<dyn SignupDesk>) -> Self {
        Self {
            plan,
            desk,
            phase: Phase::Open,
            request: None,
            tries: 0,
            turn: 0,
            outcome: None,
            trapped: false,
            forgotten: false,
            may_have_arrived: false,
            navigated: None,
        }
    }

    /// Does what a press on the button asks for. Returns whether the browser is to send the form.
    ///
    /// It can't where it `submits` none: in a frame whose sandbox forbids forms.
    pub(super) fn press(&mut self, submits: bool) -> bool {
        if self.phase != Phase::Open || self.is_settled() || self.is_same_press() {
            return false;
        }
        (self.outcome, self.forgotten, self.tries) = (None, false, 0);
        if self.desk.empty_trap() && !self.trapped {
            self.trapped = true;
            self.say(SignupStage::Open, words::TRAP);
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
        if self.plan.mode == Mode::Navigate && !submits {
            self.say(SignupStage::Open, words::FORBIDDEN);
            return false;
        }
        if self.plan.mode == Mode::Navigate {
            self.navigated = Some(self.desk.age());
            self.may_have_arrived = true;
            self.say(SignupStage::Open, words::NAVIGATED);
            self.desk.leave_out_empty();
            return true;
        }
        self.request = Some(self.plan.request(&values));
        self.say(SignupStage::Busy, words::SENDING);
        match SOONEST.saturating_sub(self.desk.age()) {
            0 => self.send(),
            rest => self.wait(rest),
        }
        false
    }

    /// Takes in what happened.
    pub(super) fn hear(&mut self, event: &Event) {
        match event {
            Event::Replied(turn, reply) if self.is(Phase::Sent, *turn) => self.replied(reply),
            Event::Waited(turn) if self.is(Phase::Waiting, *turn) => {
                if self.is_changed() {
                    self.stop();
                    self.say(SignupStage::Open, words::CHANGED);
                } else if self.desk.online() {
                    self.send();
                } else {
                    // After a try it would not be true that nothing was sent: what was said of it
                    // is what there is to tell.
                    let outcome = self.outcome.take();
                    self.end(outcome.unwrap_or(Outcome::Offline));
                }
            }
            Event::Online if self.outcome == Some(Outcome::Offline) => {
                self.desk.show(&SignupFace {
                    said: words::online(self.may_have_arrived).to_owned(),
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
        if self.phase == Phase::Sent {
            self.desk.hang_up();
        }
        // A try that failed may have arrived, too.
        self.forgotten |= self.may_have_arrived || (self.phase != Phase::Open && self.tries > 0);
        self.stop();
        self.may_have_arrived = false;
        // Forgetting comes twice where progress is forgotten with it.
        self.say(
            SignupStage::Open,
            if self.forgotten { words::FORGOTTEN } else { "" },
        );
    }

    /// Empties the form, since the page is left: what is found again when somebody comes back must
    /// not hold an address, nor send one. What was sent already may still be answered.
    pub(super) fn leave(&mut self) {
        self.desk.clear();
        if self.phase == Phase::Sent {
            self.request = None;
        } else {
            self.stop();
            self.say(SignupStage::Open, "");
        }
    }

    /// Drops what is under way, and what became of the last one.
    fn stop(&mut self) {
        (self.phase, self.request, self.outcome) = (Phase::Open, None, None);
        self.turn += 1;
    }

    /// Returns whether what is told belongs to what is under way.
    fn is(&self, phase: Phase, turn: u32) -> bool {
        self.phase == phase && turn == self.turn
    }

    /// Returns whether something else stands in the fields than what is to be sent: who takes back
    /// an agreement must not have it sent all the same.
    fn is_changed(&self) -> bool {
        let now = || self.plan.request(&self.values());
        self.request.as_ref().is_some_and(|then| *then != now())
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
        self.phase = Phase::Sent;
        if let Some(request) = &self.request {
            self.desk.send(request, self.turn);
        }
    }

    /// Waits before sending.
    fn wait(&mut self, milliseconds: u32) {
        self.turn += 1;
        self.phase = Phase::Waiting;
        self.desk.wait(milliseconds, self.turn);
    }

    fn replied(&mut self, reply: &Reply) {
        let outcome = match reply {
            Reply::Answer(answer) => self.plan.outcome(answer),
            Reply::Opaque => Outcome::Unseen,
            Reply::Nothing => Outcome::Unsure,
        };
        self.may_have_arrived |= outcome.is_open();
        if self.request.is_none() {
            // The person had left: no second try, and none of the service's words about them.
            return self.end(outcome.without_words());
        }
        match retry::pause(&outcome, self.tries) {
            Some(pause) => {
                self.say(SignupStage::Busy, words::AGAIN_SOON);
                self.outcome = Some(outcome);
                self.wait(pause);
            }
            None => self.end(outcome),
        }
    }

    /// Ends the sending, and says what came of it.
    fn end(&mut self, outcome: Outcome) {
        (self.phase, self.request) = (Phase::Open, None);
        if outcome.settles() {
            self.desk.clear();
            self.may_have_arrived = false;
        }
        self.desk
            .show(&words::face(&outcome, self.may_have_arrived));
        self.outcome = Some(outcome);
    }

    /// Says something, and leads nowhere.
    fn say(&self, stage: SignupStage, said: &str) {
        self.desk.show(&SignupFace {
            stage,
            said: said.to_owned(),
            ..SignupFace::default()
        });
    }
}

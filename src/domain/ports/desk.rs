//! What the sign-up needs from the outside.

use crate::domain::signup::Field;
use crate::domain::signup::answer::Answer;
use crate::domain::signup::request::Request;

/// The form of the sign-up, the line to the service, and the time. The fields hold what a person
/// types, and nothing else does until it is sent.
pub trait SignupDesk: Send + Sync {
    /// Returns what stands in a field; of a box to tick, something if it is ticked. Empty for a
    /// field that the form has not.
    fn value(&self, field: Field) -> String;

    /// Puts a cleaned address in place of the typed one.
    fn set_email(&self, address: &str);

    /// Empties the field that people do not see. Returns whether something stood in it.
    fn empty_trap(&self) -> bool;

    /// Keeps the browser from sending the fields that were left empty, this once.
    fn leave_out_empty(&self);

    /// Empties every field.
    fn clear(&self);

    /// Returns the milliseconds since the page began to load.
    fn age(&self) -> u32;

    /// Returns whether the device says that it has a network (HTML Standard, section 8.9.1.5,
    /// `navigator.onLine`): a "no" is sure, a "yes" is not.
    fn online(&self) -> bool;

    /// Sends a request; what comes of it is told as [`Reply`] with this `turn`, later.
    fn send(&self, request: &Request, turn: u32);

    /// Tells this `turn` after some milliseconds.
    fn wait(&self, milliseconds: u32, turn: u32);

    /// Gives up waiting for what was sent.
    fn hang_up(&self);

    /// Shows `face`.
    fn show(&self, face: &SignupFace);
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// An answer that the page can read.
    Answer(Answer),
    /// The service answered, and the page was not to read it.
    Opaque,
    /// None, or none that the page may read, or not in time.
    Nothing,
}

/// What is to be seen of the sign-up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignupFace {
    /// How far it is.
    pub stage: SignupStage,
    /// What is wrong with the fields, in the order of the form.
    pub errors: Vec<(Field, String)>,
    /// What happened, or nothing.
    pub said: String,
    /// Whether the button says to try again.
    pub again: bool,
    /// Where the person is led.
    pub lead: Lead,
}

/// How far the sign-up is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignupStage {
    /// The form can be filled in and sent.
    #[default]
    Open,
    /// It is being sent.
    Busy,
    /// It is done, and the form is gone.
    Settled,
}

/// Where a person is led after a press.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lead {
    /// Nowhere.
    #[default]
    Nowhere,
    /// To the list of errors.
    Errors,
    /// To the words about what happened.
    Said,
}

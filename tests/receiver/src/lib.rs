//! A receiver of sign-ups: it stands in for the mailing-list services that the form can post to,
//! on this machine only.
//!
//! `cargo xtask serve` starts one in its trial, where the typed address chooses what happens
//! ([`TRIAL`]). The browser tests start one each and tell it what to do ([`Behaviour`]).
//!
//! Each service has a path of its own, and answers as the real one does, with its rules of who
//! may read the answer from another origin:
//!
//! | path | stands in for | posts | answers | from another origin |
//! | --- | --- | --- | --- | --- |
//! | `/listmonk/api/public/subscription` | listmonk's interface | JSON, form | JSON | trusted origins, asks first |
//! | `/listmonk/subscription/form` | listmonk's form | form | HTML | not readable |
//! | `/mailchimp/subscribe/post` | Mailchimp's embedded form | form | HTML | not readable |
//! | `/brevo/serve/TOKEN` | Brevo's form | form | JSON with `?isAjax=1`, else HTML | readable |
//! | `/buttondown/api/emails/embed-subscribe/NAME` | Buttondown's form | form | HTML | not readable |
//! | `/formspree/f/ID` | Formspree | JSON, form | JSON if asked for, else HTML | readable, asks first |
//! | `/json` | a service of one's own | JSON | JSON | readable, asks first |
//! | `/form` | a service of one's own | form | JSON | readable |
//!
//! It depends on the standard library alone, since `xtask` does.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, reason = "a test that fails may panic")
)]

mod address;
mod answer;
mod behaviour;
mod conduct;
mod connection;
mod cors;
mod delivery;
mod desk;
mod fields;
mod gate;
mod head;
mod json;
mod limits;
mod multipart;
mod received;
mod receiver;
mod reply;
mod run;
mod services;
mod trial;
mod wire;

pub use behaviour::Behaviour;
pub use delivery::Delivery;
pub use fields::Unreadable;
pub use limits::Limits;
pub use received::{Answered, Received};
pub use receiver::Receiver;
pub use trial::TRIAL;

//! The names of the settings, by the braces that they stand in. `docs/signup.md` explains each; a
//! test holds the two together.

/// In `signup`.
pub const SIGNUP: &[&str] = &[
    "mode",
    "preset",
    "url",
    "lead",
    "lists",
    "consent",
    "ask",
    "fields",
    "extra",
    "honeypot",
    "double_opt_in",
    "answer",
];

/// In `signup.consent`.
pub const CONSENT: &[&str] = &["text", "version", "notice"];

/// In `signup.ask`.
pub const ASK: &[&str] = &["first_name", "last_name", "role"];

/// In `signup.ask.role`.
pub const ROLE: &[&str] = &["label", "choices", "required"];

/// In `signup.fields`.
pub const FIELDS: &[&str] = &["email", "first_name", "last_name", "role", "consent"];

/// In `signup.answer`.
pub const ANSWER: &[&str] = &[
    "subscribed",
    "confirm",
    "already",
    "refused",
    "message",
    "fields",
    "hidden",
];

/// In each rule of `signup.answer.subscribed`, `confirm`, `already` and `refused`.
pub const RULE: &[&str] = &["status", "at", "is"];

/// All of them.
pub const ALL: &[&[&str]] = &[SIGNUP, CONSENT, ASK, ROLE, FIELDS, ANSWER, RULE];

/// The values of `signup.mode`.
pub const MODES: &[&str] = &["json", "form", "navigate", "link", "mailto", "none"];

/// The values of `signup.preset`.
pub const PRESETS: &[&str] = &[
    "listmonk",
    "listmonk-page",
    "mailchimp",
    "brevo",
    "brevo-page",
    "buttondown",
    "formspree",
    "mailman",
    "mailman-mail",
    "generic-json",
    "generic-form",
];

//! Thin views: what they show comes in as props or from [`state`](crate::state), what a person
//! does goes out as its actions. No view touches the browser, but
//! for the elements that [`slot`] and [`words`] hold.

pub mod carry;
pub mod embed;
pub mod group;
pub mod progress;
pub mod question;
pub mod section;
pub mod signup;
pub mod slot;
pub mod words;

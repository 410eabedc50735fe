//! The line to the mailing list: one request at a time, with a time limit.

use std::cell::RefCell;

use js_sys::Date;
use js_sys::JSON;
use js_sys::JsString;
use serde_json::Value;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;
use web_sys::RequestInit;
use web_sys::Response;

use super::page;
use super::page::after;
use crate::domain::ports::desk::Reply;
use crate::domain::signup::answer;
use crate::domain::signup::answer::Answer;
use crate::domain::signup::request::Request;
use crate::domain::signup::retry;
use crate::state::learner::Learner;
use crate::state::signup::Event;

/// Milliseconds until an answer has to be there, with its whole body.
const LIMIT: u32 = 10_000;

thread_local! {
    static LEARNER: RefCell<Option<Learner>> = const { RefCell::new(None) };
    static ABORT: RefCell<Option<AbortController>> = const { RefCell::new(None) };
}

/// Has `learner` hear what happens on the line.
pub fn listen(learner: Learner) {
    LEARNER.set(Some(learner));
}

fn tell(event: &Event) {
    if let Some(learner) = LEARNER.with_borrow(|learner| *learner) {
        learner.hear_signup(event);
    }
}

/// Sends a request, and tells what came of it as that of `turn`.
pub fn send(request: &Request, turn: u32) {
    let controller = AbortController::new().ok();
    ABORT.set(controller.clone());
    if let Some(controller) = controller.clone() {
        // What was answered in time is over, and ending it changes nothing.
        after(LIMIT, move || controller.abort());
    }
    let init = init(request, controller.as_ref());
    let url = request.url.clone();
    spawn_local(async move {
        let reply = reply(&url, &init).await.unwrap_or(Reply::Nothing);
        tell(&Event::Replied(turn, reply));
    });
}

/// Returns how a request is made.
///
/// Written as JSON and read by the browser: with a call for each part, the client would be larger.
fn init(request: &Request, controller: Option<&AbortController>) -> RequestInit {
    // A text as JSON is a string between quotes.
    let quoted = |text: &str| Value::from(text).to_string();
    let accept = if request.accept_json {
        r#","Accept":"application/json""#
    } else {
        ""
    };
    let init = [
        // Nothing that this browser holds for the service goes along.
        r#"{"method":"POST","credentials":"omit","cache":"no-store","referrerPolicy":"no-referrer""#,
        r#","mode":"#,
        // A redirect leads to another answer than that of the service, such as a page to log in.
        // An answer that is not read may redirect (Fetch Standard, section 4.5).
        if request.blind {
            r#""no-cors""#
        } else {
            r#""cors","redirect":"error""#
        },
        r#","headers":{"Content-Type":"#,
        &quoted(request.content_type),
        accept,
        r#"},"body":"#,
        &quoted(&request.body),
        "}",
    ]
    .concat();
    let init = JSON::parse(&init).unwrap_or_default();
    let init: RequestInit = init.unchecked_into();
    init.set_signal(controller.map(AbortController::signal).as_ref());
    init
}

/// Sends, and returns what came of it; `None` where that cannot be read.
async fn reply(url: &str, init: &RequestInit) -> Option<Reply> {
    let sent = page::window()?.fetch_with_str_and_init(url, init);
    let response: Response = JsFuture::from(sent).await.ok()?.dyn_into().ok()?;
    let status = response.status();
    // Only an opaque response has this status (Fetch Standard, section 2.2.6).
    if status == 0 {
        return Some(Reply::Opaque);
    }
    Some(Reply::Answer(Answer {
        status,
        after: wait_of(&response),
        body: body(&response).await,
    }))
}

/// Returns the body of an answer, unless it is too long to be one, or was cut off.
async fn body(response: &Response) -> Option<String> {
    let text: JsString = JsFuture::from(response.text().ok()?)
        .await
        .ok()?
        .dyn_into()
        .ok()?;
    let short = usize::try_from(text.length()).is_ok_and(|length| length <= answer::LONGEST);
    short.then(|| text.into())
}

/// Returns the seconds that an answer asks to wait: given so, or as a date (RFC 9110, section
/// 10.2.3).
fn wait_of(response: &Response) -> Option<u32> {
    let text = response.headers().get("Retry-After").ok()??;
    // Browsers see a date in almost anything; one that may stand here ends so.
    if !text.ends_with("GMT") {
        return retry::seconds(&text);
    }
    let seconds = (Date::parse(&text) - Date::now()) / 1_000.0;
    // What is past becomes 0.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (!seconds.is_nan()).then_some(seconds.ceil() as u32)
}

/// Tells the wait of `turn` after some milliseconds.
pub fn wait(milliseconds: u32, turn: u32) {
    after(milliseconds, move || tell(&Event::Waited(turn)));
}

/// Gives up waiting for what was sent.
pub fn hang_up() {
    if let Some(controller) = ABORT.take() {
        controller.abort();
    }
}

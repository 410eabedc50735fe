//! A real pointer: the browser cannot tell it from a person's.

use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};

use super::Page;
use crate::engine::Engine;
use crate::failure::{Failure, Outcome, check};

/// Brings an element to where it can be pressed, and gives it; or says in words why it cannot be. In a
/// frame it gives nothing: what is seen of a frame only the driver knows.
///
/// No driver scrolls because of what stays over the page at its edges, and WebKit's does not scroll at
/// all. The middle is that of the element's first box (WebDriver, section 12.1, "in-view center
/// point"), as the drivers' own.
const REACH: &str = "
if (self !== top) return null;
const [css] = arguments;
const element = document.querySelector(css);
if (!element) return `there is no \\`${css}\\` on the page`;
const look = () => {
  const box = element.getClientRects()[0];
  if (!box) return null;
  const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right);
  const top = Math.max(0, box.top), bottom = Math.min(innerHeight, box.bottom);
  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return {whole: top === box.top && bottom === box.bottom, seen, free: element.contains(seen)};
};
let found = look();
if (!found) return `\\`${css}\\` is not shown`;
if (!found.whole || !found.free) {
  element.scrollIntoView({block: 'center', behavior: 'instant'});
  found = look();
}
if (!found.free) return `over \\`${css}\\` lies ${found.seen?.cloneNode().outerHTML}`;
return element;";

impl Page {
    /// Clicks in the middle of an element, scrolling to it first. Fails when something else
    /// lies there.
    ///
    /// The driver's own command for it does the same, but Chromium's takes four times as long, and
    /// Firefox's twice. WebKit's does not, and there a list that is led to by a press of the pointer loses
    /// the focus again.
    pub async fn click(&self, css: &str) -> Outcome {
        let reached = self.exec_with::<Value>(REACH, vec![css.into()]).await?;
        let clicking = |failure: Failure| failure.during(&format!("clicking `{css}`"));
        check(!reached.is_string(), reached.as_str().unwrap_or_default())?;
        if reached.is_null() || self.engine() == Engine::WebKit {
            let clicked = self.element(css).await?.click().await;
            return clicked.map_err(Failure::from).map_err(clicking);
        }
        let actions = json!([{
            "type": "pointer",
            "id": "mouse",
            "parameters": { "pointerType": "mouse" },
            "actions": [
                { "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": reached },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerUp", "button": 0 },
            ],
        }]);
        let command = Command::PerformActions(Actions::from(actions));
        let clicked = self.driver().await?.cmd(command).await;
        clicked.map(|_| ()).map_err(Failure::from).map_err(clicking)
    }
}

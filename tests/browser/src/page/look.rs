//! What is seen on the page.

use std::fmt;

use serde::Deserialize;
use serde_json::json;

use super::Page;
use crate::failure::{Failure, Outcome};

/// Where an element is, in CSS pixels from the top left corner of what is seen.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Rect {
    /// The left edge.
    pub x: f64,
    /// The top edge.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

impl Rect {
    /// The right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }
}

/// The element that has the focus.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Focused {
    /// The tag, in lower case; `body` when nothing has the focus.
    pub tag: String,
    /// The id, or nothing.
    pub id: String,
    /// The role attribute, or nothing.
    pub role: String,
    /// Its label, or else its text, on one line.
    pub text: String,
}

impl fmt::Display for Focused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.tag)?;
        if !self.id.is_empty() {
            write!(f, "#{}", self.id)?;
        }
        if !self.role.is_empty() {
            write!(f, "[role={}]", self.role)?;
        }
        write!(f, " \"{}\"", self.text)
    }
}

impl Page {
    /// The text of the first such element as it is seen: hidden parts are left out.
    pub async fn text(&self, css: &str) -> Outcome<String> {
        Ok(self.element(css).await?.text().await?)
    }

    /// Whether there is such an element and it is seen.
    pub async fn is_visible(&self, css: &str) -> Outcome<bool> {
        self.ask(
            "const e = document.querySelector(css); if (!e) return false;
             const r = e.getBoundingClientRect();
             return r.width > 0 && r.height > 0 && e.checkVisibility({visibilityProperty: true});",
            css,
        )
        .await
    }

    /// How many such elements there are.
    pub async fn count(&self, css: &str) -> Outcome<usize> {
        self.ask("return document.querySelectorAll(css).length", css)
            .await
    }

    /// An attribute of the first such element.
    pub async fn attribute(&self, css: &str, name: &str) -> Outcome<Option<String>> {
        Ok(self.element(css).await?.attr(name).await?)
    }

    /// Where the first such element is.
    pub async fn rect(&self, css: &str) -> Outcome<Rect> {
        let rect: Option<Rect> = self
            .ask(
                "const e = document.querySelector(css); if (!e) return null;
                 const {x, y, width, height} = e.getBoundingClientRect();
                 return {x, y, width, height};",
                css,
            )
            .await?;
        rect.ok_or_else(|| Failure::new(format!("there is no `{css}` on the page")))
    }

    /// A computed style of the first such element.
    pub async fn style(&self, css: &str, property: &str) -> Outcome<String> {
        self.exec_with(
            "return getComputedStyle(document.querySelector(arguments[0]))
                .getPropertyValue(arguments[1])",
            vec![css.into(), property.into()],
        )
        .await
    }

    /// What has the focus.
    pub async fn focused(&self) -> Outcome<Focused> {
        self.exec(
            "const e = document.activeElement ?? document.body;
             const text = e === document.body ? ''
               : e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent;
             return { tag: e.localName, id: e.id, role: e.getAttribute('role') ?? '',
                      text: text.replace(/\\s+/g, ' ').trim() };",
        )
        .await
    }

    /// What local storage holds under `key`.
    pub async fn local_storage(&self, key: &str) -> Outcome<Option<String>> {
        self.exec_with(
            "return localStorage.getItem(arguments[0])",
            vec![json!(key)],
        )
        .await
    }

    /// Runs a JavaScript function of `css`.
    async fn ask<T: serde::de::DeserializeOwned>(&self, body: &str, css: &str) -> Outcome<T> {
        let body = format!("const css = arguments[0]; {body}");
        self.exec_with(&body, vec![css.into()]).await
    }
}

//! The module's page, as its reader uses it.

use std::ops::Deref;

use browser_tests::prelude::*;
use serde_json::Value;

/// The key under which the published module's progress is kept.
pub(crate) const KEY: &str = "academy:in-control";

/// The first section of the module, which counts.
pub(crate) const FIRST: &str = "i-sent-one";

/// Another section that counts.
pub(crate) const SECOND: &str = "threats";

/// A section that does not count: it is for adults.
pub(crate) const ADULTS: &str = "parents";

/// How long the client may take to start in a test, in milliseconds.
const START: u64 = 15_000;

/// How long the page may take to follow an action, in milliseconds.
pub(crate) const FOLLOW: u64 = 10_000;

/// Selects the summary of a section.
pub(crate) fn summary_of(section: &str) -> String {
    format!("details:has(> #{section}) > summary")
}

/// The page of the module.
#[derive(Debug, Clone)]
pub(crate) struct Module(Page);

impl Deref for Module {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.0
    }
}

impl Module {
    /// Opens the module and waits until the client has started.
    pub(crate) async fn open(t: &Ctx, server: &Server, options: Options) -> Outcome<Self> {
        let module = Self(t.open(server, options).await?);
        module.is_ready().await?;
        Ok(module)
    }

    /// Opens the module and does not wait for the client.
    pub(crate) async fn open_early(t: &Ctx, server: &Server, options: Options) -> Outcome<Self> {
        Ok(Self(t.open(server, options).await?))
    }

    /// The module on a page that is open already.
    pub(crate) fn of(page: Page) -> Self {
        Self(page)
    }

    /// Opens the module at an address that no server of these tests has, and waits until the client
    /// has started.
    pub(crate) async fn open_at(t: &Ctx, address: String, options: Options) -> Outcome<Self> {
        let module = Self(t.open_at(address, options).await?);
        module.is_ready().await?;
        Ok(module)
    }

    /// Opens the module once more in another tab.
    pub(crate) async fn in_new_tab(&self) -> Outcome<Self> {
        let module = Self(self.new_tab("").await?);
        module.is_ready().await?;
        Ok(module)
    }

    /// Loads the page again and waits until the client has started.
    pub(crate) async fn again(&self) -> Outcome {
        self.reload().await?;
        self.is_ready().await
    }

    /// Waits until the client has started, in a page that is there to stay: one that was found again
    /// by going back is covered until it has loaded anew.
    pub(crate) async fn is_ready(&self) -> Outcome {
        let ready = "(({client, away}) => client === 'ready' && away === undefined)\
             (document.documentElement.dataset)";
        self.wait_until(ready, START, "the client does not start")
            .await
    }

    /// Waits until the page says that the client did not start.
    pub(crate) async fn says_it_did_not_start(&self) -> Outcome {
        let told =
            "document.querySelector('.late .note').checkVisibility({visibilityProperty: true})";
        self.wait_until(told, START, "the page does not say what does not work")
            .await
    }

    /// Opens or closes a section as a pointer does.
    pub(crate) async fn toggle(&self, section: &str) -> Outcome {
        let summary = summary_of(section);
        self.exec_with::<Value>(
            "document.querySelector(arguments[0]).scrollIntoView({block: 'center'})",
            vec![summary.clone().into()],
        )
        .await?;
        let open = self.is_open(section).await?;
        self.click(&summary).await?;
        // WebKit's driver comes back before the page has heard of the click.
        let done = format!("document.getElementById('{section}').parentElement.open !== {open}");
        self.wait_until(
            &done,
            FOLLOW,
            &format!("a click does nothing to `{section}`"),
        )
        .await
    }

    /// Brings the end of a section's text onto the screen.
    pub(crate) async fn scroll_to_end(&self, section: &str) -> Outcome {
        self.exec_with::<Value>(
            "document.querySelector(arguments[0]).scrollIntoView({block: 'end'})",
            vec![format!("#{section} [data-end]").into()],
        )
        .await
        .map(|_| ())
    }

    /// Opens a section and reads it to its end.
    pub(crate) async fn read(&self, section: &str) -> Outcome {
        self.toggle(section).await?;
        self.scroll_to_end(section).await?;
        self.shows_as_read(section).await
    }

    /// Opens every section and reads it to its end.
    pub(crate) async fn read_everything(&self) -> Outcome {
        self.exec::<Value>(
            "return (async () => {
               for (const section of document.querySelectorAll('details.section')) {
                 section.open = true;
                 section.querySelector('[data-end]').scrollIntoView({block: 'end'});
                 const isRead = () => section.querySelector('.section__mark--read');
                 for (let frames = 0; frames < 300 && !isRead(); frames += 1)
                   await new Promise((done) => requestAnimationFrame(done));
               }
             })()",
        )
        .await?;
        self.counts("12 of 12 read").await
    }

    /// Waits until a section bears its mark.
    pub(crate) async fn shows_as_read(&self, section: &str) -> Outcome {
        let mark = format!(
            "document.querySelector('{} .section__mark--read')?.textContent.includes('read')",
            summary_of(section)
        );
        self.follows(&mark, &format!("`{section}` is not marked as read"))
            .await
    }

    /// Waits until the page has followed what a reader did.
    ///
    /// On a busy machine WebKit's small browser was seen to draw nothing any more until something
    /// moves, not even a frame that a script asks for. A reader who goes on moves the page.
    async fn follows(&self, done: &str, failure: &str) -> Outcome {
        if self.engine() == Engine::WebKit {
            for _ in 0..3 {
                if self.wait_until(done, 3_000, failure).await.is_ok() {
                    return Ok(());
                }
                self.exec::<Value>("scrollBy(0, 2)").await?;
            }
        }
        self.wait_until(done, FOLLOW, failure).await
    }

    /// Whether a section is open.
    pub(crate) async fn is_open(&self, section: &str) -> Outcome<bool> {
        self.exec_with(
            "return document.getElementById(arguments[0]).parentElement.open",
            vec![section.into()],
        )
        .await
    }

    /// How many sections are open.
    pub(crate) async fn open_sections(&self) -> Outcome<usize> {
        self.count("details.section[open]").await
    }

    /// Waits until one of the counts is `words`: of what was read, or of what was answered.
    pub(crate) async fn counts(&self, words: &str) -> Outcome {
        let counts = "document.querySelector('.progress__count').textContent.split(', ')";
        let says = format!("{counts}.includes('{words}')");
        self.follows(&says, &format!("the page does not say \"{words}\""))
            .await
    }

    /// Waits until the line about keeping holds `words`.
    pub(crate) async fn says_of_keeping(&self, words: &str) -> Outcome {
        let line = "document.querySelector('.progress__keeping p').textContent";
        let says = format!("{line}.includes({})", Value::from(words));
        self.wait_until(&says, FOLLOW, &format!("the page does not say \"{words}\""))
            .await
    }

    /// Presses the button beside the line about keeping.
    pub(crate) async fn press_keeping(&self) -> Outcome {
        self.click(".progress__keeping button").await
    }

    /// The sections that are kept, by id.
    pub(crate) async fn kept(&self) -> Outcome<Vec<String>> {
        let text = self.local_storage(KEY).await?;
        let Some(text) = text else {
            return Ok(Vec::new());
        };
        let saved: Value = serde_json::from_str(&text)?;
        let ids = saved["read"].as_array().cloned().unwrap_or_default();
        Ok(ids
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }

    /// Keeps `text` in place of progress; loads nothing.
    pub(crate) async fn keep(&self, text: &str) -> Outcome {
        self.exec_with::<Value>(
            "localStorage.setItem(arguments[0], arguments[1])",
            vec![KEY.into(), text.into()],
        )
        .await
        .map(|_| ())
    }
}

//! The form of the sign-up, as a person uses it, and the receiver that it posts to.

use std::ops::Deref;
use std::time::Duration;

use browser_tests::prelude::*;
use serde_json::{Value, json};
use signup_receiver::{Behaviour, Receiver};
use tokio::time::{Instant, sleep};

use super::site::with;
use crate::cases::module::{FOLLOW, Module};

/// The address that is typed.
pub(crate) const SAM: &str = "sam@example.org";

/// Selects the form.
pub(crate) const FORM: &str = "#page-signup";

/// Selects the field for the address.
pub(crate) const EMAIL: &str = "#page-signup-email";

/// Selects the box to tick.
pub(crate) const CONSENT: &str = "#page-signup-consent";

/// Selects the button.
pub(crate) const BUTTON: &str = "#page-signup-send";

/// Selects the words about what happened, to which a person is led.
pub(crate) const END: &str = "#page-signup-end";

/// What the page says, wherever it stands: what is happening, what happened, or why there are
/// errors.
pub(crate) const SAID: &str = "['said', 'end', 'reason'].map((name) =>
    document.getElementById(`page-signup-${name}`)?.textContent ?? '').join('')";

/// Selects the list of errors.
pub(crate) const ERRORS: &str = "#page-signup-errors";

/// How long an answer may take that comes at once, in milliseconds. Nothing is sent in the first
/// three seconds of a page.
pub(crate) const ANSWER: u64 = 8_000;

/// How long nothing may come where nothing should, in milliseconds: longer than the shortest pause
/// before another try.
const QUIET: u64 = 2_000;

/// A page with a sign-up, its server, and the receiver.
#[derive(Debug)]
pub(crate) struct Signup {
    module: Module,
    pub(crate) server: Server,
    pub(crate) receiver: Receiver,
}

impl Deref for Signup {
    type Target = Module;

    fn deref(&self) -> &Module {
        &self.module
    }
}

impl Signup {
    /// Opens the module with these settings of a sign-up to a receiver, and waits until the client
    /// has started.
    pub(crate) async fn open(t: &Ctx, settings: impl Fn(&Receiver) -> Value) -> Outcome<Self> {
        Self::open_as(t, settings, Options::new()).await
    }

    /// The same, in a browser that is set up so.
    pub(crate) async fn open_as(
        t: &Ctx,
        settings: impl Fn(&Receiver) -> Value,
        options: Options,
    ) -> Outcome<Self> {
        let form = Self::open_early(t, settings, options, SiteBuilder::spy).await?;
        form.is_ready().await?;
        Ok(form)
    }

    /// The same, from a site that is set up so; does not wait for the client.
    pub(crate) async fn open_early(
        t: &Ctx,
        settings: impl Fn(&Receiver) -> Value,
        options: Options,
        site: impl FnOnce(SiteBuilder) -> SiteBuilder,
    ) -> Outcome<Self> {
        let receiver = Receiver::start(0)?;
        let site = site(with(t, &settings(&receiver))?);
        Self::open_at(t, receiver, site, options).await
    }

    /// Opens a site whose form posts to this receiver; does not wait for the client.
    pub(crate) async fn open_at(
        t: &Ctx,
        receiver: Receiver,
        site: SiteBuilder,
        options: Options,
    ) -> Outcome<Self> {
        let server = site.start()?;
        let module = Module::open_early(t, &server, options).await?;
        Ok(Self {
            module,
            server,
            receiver,
        })
    }

    /// Opens the module in this file, whose form posts to this receiver, and waits until the client
    /// has started. The server is not asked for anything.
    pub(crate) async fn open_file(t: &Ctx, receiver: Receiver, file: &PageFile) -> Outcome<Self> {
        Ok(Self {
            module: Module::open_at(t, file.address(), Options::new()).await?,
            server: t.signup_site().start()?,
            receiver,
        })
    }

    /// Clicks on something, in the middle of the screen: the strip at the top covers what is there.
    pub(crate) async fn hit(&self, css: &str) -> Outcome {
        self.exec_with::<Value>(
            "document.querySelector(arguments[0]).scrollIntoView({block: 'center'})",
            vec![css.into()],
        )
        .await?;
        self.click(css).await
    }

    /// Types into a field, in place of what stands there.
    pub(crate) async fn type_into(&self, css: &str, text: &str) -> Outcome {
        self.exec_with::<Value>(
            "const field = document.querySelector(arguments[0]);
             field.value = '';
             field.scrollIntoView({block: 'center'});
             field.focus({preventScroll: true});",
            vec![css.into()],
        )
        .await?;
        self.type_text(text).await?;
        self.holds(css, text).await
    }

    /// Waits until a field holds this.
    pub(crate) async fn holds(&self, css: &str, text: &str) -> Outcome {
        let value = format!("document.querySelector({}).value", json!(css));
        let holds = format!("{value} === {}", json!(text));
        let failure = format!("`{css}` does not hold {text:?}");
        self.wait_until(&holds, FOLLOW, &failure).await
    }

    /// Ticks the box.
    pub(crate) async fn agree(&self) -> Outcome {
        self.hit(CONSENT).await?;
        let ticked = format!("document.querySelector('{CONSENT}').checked");
        self.wait_until(&ticked, FOLLOW, "the box is not ticked")
            .await
    }

    /// Types the address and ticks the box.
    pub(crate) async fn fill(&self) -> Outcome {
        self.type_into(EMAIL, SAM).await?;
        self.agree().await
    }

    /// Presses the button.
    pub(crate) async fn send(&self) -> Outcome {
        self.hit(BUTTON).await
    }

    /// Waits until the page says exactly this.
    pub(crate) async fn says(&self, words: &str) -> Outcome {
        self.says_within(words, ANSWER).await
    }

    /// The same, within these milliseconds.
    pub(crate) async fn says_within(&self, words: &str, milliseconds: u64) -> Outcome {
        let says = format!("{SAID} === {}", json!(words));
        if self.wait_until(&says, milliseconds, "").await.is_ok() {
            return Ok(());
        }
        let said: String = self.exec(&format!("return {SAID}")).await?;
        same("what the page says", said, words)
    }

    /// Has the receiver do this with the next sign-ups, presses, and waits for the words.
    pub(crate) async fn meets(&self, behaviours: &[Behaviour], words: &str) -> Outcome {
        self.meets_within(behaviours, words, ANSWER).await
    }

    /// The same, within these milliseconds.
    pub(crate) async fn meets_within(
        &self,
        behaviours: &[Behaviour],
        words: &str,
        milliseconds: u64,
    ) -> Outcome {
        self.receiver.script(behaviours.to_vec());
        self.send().await?;
        let said = self.says_within(words, milliseconds).await;
        said.map_err(|failure| failure.during(&format!("{behaviours:?}")))
    }

    /// Fails unless the form is there, with the address in it and the box ticked, the button says
    /// this, and the words have the focus.
    pub(crate) async fn is_open_and_says(&self, button: &str) -> Outcome {
        self.holds(EMAIL, SAM).await?;
        let state = "const at = (css) => document.querySelector(css);
            const button = at('#page-signup-send');
            return [at('#page-signup').checkVisibility(), at('#page-signup-consent').checked,
                    button.textContent, button.ariaDisabled, document.activeElement.id];";
        same(
            "form seen, box ticked, button, busy, focus",
            self.exec::<Value>(state).await?,
            json!([true, true, button, null, "page-signup-end"]),
        )
    }

    /// Fails unless the form is gone, with nothing in it, and the words have the focus.
    pub(crate) async fn is_settled(&self) -> Outcome {
        self.holds(EMAIL, "").await?;
        let state = "const at = (css) => document.querySelector(css);
            return [at('#page-signup').checkVisibility(), at('#page-signup-consent').checked,
                    at('#page-signup-end').checkVisibility(), document.activeElement.id];";
        same(
            "form seen, box ticked, words seen, focus",
            self.exec::<Value>(state).await?,
            json!([false, false, true, "page-signup-end"]),
        )
    }

    /// Fails unless the form is as it was at first: open, empty, and nothing is claimed.
    pub(crate) async fn is_untouched(&self) -> Outcome {
        let state = format!(
            "const at = (css) => document.querySelector(css);
            const fields = [...at('#page-signup').querySelectorAll('[type=text], select')];
            return [at('#page-signup').checkVisibility(), fields.map((e) => e.value).join(''),
                    at('#page-signup-consent').checked, {SAID},
                    at('#page-signup-errors').checkVisibility(),
                    at('#page-signup-send').textContent, at('#page-signup-send').ariaDisabled];"
        );
        same(
            "form seen, fields, box ticked, words, errors seen, button, busy",
            self.exec::<Value>(&state).await?,
            json!([true, "", false, "", false, "Sign up", null]),
        )
    }

    /// The bodies of the sign-ups that arrived.
    pub(crate) fn bodies(&self) -> Vec<String> {
        let posts = self.receiver.posts();
        posts.into_iter().map(|post| post.body).collect()
    }

    /// Fails unless exactly these sign-ups arrived.
    pub(crate) fn arrived(&self, bodies: &[&str]) -> Outcome {
        same("what arrived", self.bodies(), bodies)
    }

    /// Fails unless so many sign-ups arrived, each with this body.
    pub(crate) fn arrived_times(&self, times: usize, body: &str) -> Outcome {
        self.arrived(&vec![body; times])
    }

    /// Waits until so many sign-ups arrived.
    pub(crate) async fn has_received(&self, count: usize) -> Outcome {
        let deadline = Instant::now() + Duration::from_millis(ANSWER);
        while self.receiver.posts().len() < count {
            if Instant::now() > deadline {
                let found = self.receiver.posts().len();
                return same("how many sign-ups arrived", found, count);
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Waits a while, and fails if a sign-up arrives meanwhile.
    pub(crate) async fn stays_quiet(&self) -> Outcome {
        let before = self.receiver.posts().len();
        sleep(Duration::from_millis(QUIET)).await;
        same(
            "how many sign-ups arrived, a while later",
            self.receiver.posts().len(),
            before,
        )
    }
}

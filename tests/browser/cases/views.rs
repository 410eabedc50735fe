//! Everything that there is to see, one view after another: for the pictures that a person looks
//! through, for what is announced of each, and for what axe-core and the Nu HTML Checker find.

pub(crate) mod states;

use browser_tests::prelude::*;
use serde_json::Value;

use crate::cases::module::{FOLLOW, Module};

/// A view: a page, what was done on it, and the place that is looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    /// The name, of which a file's name is made.
    pub(crate) name: &'static str,
    path: &'static str,
    /// Done once the page is there: the body of a JavaScript function.
    done: &'static str,
    /// Selects what is at the top of the screen.
    pub(crate) at: &'static str,
    /// Selects what is seen then, and was not before.
    seen: &'static str,
}

/// The views of the site.
pub(crate) const OF_SITE: [View; 15] = [
    view("front", "", "", "body", "h1"),
    view(
        "reading",
        "",
        "document.querySelector('.reading').open = true;",
        "body",
        ".reading__panel",
    ),
    view(
        "section",
        "#i-sent-one",
        "",
        "details:has(> #i-sent-one)",
        "#i-sent-one",
    ),
    view("heading", "#fake", "", "#fake", "#fake"),
    view(
        "journey",
        "",
        "document.querySelector('details:has(.journey)').open = true;",
        ".journey",
        ".journey",
    ),
    view("question", "", "", "form.question", "form.question"),
    view(
        "explained",
        "",
        "const question = document.querySelector('form.question');
         question.querySelector('input').click();
         question.querySelector('[type=submit]').click();",
        "form.question",
        "form.question .result__why",
    ),
    view("end", "", "", ".summary", ".summary"),
    view(
        "carry",
        "",
        "document.querySelector('.carry').open = true;",
        ".carry",
        "#page-carry-form",
    ),
    view("foot", "", "", ".foot", ".foot"),
    view(
        "help",
        "",
        "document.querySelector('.help__open').click();",
        "body",
        "#page-help",
    ),
    view("finished", "finished.html", "", "body", "h1"),
    view("card", "help.html", "", "body", "h1"),
    view("privacy", "privacy.html", "", "body", "h1"),
    view("share", "share.html", "", "body", "h1"),
];

/// The views of a site with a sign-up that others do not have.
pub(crate) const OF_SIGNUP: [View; 2] = [
    view("signup", "", "", "#page-signup", "#page-signup"),
    view(
        "signup-errors",
        "",
        "document.querySelector('#page-signup-send').click();",
        "#page-signup",
        "#page-signup-errors",
    ),
];

/// What the page of a module can have to say of itself: it did not start, it can't save, all is done, it
/// may keep the place, it is kept, there is a new version. What brings each about, [`states`] says.
pub(crate) const OF_STATES: [View; 6] = [
    view("not-started", "index.html", "", ".late", ".late .note"),
    view("not-saved", "", "", ".progress", ".progress__keeping"),
    view("all-done", "", "", ".finish", ".finish__words"),
    view("asked", "", "", ".progress", ".progress__keeping button"),
    view("kept", "", "", ".offline", ".offline[data-offline=ready]"),
    view(
        "new-version",
        "",
        "",
        ".offline",
        ".offline[data-offline=new]",
    ),
];

/// The views of a site of several modules: the list, with what a device keeps, the way back to it, and
/// where its worker leads who opens a module that is not on the device.
pub(crate) const OF_LIBRARY: [View; 4] = [
    view(
        "library",
        "index.html",
        "localStorage.setItem('academy:in-control', '{\"v\":1,\"read\":[\"threats\",\"feelings\"],\"answered\":{\"quiz-age\":true}}');
         localStorage.setItem('academy:bees', '{\"v\":1,\"read\":[\"food\",\"homes\"],\"answered\":{\"year\":true,\"first-flower\":true,\"bee-or-not\":true,\"good-for-bees\":true}}');
         dispatchEvent(new Event('pageshow'));",
        "body",
        "[data-place=done]",
    ),
    view("listed", "bees/index.html", "localStorage.clear()", "body", ".listed"),
    view("missing", "index.html#not-here", "", "body", ".library__missing"),
    view("library-privacy", "privacy.html", "", "body", "h1"),
];

/// What is done with a view.
pub(crate) trait Look: Sync {
    /// Brings `module` to the view and does it.
    fn at(&self, module: &Module, view: View) -> impl Future<Output = Outcome> + Send;
}

/// Looks at these views of `site`.
pub(crate) async fn each(
    t: &Ctx,
    site: SiteBuilder,
    views: &[View],
    options: &Options,
    look: &impl Look,
) -> Outcome {
    let server = site.offline(false).start()?;
    // Each view waits for the client, where its page has one.
    let module = Module::open_early(t, &server, options.clone()).await?;
    for view in views {
        look.at(&module, *view).await?;
    }
    Ok(())
}

const fn view(
    name: &'static str,
    path: &'static str,
    done: &'static str,
    at: &'static str,
    seen: &'static str,
) -> View {
    View {
        name,
        path,
        done,
        at,
        seen,
    }
}

impl View {
    /// Brings the page there, whatever was done on it before.
    pub(crate) async fn show(self, module: &Module) -> Outcome {
        // A change of the fragment alone would load nothing.
        module.goto("blank.html").await?;
        module.goto(self.path).await?;
        // The other pages have no client.
        if matches!(self.path.chars().next(), None | Some('#')) {
            module.is_ready().await?;
        }
        module.exec::<Value>(self.done).await?;
        let there = format!("document.querySelector({:?})?.checkVisibility()", self.seen);
        let failure = format!("the view `{}` does not come", self.name);
        module.wait_until(&there, FOLLOW, &failure).await?;
        self.scroll(module).await
    }

    /// Brings what is looked at to the top again, once the page has another size.
    pub(crate) async fn scroll(self, module: &Module) -> Outcome {
        let scroll = "document.querySelector(arguments[0]).scrollIntoView({behavior: 'instant'})";
        module
            .exec_with::<Value>(scroll, vec![self.at.into()])
            .await?;
        module.is_drawn().await
    }
}

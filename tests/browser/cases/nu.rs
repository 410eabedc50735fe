//! What the scripts make of the pages is HTML by the rules of the Nu HTML Checker, as the pages are
//! that the build writes.

use std::sync::Mutex;

use browser_tests::nu::{self, Document};
use browser_tests::prelude::*;

use crate::cases::exercise::answer::Way;
use crate::cases::exercise::quiz::Quiz;
use crate::cases::module::Module;
use crate::cases::views::states::{FRAME, each_of_a_kept_page, each_of_a_visit, framed};
use crate::cases::views::{Look, OF_LIBRARY, OF_SIGNUP, OF_SITE, View, each};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    const SAME: &str =
        "one checker looks at one document; what scripts do by engine adds no element";
    vec![
        case("nu::finds_nothing_in_any_view", finds_nothing_in_any_view)
            .only(Engine::Chromium, SAME),
        case("nu::finds_nothing_in_any_state", finds_nothing_in_any_state)
            .only(Engine::Chromium, SAME),
        case("nu::finds_what_is_wrong", finds_what_is_wrong).only(Engine::Chromium, SAME),
    ]
}

/// The document of the page as it is now.
const DOCUMENT: &str = "return `<!doctype html>\\n${document.documentElement.outerHTML}`";

/// The documents of the views.
#[derive(Default)]
struct Documents(Mutex<Vec<Document>>);

impl Documents {
    fn add(&self, name: &str, html: String) -> Outcome {
        let name = name.to_owned();
        self.0
            .lock()
            .map_err(|_| Failure::new("another view failed"))?
            .push(Document { name, html });
        Ok(())
    }

    /// Fails with everything that the checker says.
    fn must_be_right(self) -> Outcome {
        let found = nu::findings(&self.0.into_inner().unwrap_or_default())?;
        check(
            found.is_empty(),
            format!("the checker finds:\n{}", found.join("\n")),
        )
    }
}

impl Look for Documents {
    async fn at(&self, module: &Module, view: View) -> Outcome {
        view.show(module).await?;
        self.add(view.name, module.exec(DOCUMENT).await?)
    }
}

async fn finds_nothing_in_any_view(t: Ctx) -> Outcome {
    let (documents, options) = (Documents::default(), Options::new());
    each(&t, t.site(), &OF_SITE, &options, &documents).await?;
    each(&t, t.library_site(), &OF_LIBRARY, &options, &documents).await?;
    each(&t, t.signup_site(), &OF_SIGNUP, &options, &documents).await?;
    documents.must_be_right()
}

async fn finds_nothing_in_any_state(t: Ctx) -> Outcome {
    let (documents, options) = (Documents::default(), Options::new());
    each_of_a_visit(&t, &options, &documents).await?;
    each_of_a_kept_page(&t, &options, &documents).await?;
    answered(&t, &documents).await?;
    let (_server, page) = framed(&t).await?;
    documents.add("framed", page.exec_in(FRAME, DOCUMENT).await?)?;
    documents.must_be_right()
}

/// With every question answered, in one way and in the other.
async fn answered(t: &Ctx, documents: &Documents) -> Outcome {
    let server = t.site().offline(false).start()?;
    for (name, way) in [("right", Way::Right), ("other", Way::Other)] {
        let quiz = Quiz::open(t, &server, Options::new()).await?;
        for question in quiz.questions() {
            quiz.answer(question.id.as_str(), &question.task, way)
                .await?;
        }
        documents.add(&format!("answered-{name}"), quiz.exec(DOCUMENT).await?)?;
    }
    Ok(())
}

/// Of what the checker is here for: an id that is there twice, and a role that there is not.
async fn finds_what_is_wrong(t: Ctx) -> Outcome {
    let server = t.site().offline(false).start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module
        .exec::<serde_json::Value>(
            "document.querySelector('.foot').id = 'page-main';
             document.querySelector('h1').setAttribute('role', 'nonsense')",
        )
        .await?;
    let document = Document {
        name: "wrong".to_owned(),
        html: module.exec(DOCUMENT).await?,
    };
    let found = nu::findings(&[document])?.join("\n");
    for part in ["Duplicate ID", "nonsense"] {
        check(
            found.contains(part),
            format!("of {part:?} nothing is found: {found}"),
        )?;
    }
    Ok(())
}

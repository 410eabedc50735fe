//! One behaviour, to be seen in every engine.

use std::fmt;
use std::pin::Pin;

use super::Ctx;
use crate::engine::Engine;
use crate::failure::Outcome;

/// The body of a case as it runs.
pub(super) type Body = Pin<Box<dyn Future<Output = Outcome> + Send>>;

/// A behaviour and how to see it.
pub struct Case {
    name: &'static str,
    body: Box<dyn Fn(Ctx) -> Body + Send + Sync>,
    except: Vec<(Engine, &'static str)>,
}

/// The behaviour `name`, such as `section::opens_by_keyboard`, seen by `body`.
///
/// ```
/// use browser_tests::prelude::*;
///
/// async fn has_a_heading(t: Ctx) -> Outcome {
///     let server = t.site().start()?;
///     let page = t.open(&server, Options::new()).await?;
///     same("the number of headings", page.count("h1").await?, 1)
/// }
///
/// let cases = vec![case("page::has_a_heading", has_a_heading)];
/// ```
pub fn case<F, R>(name: &'static str, body: F) -> Case
where
    F: Fn(Ctx) -> R + Send + Sync + 'static,
    R: Future<Output = Outcome> + Send + 'static,
{
    Case {
        name,
        body: Box::new(move |ctx| Box::pin(body(ctx))),
        except: Vec::new(),
    }
}

impl Case {
    /// Leaves out an engine, for a reason that is printed after every run.
    #[must_use]
    pub fn except(mut self, engine: Engine, reason: &'static str) -> Self {
        self.except.push((engine, reason));
        self
    }

    /// Leaves out every engine but one, for a reason that is printed after every run.
    #[must_use]
    pub fn only(self, engine: Engine, reason: &'static str) -> Self {
        Engine::ALL
            .into_iter()
            .filter(|&other| other != engine)
            .fold(self, |case, other| case.except(other, reason))
    }

    /// Why the case leaves out `engine`, if it does.
    pub(super) fn reason_against(&self, engine: Engine) -> Option<&'static str> {
        self.except
            .iter()
            .find(|(other, _)| *other == engine)
            .map(|(_, reason)| *reason)
    }

    /// The name of the case in one engine.
    pub(super) fn trial_name(&self, engine: Engine) -> String {
        format!("{}::{}", engine.name(), self.name)
    }

    /// Begins the body.
    pub(super) fn begin(&self, ctx: Ctx) -> Body {
        (self.body)(ctx)
    }
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Case")
            .field("name", &self.name)
            .field("except", &self.except)
            .finish_non_exhaustive()
    }
}

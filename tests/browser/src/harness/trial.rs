//! One case in one engine.

use std::any::Any;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use libtest_mimic::Failed;
use tokio::task::{JoinError, JoinHandle};
use tokio::time::timeout;

use super::second::Run;
use super::{Case, Ctx, evidence};
use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::pool::Pool;

/// How long a trial may take, browser and all.
const LIMIT: Duration = Duration::from_mins(1);
/// How long its evidence may take: the browser may be what hangs.
const EVIDENCE_LIMIT: Duration = Duration::from_secs(10);

/// Runs a case in one engine, and once more by itself where that failed.
pub(super) fn run(case: &Case, engine: Engine, run: &Run) -> Result<(), Failed> {
    engine.require().map_err(|failure| failure.to_string())?;
    let beside_others = run.quiet.read().unwrap_or_else(PoisonError::into_inner);
    let pool = Arc::clone(&run.pool);
    let start = Instant::now();
    let result = run.runtime.block_on(try_once(case, engine, pool));
    run.slow.took(case.trial_name(engine), start.elapsed());
    drop(beside_others);
    let Err(first) = result else {
        return Ok(());
    };
    if !run.second_tries.take() {
        return Err(first.into());
    }
    let _alone = run.quiet.write().unwrap_or_else(PoisonError::into_inner);
    match run.runtime.block_on(try_once(case, engine, Arc::default())) {
        Ok(()) => {
            run.second_tries.needed(&case.trial_name(engine), &first);
            Ok(())
        }
        Err(second) => Err(format!("{second}\n(At the first try: {first})").into()),
    }
}

/// Runs a case in one engine once. The error says what was wrong, and where the picture of it is.
async fn try_once(case: &Case, engine: Engine, pool: Arc<Pool>) -> Result<(), String> {
    let ctx = Ctx::new(engine, pool);
    let body = tokio::spawn(case.begin(ctx.clone()));
    let Err(failure) = outcome(body).await else {
        ctx.leave().await;
        return Ok(());
    };
    let seen = picture(&ctx, &case.trial_name(engine)).await;
    Err(format!("{failure}\n{seen}"))
}

/// Saves the evidence, and tells where it is.
async fn picture(ctx: &Ctx, trial: &str) -> String {
    let Some(page) = ctx.last_page() else {
        return "No page had been opened.".to_owned();
    };
    match timeout(EVIDENCE_LIMIT, evidence::save(trial, &page)).await {
        Ok(Ok(picture)) => format!("The page as it was: {}", picture.display()),
        Ok(Err(error)) => format!("No picture could be taken: {error}"),
        Err(_) => "No picture could be taken: the browser hangs.".to_owned(),
    }
}

/// How the body ended, or that it did not.
async fn outcome(mut body: JoinHandle<Outcome>) -> Outcome {
    match timeout(LIMIT, &mut body).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(error)) => Err(panicked(error)),
        Err(_) => {
            body.abort();
            let seconds = LIMIT.as_secs();
            Err(Failure::new(format!(
                "the case took longer than {seconds} s"
            )))
        }
    }
}

/// What a body that panicked said.
fn panicked(error: JoinError) -> Failure {
    let text = error.try_into_panic().ok().and_then(|payload| {
        let payload: &(dyn Any + Send) = &*payload;
        payload
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| payload.downcast_ref::<&str>().map(ToString::to_string))
    });
    Failure::new(text.unwrap_or_else(|| "the case panicked".to_owned()))
}

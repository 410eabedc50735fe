//! Browsers that one case leaves and another finds.
//!
//! To start a browser costs more than most cases. One that a case used without changing it is
//! given to a later case, with one new, empty window: a new window has a history and a session
//! storage of its own, cookies are removed, and what else pages keep belongs to their origin, which
//! is a server's whose port no other case has.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::timeout;

use crate::engine::Engine;
use crate::options::Options;
use crate::session::Session;

/// How many browsers wait at a time; each holds some hundred megabytes of memory.
const MOST_IDLE: usize = 8;
/// How many cases a browser serves: what they leave behind in it makes it slower.
const MOST_USES: u32 = 25;
/// How long a browser may take to be made ready; one that takes longer is not used again.
const RENEWAL_LIMIT: Duration = Duration::from_secs(10);

/// The browsers that wait for a case, the one that has waited longest first.
#[derive(Debug, Default)]
pub(crate) struct Pool(Mutex<Vec<Session>>);

impl Pool {
    /// Takes a browser of this engine that is set up for these options, or can be.
    pub(crate) fn take(&self, engine: Engine, options: &Options) -> Option<Session> {
        let mut idle = self.idle();
        let fits = |session: &Session| session.engine() == engine && session.can_follow(options);
        let place = idle.iter().rposition(fits)?;
        Some(idle.remove(place))
    }

    /// Makes a browser ready for another case and keeps it, unless it has served its time.
    pub(crate) async fn give_back(&self, mut session: Session) {
        // WebKit starts sooner than it opens a window and gives it its size.
        let keeps = session.engine() != Engine::WebKit;
        if !keeps || session.uses() + 1 >= MOST_USES || session.is_spoiled() {
            return;
        }
        let Ok(Ok(())) = timeout(RENEWAL_LIMIT, session.renew()).await else {
            return;
        };
        let mut idle = self.idle();
        idle.push(session);
        let oldest = (idle.len() > MOST_IDLE).then(|| idle.remove(0));
        drop(idle);
        // Its end takes a moment, which nobody has to wait for with the list in hand.
        drop(oldest);
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Session>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

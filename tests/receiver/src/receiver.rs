//! The receiver, as its users hold it.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::behaviour::Behaviour;
use crate::desk::Desk;
use crate::limits::Limits;
use crate::received::Received;
use crate::run::Run;

/// How long a restart waits for its port. The system may have lent it to a connection meanwhile.
const PATIENCE: Duration = Duration::from_secs(5);

/// A running receiver; it ends when it is dropped.
#[derive(Debug)]
pub struct Receiver {
    port: u16,
    desk: Arc<Desk>,
    run: Mutex<Option<Run>>,
}

impl Receiver {
    /// Receives on a port of this machine (0 is any that is free), and takes every sign-up.
    ///
    /// # Errors
    ///
    /// If the port cannot be listened on.
    pub fn start(port: u16) -> io::Result<Self> {
        Self::open(port, Limits::default(), false)
    }

    /// Receives as a trial: what is typed before the `@` chooses what happens, as
    /// [`TRIAL`](crate::TRIAL) says. [`Receiver::behave`] and [`Receiver::script`] come before it.
    ///
    /// # Errors
    ///
    /// If the port cannot be listened on.
    pub fn trial(port: u16) -> io::Result<Self> {
        Self::open(port, Limits::default(), true)
    }

    /// Receives within other bounds than the usual ones.
    ///
    /// # Errors
    ///
    /// If the port cannot be listened on.
    pub fn within(limits: Limits, port: u16) -> io::Result<Self> {
        Self::open(port, limits, false)
    }

    fn open(port: u16, limits: Limits, in_trial: bool) -> io::Result<Self> {
        let desk = Arc::new(Desk::new(limits, in_trial));
        let run = Run::start(port, &desk)?;
        Ok(Self {
            port: run.port(),
            desk,
            run: Mutex::new(Some(run)),
        })
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The origin, such as `http://127.0.0.1:4242`.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The address of a path, such as `/json`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}/{}", self.origin(), path.trim_start_matches('/'))
    }

    /// Every request since the start or since the log was cleared, in order of arrival,
    /// browsers that asked first included. The last thousand are remembered.
    ///
    /// A request is in here before its answer is sent.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.desk.log().iter().cloned().collect()
    }

    /// The sign-ups among them, also those that did not arrive whole.
    #[must_use]
    pub fn posts(&self) -> Vec<Received> {
        let mut posts = self.received();
        posts.retain(|each| each.method == "POST");
        posts
    }

    /// Forgets what arrived so far.
    pub fn clear(&self) {
        self.desk.log().clear();
    }

    /// Calls this for each request, before it is answered, from the connection's thread.
    pub fn on_arrival(&self, listener: impl Fn(&Received) + Send + Sync + 'static) {
        self.desk.tell(Arc::new(listener));
    }

    /// What happens to every sign-up from now on; a script that was not played to its end is
    /// forgotten.
    pub fn behave(&self, behaviour: Behaviour) {
        self.desk.conduct().behave(behaviour);
    }

    /// What happens to the next sign-ups, one after the other; then it is again as before.
    pub fn script(&self, behaviours: Vec<Behaviour>) {
        self.desk.conduct().script(behaviours);
    }

    /// Which origins may read the answers of a service that wants them named (listmonk's
    /// interface). At first every origin may; `trust([])` is what a fresh listmonk does.
    pub fn trust<'a>(&self, origins: impl IntoIterator<Item = &'a str>) {
        let origins = origins.into_iter().map(str::to_owned).collect();
        self.desk.conduct().trust(Some(origins));
    }

    /// Closes the port and every connection, and comes back when that is so. Whoever connects
    /// meanwhile is refused.
    pub fn stop(&self) {
        let run = self.running().take();
        if let Some(run) = run {
            run.stop();
        }
    }

    /// Receives again, on the same port, after [`Receiver::stop`].
    ///
    /// # Errors
    ///
    /// If another program took the port meanwhile.
    pub fn restart(&self) -> io::Result<()> {
        self.stop();
        let start = Instant::now();
        let run = loop {
            match Run::start(self.port, &self.desk) {
                Err(error) if is_taken(&error) && start.elapsed() < PATIENCE => {
                    thread::sleep(Duration::from_millis(50));
                }
                outcome => break outcome?,
            }
        };
        *self.running() = Some(run);
        Ok(())
    }

    fn running(&self) -> MutexGuard<'_, Option<Run>> {
        self.run.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_taken(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::AddrInUse
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.stop();
    }
}

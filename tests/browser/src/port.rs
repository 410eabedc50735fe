//! Ports of this machine. None is given twice: a browser that knows an origin keeps what its pages
//! stored, for whoever comes next.

use std::collections::BTreeSet;
use std::net::TcpListener;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::{Instant, sleep};

use crate::failure::{Failure, Outcome};

/// The ports that were given.
static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

/// A port that nothing listens on.
pub(crate) fn free() -> Outcome<u16> {
    Ok(listen()?.local_addr()?.port())
}

/// Listens on a port of its own.
pub(crate) fn listen() -> Outcome<TcpListener> {
    loop {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let mut given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
        if given.insert(port) {
            return Ok(listener);
        }
    }
}

/// Waits until something listens on `port`.
pub(crate) async fn wait_for(port: u16, limit: Duration) -> Outcome {
    let deadline = Instant::now() + limit;
    while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        if Instant::now() > deadline {
            return Err(Failure::new("nothing ever listened on its port"));
        }
        sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

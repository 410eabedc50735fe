//! Ports of this machine for programs that do not find one by themselves.

use std::net::TcpListener;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::{Instant, sleep};

use crate::failure::{Failure, Outcome};

/// A port that nothing listens on.
pub(crate) fn free() -> Outcome<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
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

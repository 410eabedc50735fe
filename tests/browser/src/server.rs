//! A static web server on a free port of this machine, which can fail in the ways that hosts do.

mod answer;
mod builder;
mod faults;
mod files;
mod html;
mod log;
mod reply;
mod site;

use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use tokio::net::TcpStream;
use tokio::runtime::{Builder, Runtime};
use tokio::time::{Instant, sleep};

pub use answer::Answer;
pub use builder::SiteBuilder;
pub use faults::Fault;
pub(crate) use html::with_spy;
pub use log::{Request, Response};

use crate::failure::{Failure, Outcome};
use crate::port;
use site::Site;

/// A running server; it ends when it is dropped.
#[derive(Debug)]
pub struct Server {
    port: u16,
    site: Arc<Site>,
    // A runtime of its own: when that ends, so does every connection, whatever it was doing.
    runtime: Mutex<Option<Runtime>>,
}

impl Server {
    /// Starts serving on a free port.
    fn start(site: Site) -> Outcome<Self> {
        let listener = port::listen()?;
        let port = listener.local_addr()?.port();
        let site = Arc::new(site);
        let runtime = serve(listener, Arc::clone(&site))?;
        Ok(Self {
            port,
            site,
            runtime: Mutex::new(Some(runtime)),
        })
    }

    /// The origin, such as `http://127.0.0.1:4242`.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The address of `path`, which is relative to the folder's prefix unless it begins with `/`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        let prefix = if path.starts_with('/') {
            ""
        } else {
            &self.site.prefix
        };
        format!("{}{prefix}{path}", self.origin())
    }

    /// From now on, serves `folder` in place of what was served before.
    pub fn deploy(&self, folder: impl Into<PathBuf>) {
        *locked(&self.site.folder) = folder.into();
    }

    /// From now on, files whose name fits `pattern` fail so; see [`SiteBuilder::fault`].
    pub fn fault(&self, pattern: &str, fault: Fault) {
        locked(&self.site.faults).push((pattern.to_owned(), fault));
    }

    /// Takes all faults away.
    pub fn heal(&self) {
        locked(&self.site.faults).clear();
    }

    /// Every request since the start, or since the log was cleared, in order of arrival.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        locked(&self.site.log).clone()
    }

    /// Forgets the requests so far.
    pub fn clear_requests(&self) {
        locked(&self.site.log).clear();
    }

    /// Closes the port and every connection, and comes back when that is so.
    pub async fn stop(&self) -> Outcome {
        self.end();
        let deadline = Instant::now() + Duration::from_secs(5);
        while TcpStream::connect(("127.0.0.1", self.port)).await.is_ok() {
            if Instant::now() > deadline {
                return Err(Failure::new("the server did not stop"));
            }
            sleep(Duration::from_millis(5)).await;
        }
        Ok(())
    }

    /// Serves again, on the same port, after [`Server::stop`].
    pub fn restart(&self) -> Outcome {
        let listener = TcpListener::bind(("127.0.0.1", self.port))?;
        let runtime = serve(listener, Arc::clone(&self.site))?;
        *locked(&self.runtime) = Some(runtime);
        Ok(())
    }

    fn end(&self) {
        if let Some(runtime) = locked(&self.runtime).take() {
            runtime.shutdown_background();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// Serves `site` on `listener` for as long as the runtime lives.
fn serve(listener: TcpListener, site: Arc<Site>) -> Outcome<Runtime> {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    listener.set_nonblocking(true)?;
    let listener = {
        let _context = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    let router = Router::new()
        .fallback(|State(site): State<Arc<Site>>, request| reply::reply(site, request))
        .with_state(site);
    runtime.spawn(async move { axum::serve(listener, router).await });
    Ok(runtime)
}

/// What a lock guards; a panic elsewhere left it whole, for nothing panics while it is held.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

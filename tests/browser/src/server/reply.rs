//! From a request to its answer.

use std::collections::HashMap;
use std::io::{Error, ErrorKind};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{Request as HttpRequest, Response as HttpResponse, StatusCode};
use axum::response::IntoResponse;
use futures_util::{StreamExt as _, stream};
use tokio::task::spawn_blocking;
use tokio::time::sleep;

use super::site::{Draft, Site, Stop, given};
use super::{Request, Response, files, locked};

/// How long an answer pauses.
const PAUSE: Duration = Duration::from_millis(500);

/// The largest body that is read of a request.
const BODY_LIMIT: usize = 1 << 20;

/// Answers one request, and notes both.
pub(super) async fn reply(site: Arc<Site>, request: HttpRequest<Body>) -> HttpResponse<Body> {
    let (request, number) = note(&site, request).await;
    let path = request.path.split('?').next().unwrap_or_default();
    let draft = match site.answers.get(path) {
        Some(answer) => given(answer, &request.method).await,
        None => site.file(path).await,
    };
    let accepts_brotli = request
        .header("accept-encoding")
        .is_some_and(|accepted| accepted.contains("br"));
    let compressed = if site.brotli && accepts_brotli && draft.stop.is_none() {
        compress(draft.body.clone(), &draft.kind).await
    } else {
        None
    };
    let sent = Response {
        status: draft.status,
        kind: draft.kind.clone(),
        bytes: compressed.as_ref().unwrap_or(&draft.body).len(),
        compressed: compressed.is_some(),
    };
    // The log may have been cleared in between: then the entry is somebody else's, or gone.
    if let Some(entry) = locked(&site.log).get_mut(number)
        && entry.path == request.path
    {
        entry.response = Some(sent);
    }
    send(draft, compressed)
}

/// Notes a request; also gives its place in the log.
async fn note(site: &Site, request: HttpRequest<Body>) -> (Request, usize) {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, BODY_LIMIT).await.unwrap_or_default();
    let noted = Request {
        method: head.method.to_string(),
        path: head.uri.to_string(),
        headers: head
            .headers
            .iter()
            .map(|(name, value)| {
                let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
                (name.to_string(), value)
            })
            .collect(),
        body: String::from_utf8_lossy(&body).into_owned(),
        response: None,
    };
    let mut log = locked(&site.log);
    log.push(noted.clone());
    (noted, log.len() - 1)
}

/// The compressed form of every content so far. All servers of a run share it: it takes seconds,
/// and the benchmark starts many servers.
static COMPRESSED: LazyLock<Mutex<HashMap<Bytes, Option<Bytes>>>> = LazyLock::new(Mutex::default);

/// The compressed body, if that is smaller.
async fn compress(body: Bytes, kind: &str) -> Option<Bytes> {
    const PACKED: [&str; 5] = [
        "image/png",
        "image/jpeg",
        "image/webp",
        "font/",
        "application/zip",
    ];
    if PACKED.iter().any(|packed| kind.starts_with(packed)) {
        return None;
    }
    let work = move || {
        let mut known = locked(&COMPRESSED);
        known
            .entry(body.clone())
            .or_insert_with(|| files::compress(&body))
            .clone()
    };
    spawn_blocking(work).await.ok().flatten()
}

/// The answer as it goes over the line.
fn send(draft: Draft, compressed: Option<Bytes>) -> HttpResponse<Body> {
    let mut response = HttpResponse::builder()
        .status(draft.status)
        .header("content-type", draft.kind);
    for (name, value) in draft.headers {
        response = response.header(name, value);
    }
    if compressed.is_some() {
        response = response.header("content-encoding", "br");
    }
    let body = compressed.unwrap_or(draft.body);
    if draft.stop.is_some() {
        response = response.header("content-length", body.len());
    }
    let body = match draft.stop {
        None => Body::from(body),
        Some(Stop::Broken(length)) => broken_after(body, length),
        Some(Stop::Paused(length)) => paused_after(body, length),
    };
    response
        .body(body)
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// A body whose connection breaks after `length` bytes.
fn broken_after(mut body: Bytes, length: usize) -> Body {
    body.truncate(length);
    let broken = Error::from(ErrorKind::ConnectionReset);
    Body::from_stream(stream::iter([Ok(body), Err(broken)]))
}

/// A body that pauses after `length` bytes.
fn paused_after(mut body: Bytes, length: usize) -> Body {
    let rest = body.split_off(length.min(body.len()));
    let parts = stream::iter([body, rest]).enumerate();
    Body::from_stream(parts.then(|(place, part)| async move {
        if place > 0 {
            sleep(PAUSE).await;
        }
        Ok::<_, Error>(part)
    }))
}

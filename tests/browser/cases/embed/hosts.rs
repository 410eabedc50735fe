//! A page that holds frames, on an origin of its own.

use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use browser_tests::prelude::*;
use browser_tests::settings;
use citizens_academy_player::site::share;
use serde_json::Value;

/// What the page can hold, each with the script that sizes it.
pub(super) const ALL: [&str; 6] = ["own", "h5p", "resizer4", "resizer5", "open", "wordpress"];

/// The scripts of hosts, as npm installed them.
const SCRIPTS: [(&str, &str); 4] = [
    (
        "/h5p-resizer.js",
        "h5p-standalone/vendor/h5p/js/h5p-resizer.js",
    ),
    ("/iframe-resizer-4.js", "iframe-resizer/js/iframeResizer.js"),
    (
        "/iframe-resizer-5.js",
        "@iframe-resizer/parent/index.umd.js",
    ),
    (
        "/open-iframe-resizer.js",
        "@open-iframe-resizer/core/dist/index.umd.cjs",
    ),
];

/// How long a module may take to start in a frame, beside others, in milliseconds.
const START: u64 = 25_000;

/// How long a host may take until a frame has its height, in milliseconds.
pub(super) const FOLLOW: u64 = 8_000;

/// The height of the content of a page, in JavaScript.
pub(super) const CONTENT: &str = "Math.ceil(document.body.getBoundingClientRect().height)";

/// The first section, in JavaScript.
pub(super) const SECTION: &str = "document.querySelector('details.section')";

/// A page that holds frames.
pub(super) struct Host {
    page: Page,
    /// The server of the modules.
    pub(super) module: Server,
    server: Server,
}

impl Deref for Host {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

/// The frame of this name, in JavaScript.
pub(super) fn frame(name: &str) -> String {
    format!(
        "(document.getElementById('{name}').shadowRoot?.querySelector('iframe') \
         ?? document.getElementById('{name}'))"
    )
}

/// The folder of the pages that hold frames.
pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../hosts")
}

/// A server of modules that answers any origin, as frames without one need it. Its page names its
/// own origin, as that of a publisher does who has written the address into the settings.
pub(super) fn open_to_all(t: &Ctx) -> SiteBuilder {
    t.site()
        .header("access-control-allow-origin", "*")
        .rewrite(|page| {
            page.replace("script-src 'self'", "script-src 'self' http://127.0.0.1:*")
                .replace(
                    "connect-src 'self'",
                    "connect-src 'self' http://127.0.0.1:*",
                )
        })
}

/// What holds these hosts.
fn html(hosts: &[&str]) -> Outcome<String> {
    let read = |host: &&str| fs::read_to_string(folder().join(format!("{host}.html")));
    let parts: Result<Vec<String>, _> = hosts.iter().map(read).collect();
    Ok(parts?.concat())
}

/// Serves a page that holds `html`, with the scripts of hosts.
fn serve(t: &Ctx, module: &Server, html: &str) -> Outcome<Server> {
    let page = fs::read_to_string(folder().join("page.html"))?;
    let page = page.replace("HOSTS", html);
    let page = page
        .replace("MODULE", &module.url(""))
        .replace("SANDBOX", share::SANDBOX);
    let mut server = t.folder(folder()).answer("/", Answer::html(page));
    for (path, file) in SCRIPTS {
        let text = fs::read_to_string(settings::path(settings::NPM)?.join(file))?;
        let script = Answer::status(200)
            .header("content-type", "text/javascript; charset=utf-8")
            .body(text);
        server = server.answer(path, script);
    }
    server.start()
}

impl Host {
    /// Opens a page with these hosts, and waits until the modules have started.
    pub(super) async fn open(t: &Ctx, hosts: &[&str], options: Options) -> Outcome<Self> {
        let host = Self::show(t, open_to_all(t).start()?, &html(hosts)?, options).await?;
        host.are_ready(hosts).await?;
        Ok(host)
    }

    /// Goes on to a page with other hosts, in the same browser.
    pub(super) async fn go_on(mut self, t: &Ctx, hosts: &[&str]) -> Outcome<Self> {
        self.server = serve(t, &self.module, &html(hosts)?)?;
        self.goto(&self.server.url("")).await?;
        self.are_ready(hosts).await?;
        Ok(self)
    }

    /// Opens a page that holds `html`, in which `MODULE` stands for the module's address.
    pub(super) async fn show(
        t: &Ctx,
        module: Server,
        html: &str,
        options: Options,
    ) -> Outcome<Self> {
        let server = serve(t, &module, html)?;
        let page = t.open(&server, options).await?;
        Ok(Self {
            page,
            module,
            server,
        })
    }

    /// The address of the page that holds the frames.
    pub(super) fn url(&self) -> String {
        self.server.url("")
    }

    async fn are_ready(&self, hosts: &[&str]) -> Outcome {
        for name in hosts {
            self.bring_into_view(name).await?;
            self.is_ready(name).await?;
        }
        Ok(())
    }

    /// Scrolls so that the top of a frame is on the screen: a browser measures nothing in a frame
    /// that nobody sees.
    pub(super) async fn bring_into_view(&self, name: &str) -> Outcome {
        let scroll = format!("{}.scrollIntoView()", frame(name));
        self.exec::<Value>(&scroll).await.map(|_| ())
    }

    /// Waits until the client of a frame has started.
    pub(super) async fn is_ready(&self, name: &str) -> Outcome {
        let ready = "document.documentElement.dataset.client === 'ready'";
        let sentence = format!("the module in `{name}` does not start");
        self.wait_in(&frame(name), ready, START, &sentence).await
    }

    /// Waits until a frame is as high as its content, and shows no scrollbar.
    pub(super) async fn fits(&self, name: &str) -> Outcome {
        let fits = format!(
            "innerHeight === {CONTENT} && document.documentElement.hasAttribute('data-fits') \
             && document.documentElement.scrollHeight <= innerHeight + 1"
        );
        let sentence = format!("the frame `{name}` is not as high as its content");
        let waited = self.wait_in(&frame(name), &fits, FOLLOW, &sentence).await;
        if waited.is_ok() {
            return waited;
        }
        let found: Value = self
            .exec_in(
                &frame(name),
                &format!("return [innerHeight, {CONTENT}, innerWidth]"),
            )
            .await?;
        waited.map_err(|failure| failure.during(&format!("[frame, content, width] = {found}")))
    }

    /// The height of a frame's content.
    pub(super) async fn content(&self, name: &str) -> Outcome<i64> {
        self.exec_in(&frame(name), &format!("return {CONTENT}"))
            .await
    }

    /// How many messages the page has heard.
    pub(super) async fn heard(&self) -> Outcome<usize> {
        self.exec("return heard.length").await
    }

    /// Fails if an error was told in the page that holds the frames.
    pub(super) async fn has_no_host_errors(&self) -> Outcome {
        let errors: Value = self.exec("return errors").await?;
        same("errors of the host's page", errors, Value::Array(vec![]))
    }

    /// Waits until the page hears nothing for a while: after its start, a module has more to say.
    pub(super) async fn is_at_rest(&self) -> Outcome {
        for _ in 0..20 {
            let before = self.heard().await?;
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            if self.heard().await? == before {
                return Ok(());
            }
        }
        Err(Failure::new("a module that nobody touches goes on talking"))
    }

    /// Fails if the page hears anything for a while.
    pub(super) async fn is_silent(&self) -> Outcome {
        let before = self.heard().await?;
        tokio::time::sleep(std::time::Duration::from_millis(900)).await;
        let more: Value = self
            .exec(&format!(
                "return heard.slice({before}).map((each) => each.data ?? each.kind)"
            ))
            .await?;
        same(
            "what is said when nothing happens",
            more,
            Value::Array(vec![]),
        )
    }
}

//! What the device holds of the module goes with it.

use browser_tests::prelude::*;
use serde_json::Value;

use super::{EXIT, LEAVING, Sites};
use crate::cases::module::{FIRST, KEY, Module, SECOND};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("exit::forgets_the_module", forgets_the_module),
        case("exit::covers_before_it_forgets", covers_before_it_forgets),
        case("exit::forgets_before_it_leaves", forgets_before_it_leaves).only(
            Engine::Chromium,
            "a page is told where it goes by the Navigation API, which not every engine here has; the \
             script is the same",
        ),
        case("exit::other_tabs_forget_too", other_tabs_forget_too),
        case(
            "exit::nothing_is_written_afterwards",
            nothing_is_written_afterwards,
        ),
        case("exit::the_publisher_may_keep_it", the_publisher_may_keep_it),
        case(
            "exit::leaves_where_storage_is_refused",
            leaves_where_storage_is_refused,
        ),
    ]
}

async fn keys(page: &Page) -> Outcome<Vec<String>> {
    page.exec("return Object.keys(localStorage).sort()").await
}

async fn forgets_the_module(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    module.read(FIRST).await?;
    module
        .exec_with::<Value>(
            "for (const key of arguments) localStorage.setItem(key, '1')",
            vec![
                format!("{KEY}?").into(),
                format!("{KEY}:more").into(),
                format!("{KEY}-2").into(),
                "elsewhere".into(),
            ],
        )
        .await?;
    module.click(EXIT).await?;
    sites.is_left(&module).await?;
    // Of another module, and of the rest of the site, it is not the way out to forget anything.
    module.goto("blank.html").await?;
    same(
        "what is kept",
        keys(&module).await?,
        vec![format!("{KEY}-2"), "elsewhere".to_owned()],
    )?;
    module.goto("").await?;
    module.is_ready().await?;
    module.counts("0 of 12 read").await
}

/// Cuts the device off, so that the page that was left can still be asked.
async fn leaves_nowhere(module: &Module) -> Outcome {
    module.cut_off(true).await?;
    module.click(EXIT).await?;
    let blank = "document.title === 'Blank page'";
    module
        .wait_until(blank, LEAVING, "the page is not covered")
        .await
}

async fn covers_before_it_forgets(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    module.read(FIRST).await?;
    module
        .exec::<Value>(
            "window.order = [];
             const remove = Storage.prototype.removeItem;
             Storage.prototype.removeItem = function (key) {
               if (this === localStorage)
                 order.push([key, document.querySelector('h1').checkVisibility()]);
               remove.call(this, key);
             }",
        )
        .await?;
    leaves_nowhere(&module).await?;
    let order: Vec<(String, bool)> = module.exec("return order").await?;
    same(
        "the first to go, and whether anything was seen",
        order.first().cloned(),
        Some((KEY.to_owned(), false)),
    )
}

/// What happens to the page, in order, written down where its way out does not look: whether anything was
/// seen when the place was forgotten, and where it went.
const WRITTEN_DOWN: &str = "
    const order = [];
    const {setItem, removeItem} = Storage.prototype;
    const note = (what) => setItem.call(localStorage, 'order', JSON.stringify([...order, what]))
      ?? order.push(what);
    Storage.prototype.removeItem = function (key) {
      if (this === localStorage)
        note([key, document.querySelector('h1').checkVisibility() ? 'seen' : 'covered']);
      removeItem.call(this, key);
    };
    navigation.addEventListener('navigate', ({destination}) => note(['goes', destination.url]));";

async fn forgets_before_it_leaves(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    module.read(FIRST).await?;
    module.exec::<Value>(WRITTEN_DOWN).await?;
    module.click(EXIT).await?;
    sites.is_left(&module).await?;
    module.goto("blank.html").await?;
    let order: String = module.exec("return localStorage.order").await?;
    let mut order: Vec<[String; 2]> = serde_json::from_str(&order)?;
    // The client, which tries whether anything can be written when its page is hidden. Nothing can.
    order.retain(|[what, _]| *what != format!("{KEY}?"));
    let expected = [
        [KEY.to_owned(), "covered".to_owned()],
        ["goes".to_owned(), sites.site.url("blank.html")],
        ["goes".to_owned(), sites.away.url("/weather")],
    ];
    same("what happens", order, expected.to_vec())
}

async fn other_tabs_forget_too(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    let other = module.in_new_tab().await?;
    module.read(FIRST).await?;
    other.counts("1 of 12 read").await?;
    module.click(EXIT).await?;
    sites.is_left(&module).await?;
    other.counts("0 of 12 read").await?;
    same("what is kept", other.kept().await?, Vec::<String>::new())
}

/// The client runs on until the page is gone, and writes what it could not write before when the
/// page is hidden.
async fn nothing_is_written_afterwards(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    module.read(FIRST).await?;
    module
        .exec::<Value>(
            "window.set = Storage.prototype.setItem;
             Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }",
        )
        .await?;
    module.read(SECOND).await?;
    module.says_of_keeping("no room").await?;
    module
        .exec::<Value>("Storage.prototype.setItem = set")
        .await?;
    leaves_nowhere(&module).await?;
    module
        .exec::<Value>(
            "document.dispatchEvent(new Event('visibilitychange'));
             dispatchEvent(new PageTransitionEvent('pagehide'));
             document.dispatchEvent(new Event('visibilitychange'));
             dispatchEvent(new PageTransitionEvent('pageshow'));",
        )
        .await?;
    same("what is kept", keys(&module).await?, Vec::<String>::new())
}

async fn the_publisher_may_keep_it(t: Ctx) -> Outcome {
    let keeps = |page: String| page.replace(&format!(" data-forget=\"{KEY}\""), "");
    let sites = Sites::with(&t, t.site().rewrite(keeps))?;
    let module = Module::open(&t, &sites.site, Options::new()).await?;
    module.read(FIRST).await?;
    module.click(EXIT).await?;
    sites.is_left(&module).await?;
    module.goto("").await?;
    module.is_ready().await?;
    module.counts("1 of 12 read").await
}

async fn leaves_where_storage_is_refused(t: Ctx) -> Outcome {
    let sites = Sites::start(&t)?;
    let options = Options::new().storage_refused();
    let module = Module::open(&t, &sites.site, options).await?;
    module.click(EXIT).await?;
    sites.is_left(&module).await
}

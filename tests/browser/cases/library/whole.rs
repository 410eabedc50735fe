//! The list for every reader: no finding by axe-core, nothing cut off on a narrow screen.

use browser_tests::axe;
use browser_tests::prelude::*;

use super::{has_looked, open};
use crate::cases::access::{is_whole, space};
use crate::cases::module::Module;
use crate::cases::views::OF_LIBRARY;

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("library::axe_finds_nothing", axe_finds_nothing),
        case("library::wide_text_is_whole", wide_text_is_whole),
        case("library::the_header_has_room", the_header_has_room),
    ]
}

async fn axe_finds_nothing(t: Ctx) -> Outcome {
    let server = t.library_site().start()?;
    for options in [Options::new(), Options::new().dark().size(320, 640)] {
        let list = open(&t, &server, options).await?;
        for view in OF_LIBRARY {
            view.show(&list).await?;
            axe::passes(&list).await?;
        }
    }
    Ok(())
}

async fn wide_text_is_whole(t: Ctx) -> Outcome {
    let server = t.library_site().start()?;
    for width in [320, 1280] {
        let list = open(&t, &server, Options::new().size(width, 640)).await?;
        OF_LIBRARY[0].show(&list).await?;
        for size in ["100%", "200%"] {
            let grown = format!("document.documentElement.style.fontSize = '{size}'; return null");
            list.exec::<serde_json::Value>(&grown).await?;
            is_whole(&list, width, &format!("at {size}")).await?;
        }
        reads_spaced(&list, width).await?;
    }
    Ok(())
}

async fn reads_spaced(list: &Module, width: u32) -> Outcome {
    for path in ["index.html", "bees/"] {
        list.goto(path).await?;
        if path == "bees/" {
            list.is_ready().await?;
        } else {
            has_looked(list).await?;
        }
        space(list).await?;
        is_whole(list, width, "with the text spaced").await?;
    }
    Ok(())
}

/// What of the header stands outside of its band: its own, or that of the bar, in which it stands where
/// it has none.
const OUTSIDE: &str = "
    const box = (css) => document.querySelector(css).getBoundingClientRect();
    const {backgroundColor} = getComputedStyle(document.querySelector('.header'));
    const band = box(backgroundColor === 'rgba(0, 0, 0, 0)' ? '.bar' : '.header');
    return ['.header__publisher', '.listed', '.reading'].filter((css) =>
      box(css).top < band.top - 1 || box(css).bottom > band.bottom + 1)";

async fn the_header_has_room(t: Ctx) -> Outcome {
    let server = t.library_site().start()?;
    let module = open(&t, &server, Options::new()).await?;
    module.goto("bees/").await?;
    module.is_ready().await?;
    has_room(&module).await?;
    // A publisher whose name is long.
    module.exec::<serde_json::Value>(LONG).await?;
    has_room(&module).await
}

/// Gives the publisher a long name.
const LONG: &str = "document.querySelector('.header__publisher').lastChild.textContent =
    'The Academy for Young Citizens and Their Families in the West of England'";

async fn has_room(module: &Module) -> Outcome {
    for width in [320, 375, 600, 768, 960, 1000, 1024, 1280] {
        module.set_viewport(width, 640).await?;
        let outside: Vec<String> = module.exec(OUTSIDE).await?;
        check(
            outside.is_empty(),
            format!("at {width} px, {outside:?} stand outside of the band"),
        )?;
        let (name, link) = (
            module.rect(".header__publisher").await?,
            module.rect(".listed").await?,
        );
        check(
            link.x >= name.right() + 8.0 || link.y >= name.bottom() - 1.0,
            format!("at {width} px, the link touches the publisher's name"),
        )?;
    }
    Ok(())
}

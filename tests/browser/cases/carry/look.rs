//! It can be seen, pressed and read by everyone, and is not printed.

use browser_tests::prelude::*;
use serde_json::{Value, json};

use super::{BRING, BROUGHT, CODE, LINK};
use crate::cases::module::{FIRST, Module};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("carry::axe_finds_nothing", axe_finds_nothing),
        case("carry::it_fits_a_phone", it_fits_a_phone),
        case("carry::it_is_not_printed", it_is_not_printed).only(
            Engine::Chromium,
            "no other engine's driver shows the page as it is printed",
        ),
    ]
}

async fn axe_finds_nothing(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    for options in [Options::new(), Options::new().dark().size(320, 640)] {
        let module = Module::open(&t, &server, options).await?;
        module.open_carry().await?;
        axe::passes_in(&module, ".carry").await?;
        module.read(FIRST).await?;
        module.shown(CODE).await?;
        module.bring("please").await?;
        module.says(BROUGHT, "not a code").await?;
        axe::passes_in(&module, ".carry").await?;
    }
    Ok(())
}

/// Nothing is cut off or too small to press, with letters twice as large, too; and a code to type
/// is seen whole.
async fn it_fits_a_phone(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new().size(320, 640)).await?;
    module.read_everything().await?;
    module.open_carry().await?;
    module.shown(LINK).await?;
    module.click(BRING).await?;
    let cut: bool = module
        .exec(
            "const code = document.getElementById('page-carry-code');
             return code.scrollHeight > code.clientHeight + 1 || code.scrollWidth > code.clientWidth",
        )
        .await?;
    check(!cut, "the code is not seen whole")?;
    for size in ["100%", "200%"] {
        module
            .exec_with::<Value>(
                "document.documentElement.style.fontSize = arguments[0]",
                vec![size.into()],
            )
            .await?;
        let width: u32 = module
            .exec("return document.documentElement.scrollWidth")
            .await?;
        check(
            width <= 320,
            format!("at {size} the page is {width} px wide"),
        )?;
        let small: Vec<String> = module
            .exec(
                "return [...document.querySelectorAll('.carry :is(summary, button, a, input, textarea)')]
                   .map((e) => [e, e.getBoundingClientRect()])
                   .filter(([e, r]) => r.height < 43.9 || r.width < 43.9 || r.right > 320)
                   .map(([e, r]) => `${e.id || e.textContent}: ${r.width} by ${r.height}`)",
            )
            .await?;
        check(small.is_empty(), format!("at {size}: {small:?}"))?;
    }
    Ok(())
}

async fn it_is_not_printed(t: Ctx) -> Outcome {
    let server = t.site().start()?;
    let module = Module::open(&t, &server, Options::new()).await?;
    module.read(FIRST).await?;
    module.open_carry().await?;
    module.shown(CODE).await?;
    let paper = json!({"media": "print"});
    module.cdp("Emulation.setEmulatedMedia", paper).await?;
    check(!module.is_visible(CODE).await?, "the code is printed")
}

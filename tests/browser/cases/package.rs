//! The folder that publishers are given, behind the servers that they use, set up as they are told.

use browser_tests::host::packed;
use browser_tests::prelude::*;
use browser_tests::settings;
use citizens_academy_player::site::package::folder::File;

use crate::cases::module::{FIRST, Module};

/// The cases of this file.
pub(crate) fn cases() -> Vec<Case> {
    const REASON: &str = "what a server sends, and what is in a file, is the same everywhere";
    let once = |case: Case| case.only(Engine::Chromium, REASON);
    vec![
        case("package::opens_behind_nginx", opens_behind_nginx),
        case("package::opens_behind_apache", opens_behind_apache),
        case(
            "package::opens_behind_either_as_it_comes",
            opens_as_it_comes,
        ),
        once(case(
            "package::nginx_sends_it_as_told",
            nginx_sends_it_as_told,
        )),
        once(case(
            "package::apache_sends_it_as_told",
            apache_sends_it_as_told,
        )),
        once(case(
            "package::only_some_may_frame_it",
            only_some_may_frame_it,
        )),
        once(case(
            "package::does_not_say_who_built_it",
            does_not_say_who_built_it,
        )),
    ]
}

/// A server with what the instructions say.
async fn as_told(kind: Kind) -> Outcome<Host> {
    Host::start(
        kind,
        &settings::path(settings::SITE)?,
        &kind.instructions()?,
    )
    .await
}

async fn opens_behind_nginx(t: Ctx) -> Outcome {
    opens(&t, &as_told(Kind::Nginx).await?).await
}

async fn opens_behind_apache(t: Ctx) -> Outcome {
    opens(&t, &as_told(Kind::Apache).await?).await
}

/// Without the instructions it may be slower, and that is all.
async fn opens_as_it_comes(t: Ctx) -> Outcome {
    for kind in [Kind::Nginx, Kind::Apache] {
        let host = Host::start(kind, &settings::path(settings::SITE)?, "").await?;
        opens(&t, &host).await?;
    }
    Ok(())
}

async fn opens(t: &Ctx, host: &Host) -> Outcome {
    let module = Module::open_at(t, host.url(""), Options::new()).await?;
    module.read(FIRST).await?;
    module.counts("1 of 12 read").await?;
    module.again().await?;
    module.counts("1 of 12 read").await?;
    let strangers: Vec<String> = module
        .exec(
            "return performance.getEntriesByType('resource').map((e) => e.name)
               .filter((name) => !name.startsWith(new URL('./', location)))",
        )
        .await?;
    same(
        "what it asked for elsewhere",
        strangers,
        Vec::<String>::new(),
    )
}

async fn nginx_sends_it_as_told(_t: Ctx) -> Outcome {
    sends_as_told(&as_told(Kind::Nginx).await?)
}

async fn apache_sends_it_as_told(_t: Ctx) -> Outcome {
    sends_as_told(&as_told(Kind::Apache).await?)
}

/// What the types of the site's files are.
const TYPES: [(&str, &[&str]); 5] = [
    (".html", &["text/html"]),
    (".js", &["text/javascript", "application/javascript"]),
    (".wasm", &["application/wasm"]),
    (".svg", &["image/svg+xml"]),
    (".webmanifest", &["application/manifest+json"]),
];

fn sends_as_told(host: &Host) -> Outcome {
    let files = packed(&settings::path(settings::SITE)?)?;
    for file in files {
        let fits = |(end, _): &&(&str, _)| file.path.ends_with(*end);
        if let Some((_, kinds)) = TYPES.iter().find(fits) {
            for encoding in ["", "gzip", "gzip, deflate, br, zstd"] {
                is_sent_as_told(host, files, file, kinds, encoding)
                    .map_err(|failure| failure.during(&format!("{} as {encoding:?}", file.path)))?;
            }
        }
    }
    is_the_page(host, files)
}

/// Fails unless a file is sent in the shortest form that is accepted, and with its headers.
fn is_sent_as_told(
    host: &Host,
    files: &[File],
    file: &File,
    kinds: &[&str],
    encoding: &str,
) -> Outcome {
    let accept = format!("Accept-Encoding: {encoding}\r\n");
    let reply = host.get(&file.path, if encoding.is_empty() { "" } else { &accept })?;
    same("the status", reply.status, 200)?;
    let copy = |end: &str| {
        let path = format!("{}.{end}", file.path);
        let found = files.iter().find(|file| file.path == path);
        found.filter(|_| encoding.contains(if end == "br" { "br" } else { "gzip" }))
    };
    let (sent, told) = match (copy("br"), copy("gz")) {
        (Some(copy), _) => (copy, "br"),
        (None, Some(copy)) => (copy, "gzip"),
        (None, None) => (file, ""),
    };
    same(
        "the encoding",
        reply.header("content-encoding").as_str(),
        told,
    )?;
    check(reply.body == sent.bytes, "another body is sent")?;
    let kind = reply.header("content-type");
    let kind = kind.split(';').next().unwrap_or_default();
    check(kinds.contains(&kind), format!("it is sent as {kind:?}"))?;
    let keeps = if is_hashed(&file.path) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    for (name, value) in [
        ("cache-control", keeps),
        ("x-content-type-options", "nosniff"),
        ("access-control-allow-origin", "*"),
        ("content-language", ""),
    ] {
        same(name, reply.header(name).as_str(), value)?;
    }
    // Of a file that is no page, nobody asks.
    let permissions = reply.header("permissions-policy");
    check(
        is_hashed(&file.path) || permissions.starts_with("camera=(), "),
        format!("it may ask for {permissions:?}"),
    )?;
    let vary = reply.header("vary").to_ascii_lowercase();
    check(
        vary.contains("accept-encoding") || (copy("gz").is_none() && copy("br").is_none()),
        format!("it varies by {vary:?}"),
    )
}

/// Whether a name holds a hash: then the content never changes.
fn is_hashed(name: &str) -> bool {
    let mut parts = name.split(['-', '.', '_']);
    let is_hash =
        |part: &str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    parts.any(is_hash)
}

/// Fails unless the folder's address is the page, and is answered with nothing if it is known.
fn is_the_page(host: &Host, files: &[File]) -> Outcome {
    let page = files.iter().find(|file| file.path == "index.html");
    let page = page.ok_or_else(|| Failure::new("there is no page"))?;
    let reply = host.get("", "")?;
    check(
        reply.body == page.bytes,
        "the folder's address is not the page",
    )?;
    same(
        "cache-control",
        reply.header("cache-control").as_str(),
        "no-cache",
    )?;
    let known = format!("If-None-Match: {}\r\n", reply.header("etag"));
    same(
        "the status for who knows it",
        host.get("", &known)?.status,
        304,
    )?;
    let short = host.get("", "Accept-Encoding: br\r\n")?;
    same(
        "the page's encoding",
        short.header("content-encoding").as_str(),
        "br",
    )
}

/// The line that is switched off in the instructions does what they say.
async fn only_some_may_frame_it(_t: Ctx) -> Outcome {
    for kind in [Kind::Nginx, Kind::Apache] {
        let instructions = kind.instructions()?;
        let on = ["add_header Content-Security", "Header set Content-Security"]
            .iter()
            .fold(instructions.clone(), |text, line| {
                text.replace(&format!("# {line}"), line)
            });
        check(on != instructions, format!("{kind:?} has no such line"))?;
        let host = Host::start(kind, &settings::path(settings::SITE)?, &on).await?;
        let policy = host.get("", "")?.header("content-security-policy");
        let expected = "frame-ancestors 'self' https://intranet.example.org";
        same("the policy", policy.as_str(), expected)?;
    }
    Ok(())
}

/// The folders of the machine that built the site stand in none of its files.
async fn does_not_say_who_built_it(_t: Ctx) -> Outcome {
    let files = packed(&settings::path(settings::SITE)?)?;
    let own = settings::project().canonicalize()?;
    let places = ["/root/", "/home/", "/Users/", ".cargo/"].map(str::to_owned);
    for place in places.into_iter().chain([own.display().to_string()]) {
        let told = |file: &&File| {
            let mut parts = file.bytes.windows(place.len());
            parts.any(|part| part == place.as_bytes())
        };
        let found = files.iter().find(told);
        check(
            found.is_none(),
            format!("{} holds {place:?}", found.map_or("", |file| &file.path)),
        )?;
    }
    Ok(())
}

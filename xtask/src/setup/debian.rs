//! Browsers with their drivers, web servers and Java, as Debian packages.

use std::env;
use std::path::Path;
use std::process::Command;

use super::cache::Cache;
use crate::error::Error;
use crate::project::find_program;
use crate::wording::describe;

/// A package, and programs that tell it is there, by their names or by their places: one of them is
/// enough.
type Package = (&'static str, &'static [&'static str]);

/// Chromium and its driver.
pub(crate) const CHROMIUM: &[Package] = FOR_TESTS.split_at(2).0;

/// All three engines, the screen that WebKit needs where there is none, a reader of PDFs, what runs
/// the checker of HTML, and web servers.
pub(crate) const FOR_TESTS: &[Package] = &[
    (
        "chromium",
        &["chromium", "chromium-browser", "google-chrome"],
    ),
    ("chromium-driver", &["chromedriver"]),
    ("firefox-esr", &["firefox-esr", "firefox"]),
    ("webkit2gtk-driver", &["WebKitWebDriver"]),
    ("xvfb", &["Xvfb"]),
    // Reads what was printed.
    ("poppler-utils", &["pdftotext"]),
    ("default-jre-headless", &["java"]),
    // The servers that the instructions for publishers are run with. Of Apache, the part that has no
    // service: it is not started by Debian.
    ("apache2-bin", &["apache2", "/usr/sbin/apache2"]),
    (NGINX, &["nginx", "/usr/sbin/nginx"]),
    (
        "libnginx-mod-http-brotli-static",
        &["/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"],
    ),
];

/// The package whose service Debian starts.
const NGINX: &str = "nginx";

/// Whether a program is in `PATH`, or a file in its place. Programs for administrators are in the
/// `PATH` of few others.
fn is_there(program: &str) -> bool {
    if program.starts_with('/') {
        Path::new(program).is_file()
    } else {
        find_program(program).is_some()
    }
}

/// Installs the packages whose programs are missing.
pub(crate) fn provide(cache: &Cache, packages: &[Package]) -> Result<(), Error> {
    let is_missing = |programs: &[&str]| !programs.iter().any(|it| is_there(it));
    let missing = || {
        let packages = packages.iter().filter(|(_, programs)| is_missing(programs));
        packages.map(|(name, _)| *name).collect::<Vec<_>>()
    };
    if missing().is_empty() {
        return Ok(());
    }
    let _lock = cache.lock()?;
    let missing = missing();
    if missing.is_empty() {
        Ok(())
    } else {
        install(&missing)
    }
}

/// Installs packages, if this is a Debian machine and we may.
fn install(names: &[&str]) -> Result<(), Error> {
    if find_program("apt-get").is_none() {
        return Err(elsewhere(names));
    }
    if !is_root() {
        let why = "only root may install packages".to_owned();
        return Err(failed(names, why, "sudo "));
    }
    println!("Installing {} (Debian packages).", names.join(", "));
    apt_get(&["update"]).map_err(|why| failed(names, why, ""))?;
    let install = ["install", "-y", "--no-install-recommends"];
    apt_get(&[&install, names].concat()).map_err(|why| failed(names, why, ""))?;
    if names.contains(&NGINX) {
        stop_service(NGINX);
    }
    Ok(())
}

/// Ends a service that Debian has started with its package, now and at the next start of the
/// machine: the tests start a server of their own, and port 80 stays free.
fn stop_service(name: &str) {
    // Where no services are run, as in most containers, there is none to end, and both may fail.
    for (program, args) in [
        ("invoke-rc.d", [name, "stop"]),
        ("update-rc.d", [name, "disable"]),
    ] {
        let _ = Command::new(program).args(args).output();
    }
}

/// Runs `apt-get`. What is wrong is told in words.
fn apt_get(args: &[&str]) -> Result<(), String> {
    let mut command = Command::new("apt-get");
    command
        .args(["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"])
        .args(args)
        .env("DEBIAN_FRONTEND", "noninteractive");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!(
            "`apt-get {}` {}, for the reason given above",
            args[0],
            describe(status)
        )),
        Err(error) => Err(format!("`apt-get` could not be started ({error})")),
    }
}

/// Whether this program runs as root.
fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// The packages could not be installed on this Debian machine. `sudo` goes before what is to be
/// typed by a person who is not root.
fn failed(names: &[&str], why: String, sudo: &str) -> Error {
    let remedy = format!(
        "type `{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {}`, \
         then the command again",
        names.join(" "),
    );
    let what = names.join(", ");
    Error::Setup { what, why, remedy }
}

/// This is not a Debian machine.
fn elsewhere(names: &[&str]) -> Error {
    Error::Setup {
        what: names.join(", "),
        why: format!("`apt-get` is not on this machine ({})", env::consts::OS),
        remedy: "install by hand what there is for this system, so that its programs are in \
                 PATH, and type the command again"
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_not_install_is_told_what_to_type() {
        let why = "only root may install packages".to_owned();
        let error = failed(&["chromium", "xvfb"], why, "sudo ");
        assert_eq!(
            error.to_string(),
            "chromium, xvfb could not be set up, because only root may install packages; type \
             `sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium \
             xvfb`, then the command again."
        );
    }

    #[test]
    fn chromium_comes_with_its_driver() {
        let names: Vec<&str> = CHROMIUM.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["chromium", "chromium-driver"]);
    }

    #[test]
    fn a_program_is_found_by_its_name_or_in_its_place() {
        let here = env::current_exe().unwrap();
        assert!(is_there(here.to_str().unwrap()));
        assert!(is_there("cargo"));
        assert!(!is_there("/usr/sbin/no-such-program-anywhere"));
        assert!(!is_there("no-such-program-anywhere"));
    }
}

//! The folder that keeps compiled tools, one folder for each tool and version.

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Names the folder, where the usual place does not suit.
const VARIABLE: &str = "CITIZENS_ACADEMY_TOOLS";

/// The folder's name in the usual place.
const NAME: &str = "citizens-academy-player";

/// The tool cache.
#[derive(Debug)]
pub(crate) struct Cache {
    /// The folder.
    root: PathBuf,
}

impl Cache {
    /// Finds the cache of this machine's user.
    pub(crate) fn find() -> Result<Self, Error> {
        let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        let chosen = folder(VARIABLE).map(PathBuf::from);
        let root = chosen.or_else(|| usual(|name| folder(name).map(PathBuf::from)));
        root.map(|root| Self { root }).ok_or_else(|| Error::Setup {
            what: "The folder for compiled tools".to_owned(),
            why: "this user has no home folder".to_owned(),
            remedy: format!("type `export {VARIABLE}=FOLDER`, then the command again"),
        })
    }

    /// Gives the folder of a tool, and installs the tool if it is not there.
    ///
    /// `proof` is a file that the whole tool has. The installation works in a folder beside,
    /// which gets its name when it is complete: one that was interrupted is never taken for
    /// whole, and what it had compiled serves the next try.
    pub(crate) fn provide(
        &self,
        name: &str,
        proof: &Path,
        install: impl FnOnce(&Path) -> Result<(), Error>,
    ) -> Result<PathBuf, Error> {
        let whole = self.root.join(name);
        if whole.join(proof).exists() {
            return Ok(whole);
        }
        let _lock = self.lock()?;
        if whole.join(proof).exists() {
            return Ok(whole);
        }
        let partial = self.root.join(format!("{name}.partial"));
        fs::create_dir_all(&partial).map_err(Error::file("made", &partial))?;
        install(&partial)?;
        if whole.exists() {
            fs::remove_dir_all(&whole).map_err(Error::file("removed", &whole))?;
        }
        fs::rename(&partial, &whole).map_err(Error::file("put in place", &whole))?;
        Ok(whole)
    }

    /// Makes other checkouts wait while this one installs something. The lock ends when the
    /// returned file is dropped, or with this program, however it ends.
    pub(crate) fn lock(&self) -> Result<File, Error> {
        fs::create_dir_all(&self.root).map_err(Error::file("made", &self.root))?;
        let path = self.root.join("lock");
        let file = File::create(&path).map_err(Error::file("opened", &path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                println!("Waiting for another checkout to finish its set-up.");
                file.lock().map_err(Error::file("locked", &path))?;
            }
            Err(TryLockError::Error(source)) => return Err(Error::file("locked", &path)(source)),
        }
        Ok(file)
    }
}

/// The usual place of the cache on each system.
fn usual(folder: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let home = || folder("HOME");
    let caches = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library/Caches"))
    } else {
        folder("XDG_CACHE_HOME").or_else(|| home().map(|home| home.join(".cache")))
    };
    caches.map(|caches| caches.join(NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty_cache(name: &str) -> Cache {
        let root = env::temp_dir().join(format!("xtask-cache-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        Cache { root }
    }

    fn failure() -> Error {
        Error::Usage {
            problem: "no".to_owned(),
        }
    }

    #[test]
    fn a_tool_is_installed_once() {
        let cache = empty_cache("once");
        let proof = Path::new("bin");
        let install = |partial: &Path| {
            fs::create_dir(partial.join("bin")).map_err(Error::file("made", partial))
        };
        let first = cache.provide("tool-1", proof, install).unwrap();
        let second = cache.provide("tool-1", proof, |_| Err(failure())).unwrap();
        assert_eq!(first, second);
        assert!(first.join("bin").is_dir());
        fs::remove_dir_all(&cache.root).unwrap();
    }

    #[test]
    fn an_interrupted_installation_is_not_a_tool_but_its_work_is_kept() {
        let cache = empty_cache("interrupted");
        let proof = Path::new("bin");
        let interrupted = cache.provide("tool-1", proof, |partial| {
            fs::create_dir(partial.join("compiled")).unwrap();
            Err(failure())
        });
        assert!(interrupted.is_err());
        let folder = cache.provide("tool-1", proof, |partial| {
            assert!(partial.join("compiled").is_dir());
            fs::create_dir(partial.join("bin")).map_err(Error::file("made", partial))
        });
        assert!(folder.unwrap().join("compiled").is_dir());
        fs::remove_dir_all(&cache.root).unwrap();
    }

    #[test]
    #[cfg(all(unix, not(target_os = "macos")))]
    fn the_usual_place_is_the_cache_folder_of_the_user() {
        let only_home = |name: &str| (name == "HOME").then(|| PathBuf::from("/home/x"));
        let expected = "/home/x/.cache/citizens-academy-player";
        assert_eq!(usual(only_home), Some(PathBuf::from(expected)));
        let all = |name: &str| Some(PathBuf::from(format!("/{name}")));
        let expected = "/XDG_CACHE_HOME/citizens-academy-player";
        assert_eq!(usual(all), Some(PathBuf::from(expected)));
        assert_eq!(usual(|_| None), None);
    }
}

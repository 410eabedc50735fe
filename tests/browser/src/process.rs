//! Helper processes that never outlive the run.
//!
//! Each runs under a small shell in a process group of its own. The shell waits on a pipe from
//! this process; when the pipe closes, because the owner was dropped or because this process was
//! stopped in whatever way, the shell removes the folder and kills the whole group.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use crate::failure::Outcome;
use crate::temp::TempFolder;

/// `$1` is the folder; the rest is the command.
const SUPERVISOR: &str = r#"
folder=$1; shift
"$@" </dev/null &
read -r _
rm -rf -- "$folder"
kill -KILL 0
"#;

/// The file that the process writes its messages to.
const MESSAGES: &str = "messages";

/// A process with all its children, and a folder that it may fill.
#[derive(Debug)]
pub(crate) struct Helper {
    shell: Child,
    folder: TempFolder,
}

impl Helper {
    /// Starts `program` with `args` and `env`; its temporary files go to `folder`.
    pub(crate) fn start<A: AsRef<OsStr>>(
        folder: TempFolder,
        program: &OsStr,
        args: &[A],
        env: &[(String, String)],
    ) -> Outcome<Self> {
        let messages = File::create(folder.path().join(MESSAGES))?;
        let shell = Command::new("sh")
            .args(["-c", SUPERVISOR, "sh"])
            .arg(folder.path())
            .arg(program)
            .args(args)
            .env("TMPDIR", folder.path())
            .envs(env.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(messages.try_clone()?)
            .stderr(messages)
            .process_group(0)
            .spawn()?;
        Ok(Self { shell, folder })
    }

    /// What the process has written so far.
    pub(crate) fn messages(&self) -> String {
        fs::read(self.folder.path().join(MESSAGES))
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // The shell kills itself last: when it is gone, so is its group.
        let _ = self.shell.wait();
    }
}

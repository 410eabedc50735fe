//! nginx.

use std::path::{Path, PathBuf};

use super::{ROOT, program, text};
use crate::failure::{Outcome, check};
use crate::temp::TempFolder;

/// The module that sends copies in brotli, where Debian puts it.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Writes the settings, and returns the program and its arguments.
pub(super) fn prepare(
    folder: &TempFolder,
    port: u16,
    instructions: &str,
) -> Outcome<(PathBuf, Vec<String>)> {
    check(
        Path::new(BROTLI).is_file(),
        format!(
            "`{BROTLI}` is not installed; type `cargo xtask test`, which installs it or says how"
        ),
    )?;
    let here = text(folder.path());
    // Many servers have a rule like this for all of their sites, which the instructions have to hold
    // their ground against.
    let rule = if instructions.is_empty() {
        ""
    } else {
        r"location ~* \.(js|wasm|html)$ { return 404; }"
    };
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("    {name}_temp_path {here}/{name};\n"))
        .concat();
    folder.write(
        "nginx.conf",
        format!(
            "daemon off;
master_process off;
pid {here}/pid;
error_log stderr;
load_module {BROTLI};
events {{}}
http {{
    access_log off;
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
{temporary}
    server {{
        listen 127.0.0.1:{port};
        root {here}/{ROOT};
        index index.html;

{instructions}
        {rule}
    }}
}}
"
        ),
    )?;
    let args = ["-p", &here, "-c", "nginx.conf", "-e", "stderr"];
    let args = args.map(str::to_owned).to_vec();
    Ok((program(&["nginx"])?, args))
}

//! Apache.

use std::path::{Path, PathBuf};

use super::{PATH, ROOT, program, text};
use crate::failure::{Failure, Outcome};
use crate::temp::TempFolder;

/// Where its modules are.
const MODULES: [&str; 2] = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules"];

/// The modules of a Debian server as it comes, and those that the instructions are for.
const USED: [&str; 9] = [
    "mpm_event",
    "authz_core",
    "mime",
    "dir",
    "negotiation",
    "filter",
    "deflate",
    "rewrite",
    "headers",
];

/// What Debian's own settings say, as far as the module could meet it: `.gz` is a type there, `.br`
/// is a language, and some types are compressed on their way.
const AS_IT_COMES: &str = "
DirectoryIndex index.html
TypesConfig /dev/null
AddType text/html .html
AddType text/javascript .js
AddType image/svg+xml .svg
AddType image/png .png
AddType application/x-gzip .gz
AddLanguage br .br
AddOutputFilterByType DEFLATE text/html text/javascript application/wasm
";

/// Writes the settings, with the instructions in the folder's own file, and returns the program and
/// its arguments.
pub(super) fn prepare(
    folder: &TempFolder,
    port: u16,
    instructions: &str,
) -> Outcome<(PathBuf, Vec<String>)> {
    let modules = MODULES.into_iter().find(|path| Path::new(path).is_dir());
    let modules = modules.ok_or_else(|| Failure::new("the modules of Apache were not found"))?;
    let load = USED.map(|name| format!("LoadModule {name}_module {modules}/mod_{name}.so\n"));
    let load = load.concat();
    folder.write(&format!("{ROOT}{PATH}.htaccess"), instructions)?;
    let here = text(folder.path());
    folder.write(
        "apache.conf",
        format!(
            "{load}
ServerName localhost
Listen 127.0.0.1:{port}
DefaultRuntimeDir \"{here}\"
PidFile \"{here}/pid\"
ErrorLog /dev/stderr
User nobody
Group nogroup
{AS_IT_COMES}
DocumentRoot \"{here}/{ROOT}\"
<Directory \"{here}/{ROOT}\">
    AllowOverride FileInfo
    Require all granted
</Directory>
"
        ),
    )?;
    let args = ["-d", &here, "-f", "apache.conf", "-DFOREGROUND"];
    let args = args.map(str::to_owned).to_vec();
    Ok((program(&["apache2", "httpd"])?, args))
}

//! A tree of dependencies as Cargo draws it, and the lock file.

/// A package in the tree, with what it needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Node {
    /// Its name.
    pub(super) name: String,
    /// Its version.
    pub(super) version: String,
    /// The names and versions of the packages that it needs.
    pub(super) needs: Vec<(String, String)>,
}

impl Node {
    /// Returns whether it is this package.
    pub(super) fn is(&self, name: &str, version: &str) -> bool {
        self.name == name && self.version == version
    }
}

/// Reads lines such as `2 serde v1.0.1 (proc-macro) (*)`: the depth, the name, the version. A
/// package that was drawn before is not drawn again with what it needs.
pub(super) fn read(text: &str) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    // The place of the package that was last met at each depth.
    let mut path: Vec<usize> = Vec::new();
    for line in text.lines() {
        let mut words = line.split_whitespace();
        let (Some(depth), Some(name), Some(version)) = (words.next(), words.next(), words.next())
        else {
            continue;
        };
        let (Ok(depth), Some(version)) = (depth.parse::<usize>(), version.strip_prefix('v')) else {
            continue;
        };
        let known = nodes.iter().position(|node| node.is(name, version));
        let place = known.unwrap_or_else(|| {
            nodes.push(Node {
                name: name.to_owned(),
                version: version.to_owned(),
                needs: Vec::new(),
            });
            nodes.len() - 1
        });
        path.truncate(depth);
        if let Some(parent) = path.last().and_then(|parent| nodes.get_mut(*parent)) {
            let need = (name.to_owned(), version.to_owned());
            if !parent.needs.contains(&need) {
                parent.needs.push(need);
            }
        }
        path.push(place);
    }
    nodes
}

/// Returns the checksum of a package in the text of a lock file; none where it comes from no
/// registry.
pub(super) fn checksum(lock: &str, name: &str, version: &str) -> Option<String> {
    let line = |key: &str, value: &str| format!("\n{key} = \"{value}\"\n");
    let mut entries = lock.split("[[package]]");
    let entry = entries.find(|entry| {
        entry.contains(&line("name", name)) && entry.contains(&line("version", version))
    })?;
    let (_, rest) = entry.split_once("\nchecksum = \"")?;
    Some(rest.split('"').next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_who_needs_whom() {
        let text = "0 a v1.0.0 (/x)\n1 b v2.0.0\n2 c v3.0.0+x (proc-macro)\n1 c v3.0.0+x (proc-macro) (*)\n";
        let nodes = read(text);
        let names: Vec<_> = nodes.iter().map(|node| node.name.as_str()).collect();
        assert_eq!(names, ["a", "b", "c"]);
        let need = |name: &str, version: &str| (name.to_owned(), version.to_owned());
        assert_eq!(nodes[0].needs, [need("b", "2.0.0"), need("c", "3.0.0+x")]);
        assert_eq!(nodes[1].needs, [need("c", "3.0.0+x")]);
        assert!(nodes[2].needs.is_empty());
    }

    #[test]
    fn reads_a_checksum() {
        let lock = "\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\n\
                    version = \"2.0.0\"\nsource = \"registry\"\nchecksum = \"00ff\"\n";
        assert_eq!(checksum(lock, "a", "2.0.0").as_deref(), Some("00ff"));
        assert_eq!(checksum(lock, "a", "1.0.0"), None);
        assert_eq!(checksum(lock, "b", "1.0.0"), None);
    }
}

//! A parsed page that tests can ask.

use std::rc::Rc;

use html5ever::ParseOpts;
use html5ever::parse_document;
use html5ever::tendril::TendrilSink as _;
use html5ever::tree_builder::TreeBuilderOpts;
use markup5ever_rcdom::Handle;
use markup5ever_rcdom::NodeData;
use markup5ever_rcdom::RcDom;

/// An element, or the document, of a parsed page.
pub(crate) struct Dom {
    node: Handle,
    complaints: Vec<String>,
    /// Keeps the tree alive: its nodes hold their parents weakly.
    root: Rc<RcDom>,
}

impl Dom {
    /// Parses a document as a browser with scripting does.
    pub(crate) fn parse(html: &str) -> Self {
        let options = ParseOpts {
            tree_builder: TreeBuilderOpts {
                exact_errors: true,
                ..Default::default()
            },
            ..Default::default()
        };
        let root = Rc::new(parse_document(RcDom::default(), options).one(html));
        let complaints = root
            .errors
            .borrow()
            .iter()
            .map(ToString::to_string)
            .collect();
        Self {
            node: root.document.clone(),
            complaints,
            root,
        }
    }

    fn at(&self, node: &Handle) -> Self {
        Self {
            node: node.clone(),
            complaints: Vec::new(),
            root: Rc::clone(&self.root),
        }
    }

    /// What the parser had to complain about.
    pub(crate) fn complaints(&self) -> Vec<String> {
        self.complaints.clone()
    }

    /// The tag name.
    pub(crate) fn name(&self) -> String {
        match &self.node.data {
            NodeData::Element { name, .. } => name.local.to_string(),
            _ => String::new(),
        }
    }

    /// The names of the attributes.
    pub(crate) fn attribute_names(&self) -> Vec<String> {
        match &self.node.data {
            NodeData::Element { attrs, .. } => attrs
                .borrow()
                .iter()
                .map(|attribute| attribute.name.local.to_string())
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Whether there is such an attribute.
    pub(crate) fn has(&self, attribute: &str) -> bool {
        self.attribute_names().iter().any(|name| name == attribute)
    }

    /// The value of an attribute; empty where there is none.
    pub(crate) fn attribute(&self, wanted: &str) -> String {
        let NodeData::Element { attrs, .. } = &self.node.data else {
            return String::new();
        };
        let attrs = attrs.borrow();
        let found = attrs
            .iter()
            .find(|attribute| &*attribute.name.local == wanted);
        found
            .map(|attribute| attribute.value.to_string())
            .unwrap_or_default()
    }

    /// The element's child elements.
    pub(crate) fn children(&self) -> Vec<Self> {
        let children = self.node.children.borrow();
        let elements = children
            .iter()
            .filter(|node| matches!(node.data, NodeData::Element { .. }));
        elements.map(|node| self.at(node)).collect()
    }

    /// The text of all descendants.
    pub(crate) fn text(&self) -> String {
        match &self.node.data {
            NodeData::Text { contents } => contents.borrow().to_string(),
            _ => self
                .node
                .children
                .borrow()
                .iter()
                .map(|child| self.at(child).text())
                .collect(),
        }
    }

    /// All descendants that match `*`, `name` or `[attribute]`, in document order.
    pub(crate) fn all(&self, selector: &str) -> Vec<Self> {
        let attribute = selector
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        let mut found = Vec::new();
        for child in self.children() {
            let fits = attribute.map_or_else(
                || selector == "*" || child.name() == selector,
                |attribute| child.has(attribute),
            );
            let inner = child.all(selector);
            if fits {
                found.push(child);
            }
            found.extend(inner);
        }
        found
    }

    /// The first descendant with this tag name.
    pub(crate) fn first(&self, name: &str) -> Self {
        self.all(name)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("there is no <{name}>"))
    }

    /// All descendants with this tag name and class.
    pub(crate) fn with_class(&self, name: &str, class: &str) -> Vec<Self> {
        let has = |element: &Self| {
            element
                .attribute("class")
                .split(' ')
                .any(|one| one == class)
        };
        self.all(name).into_iter().filter(has).collect()
    }

    /// The element with this id.
    pub(crate) fn by_id(&self, id: &str) -> Self {
        let mut found = self
            .all("[id]")
            .into_iter()
            .filter(|element| element.attribute("id") == id);
        found.next().unwrap_or_else(|| panic!("there is no #{id}"))
    }

    /// The content of the `<meta http-equiv>` with this name.
    pub(crate) fn meta(&self, name: &str) -> String {
        let mut metas = self.all("meta").into_iter();
        let found = metas.find(|meta| meta.attribute("http-equiv") == name);
        found
            .map(|meta| meta.attribute("content"))
            .unwrap_or_default()
    }

    /// All headings, in document order.
    pub(crate) fn headings(&self) -> Vec<Self> {
        let is_heading = |element: &Self| matches!(element.name().as_bytes(), [b'h', level] if level.is_ascii_digit());
        self.all("*").into_iter().filter(is_heading).collect()
    }
}

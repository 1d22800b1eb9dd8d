//! A run, with what the run itself does not know.

use expectspec_requirements::Party;
use expectspec_runner::Run;

/// All that a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The run.
    pub run: &'a Run,
    /// Who was tested.
    pub subject: &'a Subject,
    /// The path of requests with content, for the hint on a better one.
    pub path: &'a str,
    /// What was not run.
    pub left_out: LeftOut,
}

/// Who was tested, in the words of the person who tests.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Subject {
    /// The name; the product in the `Server` field or the address if no better one is known.
    pub name: String,
    /// The version, if known.
    pub version: Option<String>,
    /// The party that it plays.
    pub party: Party,
}

impl Subject {
    /// The subject of a run, by the name that was given or else by its `Server` field.
    ///
    /// ```
    /// use expectspec_report::Subject;
    ///
    /// let subject = Subject::named(None, Some("nginx/1.28.0 (Debian)"), "127.0.0.1:80");
    /// assert_eq!((subject.name.as_str(), subject.version.as_deref()), ("nginx", Some("1.28.0")));
    /// let subject = Subject::named(None, None, "127.0.0.1:80");
    /// assert_eq!((subject.name.as_str(), subject.version), ("127.0.0.1:80", None));
    /// ```
    #[must_use]
    pub fn named(name: Option<&str>, server: Option<&str>, address: &str) -> Self {
        // Server = product *( RWS ( product / comment ) ), product = token [ "/" token ].
        let product = server.and_then(|server| server.split_whitespace().next());
        let (product, version) = match product.map(|product| product.split_once('/')) {
            Some(Some((product, version))) => (Some(product), Some(version)),
            Some(None) => (product, None),
            None => (None, None),
        };
        Self {
            name: name.or(product).unwrap_or(address).to_owned(),
            version: version.map(str::to_owned),
            party: Party::OriginServer,
        }
    }
}

/// Cases that were chosen but not run.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct LeftOut {
    /// How many, because they could do harm to a server that others use.
    pub dangerous: usize,
}

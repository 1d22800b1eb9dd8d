//! What a reader makes of some octets, in words that all readers share.

use core::fmt;

/// What kind of head the octets are read as.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// A request, by a server.
    Request,
    /// A response to GET, by a client.
    Response,
}

/// What became of the octets.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// A head was read.
    Read(Reading),
    /// More octets are awaited.
    Waits,
    /// They are refused.
    Refuses,
}

/// A head as it was read. What a reader does not tell is `None`.
#[derive(Clone, Default, Eq, PartialEq)]
pub struct Reading {
    /// How many octets it has.
    pub len: Option<usize>,
    /// The method.
    pub method: Option<Vec<u8>>,
    /// The request-target.
    pub target: Option<Vec<u8>>,
    /// The status code.
    pub code: Option<u16>,
    /// The reason phrase.
    pub reason: Option<Vec<u8>>,
    /// The digit behind the dot of HTTP/1.
    pub minor: Option<u8>,
    /// The field lines.
    pub fields: Option<Fields>,
    /// How its content is delimited.
    pub content: Option<Content>,
    /// Whether a 100 (Continue) is due before the content (RFC 9110 §10.1.1).
    pub awaits_100: Option<bool>,
}

/// How content is delimited (RFC 9112 §6.3).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Content {
    /// There is none.
    Nothing,
    /// This many octets, more than zero.
    Length(u64),
    /// The chunked transfer coding.
    Chunked,
    /// What comes until the connection ends.
    UntilClose,
    /// That can't be told reliably: a server refuses the request, a client gives the connection up.
    Unreliable,
}

/// Field lines, sorted by their names in lower case. Lines of one name stay in order, since
/// their order means
/// something; that of others does not (RFC 9110 §5.3).
#[derive(Clone, Default, Eq, PartialEq)]
pub struct Fields(Vec<(Vec<u8>, Vec<u8>)>);

impl Fields {
    /// The field lines in this order.
    pub fn new<'a>(lines: impl Iterator<Item = (&'a [u8], &'a [u8])>) -> Self {
        let lower = lines.map(|(name, value)| (name.to_ascii_lowercase(), value.to_vec()));
        let mut lines: Vec<_> = lower.collect();
        lines.sort_by(|one, other| one.0.cmp(&other.0));
        Self(lines)
    }

    /// The field lines without those of this name, in lower case.
    #[must_use]
    pub fn without(&self, name: &[u8]) -> Self {
        Self(self.0.iter().filter(|line| line.0 != name).cloned().collect())
    }

    /// The values of the lines of this name, in lower case, in order.
    pub fn values<'a>(&'a self, name: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
        self.0.iter().filter(move |line| line.0 == name).map(|line| &line.1[..])
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self
            .0
            .iter()
            .map(|(name, value)| format!("{}: {}", name.escape_ascii(), value.escape_ascii()));
        f.debug_list().entries(lines).finish()
    }
}

impl fmt::Debug for Reading {
    /// What is told, as one wants to read a find.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let escaped =
            |octets: &Option<Vec<u8>>| octets.as_ref().map(|it| it.escape_ascii().to_string());
        f.debug_struct("Reading")
            .field("len", &self.len)
            .field("method", &escaped(&self.method))
            .field("target", &escaped(&self.target))
            .field("code", &self.code)
            .field("reason", &escaped(&self.reason))
            .field("minor", &self.minor)
            .field("fields", &self.fields)
            .field("content", &self.content)
            .field("awaits_100", &self.awaits_100)
            .finish()
    }
}

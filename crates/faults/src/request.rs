//! What a rule sees of a request.

use expectspec_message::framing::of_request;
use expectspec_message::octet::{is_ows, trim_ows};
use expectspec_message::{AnomalyKind, Expectations, FieldLine, Framing, Head, StartLine, Version};

/// A request as a rule sees it: its head as it came, and where it stands on its connection.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The octets of the head.
    pub octets: &'a [u8],
    /// The head.
    pub head: &'a Head,
    /// How many requests came before it on its connection.
    pub index: usize,
    /// Whether more octets came with the head.
    pub followed: bool,
    /// The trailer section, as far as it has come.
    pub trailers: &'a [u8],
}

impl<'a> Request<'a> {
    /// The method; empty if there is none.
    #[must_use]
    pub fn method(&self) -> &'a [u8] {
        match self.head.start {
            Some(StartLine::Request { method, .. }) => method.of(self.octets),
            _ => b"",
        }
    }

    /// The request-target; empty if there is none.
    #[must_use]
    pub fn target(&self) -> &'a [u8] {
        match self.head.start {
            Some(StartLine::Request { target, .. }) => target.of(self.octets),
            _ => b"",
        }
    }

    /// Whether the request is HTTP/1.0.
    #[must_use]
    pub fn is_http_10(&self) -> bool {
        self.head.version() == Some(Version::HTTP_10)
    }

    /// Whether the request is HTTP/1.1 or later.
    #[must_use]
    pub fn is_http_11(&self) -> bool {
        self.head.version().is_some_and(Version::is_11_or_later)
    }

    /// Whether there is a field with this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.head.has(self.octets, name.as_bytes())
    }

    /// Whether the list field `name` has this member.
    #[must_use]
    pub fn has_member(&self, name: &str, member: &str) -> bool {
        self.head.has_member(self.octets, name.as_bytes(), member.as_bytes())
    }

    /// How many field lines have this name.
    #[must_use]
    pub fn lines(&self, name: &str) -> usize {
        self.head.values(self.octets, name.as_bytes()).count()
    }

    /// The `Expect` field line values, without OWS around them.
    pub fn expects(&self) -> impl Iterator<Item = &'a [u8]> {
        let (head, octets) = (self.head, self.octets);
        head.values(octets, b"expect")
    }

    /// Whether the only `Expect` field line has a value of which this holds.
    #[must_use]
    pub fn expects_what(&self, holds: impl Fn(&[u8]) -> bool) -> bool {
        self.lines("expect") == 1 && self.expects().all(holds)
    }

    /// The first `Expect` field line: its name, what stands between name and value, its value, and
    /// what stands between that and the line end.
    #[must_use]
    pub fn expect_line(&self) -> Option<[&'a [u8]; 4]> {
        let named = |line: &&FieldLine| line.name.of(self.octets).eq_ignore_ascii_case(b"expect");
        let line = self.head.fields.iter().find(named)?;
        let between = &self.octets[line.name.end as usize..line.value.start as usize];
        let behind = &self.octets[line.value.end as usize..];
        let spaces = behind.iter().take_while(|&&octet| is_ows(octet)).count();
        Some([line.name.of(self.octets), between, line.value.of(self.octets), &behind[..spaces]])
    }

    /// What the `Expect` field lines say together.
    #[must_use]
    pub fn expectations(&self) -> Expectations {
        Expectations::of(self.head, self.octets)
    }

    /// How the content is delimited.
    #[must_use]
    pub fn framing(&self) -> Framing {
        of_request(self.head, self.octets).framing
    }

    /// Whether content is announced.
    #[must_use]
    pub fn has_content(&self) -> bool {
        self.framing().has_content()
    }

    /// Whether the content is chunked.
    #[must_use]
    pub fn is_chunked(&self) -> bool {
        self.framing() == Framing::Chunked
    }

    /// The announced number of octets of content.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        match self.framing() {
            Framing::Length(octets) => Some(octets),
            _ => None,
        }
    }

    /// The first `Content-Length` field line value.
    #[must_use]
    pub fn length_value(&self) -> &'a [u8] {
        self.head.values(self.octets, b"content-length").next().map_or(b"", trim_ows)
    }

    /// Whether the client may be waiting for a 100 (Continue).
    #[must_use]
    pub fn expects_continue(&self) -> bool {
        self.is_http_11() && self.has_content() && self.expectations().has_continue()
    }

    /// Whether the head has this anomaly.
    #[must_use]
    pub fn has_anomaly(&self, kind: AnomalyKind) -> bool {
        self.head.anomaly(kind).is_some()
    }

    /// Whether nothing is wrong with the head.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        self.head.start.is_some()
            && self.head.anomalies.is_empty()
            && self.lines("host") == 1
            && !matches!(self.framing(), Framing::Bad(_))
    }
}

/// Every request.
pub(crate) const fn always(_: &Request<'_>) -> bool {
    true
}

/// A request whose client may be waiting for a 100 (Continue).
pub(crate) fn expecting(request: &Request<'_>) -> bool {
    request.expects_continue()
}

/// A request that the reference answers with a 100 (Continue) and 200.
pub(crate) fn accepted(request: &Request<'_>) -> bool {
    expecting(request)
        && request.is_well_formed()
        && matches!(request.target(), b"/" | b"/upgrade")
        && request.length().is_none_or(|octets| octets <= 1024 * 1024)
}

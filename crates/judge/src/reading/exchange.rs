//! A request and its responses.

use expectspec_message::octet::is_line_space;
use expectspec_message::{
    ChunkedError, Expectations, Framing, Head, HeadError, RequestFraming, StartLine, Version,
    framing,
};

use super::Stream;
use crate::Stamp;

/// A request with the responses that belong to it (RFC 9112 §9.2): the interim ones in order, then
/// the final one if it came.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The request.
    pub request: Request,
    /// Its responses.
    pub responses: Vec<Response>,
}

/// A request, delimited as its own head says, whatever the server made of it.
#[derive(Clone, Debug)]
pub struct Request {
    /// When its first octet passed.
    pub start: Stamp,
    /// Offset of its first octet in the client's stream.
    pub offset: usize,
    /// Its head; spans count from `offset`.
    pub head: Head,
    /// Octets of the head, once complete.
    pub head_octets: usize,
    /// When the last octet of the head passed.
    pub head_end: Option<Stamp>,
    /// Why the head can't be read at all.
    pub error: Option<HeadError>,
    /// What its `Expect` field lines say together.
    pub expectations: Expectations,
    /// How many `Expect` field lines there are.
    pub expect_lines: u32,
    /// What its `Host` field lines say.
    pub host: HostField,
    /// How its content is delimited.
    pub framing: RequestFraming,
    /// Its content so far.
    pub content: Content,
    /// Octets of its trailer section, the field lines with their line ends.
    pub trailer_octets: usize,
    /// Why its chunked content can't be read any further.
    pub broken: Option<ChunkedError>,
    /// When its last octet passed.
    pub end: Option<Stamp>,
}

/// What the `Host` field lines of a request say (RFC 9112 §3.2).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum HostField {
    /// There is none.
    Missing,
    /// There is one, and its value may well be a host.
    One,
    /// There is one, and its value holds octets that neither a host nor a port can have.
    Invalid,
    /// There are several.
    Several,
}

/// The content of a message as it passed.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Content {
    /// When the first octet behind the head passed.
    pub first: Option<Stamp>,
    /// Octets behind the head, chunked framing included.
    pub octets: u64,
}

/// A response.
#[derive(Clone, Debug)]
pub struct Response {
    /// When its first octet passed.
    pub start: Stamp,
    /// Offset of its first octet in the server's stream.
    pub offset: usize,
    /// Its head; spans count from `offset`.
    pub head: Head,
    /// Octets of the head, once complete.
    pub head_octets: usize,
    /// When the last octet of the head passed.
    pub head_end: Option<Stamp>,
    /// How its content is delimited.
    pub framing: Framing,
    /// Its content so far.
    pub content: Content,
    /// When its last octet passed.
    pub end: Option<Stamp>,
    /// Why its content has no end that can be told.
    pub broken: Option<Break>,
}

/// Why the end of a response can't be told.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Break {
    /// The connection ended within it.
    Off,
    /// Its framing fields contradict each other or the grammar.
    Framing,
    /// Its chunks are outside the grammar.
    Chunks(ChunkedError),
}

impl Exchange {
    /// The final response, as soon as its head is complete (101 counts as final: it ends HTTP/1.1).
    #[must_use]
    pub fn final_response(&self) -> Option<&Response> {
        self.responses.last().filter(|response| response.is_final())
    }

    /// The interim responses, heads complete.
    pub fn interims(&self) -> impl Iterator<Item = &Response> {
        self.responses.iter().filter(|response| response.is_interim())
    }

    /// The first 100 (Continue).
    #[must_use]
    pub fn continue_response(&self) -> Option<&Response> {
        self.interims().find(|response| response.code() == Some(100))
    }
}

impl HostField {
    /// Reads one more field line value into the sum.
    ///
    /// ```text
    /// Host = uri-host [ ":" port ]
    /// ```
    pub(super) fn add(self, value: &[u8]) -> Self {
        match self {
            Self::Missing if !is_host(value) => Self::Invalid,
            Self::Missing => Self::One,
            Self::One | Self::Invalid | Self::Several => Self::Several,
        }
    }
}

/// Whether nothing in the value stands outside the grammar for sure.
fn is_host(value: &[u8]) -> bool {
    let inside = |octet: &u8| octet.is_ascii_graphic() && !b"/?#@\\\"<>^`{|}[]".contains(octet);
    // The colons of an IPv6 address stand in brackets.
    let (name, port) = match value.strip_prefix(b"[") {
        Some(literal) => {
            let end = literal.iter().position(|&octet| octet == b']');
            let Some((address, port)) = end.map(|end| literal.split_at(end)) else { return false };
            (address, &port[1..])
        }
        None => value.split_at(value.iter().position(|&it| it == b':').unwrap_or(value.len())),
    };
    let is_port = match port {
        [] => true,
        [b':', digits @ ..] => digits.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    name.iter().all(inside) && is_port
}

impl Request {
    /// The request's method; empty until the request-line is complete.
    #[must_use]
    pub fn method<'a>(&self, stream: &'a Stream) -> &'a [u8] {
        match self.head.start {
            Some(StartLine::Request { method, .. }) => method.of(&stream.octets()[self.offset..]),
            _ => b"",
        }
    }

    /// The method, as soon as it is sent: a response may come before the request-line is complete,
    /// and the method says whether it has content.
    pub(super) fn method_begun<'a>(&self, stream: &'a Stream) -> &'a [u8] {
        let known = self.method(stream);
        if !known.is_empty() {
            return known;
        }
        // Whatever empty lines there are before it.
        let blank = |octet: &u8| is_line_space(*octet);
        let octets = self.octets(stream);
        let start = octets.iter().position(|octet| !blank(octet) && *octet != b'\n');
        let octets = &octets[start.unwrap_or(octets.len())..];
        &octets[..octets.iter().position(blank).unwrap_or(0)]
    }

    /// The request-target; empty until the request-line is complete.
    #[must_use]
    pub fn target<'a>(&self, stream: &'a Stream) -> &'a [u8] {
        match self.head.start {
            Some(StartLine::Request { target, .. }) => target.of(&stream.octets()[self.offset..]),
            _ => b"",
        }
    }

    /// The version; HTTP/1.1 until the request-line is complete.
    #[must_use]
    pub fn version(&self) -> Version {
        self.head.version().unwrap_or(Version::HTTP_11)
    }

    /// The octets of the head, to read fields from.
    #[must_use]
    pub fn octets<'a>(&self, stream: &'a Stream) -> &'a [u8] {
        &stream.octets()[self.offset..]
    }

    /// Whether the list field `name` has this member.
    #[must_use]
    pub fn has_member(&self, stream: &Stream, name: &[u8], member: &[u8]) -> bool {
        self.head.has_member(self.octets(stream), name, member)
    }

    /// Whether the head announces content.
    #[must_use]
    pub const fn announces_content(&self) -> bool {
        self.framing.framing.has_content()
    }

    /// Where its content begins in the client's stream, once the head is complete.
    #[must_use]
    pub const fn content_start(&self) -> usize {
        self.offset + self.head_octets
    }

    /// Where it ends in the client's stream, as far as it passed.
    #[must_use]
    pub fn content_end(&self) -> usize {
        let octets = usize::try_from(self.content.octets).unwrap_or(usize::MAX);
        self.content_start().saturating_add(octets)
    }

    /// The octets of its content as far as they passed, chunked framing included.
    #[must_use]
    pub fn content_octets<'a>(&self, stream: &'a Stream) -> &'a [u8] {
        let end = self.content_end().min(stream.len());
        stream.octets().get(self.content_start()..end).unwrap_or_default()
    }

    /// Whether its content had begun before this moment.
    #[must_use]
    pub fn has_content_before(&self, moment: Stamp) -> bool {
        self.content.first.is_some_and(|first| first < moment)
    }

    /// Whether the head is complete and free of what the grammar does not allow.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        self.head_end.is_some()
            && self.error.is_none()
            && self.head.anomalies.is_empty()
            && self.expectations.malformed == 0
            && !matches!(self.framing.framing, Framing::Bad(_))
    }

    /// Whether a server owes an immediate 100 or final response (RFC 9110 §10.1.1): HTTP/1.1 or
    /// later, content announced, and a 100-continue expectation among the members.
    #[must_use]
    pub fn expects_continue(&self) -> bool {
        self.head_end.is_some()
            && self.error.is_none()
            && self.version().is_11_or_later()
            && self.expectations.has_continue()
            && self.announces_content()
    }
}

impl Response {
    /// The status code, once the status-line is complete.
    #[must_use]
    pub fn code(&self) -> Option<u16> {
        match self.head.start {
            Some(StartLine::Response { code, .. }) => Some(code),
            _ => None,
        }
    }

    /// Whether this is an interim response: 1xx but 101, head complete.
    #[must_use]
    pub fn is_interim(&self) -> bool {
        self.head_end.is_some()
            && self.code().is_some_and(|code| (100..200).contains(&code) && code != 101)
    }

    /// Whether this is a final response (or 101), head complete.
    #[must_use]
    pub fn is_final(&self) -> bool {
        self.head_end.is_some() && !self.is_interim()
    }

    /// The octets of the head, to read fields from.
    #[must_use]
    pub fn octets<'a>(&self, stream: &'a Stream) -> &'a [u8] {
        &stream.octets()[self.offset..]
    }

    /// Whether the list field `name` has this member.
    #[must_use]
    pub fn has_member(&self, stream: &Stream, name: &[u8], member: &[u8]) -> bool {
        self.head.has_member(self.octets(stream), name, member)
    }

    /// Whether the response has the `close` connection option.
    #[must_use]
    pub fn closes(&self, stream: &Stream) -> bool {
        self.has_member(stream, b"connection", b"close")
    }

    /// The framing that this head gives to a response to `method`.
    pub(super) fn framing_for(&self, stream: &Stream, method: &[u8]) -> Framing {
        framing::of_response(&self.head, self.octets(stream), method)
    }
}

//! A request as its own head delimits it.

use expectspec_message::octet::is_line_space;
use expectspec_message::{
    ChunkedError, Expectations, Framing, Head, HeadError, RequestFraming, StartLine, Version,
};

use super::{Content, HostField, Stream};
use crate::Stamp;

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

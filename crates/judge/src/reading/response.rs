//! A response as its head and its request delimit it.

use expectspec_message::{ChunkedError, Framing, Head, StartLine, framing};

use super::{Content, Stream};
use crate::Stamp;

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

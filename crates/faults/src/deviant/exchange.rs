//! The exchange at hand, as the deviant sees it.

use expectspec_message::framing::of_request;
use expectspec_message::{Framing, Head, HeadReader, Limits, StartLine};

use crate::Request;
use crate::content::Content;

/// A request that has begun, and how far it has come.
#[derive(Debug)]
pub(super) struct Exchange {
    /// The head as it came.
    octets: Vec<u8>,
    head: Head,
    pub(super) index: usize,
    followed: bool,
    trailers: Vec<u8>,
    /// The method as the reference reads it.
    pub(super) method: Vec<u8>,
    /// The content that is still to come.
    pub(super) content: Content,
    pub(super) end: End,
    pub(super) begun: bool,
    pub(super) reader: Reader,
    pub(super) answered: bool,
}

/// Who reads the content.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reader {
    /// The reference.
    Reference,
    /// Nobody: it is dropped.
    Nobody,
}

/// Where the content ends.
#[derive(Debug)]
pub(super) enum End {
    /// Where its framing says.
    Proper,
    /// At the end of the last chunk; holds the framing since the last chunk data.
    LastChunk(Vec<u8>),
}

/// Content at the front of the input.
pub(super) struct Piece {
    /// How many octets.
    pub(super) len: usize,
    /// What the reference is given beside them.
    pub(super) beside: &'static [u8],
}

impl Exchange {
    /// The exchange that `octets` begin; `read_as` is the head as the reference reads it.
    pub(super) fn new(
        octets: Vec<u8>,
        head: Head,
        (index, followed): (usize, bool),
        read_as: &[u8],
    ) -> Self {
        let mut reader = HeadReader::request(Limits::default());
        // What can't be read has no content that we could count.
        let readable = reader.read(read_as).is_ok();
        let content = match of_request(reader.head(), read_as).framing {
            Framing::Bad(_) => Content::Complete,
            framing if readable => Content::new(framing),
            _ => Content::Complete,
        };
        let method = match reader.head().start {
            Some(StartLine::Request { method, .. }) => method.of(read_as).to_vec(),
            _ => Vec::new(),
        };
        Self {
            octets,
            head,
            index,
            followed,
            trailers: Vec::new(),
            method,
            content,
            end: End::Proper,
            begun: false,
            reader: Reader::Reference,
            answered: false,
        }
    }

    pub(super) fn request(&self) -> Request<'_> {
        Request {
            octets: &self.octets,
            head: &self.head,
            index: self.index,
            followed: self.followed,
            trailers: &self.trailers,
        }
    }

    pub(super) const fn is_complete(&self) -> bool {
        self.content.is_complete()
    }

    /// The content at the front of `input`; `None` if what stands there is none.
    pub(super) fn take(&mut self, input: &[u8]) -> Option<Piece> {
        let End::LastChunk(framing) = &mut self.end else {
            let piece = self.content.take(input)?;
            self.trailers.extend(piece.trailers);
            return Some(Piece { len: piece.len, beside: b"" });
        };
        framing.push(input[0]);
        if self.content.take(&input[..1])?.data > 0 {
            framing.clear();
        }
        let mut piece = Piece { len: 1, beside: b"" };
        if framing.trim_ascii_start() == b"0\r\n" {
            piece.beside = b"\r\n";
            self.content = Content::Complete;
        }
        Some(piece)
    }
}

//! The exchange at hand, as the deviant sees it.

use expectspec_message::framing::of_request;
use expectspec_message::{
    ChunkedReader, ChunkedStep, Framing, Head, HeadReader, Limits, StartLine,
};

use crate::Request;

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
    pub(super) content: Content,
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

/// The content that is still to come.
#[derive(Debug)]
pub(super) enum Content {
    Length(u64),
    Chunked(ChunkedReader),
    /// Chunked, read up to the end of the last chunk; holds the framing since the last chunk data.
    ChunkedToLastChunk(ChunkedReader, Vec<u8>),
    Complete,
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
            Framing::Length(octets) if octets > 0 && readable => Content::Length(octets),
            Framing::Chunked if readable => Content::Chunked(ChunkedReader::default()),
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
        matches!(self.content, Content::Complete)
    }

    /// The content at the front of `input`; `None` if what stands there is none.
    pub(super) fn take(&mut self, input: &[u8]) -> Option<Piece> {
        let mut piece = Piece { len: 0, beside: b"" };
        match &mut self.content {
            Content::Complete => {}
            Content::Length(left) => {
                piece.len =
                    usize::try_from(*left).map_or(input.len(), |left| left.min(input.len()));
                *left -= piece.len as u64;
                if *left == 0 {
                    self.content = Content::Complete;
                }
            }
            Content::Chunked(reader) => match reader.read(input).ok()? {
                ChunkedStep::Partial => piece.len = input.len(),
                ChunkedStep::Data { consumed, .. } => piece.len = consumed,
                ChunkedStep::End { consumed } => {
                    piece.len = consumed;
                    self.trailers = reader.trailers().to_vec();
                    self.content = Content::Complete;
                }
            },
            Content::ChunkedToLastChunk(reader, framing) => {
                piece.len = 1;
                framing.push(input[0]);
                match reader.read(&input[..1]).ok()? {
                    ChunkedStep::Data { .. } => framing.clear(),
                    ChunkedStep::Partial | ChunkedStep::End { .. } => {}
                }
                if framing.trim_ascii_start() == b"0\r\n" {
                    piece.beside = b"\r\n";
                    self.content = Content::Complete;
                }
            }
        }
        Some(piece)
    }
}

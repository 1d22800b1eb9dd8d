//! The request at hand, as the deviant client sees it go out.

use expectspec_message::framing::of_request;
use expectspec_message::{Framing, Head, HeadReader, Limits};

use crate::Request;
use crate::client::{Moment, Response, Sent};

/// A request whose head is out, and what has come of it.
#[derive(Debug)]
pub(super) struct Exchange {
    /// The head as the reference wrote it.
    octets: Vec<u8>,
    head: Head,
    index: usize,
    before: usize,
    repeats: usize,
    pub(super) content: Content,
    /// The content that has gone out.
    pub(super) content_out: Vec<u8>,
    /// How often the content goes out once more.
    pub(super) copies: usize,
    pub(super) interims: usize,
    pub(super) interim_octets: Vec<u8>,
    /// The status code of the final response that has begun.
    pub(super) final_code: Option<u16>,
    /// A final response is complete.
    pub(super) answered: bool,
}

/// The content that is still to go out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Content {
    Length(u64),
    Chunked,
    Complete,
}

impl Exchange {
    /// The exchange that a head begins: with so many requests before it on its connection, and
    /// anywhere, and so many that were the same.
    pub(super) fn new(octets: Vec<u8>, [index, before, repeats]: [usize; 3]) -> Self {
        let mut reader = HeadReader::request(Limits::default());
        reader.read(&octets).expect("the reference writes heads that can be read");
        let head = reader.take();
        let content = match of_request(&head, &octets).framing {
            Framing::Length(octets @ 1..) => Content::Length(octets),
            Framing::Chunked => Content::Chunked,
            _ => Content::Complete,
        };
        Self {
            octets,
            head,
            index,
            before,
            repeats,
            content,
            content_out: Vec::new(),
            copies: 0,
            interims: 0,
            interim_octets: Vec::new(),
            final_code: None,
            answered: false,
        }
    }

    /// Notes that the reference sent a piece of content.
    pub(super) fn advance(&mut self, piece: &[u8]) {
        self.content = match self.content {
            Content::Length(left) if left > piece.len() as u64 => {
                Content::Length(left - piece.len() as u64)
            }
            Content::Chunked if piece != LAST_CHUNK => Content::Chunked,
            Content::Length(_) | Content::Chunked | Content::Complete => Content::Complete,
        };
    }

    pub(super) fn is_complete(&self) -> bool {
        self.content == Content::Complete
    }

    pub(super) fn is_chunked(&self) -> bool {
        self.moment(None).request.is_chunked()
    }

    pub(super) fn moment<'a>(&'a self, response: Option<Response<'a>>) -> Moment<'a> {
        let request = Request {
            octets: &self.octets,
            head: &self.head,
            index: self.index,
            followed: false,
            trailers: b"",
        };
        let sent = match (self.content, self.content_out.is_empty()) {
            (Content::Complete, _) => Sent::All,
            (_, true) => Sent::Head,
            (_, false) => Sent::SomeContent,
        };
        Moment {
            request,
            before: self.before,
            repeats: self.repeats,
            sent,
            interims: &self.interim_octets,
            final_code: self.final_code,
            response,
        }
    }

    pub(super) fn method(&self) -> Vec<u8> {
        self.moment(None).request.method().to_vec()
    }
}

/// How the reference ends chunked content, in a piece of its own.
pub(super) const LAST_CHUNK: &[u8] = b"0\r\n\r\n";

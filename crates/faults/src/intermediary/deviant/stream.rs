//! One direction of a connection, cut into heads and pieces of content.

use core::ops::Range;

use expectspec_message::{Framing, Head, HeadReader, Limits, Progress};

use crate::content as counted;

/// What has come of one direction and is not read yet, and where its reader stands.
#[derive(Clone, Debug)]
pub(super) struct Stream {
    octets: Vec<u8>,
    kind: Kind,
    stage: Stage,
}

/// Which messages a stream has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Requests,
    Responses,
}

#[derive(Clone, Debug)]
enum Stage {
    Head,
    Content(counted::Content),
    /// Nobody knows what follows.
    Through,
}

/// A piece of a stream.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Head(Vec<u8>, Head),
    Content(Content),
    /// Octets of which nothing is known.
    Through(Vec<u8>),
}

/// A piece of content.
#[derive(Clone, Debug)]
pub(super) struct Content {
    pub(super) octets: Vec<u8>,
    /// Where the data is, without its framing.
    pub(super) data: Range<usize>,
    pub(super) is_chunked: bool,
    pub(super) is_last: bool,
}

impl Stream {
    pub(super) const fn new(kind: Kind) -> Self {
        Self { octets: Vec::new(), kind, stage: Stage::Head }
    }

    pub(super) fn push(&mut self, octets: &[u8]) {
        self.octets.extend_from_slice(octets);
    }

    pub(super) fn take_all(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.octets)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.octets.is_empty()
    }

    /// The octets of a head that is not complete.
    pub(super) fn partial_head(&self) -> &[u8] {
        if matches!(self.stage, Stage::Head) { &self.octets } else { &[] }
    }

    /// Begins the content of the message whose head was read last; false if there is none.
    pub(super) fn begin(&mut self, framing: Framing) -> bool {
        let content = counted::Content::new(framing);
        self.stage = match framing {
            Framing::Bad(_) => Stage::Through,
            _ if content.is_complete() => Stage::Head,
            _ => Stage::Content(content),
        };
        !matches!(self.stage, Stage::Head)
    }

    /// Reads nothing more.
    pub(super) fn give_up(&mut self) {
        self.stage = Stage::Through;
    }

    /// The octets that would end the content that is being read, which then counts as read; none if
    /// there is no end, or it is too far.
    pub(super) fn presume(&mut self) -> Option<Vec<u8>> {
        let filler = match self.stage {
            Stage::Content(counted::Content::Length(left @ ..=PRESUMED_OCTETS_MAX)) => {
                vec![b'0'; usize::try_from(left).ok()?]
            }
            Stage::Content(counted::Content::Chunked(_)) => b"0\r\n\r\n".to_vec(),
            Stage::Content(_) | Stage::Head | Stage::Through => return None,
        };
        self.stage = Stage::Head;
        Some(filler)
    }

    /// The next piece, if there is one.
    pub(super) fn read(&mut self) -> Option<Piece> {
        if self.octets.is_empty() {
            return None;
        }
        match &mut self.stage {
            Stage::Through => Some(Piece::Through(self.take_all())),
            Stage::Head => self.read_head(),
            Stage::Content(content) => {
                let is_chunked = matches!(content, counted::Content::Chunked(_));
                let Some(piece) = content.take(&self.octets) else {
                    self.stage = Stage::Through;
                    return Some(Piece::Through(self.take_all()));
                };
                let is_last = content.is_complete();
                if is_last {
                    self.stage = Stage::Head;
                }
                let octets = self.octets.drain(..piece.len).collect();
                let data = piece.len - piece.data..piece.len;
                Some(Piece::Content(Content { octets, data, is_chunked, is_last }))
            }
        }
    }

    fn read_head(&mut self) -> Option<Piece> {
        let mut reader = match self.kind {
            Kind::Requests => HeadReader::request(Limits::default()),
            Kind::Responses => HeadReader::response(Limits::default()),
        };
        match reader.read(&self.octets) {
            Ok(Progress::Partial) => None,
            Ok(Progress::Complete(len)) => {
                Some(Piece::Head(self.octets.drain(..len).collect(), reader.take()))
            }
            Err(_) => {
                self.stage = Stage::Through;
                Some(Piece::Through(self.take_all()))
            }
        }
    }
}

const PRESUMED_OCTETS_MAX: u64 = 1024 * 1024;

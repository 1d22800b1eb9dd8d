//! One direction of a connection, cut into heads and pieces of content.

use core::ops::Range;

use expectspec_message::{ChunkedReader, ChunkedStep, Framing, Head, HeadReader, Limits, Progress};

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
    Length(u64),
    Chunked(Box<ChunkedReader>),
    /// All that follows is one piece of content.
    UntilClose,
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
        self.stage = match framing {
            Framing::None | Framing::Length(0) => Stage::Head,
            Framing::Length(octets) => Stage::Length(octets),
            Framing::Chunked => Stage::Chunked(Box::default()),
            Framing::UntilClose => Stage::UntilClose,
            Framing::Bad(_) => Stage::Through,
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
            Stage::Length(left @ ..=PRESUMED_OCTETS_MAX) => {
                vec![b'0'; usize::try_from(left).ok()?]
            }
            Stage::Chunked(_) => b"0\r\n\r\n".to_vec(),
            Stage::Length(_) | Stage::Head | Stage::UntilClose | Stage::Through => return None,
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
            Stage::UntilClose => {
                let octets = self.take_all();
                let data = 0..octets.len();
                Some(Piece::Content(Content { octets, data, is_chunked: false, is_last: false }))
            }
            Stage::Length(left) => {
                let held = self.octets.len();
                let here = usize::try_from(*left).map_or(held, |left| left.min(held));
                *left -= here as u64;
                let is_last = *left == 0;
                if is_last {
                    self.stage = Stage::Head;
                }
                Some(self.content(here, here, is_last, false))
            }
            Stage::Chunked(reader) => match reader.read(&self.octets) {
                Ok(ChunkedStep::Partial) => Some(self.content(self.octets.len(), 0, false, true)),
                Ok(ChunkedStep::Data { consumed, data }) => {
                    Some(self.content(consumed, data, false, true))
                }
                Ok(ChunkedStep::End { consumed }) => {
                    self.stage = Stage::Head;
                    Some(self.content(consumed, 0, true, true))
                }
                Err(_) => {
                    self.stage = Stage::Through;
                    Some(Piece::Through(self.take_all()))
                }
            },
        }
    }

    fn content(&mut self, len: usize, data: usize, is_last: bool, is_chunked: bool) -> Piece {
        let octets = self.octets.drain(..len).collect();
        Piece::Content(Content { octets, data: len - data..len, is_chunked, is_last })
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

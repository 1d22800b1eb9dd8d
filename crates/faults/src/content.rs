//! Content, counted as it passes.

use expectspec_message::{ChunkedReader, ChunkedStep, Framing};

/// The content of a message that is still to come.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    Length(u64),
    Chunked(Box<ChunkedReader>),
    UntilClose,
    Complete,
}

/// Content at the front of some octets.
#[derive(Debug, Default)]
pub(crate) struct Piece {
    pub(crate) len: usize,
    /// How many of its octets, the last ones, are data and not framing.
    pub(crate) data: usize,
    /// The trailer section, if it came to its end.
    pub(crate) trailers: Vec<u8>,
}

impl Content {
    /// Content with this framing. Behind what nobody can read, all there is counts as content.
    pub(crate) fn new(framing: Framing) -> Self {
        match framing {
            Framing::Length(octets @ 1..) => Self::Length(octets),
            Framing::Chunked => Self::Chunked(Box::default()),
            Framing::UntilClose | Framing::Bad(_) => Self::UntilClose,
            Framing::None | Framing::Length(0) => Self::Complete,
        }
    }

    pub(crate) const fn is_complete(&self) -> bool {
        matches!(self, Self::Complete)
    }

    /// Takes what content there is at the front of `input`; `None` if what stands there is none.
    pub(crate) fn take(&mut self, input: &[u8]) -> Option<Piece> {
        let held = input.len();
        match self {
            Self::Complete => Some(Piece::default()),
            Self::UntilClose => Some(Piece::of_data(held)),
            Self::Length(left) => {
                let here = usize::try_from(*left).map_or(held, |left| left.min(held));
                *left -= here as u64;
                if *left == 0 {
                    *self = Self::Complete;
                }
                Some(Piece::of_data(here))
            }
            Self::Chunked(reader) => match reader.read(input).ok()? {
                ChunkedStep::Partial => Some(Piece { len: held, ..Piece::default() }),
                ChunkedStep::Data { consumed, data } => {
                    Some(Piece { len: consumed, data, trailers: Vec::new() })
                }
                ChunkedStep::End { consumed } => {
                    let trailers = reader.trailers().to_vec();
                    *self = Self::Complete;
                    Some(Piece { len: consumed, data: 0, trailers })
                }
            },
        }
    }
}

impl Piece {
    const fn of_data(len: usize) -> Self {
        Self { len, data: len, trailers: Vec::new() }
    }
}

//! The octets of a message body, whatever their framing.

use expectspec_message::{ChunkedError, ChunkedReader, ChunkedStep, Framing};

/// Reads the content of one request.
#[derive(Clone, Debug)]
pub(super) enum ContentReader {
    /// This many octets are to come.
    Length(u64),
    /// The chunked transfer coding.
    Chunked(ChunkedReader),
    /// All is read.
    Complete,
}

/// What stands at the front of the input.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Piece {
    /// Octets of framing.
    pub(super) framing: usize,
    /// Octets of content behind them.
    pub(super) data: usize,
}

impl ContentReader {
    pub(super) fn new(framing: Framing) -> Self {
        match framing {
            Framing::Length(octets) if octets > 0 => Self::Length(octets),
            Framing::Chunked => Self::Chunked(ChunkedReader::default()),
            Framing::Length(_) | Framing::None | Framing::UntilClose | Framing::Bad(_) => {
                Self::Complete
            }
        }
    }

    /// Reads the next piece at the front of `input`, which the caller then consumes.
    pub(super) fn read(&mut self, input: &[u8]) -> Result<Piece, ChunkedError> {
        match self {
            Self::Complete => Ok(Piece { framing: 0, data: 0 }),
            Self::Length(left) => {
                let data = usize::try_from(*left).map_or(input.len(), |left| left.min(input.len()));
                *left -= data as u64;
                if *left == 0 {
                    *self = Self::Complete;
                }
                Ok(Piece { framing: 0, data })
            }
            Self::Chunked(reader) => match reader.read(input).map_err(|(error, _)| error)? {
                ChunkedStep::Partial => Ok(Piece { framing: input.len(), data: 0 }),
                ChunkedStep::Data { consumed, data } => {
                    Ok(Piece { framing: consumed - data, data })
                }
                ChunkedStep::End { consumed } => {
                    *self = Self::Complete;
                    Ok(Piece { framing: consumed, data: 0 })
                }
            },
        }
    }

    pub(super) const fn is_complete(&self) -> bool {
        matches!(self, Self::Complete)
    }

    /// How many octets are to come, if that is known.
    pub(super) const fn left(&self) -> Option<u64> {
        match self {
            Self::Length(left) => Some(*left),
            Self::Chunked(_) => None,
            Self::Complete => Some(0),
        }
    }
}

//! The message body of a response, whatever its framing.

use expectspec_message::{ChunkedError, ChunkedReader, ChunkedStep, Framing};

/// Reads the content of one final response.
#[derive(Clone, Debug)]
pub(super) enum ResponseReader {
    /// This many octets are to come.
    Length(u64),
    /// The chunked transfer coding.
    Chunked(ChunkedReader),
    /// Until the connection ends.
    UntilClose,
    /// All is read.
    Complete,
}

/// What stands at the front of the input.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Piece {
    /// Octets of framing.
    pub(super) framing: usize,
    /// Octets of content behind them.
    pub(super) content: usize,
}

impl ResponseReader {
    /// `Bad` framing has no reader; the caller refuses it.
    pub(super) fn new(framing: Framing) -> Self {
        match framing {
            Framing::Length(octets) if octets > 0 => Self::Length(octets),
            Framing::Chunked => Self::Chunked(ChunkedReader::default()),
            Framing::UntilClose => Self::UntilClose,
            Framing::Length(_) | Framing::None | Framing::Bad(_) => Self::Complete,
        }
    }

    /// Reads the next piece at the front of `input`, which the caller then consumes.
    pub(super) fn read(&mut self, input: &[u8]) -> Result<Piece, ChunkedError> {
        match self {
            Self::Complete => Ok(Piece { framing: 0, content: 0 }),
            Self::UntilClose => Ok(Piece { framing: 0, content: input.len() }),
            Self::Length(left) => {
                let here = input.len();
                let content = usize::try_from(*left).map_or(here, |left| left.min(here));
                *left -= content as u64;
                if *left == 0 {
                    *self = Self::Complete;
                }
                Ok(Piece { framing: 0, content })
            }
            Self::Chunked(reader) => match reader.read(input).map_err(|(error, _)| error)? {
                ChunkedStep::Partial => Ok(Piece { framing: input.len(), content: 0 }),
                ChunkedStep::Data { consumed, data } => {
                    Ok(Piece { framing: consumed - data, content: data })
                }
                ChunkedStep::End { consumed } => {
                    *self = Self::Complete;
                    Ok(Piece { framing: consumed, content: 0 })
                }
            },
        }
    }

    /// Takes the end of the connection, which completes only what is delimited by it.
    pub(super) fn end(&mut self) {
        if matches!(self, Self::UntilClose) {
            *self = Self::Complete;
        }
    }

    pub(super) const fn is_complete(&self) -> bool {
        matches!(self, Self::Complete)
    }
}

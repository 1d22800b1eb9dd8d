//! The content of a response, counted.

use expectspec_message::{ChunkedReader, ChunkedStep, Framing};

/// The content of a response that is still to come.
#[derive(Debug)]
pub(super) enum ResponseContent {
    Length(u64),
    Chunked(ChunkedReader),
    UntilClose,
    Complete,
}

impl ResponseContent {
    pub(super) fn new(framing: Framing) -> Self {
        match framing {
            Framing::Length(octets @ 1..) => Self::Length(octets),
            Framing::Chunked => Self::Chunked(ChunkedReader::default()),
            // The reference refuses bad framing, and the connection with it.
            Framing::UntilClose | Framing::Bad(_) => Self::UntilClose,
            Framing::None | Framing::Length(0) => Self::Complete,
        }
    }

    pub(super) const fn is_complete(&self) -> bool {
        matches!(self, Self::Complete)
    }

    /// How many octets at the front of `input` are content; `None` if what stands there is none.
    pub(super) fn take(&mut self, input: &[u8]) -> Option<usize> {
        match self {
            Self::Complete => Some(0),
            Self::UntilClose => Some(input.len()),
            Self::Length(left) => {
                let here = usize::try_from(*left).map_or(input.len(), |left| left.min(input.len()));
                *left -= here as u64;
                if *left == 0 {
                    *self = Self::Complete;
                }
                Some(here)
            }
            Self::Chunked(reader) => match reader.read(input).ok()? {
                ChunkedStep::Partial => Some(input.len()),
                ChunkedStep::Data { consumed, .. } => Some(consumed),
                ChunkedStep::End { consumed } => {
                    *self = Self::Complete;
                    Some(consumed)
                }
            },
        }
    }
}

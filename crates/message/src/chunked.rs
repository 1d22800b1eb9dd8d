//! The chunked transfer coding (RFC 9112 §7.1), read incrementally.

use alloc::vec::Vec;

/// Reads chunked content from consecutive pieces of input.
///
/// ```text
/// chunked-body = *chunk last-chunk trailer-section CRLF
/// chunk        = chunk-size [ chunk-ext ] CRLF chunk-data CRLF
/// ```
///
/// It is strict: a line ends with CRLF only, and BWS stands only before a chunk extension. What an
/// extension says is skipped. It makes no difference in how many pieces the input comes, but content
/// is given as it comes.
///
/// ```
/// use expectspec_message::{ChunkedReader, ChunkedStep};
///
/// let mut reader = ChunkedReader::default();
/// let input = b"5\r\nhello\r\n0\r\nA: b\r\n\r\nGET";
/// assert_eq!(reader.read(input), Ok(ChunkedStep::Data { consumed: 8, data: 5 }));
/// assert_eq!(reader.read(&input[8..]), Ok(ChunkedStep::End { consumed: 13 }));
/// assert_eq!(reader.trailers(), b"A: b\r\n");
/// ```
#[derive(Clone, Debug, Default)]
pub struct ChunkedReader {
    state: State,
    /// Octets of chunk-size lines that are not needed to say the size, in all chunks.
    skipped: usize,
    trailers: Vec<u8>,
}

/// What one call of [`ChunkedReader::read`] found at the front of its input.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChunkedStep {
    /// All input was consumed and more is needed.
    Partial,
    /// `consumed` octets were consumed, of which the last `data` are content.
    Data {
        /// Octets consumed in all.
        consumed: usize,
        /// Octets of content at the end of what was consumed, never 0.
        data: usize,
    },
    /// The content and its trailer section ended after `consumed` octets.
    End {
        /// Octets consumed in all.
        consumed: usize,
    },
}

/// Why chunked content can't be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChunkedError {
    /// A chunk-size has no digits or an invalid octet.
    Size,
    /// A chunk-size is above `u64::MAX`.
    SizeTooLarge,
    /// Chunk data is not followed by CRLF.
    DataEnd,
    /// A chunk extension or trailer section is longer than the limit.
    TooLong,
    /// A chunk-size line or trailer line has a CR without LF, or an LF without CR.
    LineEnd,
}

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum State {
    /// Before the first digit of a chunk-size.
    #[default]
    SizeStart,
    /// Behind some digits of a chunk-size.
    Size(u64),
    /// In whitespace behind a chunk-size, which only a chunk extension may follow.
    BeforeExtension(u64),
    Extension(u64),
    /// Behind the CR of a chunk-size line.
    SizeCr(u64),
    /// Before this many octets of content, at least one.
    Data(u64),
    DataEnd,
    DataEndCr,
    /// At the beginning of a trailer line.
    TrailerStart,
    Trailer,
    TrailerCr,
    /// Behind the CR of the empty line.
    EndCr,
    End,
    Failed(ChunkedError),
}

impl ChunkedReader {
    /// The most octets of chunk extensions in the whole content, leading zeros of sizes included.
    pub const EXTENSION_OCTETS_MAX: usize = 16 * 1024;

    /// The most octets of a trailer section.
    pub const TRAILER_OCTETS_MAX: usize = 64 * 1024;

    /// Reads on at the front of `input`, which continues where the last call stopped consuming.
    /// `Partial` means that everything was consumed (and remembered).
    ///
    /// # Errors
    /// When the octets are not chunked content; final, with the offset in `input` of the first octet
    /// that does not fit.
    pub fn read(&mut self, input: &[u8]) -> Result<ChunkedStep, (ChunkedError, usize)> {
        let mut at = 0;
        while at < input.len() {
            match self.state {
                State::Data(left) => return Ok(self.take_data(left, at, input.len())),
                State::End => break,
                state => {
                    self.state = self.next(state, input[at]).unwrap_or_else(State::Failed);
                }
            }
            if let State::Failed(error) = self.state {
                return Err((error, at));
            }
            at += 1;
        }
        match self.state {
            State::End => Ok(ChunkedStep::End { consumed: at }),
            State::Failed(error) => Err((error, 0)),
            _ => Ok(ChunkedStep::Partial),
        }
    }

    /// The trailer section read so far, field lines with their line ends.
    #[must_use]
    pub fn trailers(&self) -> &[u8] {
        &self.trailers
    }

    /// Takes the content that has come, out of `left` octets of a chunk.
    fn take_data(&mut self, left: u64, at: usize, input_len: usize) -> ChunkedStep {
        let here = input_len - at;
        let data = usize::try_from(left).map_or(here, |left| left.min(here));
        self.state = match left - data as u64 {
            0 => State::DataEnd,
            left => State::Data(left),
        };
        ChunkedStep::Data { consumed: at + data, data }
    }

    /// The state behind one octet that is not content.
    fn next(&mut self, state: State, octet: u8) -> Result<State, ChunkedError> {
        Ok(match (state, octet) {
            (State::SizeStart, _) => State::Size(add_digit(0, octet)?),
            (State::Size(size) | State::Extension(size), b'\r') => State::SizeCr(size),
            (
                State::Size(_) | State::BeforeExtension(_) | State::Extension(_) | State::Trailer,
                b'\n',
            ) => return Err(ChunkedError::LineEnd),
            (State::Size(size), b';') => self.skip_to(State::Extension(size))?,
            (State::Size(size), b' ' | b'\t') => self.skip_to(State::BeforeExtension(size))?,
            (State::Size(0), _) => self.skip_to(State::Size(add_digit(0, octet)?))?,
            (State::Size(size), _) => State::Size(add_digit(size, octet)?),
            (State::BeforeExtension(size), b';') => self.skip_to(State::Extension(size))?,
            (State::BeforeExtension(_), b' ' | b'\t') => self.skip_to(state)?,
            (State::BeforeExtension(_), _) => return Err(ChunkedError::Size),
            (State::Extension(_), _) => self.skip_to(state)?,
            (State::SizeCr(0), b'\n') => State::TrailerStart,
            (State::SizeCr(size), b'\n') => State::Data(size),
            (State::DataEnd, b'\r') => State::DataEndCr,
            (State::DataEndCr, b'\n') => State::SizeStart,
            (State::DataEnd | State::DataEndCr, _) => return Err(ChunkedError::DataEnd),
            (State::TrailerStart, b'\r') => State::EndCr,
            (State::TrailerStart, b'\n') => return Err(ChunkedError::LineEnd),
            (State::TrailerStart, _) => self.keep_trailer(octet, State::Trailer)?,
            (State::Trailer, b'\r') => self.keep_trailer(octet, State::TrailerCr)?,
            (State::Trailer, _) => self.keep_trailer(octet, State::Trailer)?,
            (State::TrailerCr, b'\n') => self.keep_trailer(octet, State::TrailerStart)?,
            (State::EndCr, b'\n') => State::End,
            (State::SizeCr(_) | State::TrailerCr | State::EndCr, _) => {
                return Err(ChunkedError::LineEnd);
            }
            (State::Data(_) | State::End | State::Failed(_), _) => state,
        })
    }

    /// Counts an octet that says nothing; nobody needs an unbounded number of them.
    fn skip_to(&mut self, next: State) -> Result<State, ChunkedError> {
        self.skipped += 1;
        if self.skipped > Self::EXTENSION_OCTETS_MAX {
            return Err(ChunkedError::TooLong);
        }
        Ok(next)
    }

    fn keep_trailer(&mut self, octet: u8, next: State) -> Result<State, ChunkedError> {
        if self.trailers.len() == Self::TRAILER_OCTETS_MAX {
            return Err(ChunkedError::TooLong);
        }
        self.trailers.push(octet);
        Ok(next)
    }
}

fn add_digit(size: u64, digit: u8) -> Result<u64, ChunkedError> {
    let digit = char::from(digit).to_digit(16).ok_or(ChunkedError::Size)?;
    if size >> (u64::BITS - 4) > 0 {
        return Err(ChunkedError::SizeTooLarge);
    }
    Ok(size << 4 | u64::from(digit))
}

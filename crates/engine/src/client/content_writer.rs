//! The octets of a request's message body, a piece at a time.

use alloc::vec::Vec;

use super::decimal::{write_decimal, write_hexadecimal};
use super::request::Content;
use super::stream::Stream;

/// How the content of a request is delimited.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Delimiter {
    /// There is no content and nothing that says so.
    None,
    Length(u64),
    Chunked,
}

/// Where the content of one attempt stands.
#[derive(Clone, Debug)]
pub(super) struct ContentWriter {
    delimiter: Delimiter,
    /// Octets of content that are still to go out.
    left: u64,
    /// The piece that is going out.
    piece: usize,
    /// Octets of it that are out.
    at: usize,
    progress: Progress,
    /// Content that comes piece by piece, in the place of the request's.
    stream: Option<Stream>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Progress {
    Content,
    /// The last chunk is to go out.
    LastChunk,
    Complete,
}

impl ContentWriter {
    pub(super) fn new(content: &Content, delimiter: Delimiter) -> Self {
        let left = content.octets();
        let progress = Progress::Content;
        let mut writer = Self { delimiter, left, piece: 0, at: 0, progress, stream: None };
        writer.progress = writer.progress_now();
        writer
    }

    /// Content that is not known yet, except for its delimiter.
    pub(super) fn streamed(delimiter: Delimiter) -> Self {
        let mut writer = Self::new(&Content::None, delimiter);
        writer.left = match delimiter {
            Delimiter::None => 0,
            Delimiter::Length(octets) => octets,
            Delimiter::Chunked => u64::MAX,
        };
        writer.stream = Some(Stream::default());
        writer.progress = writer.progress_now();
        writer
    }

    /// The same content from its beginning; of a stream, what nobody has taken yet.
    pub(super) fn again(&mut self, content: &Content, delimiter: Delimiter) -> Self {
        match self.stream.take() {
            None => Self::new(content, delimiter),
            Some(stream) => {
                let mut writer = Self::streamed(self.delimiter);
                writer.stream = Some(stream);
                writer.progress = writer.progress_now();
                writer
            }
        }
    }

    pub(super) const fn stream(&self) -> Option<&Stream> {
        self.stream.as_ref()
    }

    /// Feeds the stream; the end of one that has no announced length is said by `None`.
    pub(super) fn feed(&mut self, octets: Option<&[u8]>) {
        let Some(stream) = &mut self.stream else { return };
        match octets {
            Some(octets) => stream.push(octets),
            None => stream.end(),
        }
        if self.progress == Progress::Content {
            self.progress = self.progress_now();
        }
    }

    pub(super) const fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    pub(super) const fn left(&self) -> u64 {
        self.left
    }

    pub(super) fn is_complete(&self) -> bool {
        self.progress == Progress::Complete
    }

    /// Writes the next octets, at most `octets_max` of content.
    pub(super) fn write(&mut self, content: &Content, octets_max: usize, out: &mut Vec<u8>) {
        match self.progress {
            Progress::Complete => {}
            Progress::LastChunk => {
                out.extend_from_slice(b"0\r\n\r\n");
                self.progress = Progress::Complete;
            }
            Progress::Content => {
                let mut stream = self.stream.take();
                let octets = match &mut stream {
                    None => self.next_octets(content, octets_max.max(1)),
                    Some(stream) => {
                        let octets = stream.take(octets_max.max(1));
                        if self.delimiter != Delimiter::Chunked {
                            self.left -= octets.len() as u64;
                        }
                        octets
                    }
                };
                if octets.is_empty() {
                    // Nothing of the stream is here.
                } else if self.delimiter == Delimiter::Chunked {
                    write_hexadecimal(out, octets.len() as u64);
                    out.extend_from_slice(b"\r\n");
                    out.extend_from_slice(octets);
                    out.extend_from_slice(b"\r\n");
                } else {
                    out.extend_from_slice(octets);
                }
                self.stream = stream;
                self.progress = self.progress_now();
            }
        }
    }

    /// The next octets of one piece, never none.
    fn next_octets<'a>(&mut self, content: &'a Content, octets_max: usize) -> &'a [u8] {
        let pieces = content.pieces();
        while self.at == pieces[self.piece].len() {
            self.piece += 1;
            self.at = 0;
        }
        let rest = &pieces[self.piece][self.at..];
        let octets = &rest[..rest.len().min(octets_max)];
        self.at += octets.len();
        self.left -= octets.len() as u64;
        octets
    }

    fn progress_now(&self) -> Progress {
        match (self.left, self.delimiter) {
            (_, Delimiter::Chunked) if self.stream.as_ref().is_some_and(Stream::is_over) => {
                Progress::LastChunk
            }
            (1.., _) => Progress::Content,
            (0, Delimiter::Chunked) => Progress::LastChunk,
            (0, Delimiter::None | Delimiter::Length(_)) => Progress::Complete,
        }
    }
}

/// Writes the field that delimits the content, if there is one.
pub(super) fn write_framing_field(delimiter: Delimiter, out: &mut Vec<u8>) {
    match delimiter {
        Delimiter::None => {}
        Delimiter::Chunked => out.extend_from_slice(b"Transfer-Encoding: chunked\r\n"),
        Delimiter::Length(octets) => {
            out.extend_from_slice(b"Content-Length: ");
            write_decimal(out, octets);
            out.extend_from_slice(b"\r\n");
        }
    }
}

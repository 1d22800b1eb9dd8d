//! Reads a head line by line, each octet a fixed number of times.

use super::field_line::{self, Above};
use super::{AnomalyKind, Head, HeadError, HeadErrorKind, Limits, start_line};
use crate::Progress;
use crate::head::anomaly::note;

/// Reads one head out of octets that only ever grow, in time linear in their number.
///
/// Octets already searched for a line end are not searched again, and a line is read once, when it
/// is complete. So it makes no difference in how many pieces the octets come.
///
/// ```
/// use expectspec_message::{HeadErrorKind, HeadReader, Limits, Progress};
///
/// let mut reader = HeadReader::response(Limits::default());
/// assert_eq!(reader.read(b"HTTP/1.1 100 Continue\r\n\r"), Ok(Progress::Partial));
/// assert_eq!(reader.read(b"HTTP/1.1 100 Continue\r\n\r\nHTTP"), Ok(Progress::Complete(25)));
///
/// reader.reset();
/// let error = reader.read(b"HTTP/1.1 1000 \r\n").unwrap_err();
/// assert_eq!((error.kind, error.offset), (HeadErrorKind::StatusCode, 12));
/// ```
#[derive(Clone, Debug)]
pub struct HeadReader {
    limits: Limits,
    role: Role,
    stage: Stage,
    head: Head,
    /// Offset of the line being read.
    line_start: usize,
    /// Offset behind the last octet that was searched for a line end.
    searched: usize,
    /// Offset of the first field line.
    section_start: usize,
    /// Empty lines before the start-line.
    empty_lines: usize,
    /// What a folded line would continue.
    above: Above,
    /// Octets searched for a line end, and octets of lines read.
    #[cfg(test)]
    octets_visited: usize,
}

/// A complete line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Offset of the first octet.
    pub(super) start: usize,
    /// Offset behind the last octet before the line end.
    pub(super) content_end: usize,
    /// Offset behind the line end.
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Role {
    Request,
    Response,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stage {
    StartLine,
    FieldLines,
    Complete(usize),
    Failed(HeadError),
}

impl HeadReader {
    /// A reader of request heads.
    #[must_use]
    pub fn request(limits: Limits) -> Self {
        Self::new(Role::Request, limits)
    }

    /// A reader of response heads.
    #[must_use]
    pub fn response(limits: Limits) -> Self {
        Self::new(Role::Response, limits)
    }

    fn new(role: Role, limits: Limits) -> Self {
        Self {
            limits: limits.clamped(),
            role,
            stage: Stage::StartLine,
            head: Head::new(),
            line_start: 0,
            searched: 0,
            section_start: 0,
            empty_lines: 0,
            above: Above::StartLine,
            #[cfg(test)]
            octets_visited: 0,
        }
    }

    /// Reads on. `message` begins with the first octet of the message and holds everything that
    /// has come of it, and perhaps more. Complete gives the number of octets of the head,
    /// its empty line included.
    ///
    /// # Errors
    /// When the octets can't become a head; the error is final.
    pub fn read(&mut self, message: &[u8]) -> Result<Progress<usize>, HeadError> {
        let progress = match self.stage {
            Stage::StartLine => self.read_start_line(message),
            Stage::FieldLines => self.read_field_lines(message),
            Stage::Complete(len) => Ok(Progress::Complete(len)),
            Stage::Failed(error) => Err(error),
        };
        if let Err(error) = progress {
            self.stage = Stage::Failed(error);
        }
        progress
    }

    /// What has been read so far.
    #[must_use]
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Takes the head out and makes the reader ready for the next message.
    pub fn take(&mut self) -> Head {
        let head = core::mem::replace(&mut self.head, Head::new());
        self.reset();
        head
    }

    /// Makes the reader ready for the next message and keeps its allocations.
    pub fn reset(&mut self) {
        self.stage = Stage::StartLine;
        self.head.start = None;
        self.head.fields.clear();
        self.head.anomalies.clear();
        self.line_start = 0;
        self.searched = 0;
        self.empty_lines = 0;
        self.above = Above::StartLine;
    }

    fn read_start_line(&mut self, message: &[u8]) -> Result<Progress<usize>, HeadError> {
        let octets_max = self.limits.start_line_octets_max;
        loop {
            let start = self.line_start;
            let line = self.find_line(message, start + octets_max + CRLF_LEN);
            let content_end = line.map_or_else(|| self.partial_end(message), |it| it.content_end);
            if content_end - start > octets_max {
                return Err(error(HeadErrorKind::StartLineTooLong, start + octets_max));
            }
            let Some(line) = line else { return Ok(Progress::Partial) };
            if content_end > start {
                self.read_start(message, line)?;
                return self.read_field_lines(message);
            }
            if self.empty_lines == self.limits.empty_lines_max {
                return Err(error(HeadErrorKind::TooManyEmptyLines, start));
            }
            self.empty_lines += 1;
            note(&mut self.head.anomalies, AnomalyKind::EmptyLineBeforeStart, start);
            self.end_line(line);
        }
    }

    fn read_start(&mut self, message: &[u8], line: Line) -> Result<(), HeadError> {
        let octets = &message[line.start..line.content_end];
        let anomalies = &mut self.head.anomalies;
        self.head.start = Some(match self.role {
            Role::Request => start_line::request(octets, line.start, anomalies)?,
            Role::Response => start_line::status(octets, line.start, anomalies)?,
        });
        self.end_line(line);
        self.section_start = line.end;
        self.stage = Stage::FieldLines;
        Ok(())
    }

    fn read_field_lines(&mut self, message: &[u8]) -> Result<Progress<usize>, HeadError> {
        let octets_max = self.limits.field_section_octets_max;
        loop {
            self.read_clean_field_lines(message);
            let start = self.line_start;
            let line = self.find_line(message, self.section_start + octets_max + CRLF_LEN);
            let content_end = line.map_or_else(|| self.partial_end(message), |it| it.content_end);
            if content_end > start {
                self.check_field_limits(message[start], line.map_or(self.searched, |it| it.end))?;
            }
            let Some(line) = line else { return Ok(Progress::Partial) };
            if content_end > start {
                self.above = field_line::read(message, line, self.above, &mut self.head);
            }
            self.end_line(line);
            if content_end == start {
                self.stage = Stage::Complete(line.end);
                return Ok(Progress::Complete(line.end));
            }
        }
    }

    /// Reads field lines as long as they are complete, within the limits and without anomaly: most
    /// lines, most quickly. It leaves alone a line that came in pieces, so as not to read the first
    /// piece again and again.
    fn read_clean_field_lines(&mut self, message: &[u8]) {
        if self.searched > self.line_start {
            return;
        }
        let end_max = self.section_start + self.limits.field_section_octets_max;
        let message = &message[..end_max.min(message.len())];
        while self.head.fields.len() < self.limits.field_lines_max {
            let clean = field_line::read_clean(message, self.line_start);
            #[cfg(test)]
            {
                // No more than the line: its LF stops the reading.
                let rest = message.get(self.line_start..).unwrap_or_default();
                let line = rest.split_inclusive(|&octet| octet == b'\n');
                self.octets_visited += line.take(1).flatten().count();
            }
            let Some((field, end)) = clean else { break };
            self.head.fields.push(field);
            self.above = Above::Field;
            self.line_start = end;
        }
        self.searched = self.line_start;
    }

    /// Checks a line that begins with `first` and is known up to `end`, complete or not.
    fn check_field_limits(&self, first: u8, end: usize) -> Result<(), HeadError> {
        let octets_max = self.limits.field_section_octets_max;
        let folded = matches!(first, b' ' | b'\t');
        if self.head.fields.len() >= self.limits.field_lines_max && !folded {
            return Err(error(HeadErrorKind::TooManyFieldLines, self.line_start));
        }
        if end - self.section_start > octets_max {
            let offset = self.section_start + octets_max;
            return Err(error(HeadErrorKind::FieldSectionTooLong, offset));
        }
        Ok(())
    }

    /// The line at `line_start`, if its end stands before `end_max` and has come.
    fn find_line(&mut self, message: &[u8], end_max: usize) -> Option<Line> {
        let end = end_max.min(message.len());
        let unsearched = message.get(self.searched..end)?;
        let found = memchr::memchr(b'\n', unsearched);
        #[cfg(test)]
        {
            self.octets_visited += found.map_or(unsearched.len(), |line_feed| line_feed + 1);
        }
        let Some(line_feed) = found else {
            self.searched = end;
            return None;
        };
        let line_feed = self.searched + line_feed;
        let content = &message[self.line_start..line_feed];
        let content_end = line_feed - usize::from(content.ends_with(b"\r"));
        Some(Line { start: self.line_start, content_end, end: line_feed + 1 })
    }

    /// Where the content of an incomplete line ends so far; a CR at the end may be its line end.
    fn partial_end(&self, message: &[u8]) -> usize {
        let content = message.get(self.line_start..self.searched).unwrap_or_default();
        self.line_start + content.len() - usize::from(content.ends_with(b"\r"))
    }

    /// Goes to the next line.
    fn end_line(&mut self, line: Line) {
        if line.end - line.content_end < CRLF_LEN {
            note(&mut self.head.anomalies, AnomalyKind::LoneLf, line.content_end);
        }
        self.line_start = line.end;
        self.searched = line.end;
        #[cfg(test)]
        {
            self.octets_visited += line.end - line.start;
        }
    }
}

const CRLF_LEN: usize = 2;

fn error(kind: HeadErrorKind, at: usize) -> HeadError {
    HeadError { kind, offset: at as u32 }
}

#[cfg(test)]
mod tests;

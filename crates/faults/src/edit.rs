//! Changes to a message.

use crate::message::{Message, is_named};

/// A change to a message, of its octets only: fields that no longer fit are left as they are.
#[derive(Clone, Copy, Debug)]
pub enum Edit {
    /// The start-line is this, line end included.
    StartLine(&'static str),
    /// The first of these texts in the start-line is the second.
    InStartLine(&'static str, &'static str),
    /// No field line has this name.
    Without(&'static str),
    /// One field line has this name, and this value.
    Set(&'static str, &'static str),
    /// Of the field lines with this name, the first alone stands.
    FirstOf(&'static str),
    /// Of the field lines with this name, the last alone stands.
    LastOf(&'static str),
    /// These lines, line ends included, stand behind the others.
    Add(&'static str),
    /// These lines, line ends included, stand before the others.
    AddFirst(&'static str),
    /// No whitespace stands before a colon.
    TrimNames,
    /// Every line of the head ends with this.
    LineEnds(&'static str),
    /// There is no empty line behind the head.
    WithoutEmptyLine,
    /// The content is this.
    Content(&'static str),
    /// The content is chunked, and a field says so instead of `Content-Length`, if there is that.
    Chunked,
    /// The message is these octets.
    Whole(&'static [u8]),
    /// These octets stand before the message.
    Before(&'static [u8]),
    /// These octets stand behind the message.
    Then(&'static [u8]),
}

/// Applies the edits, in order, to a message whose head has `head_len` octets.
pub(crate) fn edited(edits: &[Edit], octets: &[u8], head_len: usize) -> Vec<u8> {
    let mut message = Message::new(octets, head_len);
    let (mut before, mut behind): (Vec<u8>, Vec<u8>) = (Vec::new(), Vec::new());
    let mut whole = None;
    for edit in edits {
        match edit {
            Edit::Whole(octets) => whole = Some(octets.to_vec()),
            Edit::Before(octets) => before.extend_from_slice(octets),
            Edit::Then(octets) => behind.extend_from_slice(octets),
            _ => edit.apply(&mut message),
        }
    }
    [before, whole.unwrap_or_else(|| message.octets()), behind].concat()
}

/// Applies the edits to a head.
pub(crate) fn edited_head(edits: &[Edit], octets: &[u8]) -> Vec<u8> {
    edited(edits, octets, octets.len())
}

impl Edit {
    fn apply(self, message: &mut Message) {
        let Message { start, lines, end, content } = message;
        match self {
            Self::StartLine(line) => *start = line.into(),
            Self::InStartLine(from, to) => {
                *start = String::from_utf8_lossy(start).replacen(from, to, 1).into_bytes();
            }
            Self::Without(name) => lines.retain(|line| !is_named(line, name)),
            Self::Set(name, value) => {
                let line = format!("{name}: {value}\r\n").into_bytes();
                let at = lines.iter().position(|line| is_named(line, name)).unwrap_or(lines.len());
                lines.retain(|line| !is_named(line, name));
                lines.insert(at, line);
            }
            Self::FirstOf(name) => {
                let mut seen = 0;
                lines.retain(|line| !is_named(line, name) || std::mem::replace(&mut seen, 1) == 0);
            }
            Self::LastOf(name) => {
                let mut left = lines.iter().filter(|line| is_named(line, name)).count();
                lines.retain(|line| {
                    left -= usize::from(is_named(line, name));
                    !is_named(line, name) || left == 0
                });
            }
            Self::Add(more) => lines.push(more.into()),
            Self::AddFirst(more) => lines.insert(0, more.into()),
            Self::TrimNames => lines.iter_mut().for_each(trim_name),
            Self::LineEnds(line_end) => {
                for line in lines.iter_mut().chain([start, end]) {
                    *line = [line.trim_ascii_end(), line_end.as_bytes()].concat();
                }
            }
            Self::WithoutEmptyLine => end.clear(),
            Self::Content(text) => *content = text.into(),
            // A 204 or 304 has neither.
            Self::Chunked if !lines.iter().any(|line| is_named(line, "content-length")) => {}
            Self::Chunked => {
                lines.retain(|line| !is_named(line, "content-length"));
                lines.push(b"Transfer-Encoding: chunked\r\n".to_vec());
                let chunk = match content.len() {
                    0 => Vec::new(),
                    len => [format!("{len:x}\r\n").as_bytes(), content, b"\r\n"].concat(),
                };
                *content = [&chunk[..], b"0\r\n\r\n"].concat();
            }
            Self::Whole(_) | Self::Before(_) | Self::Then(_) => {}
        }
    }
}

fn trim_name(line: &mut Vec<u8>) {
    if let Some(colon) = line.iter().position(|&octet| octet == b':') {
        let name = line[..colon].trim_ascii_end().len();
        line.drain(name..colon);
    }
}

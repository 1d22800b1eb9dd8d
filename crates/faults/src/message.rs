//! A message cut into lines, to be edited.

use expectspec_message::{Head, StartLine};

/// A message: start-line, field lines and content, each line with its line end.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    /// The start-line, with empty lines before it.
    pub(crate) start: Vec<u8>,
    /// The field lines, folded ones in one piece.
    pub(crate) lines: Vec<Vec<u8>>,
    /// The empty line.
    pub(crate) end: Vec<u8>,
    pub(crate) content: Vec<u8>,
}

impl Message {
    /// Cuts a message whose head has `head_len` octets.
    pub(crate) fn new(octets: &[u8], head_len: usize) -> Self {
        let (head, content) = octets.split_at(head_len);
        let mut message =
            Self { start: Vec::new(), lines: Vec::new(), end: Vec::new(), content: content.into() };
        for line in head.split_inclusive(|&octet| octet == b'\n') {
            let folds = line.starts_with(b" ") || line.starts_with(b"\t");
            if !message.has_start() {
                message.start.extend_from_slice(line);
            } else if matches!(line, b"\n" | b"\r\n") {
                message.end = line.into();
            } else if let Some(above) = message.lines.last_mut().filter(|_| folds) {
                above.extend_from_slice(line);
            } else {
                message.lines.push(line.into());
            }
        }
        message
    }

    fn has_start(&self) -> bool {
        self.start.iter().any(|octet| !b"\r\n".contains(octet))
    }

    /// The octets of the head.
    pub(crate) fn head(&self) -> Vec<u8> {
        [&self.start[..], &self.lines.concat(), &self.end].concat()
    }

    /// The octets of the message.
    pub(crate) fn octets(&self) -> Vec<u8> {
        [self.head(), self.content.clone()].concat()
    }
}

/// The status code of a response.
pub(crate) const fn code(head: &Head) -> Option<u16> {
    match head.start {
        Some(StartLine::Response { code, .. }) => Some(code),
        _ => None,
    }
}

/// Whether a field line has this name; whitespace before the colon does not count.
pub(crate) fn is_named(line: &[u8], name: &str) -> bool {
    let colon = line.iter().position(|&octet| octet == b':').unwrap_or(line.len());
    line[..colon].trim_ascii_end().eq_ignore_ascii_case(name.as_bytes())
}

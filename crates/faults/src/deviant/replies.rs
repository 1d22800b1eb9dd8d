//! What the reference says, cut into responses.

use expectspec_message::{Framing, Head, HeadReader, Limits, Progress, framing};

use crate::message::code;

/// A complete response of the reference.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    pub(super) code: u16,
    pub(super) octets: Vec<u8>,
    pub(super) head_len: usize,
}

impl Reply {
    /// 101 counts as final: it ends HTTP/1.1.
    pub(super) fn is_final(&self) -> bool {
        self.code >= 200 || self.code == 101
    }
}

#[derive(Debug)]
pub(super) struct Replies {
    octets: Vec<u8>,
    reader: HeadReader,
}

impl Replies {
    pub(super) fn new() -> Self {
        Self { octets: Vec::new(), reader: HeadReader::response(Limits::default()) }
    }

    pub(super) fn push(&mut self, octets: &[u8]) {
        self.octets.extend_from_slice(octets);
    }

    /// The octets behind the last complete response.
    pub(super) fn take_rest(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.octets)
    }

    /// The next response, to a request with `method`.
    pub(super) fn next(&mut self, method: &[u8]) -> Option<Reply> {
        let Ok(Progress::Complete(head_len)) = self.reader.read(&self.octets) else { return None };
        let len = head_len + content_len(self.reader.head(), &self.octets, method);
        if self.octets.len() < len {
            return None;
        }
        let rest = self.octets.split_off(len);
        let octets = std::mem::replace(&mut self.octets, rest);
        let code = code(&self.reader.take()).unwrap_or(0);
        Some(Reply { code, octets, head_len })
    }
}

fn content_len(head: &Head, octets: &[u8], method: &[u8]) -> usize {
    match framing::of_response(head, octets, method) {
        Framing::Length(octets) => usize::try_from(octets).unwrap_or(usize::MAX / 2),
        // The reference sends Content-Length with all content.
        Framing::None | Framing::Chunked | Framing::UntilClose | Framing::Bad(_) => 0,
    }
}

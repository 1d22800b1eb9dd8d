//! The octets of a connection that have come and are not read yet.

use alloc::vec::Vec;

/// Whether more octets may come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum InputEnd {
    Open,
    /// FIN has come.
    Ended,
}

/// A queue of octets that can be read as one slice.
#[derive(Clone, Debug)]
pub(super) struct Input {
    octets: Vec<u8>,
    /// Offset of the first octet that is still needed.
    start: usize,
    pub(super) end: InputEnd,
}

impl Input {
    pub(super) const fn new() -> Self {
        Self { octets: Vec::new(), start: 0, end: InputEnd::Open }
    }

    /// Makes it ready for the next connection.
    pub(super) fn reset(&mut self) {
        self.octets.clear();
        self.start = 0;
        self.end = InputEnd::Open;
    }

    pub(super) fn append(&mut self, octets: &[u8]) {
        // What is read goes as soon as it is the greater part, so each octet is moved once or so.
        if self.start > self.octets.len() / 2 {
            self.octets.drain(..self.start);
            self.start = 0;
        }
        self.octets.extend_from_slice(octets);
    }

    pub(super) fn octets(&self) -> &[u8] {
        &self.octets[self.start..]
    }

    pub(super) fn is_empty(&self) -> bool {
        self.octets().is_empty()
    }

    pub(super) const fn is_ended(&self) -> bool {
        matches!(self.end, InputEnd::Ended)
    }

    /// Drops `count` octets at the front.
    pub(super) fn consume(&mut self, count: usize) {
        self.start += count;
        debug_assert!(self.start <= self.octets.len(), "only octets that have come are consumed");
    }

    /// Drops CR and LF at the front (RFC 9112 §2.2).
    pub(super) fn consume_empty_lines(&mut self) {
        let is_line_end = |octet: &&u8| matches!(octet, b'\r' | b'\n');
        self.start += self.octets().iter().take_while(is_line_end).count();
    }

    /// Takes all octets.
    pub(super) fn take(&mut self) -> Vec<u8> {
        let octets = self.octets().to_vec();
        self.consume(octets.len());
        octets
    }
}

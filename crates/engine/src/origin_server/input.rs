//! The octets that have come and are not read yet.

use alloc::vec::Vec;

/// Whether more octets should be read from the transport.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Reading {
    /// They are wanted.
    Wanted,
    /// Enough are held; more should wait until output has gone out or a timer has fired.
    Paused,
}

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

    pub(super) fn append(&mut self, octets: &[u8]) {
        if self.start == self.octets.len() {
            self.clear();
        } else if self.start > self.octets.len() / 2 {
            // Each octet is moved at most as often as it halves its distance to the front.
            self.octets.drain(..self.start);
            self.start = 0;
        }
        self.octets.extend_from_slice(octets);
    }

    pub(super) fn octets(&self) -> &[u8] {
        &self.octets[self.start..]
    }

    pub(super) fn octets_mut(&mut self) -> &mut [u8] {
        &mut self.octets[self.start..]
    }

    pub(super) fn len(&self) -> usize {
        self.octets.len() - self.start
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Drops `count` octets at the front.
    pub(super) fn consume(&mut self, count: usize) {
        self.start += count;
        debug_assert!(self.start <= self.octets.len(), "only octets that have come are consumed");
    }

    pub(super) fn clear(&mut self) {
        self.octets.clear();
        self.start = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_does_not_pile_up() {
        let mut input = Input::new();
        for round in 0..1000 {
            input.append(b"0123456789");
            assert!(input.octets().starts_with(if round == 0 { b"0" } else { b"9" }));
            input.consume(if round == 0 { 9 } else { 10 });
            assert!(input.octets.len() <= 30);
        }
    }
}

//! What must go out: octets, then FIN, then the end of the connection.

use alloc::vec::Vec;

/// One thing to do on the transport, in order.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Transmit<'a> {
    /// These octets are written. They are given once.
    Octets(&'a [u8]),
    /// The write side is shut (FIN); octets are still read.
    ShutdownWrite,
    /// The connection ends.
    Close,
}

/// How far the end of the connection has come.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Ending {
    Open,
    ShutdownWrite,
    Close,
}

#[derive(Clone, Debug)]
pub(super) struct Output {
    octets: Vec<u8>,
    /// How many octets have been given out.
    given: usize,
    wanted: Ending,
    announced: Ending,
}

impl Output {
    pub(super) const fn new() -> Self {
        Self { octets: Vec::new(), given: 0, wanted: Ending::Open, announced: Ending::Open }
    }

    /// Where the octets of a response are written.
    pub(super) fn octets_mut(&mut self) -> &mut Vec<u8> {
        &mut self.octets
    }

    /// How many octets have not been given out.
    pub(super) fn len(&self) -> usize {
        self.octets.len() - self.given
    }

    pub(super) fn shutdown_write(&mut self) {
        self.wanted = self.wanted.max(Ending::ShutdownWrite);
    }

    pub(super) fn close(&mut self) {
        self.wanted = Ending::Close;
    }

    /// Drops what has not gone out, since nobody will get it.
    pub(super) fn abort(&mut self) {
        self.octets.clear();
        self.given = 0;
        self.close();
    }

    /// Drops the octets that were given out.
    pub(super) fn forget_given(&mut self) {
        if self.given > 0 {
            self.octets.drain(..self.given);
            self.given = 0;
        }
    }

    pub(super) fn poll(&mut self) -> Option<Transmit<'_>> {
        self.forget_given();
        if !self.octets.is_empty() {
            self.given = self.octets.len();
            return Some(Transmit::Octets(&self.octets));
        }
        if self.announced == self.wanted {
            return None;
        }
        self.announced = self.wanted;
        match self.wanted {
            Ending::Open => None,
            Ending::ShutdownWrite => Some(Transmit::ShutdownWrite),
            Ending::Close => Some(Transmit::Close),
        }
    }
}

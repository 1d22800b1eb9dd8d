//! The connection as the client wants it, and the signals that bring it about.

use alloc::collections::VecDeque;

/// One thing to do on the transport, in order.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Transmit<'a> {
    /// A fresh connection is opened; there is none by then. The caller says so when it is open.
    Open,
    /// These octets are written. They are given once.
    Octets(&'a [u8]),
    /// The write side is shut (FIN); octets are still read.
    ShutdownWrite,
    /// The connection ends, or stops opening. Nothing of it is told to the client any more.
    Close,
}

/// What becomes of octets that were given out and are not written yet.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Writing {
    /// They are written before the next poll.
    Wanted,
    /// The connection will not be used again, so they are dropped, and the next poll comes at once.
    Dropped,
}

/// A [`Transmit`] without octets.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Signal {
    Open,
    ShutdownWrite,
    Close,
}

/// How far the connection has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stage {
    None,
    /// `Open` has not been given out.
    Wanted,
    /// `Open` has been given out.
    Opening,
    Open,
}

#[derive(Clone, Debug)]
pub(super) struct Link {
    stage: Stage,
    signals: VecDeque<Signal>,
}

impl Link {
    pub(super) const fn new() -> Self {
        Self { stage: Stage::None, signals: VecDeque::new() }
    }

    pub(super) const fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Open)
    }

    /// Whether there is no connection, and nothing to be said of one.
    pub(super) fn is_gone(&self) -> bool {
        self.stage == Stage::None && self.signals.is_empty()
    }

    pub(super) const fn is_opening(&self) -> bool {
        matches!(self.stage, Stage::Opening)
    }

    /// Whether a connection that was open is told to end, and the caller has not heard of it.
    pub(super) fn is_ending(&self) -> bool {
        self.signals.iter().any(|signal| matches!(signal, Signal::ShutdownWrite | Signal::Close))
    }

    /// Wants a connection, if there is none.
    pub(super) fn open(&mut self) {
        if self.stage == Stage::None {
            self.stage = Stage::Wanted;
            self.signals.push_back(Signal::Open);
        }
    }

    pub(super) fn opened(&mut self) {
        self.stage = Stage::Open;
    }

    pub(super) fn shutdown_write(&mut self) {
        self.signals.push_back(Signal::ShutdownWrite);
    }

    pub(super) fn close(&mut self) {
        match self.stage {
            Stage::None => {}
            // Nobody has heard of it.
            Stage::Wanted => self.signals.retain(|&signal| signal != Signal::Open),
            Stage::Opening | Stage::Open => self.signals.push_back(Signal::Close),
        }
        self.stage = Stage::None;
    }

    pub(super) fn poll(&mut self) -> Option<Signal> {
        let signal = self.signals.pop_front()?;
        if signal == Signal::Open {
            self.stage = Stage::Opening;
        }
        Some(signal)
    }
}

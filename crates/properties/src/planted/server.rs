//! The reference origin server, with a defect.

use core::time::Duration;

use expectspec_engine::ReferenceServer;
use expectspec_engine::origin_server::{Policy, Reading, State, Transmit};

use super::planted;

/// A server that may have a defect: around the reference, since schedules are wilder than what the servers of
/// `expectspec-faults` are made for.
#[derive(Debug)]
pub(crate) struct Server {
    inner: ReferenceServer,
    octets_read: usize,
    /// Octets in the place of those that the reference sends.
    edited: Vec<u8>,
}

impl Server {
    pub(crate) fn new(policy: Policy) -> Self {
        let is_careless = planted() == Some("unknown-ignored") && policy == Policy::default();
        let policy = if is_careless { Policy::ignore_unknown() } else { policy };
        Self { inner: ReferenceServer::new(policy), octets_read: 0, edited: Vec::new() }
    }

    pub(crate) const fn state(&self) -> State {
        self.inner.state()
    }

    pub(crate) fn octets_held(&self) -> usize {
        self.inner.octets_held()
    }

    pub(crate) fn reading(&self) -> Reading {
        self.inner.reading()
    }

    pub(crate) fn handle_octets(&mut self, octets: &[u8], now: Duration) {
        self.octets_read += octets.len();
        let is_lost = planted() == Some("lost-behind-64-kib") && self.octets_read > 1 << 16;
        self.inner.handle_octets(if is_lost { b"" } else { octets }, now);
    }

    pub(crate) fn handle_end(&mut self, now: Duration) {
        self.inner.handle_end(now);
    }

    pub(crate) fn handle_reset(&mut self, now: Duration) {
        self.inner.handle_reset(now);
    }

    pub(crate) fn handle_timeout(&mut self, now: Duration) {
        self.inner.handle_timeout(now);
    }

    pub(crate) fn poll_timeout(&self) -> Option<Duration> {
        self.inner.poll_timeout()
    }

    pub(crate) fn poll_transmit(&mut self) -> Option<Transmit<'_>> {
        let transmit = self.inner.poll_transmit()?;
        let Transmit::Octets(octets) = transmit else { return Some(transmit) };
        let hints = octets.windows(HINTS.len()).position(|piece| piece == HINTS);
        match hints {
            Some(at) if planted() == Some("length-in-103") => {
                let (before, behind) = octets.split_at(at + HINTS.len());
                self.edited = [before, b"Content-Length: 0\r\n", behind].concat();
                Some(Transmit::Octets(&self.edited))
            }
            _ => Some(transmit),
        }
    }
}

/// The status-line of a 103.
const HINTS: &[u8] = b"HTTP/1.1 103 Early Hints\r\n";

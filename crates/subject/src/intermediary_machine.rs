//! The reference intermediary on streams: octets and timers for the sans-I/O machine.

mod driver;
#[cfg(test)]
mod tests;

use core::time::Duration;

use expectspec_engine::intermediary::{Intermediary, Link, Reading, Transmit, Writing};

pub use driver::drive_intermediary;

/// An intermediary without I/O, which [`drive_intermediary`] puts on streams.
pub trait IntermediaryMachine {
    /// Takes the news that a client connected, and gives the connection its name.
    fn handle_accepted(&mut self, now: Duration) -> Link;
    /// Takes the news that the connection which [`Transmit::Open`] asked for is open.
    fn handle_connected(&mut self, link: Link, now: Duration);
    /// Takes octets that arrived.
    fn handle_octets(&mut self, link: Link, octets: &[u8], now: Duration);
    /// Takes the end of what the peer sends (FIN).
    fn handle_end(&mut self, link: Link, now: Duration);
    /// Takes the news that the connection broke, or could not be opened.
    fn handle_reset(&mut self, link: Link, now: Duration);
    /// Takes the news that the octets which were given out last are written, or dropped.
    fn handle_written(&mut self, link: Link, now: Duration);
    /// Takes the news that it is `now`.
    fn handle_timeout(&mut self, now: Duration);
    /// When `handle_timeout` is to be called next.
    fn poll_timeout(&self) -> Option<Duration>;
    /// The next thing to do on any of the transports.
    fn poll_transmit(&mut self) -> Option<(Link, Transmit<'_>)>;
    /// Whether octets should be read from this link.
    fn reading(&self, link: Link) -> Reading;
    /// Whether octets that were given out, and are not written yet, should still be written.
    fn writing(&self, link: Link) -> Writing;
}

impl IntermediaryMachine for Intermediary {
    fn handle_accepted(&mut self, now: Duration) -> Link {
        self.handle_accepted(now)
    }

    fn handle_connected(&mut self, link: Link, now: Duration) {
        self.handle_connected(link, now);
    }

    fn handle_octets(&mut self, link: Link, octets: &[u8], now: Duration) {
        self.handle_octets(link, octets, now);
    }

    fn handle_end(&mut self, link: Link, now: Duration) {
        self.handle_end(link, now);
    }

    fn handle_reset(&mut self, link: Link, now: Duration) {
        self.handle_reset(link, now);
    }

    fn handle_written(&mut self, link: Link, now: Duration) {
        self.handle_written(link, now);
    }

    fn handle_timeout(&mut self, now: Duration) {
        self.handle_timeout(now);
    }

    fn poll_timeout(&self) -> Option<Duration> {
        self.poll_timeout()
    }

    fn poll_transmit(&mut self) -> Option<(Link, Transmit<'_>)> {
        self.poll_transmit()
    }

    fn reading(&self, link: Link) -> Reading {
        self.reading(link)
    }

    fn writing(&self, link: Link) -> Writing {
        self.writing(link)
    }
}

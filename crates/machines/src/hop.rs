//! The reference intermediary.

use core::time::Duration;

use expectspec_engine::intermediary::{Intermediary, Link, Reading, Transmit, Writing};

use crate::machine::{Act, Heard, Machine};

impl From<Transmit<'_>> for Act {
    fn from(transmit: Transmit<'_>) -> Self {
        match transmit {
            Transmit::Open { .. } => Self::Open,
            Transmit::Octets(octets) => Self::Octets(octets.to_vec()),
            Transmit::ShutdownWrite => Self::ShutdownWrite,
            Transmit::Close => Self::Close,
        }
    }
}

impl Machine for Intermediary {
    fn handle_accepted(&mut self, now: Duration) -> Link {
        self.handle_accepted(now)
    }

    fn handle(&mut self, link: Link, heard: Heard<'_>, now: Duration) {
        match heard {
            Heard::Connected => self.handle_connected(link, now),
            Heard::Octets(octets) => self.handle_octets(link, octets, now),
            Heard::Written => self.handle_written(link, now),
            Heard::End => self.handle_end(link, now),
            Heard::Reset => self.handle_reset(link, now),
        }
    }

    fn handle_timeout(&mut self, now: Duration) {
        self.handle_timeout(now);
    }

    fn poll_timeout(&self) -> Option<Duration> {
        self.poll_timeout()
    }

    fn poll_act(&mut self, _: Duration) -> Option<(Link, Act)> {
        let (link, transmit) = self.poll_transmit()?;
        Some((link, transmit.into()))
    }

    fn reading(&self, link: Link) -> Reading {
        self.reading(link)
    }

    fn writing(&self, link: Link) -> Writing {
        self.writing(link)
    }
}

//! The reference intermediary.

use core::time::Duration;

use expectspec_engine::intermediary::{Intermediary, Link, Transmit, Writing};

use super::{Act, Clock, Heard, Machine, Progress};

/// A reference intermediary with all its connections.
#[derive(Clone, Debug)]
pub struct Hop {
    intermediary: Intermediary,
    clock: Clock,
}

impl Hop {
    /// An intermediary without connections.
    #[must_use]
    pub fn new(intermediary: Intermediary) -> Self {
        Self { intermediary, clock: Clock::default() }
    }
}

impl Machine for Hop {
    fn copy(&self) -> Box<dyn Machine> {
        Box::new(self.clone())
    }

    fn accept(&mut self) -> Link {
        let now = self.clock.tick();
        self.intermediary.handle_accepted(now)
    }

    fn hear(&mut self, link: Link, heard: Heard<'_>) {
        let now = self.clock.tick();
        match heard {
            Heard::Connected => self.intermediary.handle_connected(link, now),
            Heard::Octets(octets) => self.intermediary.handle_octets(link, octets, now),
            Heard::Written => self.intermediary.handle_written(link, now),
            Heard::End => self.intermediary.handle_end(link, now),
            Heard::Reset => self.intermediary.handle_reset(link, now),
        }
    }

    fn now(&self) -> Duration {
        self.clock.now
    }

    fn timer(&self) -> Option<Duration> {
        self.clock.until(self.intermediary.poll_timeout())
    }

    fn fire(&mut self) {
        let now = self.clock.reach(self.intermediary.poll_timeout());
        self.intermediary.handle_timeout(now);
    }

    fn act(&mut self) -> Option<(Link, Act)> {
        let (link, transmit) = self.intermediary.poll_transmit()?;
        let act = match transmit {
            Transmit::Open { .. } => Act::Open,
            Transmit::Octets(octets) => Act::Octets(octets.to_vec()),
            Transmit::ShutdownWrite => Act::ShutdownWrite,
            Transmit::Close => Act::Close,
        };
        Some((link, act))
    }

    fn writing(&self, link: Link) -> Writing {
        self.intermediary.writing(link)
    }

    fn progress(&self) -> Progress {
        match self.intermediary.links().next() {
            Some(_) => Progress::Answered,
            None => Progress::Gone,
        }
    }

    fn standing(&self) -> String {
        let links: Vec<_> = self.intermediary.links().map(|it| format!("{it:?}")).collect();
        if links.is_empty() { "without connections".into() } else { links.join(", ") }
    }
}

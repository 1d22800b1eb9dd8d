//! Deviant intermediaries as machines of a composition.

use core::time::Duration;

use expectspec_engine::intermediary::{Link, Transmit, Writing};
use expectspec_faults::intermediary::Deviant;
use expectspec_model::composition::GiveUp;
use expectspec_model::machine::{Act, Heard, Machine, Progress};
use expectspec_subject::IntermediaryMachine;

/// A deviant intermediary.
#[derive(Clone, Debug)]
pub(crate) struct DeviantHop {
    inner: Deviant,
    give_up: GiveUp,
    now: Duration,
}

impl DeviantHop {
    pub(crate) fn new(inner: Deviant, give_up: GiveUp) -> Self {
        Self { inner, give_up, now: Duration::ZERO }
    }

    fn tick(&mut self) -> Duration {
        self.now += Duration::from_micros(1);
        self.now
    }
}

impl Machine for DeviantHop {
    fn copy(&self) -> Box<dyn Machine> {
        Box::new(self.clone())
    }

    fn accept(&mut self) -> Link {
        let now = self.tick();
        self.inner.handle_accepted(now)
    }

    fn hear(&mut self, link: Link, heard: Heard<'_>) {
        let now = self.tick();
        match heard {
            Heard::Connected => self.inner.handle_connected(link, now),
            Heard::Octets(octets) => self.inner.handle_octets(link, octets, now),
            Heard::Written => self.inner.handle_written(link, now),
            Heard::End => self.inner.handle_end(link, now),
            Heard::Reset => self.inner.handle_reset(link, now),
        }
    }

    fn now(&self) -> Duration {
        self.now
    }

    fn timer(&self) -> Option<Duration> {
        let timer = self.inner.poll_timeout().map(|at| at.saturating_sub(self.now));
        timer.filter(|it| self.give_up == GiveUp::Sometime || *it <= HANDSHAKE_MAX)
    }

    fn fire(&mut self) {
        self.now = self.now.max(self.inner.poll_timeout().unwrap_or_default());
        self.inner.handle_timeout(self.now);
    }

    fn act(&mut self) -> Option<(Link, Act)> {
        let (link, transmit) = self.inner.poll_transmit()?;
        let act = match transmit {
            Transmit::Open { .. } => Act::Open,
            Transmit::Octets(octets) => Act::Octets(octets.to_vec()),
            Transmit::ShutdownWrite => Act::ShutdownWrite,
            Transmit::Close => Act::Close,
        };
        Some((link, act))
    }

    fn writing(&self, link: Link) -> Writing {
        self.inner.writing(link)
    }

    fn progress(&self) -> Progress {
        Progress::Gone
    }

    fn standing(&self) -> String {
        "deviant".into()
    }
}

/// Longer timers are those that give up.
const HANDSHAKE_MAX: Duration = Duration::from_secs(2);

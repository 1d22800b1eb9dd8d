//! Deviant intermediaries as machines of a composition.

use core::time::Duration;

use expectspec_engine::intermediary::{Link, Writing};
use expectspec_faults::intermediary::Deviant;
use expectspec_machines::{Act, Heard, Machine};
use expectspec_model::composition::GiveUp;
use expectspec_model::machine::{Explored, Progress};
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
}

impl Machine for DeviantHop {
    fn handle_accepted(&mut self, now: Duration) -> Link {
        self.now = now;
        self.inner.handle_accepted(now)
    }

    fn handle(&mut self, link: Link, heard: Heard<'_>, now: Duration) {
        self.now = now;
        match heard {
            Heard::Connected => self.inner.handle_connected(link, now),
            Heard::Octets(octets) => self.inner.handle_octets(link, octets, now),
            Heard::Written => self.inner.handle_written(link, now),
            Heard::End => self.inner.handle_end(link, now),
            Heard::Reset => self.inner.handle_reset(link, now),
        }
    }

    fn handle_timeout(&mut self, now: Duration) {
        self.now = now;
        self.inner.handle_timeout(now);
    }

    fn poll_timeout(&self) -> Option<Duration> {
        let is_let = |at: &Duration| at.saturating_sub(self.now) <= HANDSHAKE_MAX;
        self.inner.poll_timeout().filter(|at| self.give_up == GiveUp::Sometime || is_let(at))
    }

    fn poll_act(&mut self, _: Duration) -> Option<(Link, Act)> {
        let (link, transmit) = self.inner.poll_transmit()?;
        Some((link, transmit.into()))
    }

    fn writing(&self, link: Link) -> Writing {
        self.inner.writing(link)
    }
}

impl Explored for DeviantHop {
    fn copy(&self) -> Box<dyn Explored> {
        Box::new(self.clone())
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

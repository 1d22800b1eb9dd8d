//! A machine whose octets are edited on their way out.

use core::time::Duration;

use expectspec_engine::client::Outcome;
use expectspec_engine::intermediary::{Link, Writing};
use expectspec_machines::{Act, Arrived, Heard, Machine};
use expectspec_model::machine::{Explored, Progress};

/// Another machine, but for what it says.
#[derive(Clone, Debug)]
pub(crate) struct Edited {
    pub(crate) inner: Box<dyn Explored>,
    /// What becomes of octets; none are not sent.
    pub(crate) edit: fn(&[u8]) -> Vec<u8>,
}

impl Machine for Edited {
    fn handle_accepted(&mut self, now: Duration) -> Link {
        self.inner.handle_accepted(now)
    }

    fn handle(&mut self, link: Link, heard: Heard<'_>, now: Duration) {
        self.inner.handle(link, heard, now);
    }

    fn handle_timeout(&mut self, now: Duration) {
        self.inner.handle_timeout(now);
    }

    fn poll_timeout(&self) -> Option<Duration> {
        self.inner.poll_timeout()
    }

    fn poll_act(&mut self, now: Duration) -> Option<(Link, Act)> {
        loop {
            match self.inner.poll_act(now)? {
                (link, Act::Octets(octets)) => match (self.edit)(&octets) {
                    edited if edited.is_empty() => self.inner.handle(link, Heard::Written, now),
                    edited => return Some((link, Act::Octets(edited))),
                },
                other => return Some(other),
            }
        }
    }

    fn writing(&self, link: Link) -> Writing {
        self.inner.writing(link)
    }
}

impl Explored for Edited {
    fn copy(&self) -> Box<dyn Explored> {
        Box::new(self.clone())
    }

    fn progress(&self) -> Progress {
        self.inner.progress()
    }

    fn standing(&self) -> String {
        self.inner.standing()
    }

    fn outcomes(&self) -> &[Outcome] {
        self.inner.outcomes()
    }

    fn arrived(&self) -> &[Arrived] {
        self.inner.arrived()
    }
}

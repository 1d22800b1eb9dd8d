//! A machine whose octets are edited on their way out.

use core::time::Duration;

use expectspec_engine::client::Outcome;
use expectspec_engine::intermediary::{Link, Writing};
use expectspec_model::machine::{Act, Arrived, Heard, Machine, Progress};

/// Another machine, but for what it says.
#[derive(Clone, Debug)]
pub(crate) struct Edited {
    pub(crate) inner: Box<dyn Machine>,
    /// What becomes of octets; none are not sent.
    pub(crate) edit: fn(&[u8]) -> Vec<u8>,
}

impl Machine for Edited {
    fn copy(&self) -> Box<dyn Machine> {
        Box::new(self.clone())
    }

    fn accept(&mut self) -> Link {
        self.inner.accept()
    }

    fn hear(&mut self, link: Link, heard: Heard<'_>) {
        self.inner.hear(link, heard);
    }

    fn now(&self) -> Duration {
        self.inner.now()
    }

    fn timer(&self) -> Option<Duration> {
        self.inner.timer()
    }

    fn fire(&mut self) {
        self.inner.fire();
    }

    fn act(&mut self) -> Option<(Link, Act)> {
        loop {
            match self.inner.act()? {
                (link, Act::Octets(octets)) => match (self.edit)(&octets) {
                    edited if edited.is_empty() => self.inner.hear(link, Heard::Written),
                    edited => return Some((link, Act::Octets(edited))),
                },
                other => return Some(other),
            }
        }
    }

    fn writing(&self, link: Link) -> Writing {
        self.inner.writing(link)
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

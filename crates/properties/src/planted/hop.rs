//! The reference intermediary, or one with a fault.

use core::time::Duration;

use expectspec_engine::intermediary::{Intermediary, Link, Policy, Reading, Writing};
use expectspec_faults::intermediary::{self as faults, Deviant};
use expectspec_machines::{Act, Heard, Machine};
use expectspec_subject::IntermediaryMachine;

use super::planted;
use crate::mediation::form_of;

/// An intermediary that may have a fault.
#[derive(Debug)]
pub(crate) enum Hop {
    Sound(Box<Intermediary>),
    Deviant(Box<Deviant>),
}

impl Hop {
    /// An intermediary with this policy. Faults are made for the default ones of a gateway and of a proxy.
    pub(crate) fn new(policy: Policy) -> Self {
        let is_usual = policy == Policy::default() || policy == Policy::proxy();
        match planted().and_then(faults::find) {
            Some(fault) if is_usual && fault.form() == form_of(policy.role) => {
                Self::Deviant(Box::new(fault.intermediary()))
            }
            _ => Self::Sound(Box::new(Intermediary::new(policy))),
        }
    }

    /// Its connections; none where they are not known.
    pub(crate) fn links(&self) -> impl Iterator<Item = ()> {
        let count = match self {
            Self::Sound(hop) => hop.links().count(),
            Self::Deviant(_) => 0,
        };
        core::iter::repeat_n((), count)
    }

    fn machine(&self) -> &dyn IntermediaryMachine {
        match self {
            Self::Sound(hop) => &**hop,
            Self::Deviant(hop) => &**hop,
        }
    }

    fn machine_mut(&mut self) -> &mut dyn IntermediaryMachine {
        match self {
            Self::Sound(hop) => &mut **hop,
            Self::Deviant(hop) => &mut **hop,
        }
    }
}

impl Machine for Hop {
    fn handle_accepted(&mut self, now: Duration) -> Link {
        self.machine_mut().handle_accepted(now)
    }

    fn handle(&mut self, link: Link, heard: Heard<'_>, now: Duration) {
        let machine = self.machine_mut();
        match heard {
            Heard::Connected => machine.handle_connected(link, now),
            Heard::Octets(octets) => machine.handle_octets(link, octets, now),
            Heard::Written => machine.handle_written(link, now),
            Heard::End => machine.handle_end(link, now),
            Heard::Reset => machine.handle_reset(link, now),
        }
    }

    fn handle_timeout(&mut self, now: Duration) {
        self.machine_mut().handle_timeout(now);
    }

    fn poll_timeout(&self) -> Option<Duration> {
        self.machine().poll_timeout()
    }

    fn poll_act(&mut self, _: Duration) -> Option<(Link, Act)> {
        let (link, transmit) = self.machine_mut().poll_transmit()?;
        Some((link, transmit.into()))
    }

    fn reading(&self, link: Link) -> Reading {
        self.machine().reading(link)
    }

    fn writing(&self, link: Link) -> Writing {
        self.machine().writing(link)
    }
}

//! Plays a mediation, in virtual time, and writes down what passes.

use core::time::Duration;

use expectspec_judge::Transcript;
use expectspec_requirements::{Form, Party};

use super::Mediation;
use super::clients::Clients;
use super::origin::Origin;
use crate::net::{Net, Travel};
use crate::tested::Hop;
use crate::windows;

/// What came of a mediation.
#[derive(Clone, Debug)]
pub struct MediationPlay {
    /// What passed on both sides, as the clients and the origin server saw it.
    pub transcript: Transcript,
    /// How long octets were under way, in each direction.
    pub latency: Duration,
    /// What the intermediary is declared to be.
    pub form: Form,
    /// The time when nothing more could happen.
    pub over: Duration,
    /// How many connections the intermediary had left then.
    pub links_left: usize,
}

/// Plays a mediation until nothing more can happen.
///
/// # Panics
/// When something goes on without end.
#[must_use]
pub fn mediate(mediation: &Mediation) -> MediationPlay {
    let form = mediation.form();
    let latency = mediation.latency.time;
    let mut clients = Clients::new(mediation);
    let mut intermediary = Hop::new(mediation.policy());
    let mut origin = Origin::new(mediation);
    let travel = |octets| Travel { octets, delay: latency };
    let mut net =
        Net::new(vec![&mut clients, &mut intermediary, &mut origin], vec![1, 2, 2], WINDOW, travel);
    net.run();
    let over = net.now();
    let mut transcript = net.transcript(INTERMEDIARY, Party::Intermediary, windows(latency));
    drop(net);
    transcript.form = Some(form);
    let links_left = intermediary.links().count();
    MediationPlay { transcript, latency, form, over, links_left }
}

/// The intermediary's place among the machines.
const INTERMEDIARY: usize = 1;

/// As much as a socket holds, or so.
const WINDOW: usize = 256 * 1024;

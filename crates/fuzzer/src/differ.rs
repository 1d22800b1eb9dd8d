//! The same exchanges with several servers: where the classes of their responses differ, and why.

mod comparing;
mod conduct;
mod group;
mod minimise;
mod outcome;

use std::sync::Arc;

use expectspec_catalogue::Places;
use expectspec_requirements::Party;
use expectspec_runner::{FirstConversation, Plan, RunError, Subject};
use expectspec_subject::{Clock, Server};

use crate::Settings;
use crate::player::Player;
use crate::runtime::{run, runtime};

pub use conduct::{Aspect, Showing};
pub use group::Group;
pub use outcome::{DifferEvent, Differences};

use comparing::Comparing;

/// A comparison of servers that is to be. All of them are in process, or none is.
#[derive(Clone, Debug)]
pub struct Differ {
    /// Whom to compare, two at least.
    pub servers: Vec<Compared>,
    /// What bounds it; groups of differences count as finds.
    pub settings: Settings,
}

/// A server that is compared with others.
#[derive(Clone)]
pub struct Compared {
    /// The server.
    pub server: Arc<dyn Server>,
    /// What the placeholders stand for where it is.
    pub places: Places,
}

/// Why servers could not be compared.
#[derive(Debug)]
pub struct DifferError {
    /// The index of the server that is to blame.
    pub server: usize,
    /// Why it could not be tested.
    pub error: RunError,
}

impl core::fmt::Display for DifferError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "server {}: {}", self.server + 1, self.error)
    }
}

impl core::error::Error for DifferError {}

impl core::fmt::Debug for Compared {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("Compared").field(&self.server.address()).finish()
    }
}

impl Differ {
    /// Plays until the time, the executions or the finds are used up, or none of the servers can be reached.
    ///
    /// # Errors
    /// When one of them does not answer a plain GET.
    ///
    /// # Panics
    /// When some servers are in process and others are not.
    pub fn run(
        &self,
        on_event: &mut dyn FnMut(DifferEvent<'_>),
    ) -> Result<Differences, DifferError> {
        let plan = |places: &Places| Plan {
            places: places.clone(),
            ..self.settings.plan(Party::OriginServer)
        };
        let subjects: Vec<(Subject, Plan)> = self
            .servers
            .iter()
            .map(|Compared { server, places }| (Arc::clone(server).into(), plan(places)))
            .collect();
        let clock = subjects.first().map_or(Clock::Virtual, |(first, _)| first.clock());
        assert!(subjects.iter().all(|(it, _)| it.clock() == clock), "one clock for all");
        let runtime =
            runtime(clock).map_err(|it| DifferError { server: 0, error: RunError::Runtime(it) })?;
        let check = |(server, (subject, plan)): (usize, &(Subject, Plan))| {
            let first = runtime.block_on(FirstConversation::with(subject, plan));
            first.map_err(|it| DifferError { server, error: RunError::Check(it) })
        };
        let firsts: Vec<_> = subjects.iter().enumerate().map(check).collect::<Result<_, _>>()?;
        let players = players(&subjects, &self.settings, &firsts);
        let mut comparing = Comparing::new(&players, on_event);
        let end = run(clock, &runtime, comparing.run());
        Ok(comparing.into_differences(end, firsts))
    }
}

fn players<'a>(
    subjects: &'a [(Subject, Plan)],
    settings: &'a Settings,
    firsts: &[FirstConversation],
) -> Vec<Player<'a>> {
    let both = subjects.iter().zip(firsts);
    both.map(|((subject, plan), first)| Player::new(subject, plan, settings, first)).collect()
}

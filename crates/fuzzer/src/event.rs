//! What a run of the fuzzer tells while it goes on.

use core::time::Duration;

use expectspec_judge::Windows;
use expectspec_requirements::Requirement;
use expectspec_runner::FirstConversation;

use crate::Find;

/// What a run of the fuzzer tells while it goes on.
#[derive(Debug)]
pub enum Event<'a> {
    /// The subject is there.
    Began {
        /// What the first conversation showed.
        first: &'a FirstConversation,
        /// How long is waited for what while looking for finds; what rests on a clock is repeated with the
        /// windows of a run of the suite.
        windows: Windows,
        /// How many executions may be under way at once.
        concurrency: usize,
    },
    /// How far it is: every second over sockets, or every thousand executions.
    Progress(Progress),
    /// A deviation was seen; it is played again and shrunk.
    Suspected {
        /// The requirement that seems to be broken.
        requirement: &'static Requirement,
        /// The judge's word for how.
        mark: &'static str,
    },
    /// A find, shrunk.
    Found(&'a Find),
}

/// How far a run is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Progress {
    /// The time since it began.
    pub elapsed: Duration,
    /// New inputs that were played; repeats and what is played to shrink do not count.
    pub executions: u64,
    /// All that was played.
    pub played: u64,
    /// How many kinds of findings and states of exchanges were seen.
    pub states: usize,
    /// How many inputs showed something new.
    pub inputs: usize,
    /// How many finds there are.
    pub finds: usize,
    /// How many are being repeated or shrunk.
    pub suspected: usize,
}

impl Progress {
    /// Executions a second.
    #[must_use]
    pub fn rate(&self) -> u64 {
        let ms = u64::try_from(self.elapsed.as_millis()).unwrap_or(u64::MAX);
        self.executions.saturating_mul(1000) / ms.max(1)
    }
}

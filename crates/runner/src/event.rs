//! What a run tells while it goes on.

use expectspec_requirements::Verdict;

use crate::FirstConversation;

/// Something that happened in a run. Reports and progress bars are made of these and of the
/// finished [`Run`](crate::Run).
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// The subject is there; so many cases will be run.
    Began {
        /// What the first conversation showed.
        first: &'a FirstConversation,
        /// How many cases will be run.
        cases: usize,
    },
    /// A case came to its end.
    Finished {
        /// Its id.
        id: &'static str,
        /// Its verdict so far.
        verdict: Verdict,
    },
    /// So many cases are run again because their findings rest on a clock.
    Confirming {
        /// How many.
        cases: usize,
    },
}

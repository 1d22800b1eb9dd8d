//! What came of a run of the fuzzer.

use expectspec_judge::Windows;
use expectspec_runner::FirstConversation;

use crate::{Find, Input, Note, Progress};

/// What came of a run of the fuzzer.
#[derive(Debug)]
pub struct Outcome {
    /// What the first conversation showed.
    pub first: FirstConversation,
    /// How long was waited for what while looking for finds.
    pub windows: Windows,
    /// The finds, in order of their requirements and marks.
    pub finds: Vec<Find>,
    /// What is less than a find, but not as it should be: no failure.
    pub notes: Vec<Note>,
    /// How many deviations were seen once and not again: a clock was the reason, or chance.
    pub unrepeated: usize,
    /// The figures at the end.
    pub progress: Progress,
    /// Why it ended.
    pub end: End,
}

/// Why a run ended.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum End {
    /// The time was over.
    Time,
    /// The executions were used up.
    Executions,
    /// There are finds enough.
    Finds,
    /// The subject could not be reached any more.
    Gone {
        /// What was under way when it was last reached, the likely reasons.
        under_way: Vec<Input>,
    },
}

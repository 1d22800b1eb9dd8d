//! What came of a comparison of servers, and what it tells while it goes on.

use expectspec_runner::FirstConversation;

use super::Group;
use crate::{End, Progress};

/// What a comparison tells while it goes on.
#[derive(Debug)]
pub enum DifferEvent<'a> {
    /// How far it is, now and then.
    Progress(Progress),
    /// A difference unlike all before, minimised.
    Found(&'a Group),
}

/// What came of a comparison.
#[derive(Debug)]
pub struct Differences {
    /// What the first conversations showed, in the order of the servers.
    pub firsts: Vec<FirstConversation>,
    /// The differences, grouped by cause; in order of what they are about.
    pub groups: Vec<Group>,
    /// How many differences were seen and not again.
    pub unrepeated: usize,
    /// The figures at the end.
    pub progress: Progress,
    /// Why it ended.
    pub end: End,
}

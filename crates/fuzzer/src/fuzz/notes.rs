//! What is less than a find, but not as it should be.

use std::collections::BTreeMap;

use expectspec_judge::Finding;
use expectspec_requirements::Verdict;

use crate::hunt::Sighting;
use crate::player::Execution;
use crate::{Input, Note};

/// What was noted, each with the shortest input that shows it.
#[derive(Debug, Default)]
pub(super) struct Notes(BTreeMap<(&'static str, &'static str), Note>);

impl Notes {
    /// Keeps a finding of this execution, unless a shorter input showed the same.
    pub(super) fn add(
        &mut self,
        execution: &Execution,
        finding: &Finding,
        verdict: Verdict,
        sighting: &Sighting,
    ) {
        let key = sighting.shown.key();
        let known = self.0.get(&key);
        let acts = execution.input.acts.len();
        if known.is_some_and(|known| known.input.acts.len() <= acts) {
            return;
        }
        let first = known.map(|known| (known.execution, known.elapsed));
        let (number, elapsed) = first.unwrap_or((sighting.execution, sighting.elapsed));
        let note = Note {
            finding: finding.clone(),
            verdict,
            input: Input::clone(&execution.input),
            transcript: execution.transcript.clone(),
            execution: number,
            elapsed,
        };
        self.0.insert(key, note);
    }

    /// In order of their requirements and marks.
    pub(super) fn into_list(self) -> Vec<Note> {
        self.0.into_values().collect()
    }
}

//! What is looked at again before it is reported: doubts that rest on a clock, and cases that differ from
//! those that they are compared with.

use std::collections::{BTreeMap, BTreeSet};

use expectspec_judge::{Basis, Finding, Reading, Transcript, relate};
use expectspec_requirements::Outcome;
use expectspec_subject::Clock;

use crate::run::Running;
use crate::{CaseRun, Event, RunError, confirm};

/// Second runs of cases, by index.
pub(crate) type Seconds = BTreeMap<usize, CaseRun>;

impl Running<'_> {
    /// Runs again what rests on a clock: a finding stands when two runs of three show it. Of many
    /// that are alike a sample is enough, unless one of them was not seen again. Cases that differ from
    /// those that they are compared with are run again in the same round; these runs are returned.
    pub(crate) fn second_look(
        &mut self,
        cases: &mut [CaseRun],
        concurrency: usize,
    ) -> Result<Seconds, RunError> {
        let sample = confirm::sample(cases);
        let related = self.related(cases);
        let doubted = related.iter().filter(|(_, finding)| self.rests_on_clock(finding));
        let doubted: BTreeSet<usize> = doubted.map(|&(index, _)| index).collect();
        let again = self.again(&(&sample | &doubted), concurrency)?;
        let (mut differing, mut seconds) = (Seconds::new(), Seconds::new());
        for (index, second) in again {
            if sample.contains(&index) && !confirm::agree(&cases[index], &second) {
                differing.insert(index, second);
            } else if doubted.contains(&index) {
                seconds.insert(index, second);
            }
        }
        let akin = &confirm::akin(cases, differing.keys().copied()) - &sample;
        let akin = self.again(&akin, concurrency)?.into_iter();
        differing.extend(akin.filter(|(index, it)| !confirm::agree(&cases[*index], it)));
        let indices: Vec<usize> = differing.keys().copied().collect();
        for (index, third) in self.play_all(&indices, concurrency)? {
            if let Some(second) = differing.remove(&index) {
                let first = &cases[index];
                if let Some(better) = confirm::better(first, second, third) {
                    cases[index] = better;
                }
            }
        }
        Ok(seconds)
    }

    fn again(
        &mut self,
        indices: &BTreeSet<usize>,
        concurrency: usize,
    ) -> Result<Vec<(usize, CaseRun)>, RunError> {
        if indices.is_empty() {
            return Ok(Vec::new());
        }
        (self.on_event)(Event::Confirming { cases: indices.len() });
        let indices: Vec<usize> = indices.iter().copied().collect();
        self.play_all(&indices, concurrency)
    }

    /// Compares each case that has a relation with its base. What rests on a clock has to show in a
    /// second run as well.
    pub(crate) fn relate(
        &mut self,
        cases: &mut [CaseRun],
        mut seconds: Seconds,
        concurrency: usize,
    ) -> Result<(), RunError> {
        let (doubted, certain): (Vec<_>, Vec<_>) =
            self.related(cases).into_iter().partition(|(_, finding)| self.rests_on_clock(finding));
        let indices = doubted.iter().map(|&(index, _)| index);
        let unseen: Vec<usize> = indices.filter(|index| !seconds.contains_key(index)).collect();
        seconds.extend(self.play_all(&unseen, concurrency)?);
        let confirmed = doubted.into_iter().filter(|(index, finding)| {
            let again = seconds.get(index).and_then(CaseRun::transcript);
            let again = again.and_then(|transcript| self.relation(cases, *index, transcript));
            again.is_some_and(|again| again.mark == finding.mark)
        });
        let confirmed: Vec<_> = confirmed.collect();
        for (index, finding) in certain.into_iter().chain(confirmed) {
            cases[index].add(self.plan.profile, finding);
        }
        Ok(())
    }

    /// What the relations of the cases show.
    fn related(&self, cases: &[CaseRun]) -> Vec<(usize, Finding)> {
        let of =
            |index: usize| Some((index, self.relation(cases, index, cases[index].transcript()?)?));
        (0..cases.len()).filter_map(of).collect()
    }

    fn rests_on_clock(&self, finding: &Finding) -> bool {
        self.subject.clock() == Clock::Real
            && finding.basis == Basis::Clock
            && finding.outcome != Outcome::Kept
    }

    fn relation(
        &self,
        cases: &[CaseRun],
        index: usize,
        transcript: &Transcript,
    ) -> Option<Finding> {
        let relation = cases[index].case.relation.as_ref()?;
        let base = cases.iter().find(|case| case.case.id == relation.base)?;
        let base = Reading::of(base.transcript()?);
        relate(relation, &base, &Reading::of(transcript), self.terms.windows)
    }
}

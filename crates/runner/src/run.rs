//! A whole run: the first conversation, the cases, a second look at what rests on a clock, relations,
//! the last conversation, facts.

use core::time::Duration;
use std::collections::VecDeque;

use expectspec_catalogue::Case;
use expectspec_judge::{Direction, Entry, Fact, FactGatherer, Reading, Windows};
use expectspec_requirements::{Form, Party, Profile};
use expectspec_subject::Clock;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

use crate::again::Seconds;
use crate::needs::unmet;
use crate::{
    CaseRun, Conclusion, Event, FirstConversation, Plan, PlayError, Played, RunError, Subject,
    Terms,
};

/// A second look is taken at a quarter of the concurrency: load may have been the cause of a doubt.
const CALM: usize = 4;
/// Time between the starts of two cases: a server whose backlog is short would leave the last of
/// many connections without an answer for seconds.
const PACE: Duration = Duration::from_millis(1);
/// Time before a case that is played alone: an intermediary has to learn that the connections which
/// the case before left behind are gone, or it sends a request into one of them.
const REST: Duration = Duration::from_millis(20);

/// A finished run.
#[derive(Debug)]
pub struct Run {
    /// Where the subject is, or what.
    pub address: String,
    /// The party that it plays.
    pub party: Party,
    /// Its form, if it is an intermediary.
    pub form: Option<Form>,
    /// How it was reached.
    pub transport: &'static str,
    /// Whose reading of the protocol decided.
    pub profile: Profile,
    /// What the first conversation showed.
    pub first: FirstConversation,
    /// How long was waited for what.
    pub windows: Windows,
    /// The cases, in the order of the plan.
    pub cases: Vec<CaseRun>,
    /// What the subject does where it may choose.
    pub facts: Vec<Fact>,
    /// The last case that the subject answered, or the first, if it answered none; `None` if it
    /// is still there after them all.
    pub died_after: Option<&'static str>,
}

/// Runs a plan against a subject. Ends in bounded time and memory, whatever the subject does.
///
/// # Errors
/// When the subject does not answer a plain GET, or makes no request, so that nothing can be said
/// of it.
pub fn run(
    subject: &Subject,
    plan: &Plan,
    on_event: &mut dyn FnMut(Event<'_>),
) -> Result<Run, RunError> {
    let runtime = new_runtime(subject.clock())?;
    let first =
        runtime.block_on(FirstConversation::with(subject, plan)).map_err(RunError::Check)?;
    let windows = plan.calibrated(subject.clock(), &first);
    on_event(Event::Began { first: &first, cases: plan.cases.len() });
    let terms = plan.terms_behind(windows, &first);
    let may_pool = matches!(&first, FirstConversation::Intermediary(check) if !check.never_pools);
    let mut running =
        Running { subject, plan, terms, runtime, on_event, may_pool, last_heard: None };
    let concurrency = first.concurrency(plan);
    let mut cases = running.first_round(&first, concurrency)?;
    let calmly = concurrency.div_ceil(CALM);
    let seconds = match subject.clock() {
        Clock::Real => running.second_look(&mut cases, calmly)?,
        Clock::Virtual => Seconds::new(),
    };
    running.relate(&mut cases, seconds, calmly)?;
    let answers = running.runtime.block_on(FirstConversation::again(subject, plan));
    let first_case = plan.cases.first().map(|case| case.id);
    let died_after = if answers { None } else { running.last_heard.or(first_case) };
    let mut gatherer = FactGatherer::default();
    for case in &cases {
        if let Some(transcript) = case.transcript() {
            gatherer.add(&Reading::of(transcript), case.findings());
        }
    }
    Ok(Run {
        address: subject.address(),
        party: subject.party(),
        form: subject.form(),
        transport: subject.transport(),
        profile: plan.profile,
        first,
        windows,
        cases,
        facts: gatherer.facts(),
        died_after,
    })
}

fn new_runtime(clock: Clock) -> Result<Runtime, RunError> {
    let mut builder = Builder::new_current_thread();
    builder.enable_all();
    if clock == Clock::Virtual {
        builder.start_paused(true);
    }
    builder.build().map_err(RunError::Runtime)
}

/// A run that is going on.
pub(crate) struct Running<'a> {
    pub(crate) subject: &'a Subject,
    pub(crate) plan: &'a Plan,
    pub(crate) terms: Terms,
    runtime: Runtime,
    pub(crate) on_event: &'a mut dyn FnMut(Event<'_>),
    /// Whether connections that a case leaves open could serve another.
    may_pool: bool,
    /// The last case in which the subject sent anything.
    last_heard: Option<&'static str>,
}

impl Running<'_> {
    fn first_round(
        &mut self,
        first: &FirstConversation,
        concurrency: usize,
    ) -> Result<Vec<CaseRun>, RunError> {
        let mut slots: Vec<Option<CaseRun>> = Vec::new();
        let mut open = Vec::new();
        for (index, &case) in self.plan.cases.iter().enumerate() {
            let need = unmet(case, self.plan, first, self.subject);
            slots.push(need.map(|need| CaseRun::lacks(case, need)));
            if need.is_none() {
                open.push(index);
            }
        }
        for (index, case) in self.play_all(&open, concurrency)? {
            slots[index] = Some(case);
        }
        Ok(slots.into_iter().map(|slot| slot.expect("every case was run or set aside")).collect())
    }

    /// Plays the cases with these indices, so many at once.
    pub(crate) fn play_all(
        &mut self,
        indices: &[usize],
        concurrency: usize,
    ) -> Result<Vec<(usize, CaseRun)>, RunError> {
        match self.subject.clock() {
            Clock::Virtual => {
                // A runtime each: no case sees the tasks or the time of another.
                let mut cases = Vec::with_capacity(indices.len());
                for &index in indices {
                    let runtime = new_runtime(Clock::Virtual)?;
                    let case = self.plan.cases[index];
                    let places = self.plan.places_of(case);
                    let played =
                        runtime.block_on(self.subject.play(case.to_script(), &places, &self.terms));
                    cases.push((index, self.conclude(case, played)));
                }
                Ok(cases)
            }
            Clock::Real => {
                let is_alone =
                    |index: &usize| self.may_pool && self.plan.cases[*index].leaves_connections();
                let (alone, together): (Vec<_>, Vec<_>) =
                    indices.iter().copied().partition(is_alone);
                let mut cases = self.play_together(&together, concurrency);
                for index in alone {
                    self.runtime.block_on(async { tokio::time::sleep(REST).await });
                    cases.extend(self.play_together(&[index], 1));
                }
                Ok(cases)
            }
        }
    }

    fn play_together(&mut self, indices: &[usize], concurrency: usize) -> Vec<(usize, CaseRun)> {
        let mut waiting: VecDeque<usize> = indices.iter().copied().collect();
        let mut tasks = JoinSet::new();
        let mut cases = Vec::with_capacity(indices.len());
        loop {
            while tasks.len() < concurrency {
                let Some(index) = waiting.pop_front() else { break };
                let case = self.plan.cases[index];
                let places = self.plan.places_of(case);
                let (subject, terms) = (self.subject.clone(), self.terms.clone());
                tasks.spawn_on(
                    async move { (index, subject.play(case.to_script(), &places, &terms).await) },
                    self.runtime.handle(),
                );
                self.runtime.block_on(async { tokio::time::sleep(PACE).await });
            }
            let Some(done) = self.runtime.block_on(tasks.join_next()) else { return cases };
            let (index, played) = done.expect("playing a case does not panic");
            let case = self.conclude(self.plan.cases[index], played);
            cases.push((index, case));
        }
    }

    fn conclude(&mut self, case: &'static Case, played: Result<Played, PlayError>) -> CaseRun {
        let concluded = match played {
            Ok(Played { transcript, flooded }) => {
                if transcript.entries.iter().any(is_from_subject) {
                    self.last_heard = Some(case.id);
                }
                CaseRun::judged(case, self.plan.profile, transcript, flooded)
            }
            Err(PlayError { error, .. }) => CaseRun::unreachable(case, error.to_string()),
        };
        (self.on_event)(Event::Finished { id: case.id, verdict: concluded.verdict });
        concluded
    }
}

fn is_from_subject(entry: &Entry) -> bool {
    matches!(entry.event, expectspec_judge::Event::Octets(Direction::FromSubject, _))
}

impl Run {
    /// Whether any case was judged at all.
    #[must_use]
    pub fn has_judged(&self) -> bool {
        self.cases.iter().any(|case| matches!(case.conclusion, Conclusion::Judged { .. }))
    }
}

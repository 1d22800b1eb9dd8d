//! Plays inputs: in process each on a paused clock of its own, over sockets many at once.

mod playing;

use core::cell::Cell;
use core::pin::Pin;
use core::time::Duration;
use std::sync::Arc;
use std::time::Instant;

use expectspec_catalogue::{Places, Task, Upload};
use expectspec_judge::{Finding, Reading, Transcript, Windows, judge_reading, relate};
use expectspec_requirements::Party;
use expectspec_runner::{FirstConversation, Plan, Subject, Terms};
use expectspec_subject::{Ability, Clock, SubjectError};
use tokio::sync::Semaphore;

use crate::input::{Input, OwnStep, Persistence};
use crate::{Settings, random};
use playing::{Playing, play, played_at_once};

/// What came of playing an input.
#[derive(Clone, Debug)]
pub(crate) struct Execution {
    pub(crate) input: Arc<Input>,
    pub(crate) transcript: Transcript,
    pub(crate) findings: Vec<Finding>,
    pub(crate) reading: Reading,
}

/// How long is waited for what.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Patience {
    /// Not long: there is much to play.
    Brisk,
    /// As long as in a run of the suite, and with few others under way.
    Calm,
}

pub(crate) struct Player<'a> {
    subject: &'a Subject,
    plan: &'a Plan,
    pub(crate) settings: &'a Settings,
    pub(crate) brisk: Windows,
    calm: Windows,
    /// How much content a client is asked to send.
    content_octets: usize,
    pub(crate) concurrency: usize,
    /// Whether the request of one input may come over a connection that another one left open.
    pub(crate) pools: bool,
    permits: Arc<Semaphore>,
    permits_max: u32,
    played: Cell<u64>,
    next_start: Cell<Instant>,
    /// When what is still being shrunk has been shrunk enough.
    late_from: Cell<Option<Instant>>,
    pub(crate) began: Instant,
}

impl<'a> Player<'a> {
    pub(crate) fn new(
        subject: &'a Subject,
        plan: &'a Plan,
        settings: &'a Settings,
        first: &FirstConversation,
    ) -> Self {
        let calm = plan.calibrated(subject.clock(), first);
        let brisk = match subject.clock() {
            Clock::Virtual => calm,
            Clock::Real => brisk(calm, first),
        };
        let concurrency = match subject.clock() {
            Clock::Virtual => 1,
            Clock::Real => first.concurrency(plan),
        };
        let most = usize::from(Input::CONNECTIONS_MAX);
        let permits = settings.connections_max.clamp(most, Semaphore::MAX_PERMITS).min(1 << 16);
        // Who serves one connection at a time would leave the second without an answer.
        let permits = if concurrency == 1 { most } else { permits };
        Self {
            subject,
            plan,
            settings,
            brisk,
            calm,
            content_octets: match first {
                FirstConversation::Client(check) => check.content_octets,
                FirstConversation::Server(_) | FirstConversation::Intermediary(_) => 0,
            },
            concurrency,
            pools: concurrency > 1
                && matches!(first, FirstConversation::Intermediary(it) if !it.never_pools),
            permits: Arc::new(Semaphore::new(permits)),
            permits_max: u32::try_from(permits).unwrap_or(u32::MAX),
            played: Cell::new(0),
            next_start: Cell::new(Instant::now()),
            late_from: Cell::new(None),
            began: Instant::now(),
        }
    }

    pub(crate) fn clock(&self) -> Clock {
        self.subject.clock()
    }

    /// Whose peer plays.
    pub(crate) const fn party(&self) -> Party {
        self.subject.party()
    }

    /// What a client is asked for: no more than it can do.
    pub(crate) fn task(&self, input: &Input) -> Task {
        let Task { method, upload, requests } = input.task();
        let Subject::Client(client) = self.subject else { return Task::UPLOAD };
        let upload = match upload {
            Upload::Unknown if !client.can(Ability::UnknownLength) => Upload::Known,
            upload => upload,
        };
        Task {
            method: method.filter(|_| client.can(Ability::Method)),
            upload,
            requests: if client.can(Ability::Requests) { requests } else { 1 },
        }
    }

    /// What becomes of connections to the origin server in the n-th input. Behind an intermediary that
    /// pools them, most inputs have to end them, or no two could be played at once.
    pub(crate) const fn persistence(&self, number: u64) -> Persistence {
        if self.pools && number % ROUND < ROUND - ALONE {
            Persistence::Never
        } else {
            Persistence::AsSaid
        }
    }

    /// Whether what was seen once may have come of others that were under way.
    pub(crate) const fn is_crowded(&self) -> bool {
        matches!(self.party(), Party::Intermediary) && self.concurrency > 1
    }

    /// Whether the subject serves one connection at a time, or behind it the request of another input could
    /// come over a connection of this one.
    fn is_played_alone(&self, input: &Input) -> bool {
        self.concurrency == 1 || self.pools && input.persistence == Persistence::AsSaid
    }

    /// How many inputs were played.
    pub(crate) const fn played(&self) -> u64 {
        self.played.get()
    }

    /// No new inputs are played any more: what is being shrunk has to come to an end.
    pub(crate) fn begin_to_end(&self) {
        self.late_from.set(Some(Instant::now() + self.settings.shrink_time_max));
    }

    /// Whether nothing is worth shrinking any further.
    pub(crate) fn is_late(&self) -> bool {
        self.late_from.get().is_some_and(|late_from| Instant::now() >= late_from)
    }

    /// The steps that this input is played in.
    pub(crate) fn steps(&self, input: &Input) -> Vec<OwnStep> {
        input.steps(self.party(), &self.plan.places)
    }

    /// Plays an input and has it judged; with its twin, if it has one.
    pub(crate) async fn play(
        &self,
        input: &Arc<Input>,
        patience: Patience,
    ) -> Result<Execution, SubjectError> {
        let (_, twin) = input.twins();
        let execution = self.play_one(input, patience).await?;
        let Some((base, twin)) = twin else { return Ok(execution) };
        let base = self.play_one(&Arc::new(base), patience).await?;
        let windows = execution.transcript.windows;
        let related = relate(&twin.relation(), &base.reading, &execution.reading, windows);
        Ok(Execution {
            findings: [execution.findings, Vec::from_iter(related)].concat(),
            ..execution
        })
    }

    async fn play_one(
        &self,
        input: &Arc<Input>,
        patience: Patience,
    ) -> Result<Execution, SubjectError> {
        let number = self.played.get();
        self.played.set(number + 1);
        let nonce = random::Random::of_execution(self.settings.seed, number).below(1 << 32);
        let places = Places { nonce: format!("{nonce:08x}"), ..self.plan.places.clone() };
        let steps = self.steps(input);
        let windows = if patience == Patience::Calm { self.calm } else { self.brisk };
        let terms = Terms { content_octets: self.content_octets, ..self.plan.terms(windows) };
        let task = self.task(input);
        let played = match self.clock() {
            Clock::Virtual => played_at_once(self.subject, task, &steps, &places, &terms)?,
            Clock::Real => {
                let connections = u32::try_from(input.connections()).unwrap_or(u32::MAX);
                let is_alone = self.is_played_alone(input);
                let weight = match patience {
                    _ if is_alone => self.permits_max,
                    Patience::Brisk => connections.min(self.permits_max),
                    Patience::Calm => self.permits_max.div_ceil(CALM),
                };
                let permit = Arc::clone(&self.permits).acquire_many_owned(weight).await;
                let permit = permit.expect("the semaphore is never closed");
                self.pace().await;
                let subject = self.subject.clone();
                let task = tokio::spawn(async move {
                    let played = play(&subject, task, &steps, &places, &terms).await;
                    if is_alone {
                        tokio::time::sleep(FORGOTTEN).await;
                    }
                    drop(permit);
                    played
                });
                Playing(task).await?
            }
        };
        let reading = Reading::of(&played);
        let findings = judge_reading(&played, &reading);
        Ok(Execution { input: Arc::clone(input), transcript: played, findings, reading })
    }

    /// Plays inputs, as many at once as may be.
    pub(crate) async fn play_all(
        &self,
        inputs: &[Arc<Input>],
        patience: Patience,
    ) -> Vec<Option<Execution>> {
        crate::crowd::all(inputs.iter().map(|input| {
            let play: Pin<Box<dyn Future<Output = _> + '_>> =
                Box::pin(async move { self.play(input, patience).await.ok() });
            play
        }))
        .await
    }

    /// Waits for the moment at which the next execution may begin.
    async fn pace(&self) {
        let Some(rate) = self.settings.rate_max else { return };
        let now = Instant::now();
        let start = self.next_start.get().max(now);
        self.next_start.set(start + Duration::from_secs(1) / rate.max(1));
        tokio::time::sleep(start.saturating_duration_since(now)).await;
    }

    /// Waits a little, before a subject that could not be reached is tried again.
    pub(crate) async fn rest(&self) {
        if self.clock() == Clock::Real {
            tokio::time::sleep(REST).await;
        }
    }
}

/// A fraction of the windows of a run of the suite, but not below what the subject needs at least.
fn brisk(calm: Windows, first: &FirstConversation) -> Windows {
    let needs_us = match first {
        FirstConversation::Server(check) => 20 * check.round_trip_us + 4 * check.jitter_us,
        FirstConversation::Intermediary(check) => 20 * check.round_trip_us + 4 * check.jitter_us,
        FirstConversation::Client(check) => check.start_us,
    };
    let part = |us: u64, divisor: u64| (us / divisor).max(needs_us).min(us);
    Windows {
        immediate_us: part(calm.immediate_us, 5),
        final_us: part(calm.final_us, 8),
        quiet_us: part(calm.quiet_us, 2),
        close_us: part(calm.close_us, 8),
    }
}

/// So many that rest on a clock are repeated at once, and nothing else is played then.
const CALM: u32 = 16;
/// Of so many inputs
const ROUND: u64 = 256;
/// so many, the last, leave connections open, and are played alone: one after another, since all others have to come
/// to their end before.
const ALONE: u64 = 8;
/// Time behind an input that was played alone: the intermediary has to learn that the connections which
/// it left are gone, or it sends a request into one of them.
const FORGOTTEN: Duration = Duration::from_millis(20);
const REST: Duration = Duration::from_millis(100);

//! The loop: inputs are played, what they show steers the next ones, and deviations are hunted down.

use core::future::poll_fn;
use core::pin::pin;
use core::task::Poll;
use core::time::Duration;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use std::time::Instant;

use expectspec_judge::Finding;
use expectspec_requirements::Verdict;
use expectspec_runner::{FirstConversation, RunError, Subject};
use expectspec_subject::{Clock, SubjectError};
use tokio::runtime::{Builder, Runtime};

use crate::crowd::{Crowd, run_at_once};
use crate::hunt::{Hunted, Sighting, hunt};
use crate::player::{Execution, Patience, Player};
use crate::pool::Pool;
use crate::random::Random;
use crate::states::features;
use crate::{End, Event, Find, Input, Note, Outcome, Progress, Settings, Shown, generate, mutate};

/// A run of the fuzzer that is to be.
#[derive(Clone, Debug)]
pub struct Fuzz {
    /// Whom to play with.
    pub subject: Subject,
    /// What bounds the run, and what counts as a find.
    pub settings: Settings,
}

impl Fuzz {
    /// Plays until the time, the executions or the finds are used up, or the subject is gone. Ends in
    /// bounded time, whatever the subject does, if the settings bound anything.
    ///
    /// # Errors
    /// When the subject does not answer a plain GET, so that nothing can be said of it.
    pub fn run(&self, on_event: &mut dyn FnMut(Event<'_>)) -> Result<Outcome, RunError> {
        let plan = self.settings.plan(self.subject.party());
        let runtime = runtime(self.subject.clock()).map_err(RunError::Runtime)?;
        let first = runtime.block_on(FirstConversation::with(&self.subject, &plan));
        let first = first.map_err(RunError::Check)?;
        let player = Player::new(&self.subject, &plan, &self.settings, &first);
        let (windows, concurrency) = (player.brisk, player.concurrency);
        on_event(Event::Began { first: &first, windows, concurrency });
        let mut running = Running::new(&player, on_event);
        let end = match self.subject.clock() {
            // Each execution has a runtime of its own there.
            Clock::Virtual => run_at_once(running.run()),
            Clock::Real => runtime.block_on(running.run()),
        };
        let progress = running.progress(0);
        let Running { mut finds, notes, unrepeated, .. } = running;
        finds.sort_by_key(|find| find.shown().key());
        let notes = notes.into_values().collect();
        Ok(Outcome { windows, finds, notes, unrepeated, progress, end, first })
    }
}

pub(crate) fn runtime(clock: Clock) -> std::io::Result<Runtime> {
    let mut builder = Builder::new_current_thread();
    builder.enable_all();
    if clock == Clock::Virtual {
        builder.start_paused(true);
    }
    builder.build()
}

/// A run that is going on.
struct Running<'a> {
    player: &'a Player<'a>,
    on_event: &'a mut dyn FnMut(Event<'_>),
    pool: Pool,
    begun: u64,
    executions: u64,
    told: Progress,
    /// Requirements and marks that are no news: found, being hunted, or given up.
    known: BTreeSet<Key>,
    /// How often a deviation was not seen again.
    failures: BTreeMap<Key, u32>,
    /// Deviations of an execution of which another one is being hunted: it may show them too.
    queue: VecDeque<Suspicion>,
    finds: Vec<Find>,
    notes: BTreeMap<Key, Note>,
    unrepeated: usize,
    /// How many executions in a row could not be begun.
    unreachable: u32,
    last_begun: VecDeque<Arc<Input>>,
}

type Key = (&'static str, &'static str);

/// An execution, and the deviations that it shows and that are to be hunted down.
struct Suspicion {
    execution: Arc<Execution>,
    sightings: VecDeque<Sighting>,
}

/// What came of an input: how it was played.
type Explored = (u64, Result<Execution, SubjectError>);

enum News {
    Hunted(Hunted, Suspicion),
    Explored(Explored),
    Nothing,
}

impl<'a> Running<'a> {
    fn new(player: &'a Player<'a>, on_event: &'a mut dyn FnMut(Event<'_>)) -> Self {
        Self {
            player,
            on_event,
            pool: Pool::default(),
            begun: 0,
            executions: 0,
            told: Progress::default(),
            known: BTreeSet::new(),
            failures: BTreeMap::new(),
            queue: VecDeque::new(),
            finds: Vec::new(),
            notes: BTreeMap::new(),
            unrepeated: 0,
            unreachable: 0,
            last_begun: VecDeque::new(),
        }
    }

    async fn run(&mut self) -> End {
        let player = self.player;
        let mut explorers: Crowd<'a, Explored> = Crowd::new();
        let mut hunts: Crowd<'a, (Hunted, Suspicion)> = Crowd::new();
        let end = loop {
            if let Some(end) = self.end() {
                break end;
            }
            self.begin_hunts(&mut hunts);
            while explorers.len() < player.concurrency && !self.has_begun_all() {
                self.begin(&mut explorers);
            }
            if explorers.len() == 0 && hunts.len() == 0 {
                break End::Executions;
            }
            match self.next(&mut hunts, &mut explorers, TICK).await {
                News::Hunted(hunted, rest) => self.conclude(hunted, rest),
                News::Explored(explored) => {
                    self.take(explored);
                    if self.unreachable > 0 {
                        player.rest().await;
                    }
                }
                News::Nothing => {}
            }
            self.tell(hunts.len());
        };
        explorers.clear();
        player.begin_to_end();
        let until = Instant::now() + 2 * player.settings.shrink_time_max;
        while end != End::Finds && (hunts.len() > 0 || !self.queue.is_empty()) {
            self.begin_hunts(&mut hunts);
            if Instant::now() >= until && player.clock() == Clock::Real {
                break;
            }
            if let News::Hunted(hunted, rest) = self.next(&mut hunts, &mut explorers, TICK).await {
                self.conclude(hunted, rest);
            }
            self.tell(hunts.len());
        }
        end
    }

    /// What is ready first; nothing after `tick`, so that progress can be told.
    async fn next(
        &self,
        hunts: &mut Crowd<'a, (Hunted, Suspicion)>,
        explorers: &mut Crowd<'a, Explored>,
        tick: Duration,
    ) -> News {
        let next = poll_fn(|context| {
            if let Poll::Ready((hunted, rest)) = hunts.poll_next(context) {
                return Poll::Ready(News::Hunted(hunted, rest));
            }
            explorers.poll_next(context).map(News::Explored)
        });
        match self.player.clock() {
            Clock::Virtual => next.await,
            Clock::Real => {
                let next = tokio::time::timeout(tick, pin!(next)).await;
                next.unwrap_or(News::Nothing)
            }
        }
    }

    fn end(&self) -> Option<End> {
        let settings = self.player.settings;
        if settings.finds_max.is_some_and(|most| self.finds.len() >= most) {
            return Some(End::Finds);
        }
        if settings.time_max.is_some_and(|most| self.player.began.elapsed() >= most) {
            return Some(End::Time);
        }
        if self.unreachable >= UNREACHABLE_MAX {
            let under_way = self.last_begun.iter().map(|input| Input::clone(input)).collect();
            return Some(End::Gone { under_way });
        }
        None
    }

    fn has_begun_all(&self) -> bool {
        self.player.settings.executions_max.is_some_and(|most| self.begun >= most)
    }

    fn begin(&mut self, explorers: &mut Crowd<'a, Explored>) {
        let number = self.begun;
        self.begun += 1;
        let input = Arc::new(self.input(number));
        self.last_begun.push_back(Arc::clone(&input));
        if self.last_begun.len() > self.player.concurrency {
            self.last_begun.pop_front();
        }
        let player = self.player;
        explorers.add(async move { (number, player.play(&input, Patience::Brisk).await) });
    }

    /// The n-th input: of the corpus, made up, or made of those that showed something new.
    fn input(&mut self, number: u64) -> Input {
        let settings = self.player.settings;
        let given = usize::try_from(number).ok().and_then(|index| settings.corpus.get(index));
        if let Some(input) = given {
            return input.clone();
        }
        let party = self.player.party();
        let mut random = Random::of_execution(settings.seed, number);
        let changes = random.happens(CHANGED_PERCENT) && self.pool.inputs() >= POOL_MIN;
        let (one, other) = (self.pool.choose(&mut random), self.pool.choose(&mut random));
        match (one, other) {
            (Some(one), Some(other)) if changes => {
                mutate::mutated(party, &one, &other, &mut random)
            }
            _ => generate::input(party, &mut Random::of_execution(!settings.seed, number)),
        }
    }

    /// Takes what came of an input: what steers, and what has to be hunted down.
    fn take(&mut self, (number, played): Explored) {
        let Ok(execution) = played else {
            self.unreachable += 1;
            return;
        };
        self.unreachable = 0;
        self.executions += 1;
        let features = features(&execution.reading, &execution.findings);
        self.pool.add(&execution.input, &features);
        let settings = self.player.settings;
        let sighting = |finding: &Finding| Sighting {
            shown: Shown::of(finding),
            execution: number + 1,
            elapsed: self.player.began.elapsed(),
        };
        let mut sightings = VecDeque::new();
        for finding in &execution.findings {
            let verdict = finding.verdict(settings.profile);
            if verdict >= settings.least {
                if self.known.insert(Shown::of(finding).key()) {
                    sightings.push_back(sighting(finding));
                }
            } else if verdict >= Verdict::Discouraged {
                note(&mut self.notes, &execution, finding, verdict, &sighting(finding));
            }
        }
        for Sighting { shown: Shown { requirement, mark }, .. } in &sightings {
            (self.on_event)(Event::Suspected { requirement, mark });
        }
        if !sightings.is_empty() {
            self.queue.push_back(Suspicion { execution: Arc::new(execution), sightings });
        }
    }

    /// Hunts for what is next in the queue; for one deviation of an execution at a time.
    fn begin_hunts(&mut self, hunts: &mut Crowd<'a, (Hunted, Suspicion)>) {
        let most = if self.player.clock() == Clock::Virtual { 1 } else { HUNTS_MAX };
        while hunts.len() < most {
            let Some(mut suspicion) = self.queue.pop_front() else { return };
            let Some(sighting) = suspicion.sightings.pop_front() else { continue };
            let (player, seen) = (self.player, Execution::clone(&suspicion.execution));
            hunts.add(async move { (hunt(player, seen, sighting).await, suspicion) });
        }
    }

    fn conclude(&mut self, Hunted { shown, find }: Hunted, rest: Suspicion) {
        self.queue.push_front(rest);
        if let Some(find) = &find {
            let is_with_it =
                |it: &Sighting| find.also.iter().any(|also| also.key() == it.shown.key());
            for suspicion in &mut self.queue {
                suspicion.sightings.retain(|sighting| !is_with_it(sighting));
            }
            self.queue.retain(|suspicion| !suspicion.sightings.is_empty());
            self.known.extend(find.also.iter().map(Shown::key));
        }
        let Some(find) = find else {
            self.unrepeated += 1;
            let failures = self.failures.entry(shown.key()).or_insert(0);
            *failures += 1;
            if *failures < FAILURES_MAX {
                self.known.remove(&shown.key());
            }
            return;
        };
        (self.on_event)(Event::Found(&find));
        self.finds.push(find);
    }

    fn progress(&self, hunts: usize) -> Progress {
        Progress {
            elapsed: self.player.began.elapsed(),
            executions: self.executions,
            played: self.player.played(),
            states: self.pool.features(),
            inputs: self.pool.inputs(),
            finds: self.finds.len(),
            suspected: hunts + self.queue.len(),
        }
    }

    fn tell(&mut self, hunts: usize) {
        let progress = self.progress(hunts);
        let is_due = match self.player.clock() {
            Clock::Virtual => progress.executions >= self.told.executions + TOLD_EVERY,
            Clock::Real => progress.elapsed >= self.told.elapsed + TICK,
        };
        if is_due {
            self.told = progress;
            (self.on_event)(Event::Progress(progress));
        }
    }
}

/// Keeps what is less than a find, with the shortest input that shows it.
fn note(
    notes: &mut BTreeMap<Key, Note>,
    execution: &Execution,
    finding: &Finding,
    verdict: Verdict,
    sighting: &Sighting,
) {
    let key = sighting.shown.key();
    let known = notes.get(&key);
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
    notes.insert(key, note);
}

/// Progress is told so often.
const TICK: Duration = Duration::from_secs(1);
/// The same on a paused clock, in executions.
const TOLD_EVERY: u64 = 1000;
/// So many of a hundred inputs are made of others.
const CHANGED_PERCENT: usize = 50;
/// Before there are so many, all inputs are made up.
const POOL_MIN: usize = 32;
/// So many deviations are hunted at once over sockets.
const HUNTS_MAX: usize = 4;
/// A deviation that was seen so often, and each time not again, is given up.
const FAILURES_MAX: u32 = 8;
/// A subject that could not be reached so often in a row is gone.
const UNREACHABLE_MAX: u32 = 64;

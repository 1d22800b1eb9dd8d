//! The loop: inputs are played, what they show steers the next ones, and deviations are hunted down.

use core::future::poll_fn;
use core::pin::pin;
use core::task::Poll;
use core::time::Duration;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Instant;

use expectspec_judge::{Finding, Windows};
use expectspec_requirements::Verdict;
use expectspec_runner::FirstConversation;
use expectspec_subject::{Clock, SubjectError};

use super::notes::Notes;
use super::suspicions::{Suspicion, Suspicions};
use crate::crowd::Crowd;
use crate::hunt::{Hunted, Sighting, hunt};
use crate::player::{Execution, Patience, Player};
use crate::pool::Pool;
use crate::random::Random;
use crate::states::features;
use crate::{End, Event, Find, Input, Outcome, Progress, Shown, generate, mutate};

/// A run that is going on.
pub(super) struct Running<'a> {
    player: &'a Player<'a>,
    on_event: &'a mut dyn FnMut(Event<'_>),
    pool: Pool,
    begun: u64,
    executions: u64,
    told: Progress,
    suspicions: Suspicions,
    finds: Vec<Find>,
    notes: Notes,
    /// How many executions in a row could not be begun.
    unreachable: u32,
    last_begun: VecDeque<Arc<Input>>,
}

/// What came of an input: how it was played.
type Explored = (u64, Result<Execution, SubjectError>);

enum News {
    Hunted(Hunted, Suspicion),
    Explored(Explored),
    Nothing,
}

impl<'a> Running<'a> {
    pub(super) fn new(player: &'a Player<'a>, on_event: &'a mut dyn FnMut(Event<'_>)) -> Self {
        Self {
            player,
            on_event,
            pool: Pool::default(),
            begun: 0,
            executions: 0,
            told: Progress::default(),
            suspicions: Suspicions::default(),
            finds: Vec::new(),
            notes: Notes::default(),
            unreachable: 0,
            last_begun: VecDeque::new(),
        }
    }

    pub(super) async fn run(&mut self) -> End {
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
        while end != End::Finds && (hunts.len() > 0 || self.suspicions.len() > 0) {
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
        let persistence = self.player.persistence(number);
        Input { persistence, ..self.made_up(number) }
    }

    fn made_up(&mut self, number: u64) -> Input {
        let settings = self.player.settings;
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
        let mut sightings = Vec::new();
        for finding in &execution.findings {
            let verdict = finding.verdict(settings.profile);
            if verdict >= settings.least {
                if self.suspicions.is_news(Shown::of(finding)) {
                    sightings.push(sighting(finding));
                }
            } else if verdict >= Verdict::Discouraged {
                self.notes.add(&execution, finding, verdict, &sighting(finding));
            }
        }
        for Sighting { shown: Shown { requirement, mark }, .. } in &sightings {
            (self.on_event)(Event::Suspected { requirement, mark });
        }
        self.suspicions.add(execution, sightings);
    }

    /// Hunts for what is next, over sockets for several at once.
    fn begin_hunts(&mut self, hunts: &mut Crowd<'a, (Hunted, Suspicion)>) {
        let most = if self.player.clock() == Clock::Virtual { 1 } else { HUNTS_MAX };
        while hunts.len() < most {
            let Some((seen, sighting, rest)) = self.suspicions.next() else { return };
            let player = self.player;
            hunts.add(async move { (hunt(player, seen, sighting).await, rest) });
        }
    }

    fn conclude(&mut self, hunted: Hunted, rest: Suspicion) {
        if let Some(find) = self.suspicions.conclude(hunted, rest) {
            (self.on_event)(Event::Found(&find));
            self.finds.push(find);
        }
    }

    /// What came of it all.
    pub(super) fn into_outcome(
        self,
        end: End,
        windows: Windows,
        first: FirstConversation,
    ) -> Outcome {
        let progress = self.progress(0);
        let Self { mut finds, notes, suspicions, .. } = self;
        finds.sort_by_key(|find| find.shown().key());
        let (notes, unrepeated) = (notes.into_list(), suspicions.unrepeated());
        Outcome { first, windows, finds, notes, unrepeated, progress, end }
    }

    fn progress(&self, hunts: usize) -> Progress {
        Progress {
            elapsed: self.player.began.elapsed(),
            executions: self.executions,
            played: self.player.played(),
            states: self.pool.features(),
            inputs: self.pool.inputs(),
            finds: self.finds.len(),
            suspected: hunts + self.suspicions.len(),
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
/// A subject that could not be reached so often in a row is gone.
const UNREACHABLE_MAX: u32 = 64;

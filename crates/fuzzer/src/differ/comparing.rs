//! The loop of a comparison: inputs are played with all servers, and what differs is minimised and grouped.

use core::future::poll_fn;
use core::task::Poll;
use core::time::Duration;
use std::collections::BTreeMap;
use std::sync::Arc;

use expectspec_requirements::Party;
use expectspec_runner::FirstConversation;
use expectspec_subject::Clock;
use tokio::time::timeout;

use super::conduct::Difference;
use super::group::shape;
use super::minimise::{Everywhere, difference, minimised, play, watched};
use super::{DifferEvent, Differences, Group};
use crate::crowd::Crowd;
use crate::player::{Execution, Patience, Player};
use crate::pool::Pool;
use crate::random::Random;
use crate::states::features;
use crate::{End, Input, Progress, generate, mutate};

/// A comparison that is going on.
pub(super) struct Comparing<'a> {
    players: &'a [Player<'a>],
    on_event: &'a mut dyn FnMut(DifferEvent<'_>),
    pool: Pool,
    begun: u64,
    executions: u64,
    /// How many executions in a row no server took.
    unreachable: usize,
    told: Duration,
    /// How often each difference was minimised.
    hunted: BTreeMap<Difference, usize>,
    groups: BTreeMap<(Difference, String), Group>,
    unrepeated: usize,
}

/// What came of a difference: the simplest input, if it was seen again.
struct Hunted {
    number: u64,
    difference: Difference,
    minimised: Option<(Arc<Input>, Everywhere)>,
}

enum News {
    Played((u64, Arc<Input>, Option<Everywhere>)),
    Hunted(Hunted),
}

impl<'a> Comparing<'a> {
    pub(super) fn new(
        players: &'a [Player<'a>],
        on_event: &'a mut dyn FnMut(DifferEvent<'_>),
    ) -> Self {
        Self {
            players,
            on_event,
            pool: Pool::default(),
            begun: 0,
            executions: 0,
            unreachable: 0,
            told: Duration::ZERO,
            hunted: BTreeMap::new(),
            groups: BTreeMap::new(),
            unrepeated: 0,
        }
    }

    pub(super) async fn run(&mut self) -> End {
        let players = self.players;
        let clock = players.first().map_or(Clock::Virtual, Player::clock);
        let mut crowd: Crowd<'a, (u64, Arc<Input>, Option<Everywhere>)> = Crowd::new();
        let mut hunts: Crowd<'a, Hunted> = Crowd::new();
        let mut end = None;
        loop {
            end = end.or_else(|| self.end());
            // What is being minimised comes to its end, unless there are groups enough.
            if let Some(end) = end.take_if(|end| hunts.len() == 0 || *end == End::Finds) {
                return end;
            }
            if end.is_some() {
                crowd.clear();
                players.iter().for_each(Player::begin_to_end);
            }
            while end.is_none() && crowd.len() < self.at_once() && !self.has_begun_all() {
                let input = Arc::new(self.input());
                let number = self.begun;
                crowd.add(async move {
                    let played = play(players, &input, Patience::Brisk).await;
                    (number, input, played)
                });
            }
            if crowd.len() == 0 && hunts.len() == 0 {
                return End::Executions;
            }
            let next = poll_fn(|context| {
                if let Poll::Ready(hunted) = hunts.poll_next(context) {
                    return Poll::Ready(News::Hunted(hunted));
                }
                crowd.poll_next(context).map(News::Played)
            });
            let next = match clock {
                Clock::Virtual => Some(next.await),
                Clock::Real => timeout(TICK, next).await.ok(),
            };
            match next {
                Some(News::Played((number, input, Some(played)))) => {
                    if let Some(difference) = self.take(&input, &played, hunts.len()) {
                        hunts.add(async move {
                            let minimised = minimised(players, &input, &difference).await;
                            Hunted { number, difference, minimised }
                        });
                    }
                }
                Some(News::Played((_, _, None))) => self.unreachable += 1,
                Some(News::Hunted(hunted)) => self.conclude(hunted),
                None => {}
            }
            self.tell();
        }
    }

    fn end(&self) -> Option<End> {
        let player = self.players.first()?;
        let settings = player.settings;
        if settings.finds_max.is_some_and(|most| self.groups.len() >= most) {
            return Some(End::Finds);
        }
        if settings.time_max.is_some_and(|most| player.began.elapsed() >= most) {
            return Some(End::Time);
        }
        (self.unreachable >= UNREACHABLE_MAX).then(|| End::Gone { under_way: Vec::new() })
    }

    fn at_once(&self) -> usize {
        self.players.iter().map(|it| it.concurrency).min().unwrap_or(1)
    }

    fn has_begun_all(&self) -> bool {
        let settings = self.players.first().map(|it| it.settings);
        settings.and_then(|it| it.executions_max).is_some_and(|most| self.begun >= most)
    }

    /// The next input: of the corpus, made up, or made of those that showed something new.
    fn input(&mut self) -> Input {
        let number = self.begun;
        self.begun += 1;
        let Some(player) = self.players.first() else { return Input::default() };
        let given = usize::try_from(number).ok().and_then(|at| player.settings.corpus.get(at));
        if let Some(input) = given {
            return input.clone();
        }
        let mut random = Random::of_execution(player.settings.seed, number);
        let (one, other) = (self.pool.choose(&mut random), self.pool.choose(&mut random));
        match (one, other) {
            (Some(one), Some(other)) if random.happens(CHANGED_PERCENT) => {
                mutate::mutated(Party::OriginServer, &one, &other, &mut random)
            }
            _ => generate::input(Party::OriginServer, &mut random),
        }
    }

    /// Takes what an input showed: what steers, and a difference that is to be minimised.
    fn take(
        &mut self,
        input: &Arc<Input>,
        played: &[Execution],
        hunts: usize,
    ) -> Option<Difference> {
        self.unreachable = 0;
        self.executions += 1;
        let of_all = played.iter().flat_map(|it| features(&it.reading, &it.findings));
        self.pool.add(input, &of_all.collect());
        let difference = difference(played)?;
        let hunted = self.hunted.entry(difference.clone()).or_insert(0);
        if *hunted >= ALIKE_MAX || hunts >= HUNTS_MAX {
            return None;
        }
        *hunted += 1;
        Some(difference)
    }

    fn conclude(&mut self, Hunted { number, difference, minimised }: Hunted) {
        let Some((input, played)) = minimised else {
            self.unrepeated += 1;
            return;
        };
        let key = (difference, shape(&input));
        if let Some(known) = self.groups.get_mut(&key) {
            known.differences += 1;
            return;
        }
        let (Difference { aspect, showings }, shape) = key.clone();
        let group = Group {
            aspect,
            showings,
            shape,
            input: Input::clone(&watched(&input)),
            transcripts: played.into_iter().map(|it| it.transcript).collect(),
            differences: 1,
            execution: number,
        };
        (self.on_event)(DifferEvent::Found(&group));
        self.groups.insert(key, group);
    }

    /// What came of it all.
    pub(super) fn into_differences(self, end: End, firsts: Vec<FirstConversation>) -> Differences {
        let progress = self.progress();
        let Self { groups, unrepeated, .. } = self;
        Differences { firsts, groups: groups.into_values().collect(), unrepeated, progress, end }
    }

    fn progress(&self) -> Progress {
        let players = self.players;
        Progress {
            elapsed: players.first().map_or(Duration::ZERO, |it| it.began.elapsed()),
            executions: self.executions,
            played: players.iter().map(Player::played).sum(),
            states: self.pool.features(),
            inputs: self.pool.inputs(),
            finds: self.groups.len(),
            suspected: 0,
        }
    }

    fn tell(&mut self) {
        let progress = self.progress();
        if progress.elapsed >= self.told + TICK {
            self.told = progress.elapsed;
            (self.on_event)(DifferEvent::Progress(progress));
        }
    }
}

/// Progress is told so often.
const TICK: Duration = Duration::from_secs(1);
/// So many differences that look alike before they are minimised are minimised.
const ALIKE_MAX: usize = 6;
/// So many are minimised at once.
const HUNTS_MAX: usize = 4;
/// So many of a hundred inputs are made of others, once there are some.
const CHANGED_PERCENT: usize = 50;
/// Servers that could not be reached so often in a row are gone.
const UNREACHABLE_MAX: usize = 64;

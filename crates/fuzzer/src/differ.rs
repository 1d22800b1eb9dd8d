//! The same exchanges with several servers: where the classes of their responses differ, and why.

mod conduct;
mod group;

use core::future::poll_fn;
use core::pin::Pin;
use core::task::Poll;
use core::time::Duration;
use std::collections::BTreeMap;
use std::sync::Arc;

use expectspec_catalogue::Places;
use expectspec_requirements::Party;
use expectspec_runner::{FirstConversation, Plan, RunError, Subject};
use expectspec_subject::{Clock, Server};
use tokio::time::timeout;

use crate::crowd::{Crowd, all, run_at_once};
use crate::fuzz::runtime;
use crate::input::{Act, Input, Wait};
use crate::player::{Execution, Patience, Player};
use crate::pool::Pool;
use crate::random::Random;
use crate::shrink::{Shrunk, shrink_with};
use crate::states::features;
use crate::{End, Progress, Settings, generate, mutate};

pub use conduct::{Aspect, Showing};
pub use group::Group;

use conduct::{Conduct, Difference};

/// A comparison of servers that is to be. All of them are in process, or none is.
#[derive(Clone, Debug)]
pub struct Differ {
    /// Whom to compare, two at least.
    pub servers: Vec<Compared>,
    /// What bounds it; groups of differences count as finds.
    pub settings: Settings,
}

/// A server that is compared with others.
#[derive(Clone)]
pub struct Compared {
    /// The server.
    pub server: Arc<dyn Server>,
    /// What the placeholders stand for where it is.
    pub places: Places,
}

/// Why servers could not be compared.
#[derive(Debug)]
pub struct DifferError {
    /// The index of the server that is to blame.
    pub server: usize,
    /// Why it could not be tested.
    pub error: RunError,
}

impl core::fmt::Display for DifferError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "server {}: {}", self.server + 1, self.error)
    }
}

impl core::error::Error for DifferError {}

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

impl core::fmt::Debug for Compared {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("Compared").field(&self.server.address()).finish()
    }
}

impl Differ {
    /// Plays until the time, the executions or the finds are used up, or none of the servers can be reached.
    ///
    /// # Errors
    /// When one of them does not answer a plain GET.
    ///
    /// # Panics
    /// When some servers are in process and others are not.
    pub fn run(
        &self,
        on_event: &mut dyn FnMut(DifferEvent<'_>),
    ) -> Result<Differences, DifferError> {
        let plan = |places: &Places| Plan {
            places: places.clone(),
            ..self.settings.plan(Party::OriginServer)
        };
        let subjects: Vec<(Subject, Plan)> = self
            .servers
            .iter()
            .map(|Compared { server, places }| (Arc::clone(server).into(), plan(places)))
            .collect();
        let clock = subjects.first().map_or(Clock::Virtual, |(first, _)| first.clock());
        assert!(subjects.iter().all(|(it, _)| it.clock() == clock), "one clock for all");
        let runtime =
            runtime(clock).map_err(|it| DifferError { server: 0, error: RunError::Runtime(it) })?;
        let check = |(server, (subject, plan)): (usize, &(Subject, Plan))| {
            let first = runtime.block_on(FirstConversation::with(subject, plan));
            first.map_err(|it| DifferError { server, error: RunError::Check(it) })
        };
        let firsts: Vec<_> = subjects.iter().enumerate().map(check).collect::<Result<_, _>>()?;
        let players = players(&subjects, &self.settings, &firsts);
        let mut comparing = Comparing {
            players: &players,
            on_event,
            pool: Pool::default(),
            begun: 0,
            executions: 0,
            unreachable: 0,
            told: Duration::ZERO,
            hunted: BTreeMap::new(),
            groups: BTreeMap::new(),
            unrepeated: 0,
        };
        let end = match clock {
            // Each execution has a runtime of its own there.
            Clock::Virtual => run_at_once(comparing.run()),
            Clock::Real => runtime.block_on(comparing.run()),
        };
        let progress = comparing.progress();
        let Comparing { groups, unrepeated, .. } = comparing;
        Ok(Differences {
            groups: groups.into_values().collect(),
            unrepeated,
            progress,
            end,
            firsts,
        })
    }
}

fn players<'a>(
    subjects: &'a [(Subject, Plan)],
    settings: &'a Settings,
    firsts: &[FirstConversation],
) -> Vec<Player<'a>> {
    let both = subjects.iter().zip(firsts);
    both.map(|((subject, plan), first)| Player::new(subject, plan, settings, first)).collect()
}

/// A comparison that is going on.
struct Comparing<'a> {
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

/// What an input showed, of each server.
type Everywhere = Vec<Execution>;

impl<'a> Comparing<'a> {
    async fn run(&mut self) -> End {
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
        let shape = group::shape(&input);
        let key = (difference, shape);
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

/// The simplest input that shows the difference, shown again with the patience of a run of the suite.
async fn minimised(
    players: &[Player<'_>],
    input: &Arc<Input>,
    difference: &Difference,
) -> Option<(Arc<Input>, Everywhere)> {
    let shows = |it: &Everywhere| self::difference(it).as_ref() == Some(difference);
    let again = play(players, input, Patience::Brisk).await.filter(shows)?;
    let begun = (Arc::clone(input), again);
    let Shrunk { input, .. } = shrink_with(players.first()?, begun, async |input| {
        play(players, &input, Patience::Brisk).await.filter(shows)
    })
    .await;
    let last = play(players, &input, Patience::Calm).await.filter(shows);
    last.map(|last| (input, last))
}

/// Plays an input with all servers at once; nothing if one of them did not take it.
async fn play(
    players: &[Player<'_>],
    input: &Arc<Input>,
    patience: Patience,
) -> Option<Everywhere> {
    let input = watched(input);
    let plays = players.iter().map(|player| {
        let input = &input;
        let play: Pin<Box<dyn Future<Output = _> + '_>> =
            Box::pin(async move { player.play(input, patience).await.ok() });
        play
    });
    all(plays).await.into_iter().collect()
}

fn difference(played: &[Execution]) -> Option<Difference> {
    let conducts: Vec<Conduct> = played.iter().map(|it| Conduct::of(&it.reading)).collect();
    Difference::between(&conducts)
}

/// The same, and then a wait for who ends the connection.
fn watched(input: &Arc<Input>) -> Arc<Input> {
    let last = Act::Wait(Wait::Quiet);
    if input.acts.last() == Some(&last) {
        return Arc::clone(input);
    }
    let mut watched = input.with_a_last_wait(Party::OriginServer);
    watched.acts.truncate(Input::ACTS_MAX - 1);
    watched.acts.push(last);
    Arc::new(watched)
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

//! What a case is played on: two hops, the tap between them, and whoever is behind them.

use core::time::Duration;
use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::time::Instant;

use expectspec_catalogue::Places;
use expectspec_judge::Windows;
use expectspec_requirements::Form;
use expectspec_runner::{InVain, Plan, Terms, play, play_intermediary};
use expectspec_subject::{InFront, Tcp};
use tokio::task::JoinSet;

use super::cases::ChainCase;
use super::chain::{Behind, Chain};
use super::hop::Hop;
use super::tap::{Taken, Tap};
use crate::subject_file::Duty;

/// The two hops of a cell, and what stands between and behind them.
#[derive(Clone, Debug)]
pub(super) struct Scene {
    first: Arc<Hop>,
    next: Arc<Hop>,
    tap: Arc<Tap>,
    /// The way through both, if the next hop is an intermediary.
    through: Option<Arc<InFront>>,
}

/// A case that was played.
#[derive(Debug)]
pub(super) struct PlayedCase {
    pub(super) case: &'static ChainCase,
    /// None if it could not be played.
    pub(super) chain: Option<Chain>,
    /// Whether requests of other cases came over its connections.
    pub(super) is_shared: bool,
}

impl Scene {
    pub(super) fn new(first: &Arc<Hop>, next: &Arc<Hop>) -> io::Result<Self> {
        let between = first.between.as_ref().expect("the first hop is an intermediary");
        let tap = Arc::new(Tap::open(&between.inbound, next.address())?);
        let through = match &next.between {
            Some(behind) => {
                let front = Arc::new(Tcp::new(first.address()));
                let origin = behind.inbound.try_clone()?;
                Some(Arc::new(InFront::new(front, Form::Gateway, origin)?))
            }
            None => None,
        };
        Ok(Self { first: Arc::clone(first), next: Arc::clone(next), tap, through })
    }

    /// Nonces of its own for each cell: what comes late from another one is not its.
    pub(super) fn plan(&self) -> Plan {
        let names = [self.first.name.as_bytes(), b" ", self.next.name.as_bytes()].concat();
        let seed = names.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, octet| {
            (hash ^ u64::from(*octet)).wrapping_mul(0x0100_0000_01b3)
        });
        let mut plan = Plan { seed, ..Plan::new(Vec::new(), "localhost") };
        let between = self.first.between.as_ref().filter(|it| it.duty == Duty::Forward);
        if let Some(Ok(tap)) = between.map(|it| it.inbound.local_addr()) {
            plan.places.host = tap.to_string();
            plan.places.authority = format!("http://{tap}");
        }
        plan
    }

    /// Plays cases, as many at once as both hops allow.
    pub(super) async fn play_together(
        &self,
        cases: &[&'static ChainCase],
        plan: &Plan,
    ) -> Vec<PlayedCase> {
        let hops = [&self.first, &self.next];
        let concurrency =
            hops.map(|it| it.concurrency()).into_iter().fold(CONCURRENCY_MAX, usize::min);
        let mut waiting: VecDeque<_> = cases.iter().copied().collect();
        let mut tasks = JoinSet::new();
        let mut played = Vec::new();
        loop {
            while tasks.len() < concurrency {
                let Some(case) = waiting.pop_front() else { break };
                let (scene, places) = (self.clone(), plan.places_of(case.in_full));
                tasks.spawn(async move { scene.play(case, &places, Patience::Brisk).await });
            }
            match tasks.join_next().await {
                Some(done) => played.push(done.expect("playing a case does not panic")),
                None => break,
            }
        }
        played.sort_by_key(|it| it.case.id());
        played
    }

    /// Plays a case, and ends its connections.
    pub(super) async fn play(
        &self,
        case: &'static ChainCase,
        places: &Places,
        patience: Patience,
    ) -> PlayedCase {
        let terms = &terms(patience);
        let began = Instant::now();
        let played = match &self.through {
            Some(through) => {
                play_intermediary(through.as_ref(), case.in_full.to_script(), places, terms).await
            }
            None => {
                let front = Tcp::new(self.first.address());
                play(&front, case.of_client.to_script(), places, terms).await
            }
        };
        // What the next hop says too much may come a little later.
        tokio::time::sleep(TRAIL).await;
        let taken = self.tap.take(&places.nonce).await;
        let behind = self.next.form().map_or(Behind::OriginServer, Behind::Intermediary);
        let form = self.first.form().unwrap_or(Form::Gateway);
        let chain = match (played.ok().filter(|it| !it.flooded), &taken) {
            (Some(it), Taken::Own(tapped)) => {
                Some(Chain::new(it.transcript, tapped, began, form, behind))
            }
            _ => None,
        };
        let is_shared = taken == Taken::Shared;
        PlayedCase { case, chain, is_shared }
    }
}

/// For how long to wait.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Patience {
    /// At first: what seems to be wrong is looked at again.
    Brisk,
    /// When the hops seem to disagree.
    Calm,
}

fn terms(patience: Patience) -> Terms {
    let windows = match patience {
        Patience::Brisk => BRISK,
        Patience::Calm => CALM,
    };
    Terms {
        windows,
        timeout_scale_percent: 100,
        in_vain: InVain::GoesOn,
        content_octets: 0,
        allowance: Arc::default(),
    }
}

/// More cases at once are no faster.
const CONCURRENCY_MAX: usize = 8;
const BRISK: Windows = Windows {
    immediate_us: 1_000_000,
    final_us: 3_000_000,
    quiet_us: 100_000,
    close_us: 2_000_000,
};
const CALM: Windows = Windows {
    immediate_us: 2_000_000,
    final_us: 6_000_000,
    quiet_us: 300_000,
    close_us: 3_000_000,
};
/// How long the tap stays when a case is over.
const TRAIL: Duration = Duration::from_millis(20);

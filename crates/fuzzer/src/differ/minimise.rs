//! Plays an input with all servers, and minimises what they differ in.

use core::pin::Pin;
use std::sync::Arc;

use expectspec_requirements::Party;

use super::conduct::{Conduct, Difference};
use crate::crowd::all;
use crate::input::{Act, Input, Wait};
use crate::player::{Execution, Patience, Player};
use crate::shrink::{Shrunk, shrink_with};

/// What an input showed, of each server.
pub(super) type Everywhere = Vec<Execution>;

/// The simplest input that shows the difference, shown again with the patience of a run of the suite.
pub(super) async fn minimised(
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
pub(super) async fn play(
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

pub(super) fn difference(played: &[Execution]) -> Option<Difference> {
    let conducts: Vec<Conduct> = played.iter().map(|it| Conduct::of(&it.reading)).collect();
    Difference::between(&conducts)
}

/// The same, and then a wait for who ends the connection.
pub(super) fn watched(input: &Arc<Input>) -> Arc<Input> {
    let last = Act::Wait(Wait::Quiet);
    if input.acts.last() == Some(&last) {
        return Arc::clone(input);
    }
    let mut watched = input.with_a_last_wait(Party::OriginServer);
    watched.acts.truncate(Input::ACTS_MAX - 1);
    watched.acts.push(last);
    Arc::new(watched)
}

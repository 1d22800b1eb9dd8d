//! The grid: every intermediary in front of every next hop, as many cells at once as there are hops for.

use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use tokio::runtime::Builder;

use super::cases::ChainCase;
use super::cell::{Cell, play_cell};
use super::hop::{Hop, Revival};
use crate::error::LabError;

/// The cells that are left, and the hops that are in one.
#[derive(Debug, Default)]
struct Waiting {
    cells: Vec<(Arc<Hop>, Arc<Hop>)>,
    busy: HashSet<String>,
}

/// Plays every cell, ordered by names. A hop is in one cell at a time, since it may send requests of two
/// cells over one connection.
pub(super) fn play_grid(
    hops: &[Arc<Hop>],
    cases: &[&'static ChainCase],
    on_cell: &(dyn Fn(&Cell) + Sync),
) -> Result<Vec<Cell>, LabError> {
    let waiting = Mutex::new(Waiting { cells: pairs(hops), ..Waiting::default() });
    let freed = Condvar::new();
    let workers = (hops.len() / 2).clamp(1, WORKERS_MAX);
    let work = || -> Result<Vec<Cell>, LabError> {
        let mut cells = Vec::new();
        while let Some((first, next)) = take(&waiting, &freed) {
            let played = play_and_revive(&first, &next, cases);
            let mut waiting = lock(&waiting);
            for hop in [&first, &next] {
                waiting.busy.remove(&hop.name);
            }
            freed.notify_all();
            drop(waiting);
            let cell = played?;
            on_cell(&cell);
            cells.push(cell);
        }
        Ok(cells)
    };
    let played = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let joined = workers.into_iter().map(|it| it.join().expect("a worker does not panic"));
        joined.collect::<Result<Vec<_>, LabError>>()
    })?;
    let mut cells: Vec<_> = played.into_iter().flatten().collect();
    cells.sort_by(|a, b| (&a.first, &a.next).cmp(&(&b.first, &b.next)));
    Ok(cells)
}

/// Plays a cell. Where a hop ended, it is started again for the cases that are left.
fn play_and_revive(
    first: &Arc<Hop>,
    next: &Arc<Hop>,
    cases: &[&'static ChainCase],
) -> Result<Cell, LabError> {
    // It may have ended in the last case of another cell.
    first.revive()?;
    next.revive()?;
    let mut cell = play_once(first, next, cases)?;
    for _ in 0..REVIVALS_MAX {
        if cell.not_played.is_empty() {
            break;
        }
        let revivals = [first.revive()?, next.revive()?];
        if !revivals.contains(&Revival::Done) {
            break;
        }
        let is_left = |it: &&&ChainCase| cell.not_played.contains(&it.id());
        let left: Vec<_> = cases.iter().filter(is_left).copied().collect();
        cell.add(play_once(first, next, &left)?);
    }
    Ok(cell)
}

/// With the runtime all connections end.
fn play_once(
    first: &Arc<Hop>,
    next: &Arc<Hop>,
    cases: &[&'static ChainCase],
) -> Result<Cell, LabError> {
    let runtime = Builder::new_current_thread().enable_all().build().map_err(LabError::System)?;
    runtime.block_on(play_cell(first, next, cases)).map_err(LabError::System)
}

/// Every intermediary with everyone else that it may forward to.
fn pairs(hops: &[Arc<Hop>]) -> Vec<(Arc<Hop>, Arc<Hop>)> {
    let mut pairs = Vec::new();
    for first in hops.iter().filter(|it| it.between.is_some()) {
        for next in hops.iter().filter(|it| it.is_next_hop() && it.name != first.name) {
            pairs.push((Arc::clone(first), Arc::clone(next)));
        }
    }
    pairs
}

/// The next cell whose hops are free; waits for one while there are any. Whoever has most cells left
/// comes first, so that it is not alone at the end.
fn take(waiting: &Mutex<Waiting>, freed: &Condvar) -> Option<(Arc<Hop>, Arc<Hop>)> {
    let mut guard = lock(waiting);
    loop {
        if guard.cells.is_empty() {
            return None;
        }
        let left = |name: &str| {
            guard.cells.iter().filter(|(a, b)| a.name == name || b.name == name).count()
        };
        let free = |name: &str| !guard.busy.contains(name);
        let cells = guard.cells.iter().enumerate();
        let best = cells
            .filter(|(_, (first, next))| free(&first.name) && free(&next.name))
            .max_by_key(|(_, (first, next))| left(&first.name) + left(&next.name));
        if let Some((index, _)) = best {
            let (first, next) = guard.cells.remove(index);
            guard.busy.extend([first.name.clone(), next.name.clone()]);
            return Some((first, next));
        }
        guard = freed.wait(guard).unwrap_or_else(PoisonError::into_inner);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What it guards is whole between any two statements.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The names of those that forward, and of those that they forward to.
pub(super) fn axes(cells: &[Cell]) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let rows = cells.iter().map(|cell| cell.first.as_str()).collect();
    (rows, cells.iter().map(|cell| cell.next.as_str()).collect())
}

/// How often a hop may end in one cell.
const REVIVALS_MAX: usize = 24;
/// Most of a cell is waiting.
const WORKERS_MAX: usize = 12;

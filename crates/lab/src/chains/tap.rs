//! The tap: stands where an intermediary forwards to, passes everything on to the next hop, and writes it down.

use core::time::Duration;
use std::io;
use std::net::{SocketAddr, TcpListener as StdListener};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use expectspec_judge::{Direction, Event, TARGET_PREFIX};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{ReadHalf, WriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A relay between an intermediary and its next hop. When it is dropped, so are its connections.
#[derive(Debug)]
pub(super) struct Tap {
    lines: Lines,
    accepting: JoinHandle<()>,
}

type Lines = Arc<Mutex<Vec<Line>>>;
type Record = Arc<Mutex<Vec<(Instant, Event)>>>;

/// A connection that is being relayed.
#[derive(Debug)]
struct Line {
    record: Record,
    relaying: JoinHandle<()>,
}

/// What passed on one connection between the intermediary and the next hop, which is the subject here.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Tapped {
    /// When, and what.
    pub(super) events: Vec<(Instant, Event)>,
}

impl Tap {
    /// Relays from now on what comes to `listener` to `next`. Must be called in a runtime.
    pub(super) fn open(listener: &StdListener, next: SocketAddr) -> io::Result<Self> {
        let listener = listener.try_clone()?;
        listener.set_nonblocking(true)?;
        let listener = TcpListener::from_std(listener)?;
        let lines = Lines::default();
        let accepted = Arc::clone(&lines);
        let accepting = tokio::spawn(async move {
            loop {
                // A connection that could not be accepted is gone; the next may come.
                let Ok((near, _)) = listener.accept().await else {
                    tokio::time::sleep(ACCEPT_AGAIN).await;
                    continue;
                };
                let record = Record::default();
                let relaying = tokio::spawn(relay(near, next, Arc::clone(&record)));
                lock(&accepted).push(Line { record, relaying });
            }
        });
        Ok(Self { lines, accepting })
    }

    /// Ends the connections of the case with this nonce, and gives what passed on them, in the order in
    /// which they began.
    pub(super) fn take(&self, nonce: &str) -> Vec<Tapped> {
        let mut taken = Vec::new();
        lock(&self.lines).retain(|line| {
            let tapped = Tapped { events: lock(&line.record).clone() };
            let is_its = tapped.nonces().any(|it| it == nonce.as_bytes());
            if is_its {
                line.relaying.abort();
                taken.push(tapped);
            }
            !is_its
        });
        taken
    }
}

impl Drop for Tap {
    fn drop(&mut self) {
        self.accepting.abort();
        lock(&self.lines).iter().for_each(|line| line.relaying.abort());
    }
}

impl Tapped {
    /// Whether requests of other cases passed too, so that nothing can be said of any.
    pub(super) fn is_shared(&self, nonce: &str) -> bool {
        self.nonces().any(|it| it != nonce.as_bytes() && it != CANARY)
    }

    /// The nonces in what the intermediary sent.
    fn nonces(&self) -> impl Iterator<Item = Vec<u8>> {
        let sent: Vec<u8> =
            self.events.iter().flat_map(|(_, event)| sent(event)).copied().collect();
        let behind = sent
            .windows(TARGET_PREFIX.len())
            .enumerate()
            .filter(|(_, it)| *it == TARGET_PREFIX)
            .map(|(at, _)| {
                let rest = &sent[at + TARGET_PREFIX.len()..];
                rest.iter().copied().take_while(u8::is_ascii_alphanumeric).collect()
            });
        behind.collect::<Vec<_>>().into_iter()
    }
}

fn sent(event: &Event) -> &[u8] {
    match event {
        Event::Octets(Direction::ToSubject, octets) => octets,
        _ => &[],
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What it guards is whole between any two statements.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Relays one connection until both directions have ended, or one end was reset.
async fn relay(mut near: TcpStream, next: SocketAddr, record: Record) {
    let Ok(mut far) = TcpStream::connect(next).await else {
        // Nobody is there, and the intermediary is to see that.
        near.set_zero_linger().ok();
        return;
    };
    near.set_nodelay(true).ok();
    far.set_nodelay(true).ok();
    let ended = {
        let (from_near, to_near) = near.split();
        let (from_far, to_far) = far.split();
        let there = copy(from_near, to_far, Direction::ToSubject, &record);
        let back = copy(from_far, to_near, Direction::FromSubject, &record);
        tokio::try_join!(there, back)
    };
    match ended {
        Ok(((), ())) => {}
        Err(Reset(Direction::ToSubject)) => drop(far.set_zero_linger()),
        Err(Reset(Direction::FromSubject)) => drop(near.set_zero_linger()),
    }
}

/// Who sends in this direction has reset the connection.
struct Reset(Direction);

async fn copy(
    mut from: ReadHalf<'_>,
    mut to: WriteHalf<'_>,
    direction: Direction,
    record: &Record,
) -> Result<(), Reset> {
    let note = |event| lock(record).push((Instant::now(), event));
    let mut octets = vec![0; READ_OCTETS];
    loop {
        match from.read(&mut octets).await {
            Ok(0) => {
                note(Event::End(direction));
                // Who is gone needs no end.
                to.shutdown().await.ok();
                return Ok(());
            }
            Ok(count) => {
                note(Event::Octets(direction, octets[..count].to_vec()));
                if to.write_all(&octets[..count]).await.is_err() {
                    let other = opposite(direction);
                    note(Event::Reset(other));
                    return Err(Reset(other));
                }
            }
            Err(_) => {
                note(Event::Reset(direction));
                return Err(Reset(direction));
            }
        }
    }
}

/// The other way.
pub(super) const fn opposite(direction: Direction) -> Direction {
    match direction {
        Direction::ToSubject => Direction::FromSubject,
        Direction::FromSubject => Direction::ToSubject,
    }
}

/// What stands where a nonce does in targets that have none.
const CANARY: &[u8] = b"canary";
/// What one read takes at most.
const READ_OCTETS: usize = 16 * 1024;
/// How long to wait when no connection could be accepted.
const ACCEPT_AGAIN: Duration = Duration::from_millis(1);

#[cfg(test)]
mod tests;

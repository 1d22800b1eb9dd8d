//! The tap: stands where an intermediary forwards to, passes everything on to the next hop, and writes it down.

use core::time::Duration;
use std::collections::BTreeSet;
use std::io;
use std::net::{SocketAddr, TcpListener as StdListener};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use expectspec_judge::{Direction, Event, TARGET_PREFIX};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{ReadHalf, WriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// A relay between an intermediary and its next hop. When it is dropped, so are its connections.
#[derive(Debug)]
pub(super) struct Tap {
    lines: Lines,
    /// The cases of which some requests came over a connection that was taken for another case.
    spoilt: Mutex<BTreeSet<Vec<u8>>>,
    accepting: JoinHandle<()>,
}

type Lines = Arc<Mutex<Vec<Line>>>;
type Record = Arc<Mutex<Vec<(Instant, Event)>>>;

/// A connection that is being relayed.
#[derive(Debug)]
struct Line {
    record: Record,
    /// Tells the relay to end.
    end: Arc<Notify>,
    relaying: JoinHandle<()>,
}

/// What there is of a case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Taken {
    /// All connections with its requests, in the order in which they began.
    Own(Vec<Tapped>),
    /// Requests of other cases passed on the same connections, so that nothing can be said of any.
    Shared,
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
                let end = Arc::new(Notify::new());
                let relaying = relay(near, next, Arc::clone(&record), Arc::clone(&end));
                let relaying = tokio::spawn(relaying);
                lock(&accepted).push(Line { record, end, relaying });
            }
        });
        Ok(Self { lines, spoilt: Mutex::default(), accepting })
    }

    /// Ends the connections of the case with this nonce, and gives what passed on them. The intermediary
    /// knows of the end when this returns, unless it takes too long: it may not use them again.
    pub(super) async fn take(&self, nonce: &str) -> Taken {
        let (mut ended, mut tapped, mut left) = (Vec::new(), Vec::new(), Vec::new());
        let mut others = BTreeSet::new();
        let lines = core::mem::take(&mut *lock(&self.lines));
        for line in lines {
            let its = Tapped { events: lock(&line.record).clone() };
            let mut nonces = its.nonces();
            if nonces.remove(nonce.as_bytes()) {
                others.append(&mut nonces);
                tapped.push(its);
                line.end.notify_one();
                ended.push(line.relaying);
            } else {
                left.push(line);
            }
        }
        lock(&self.lines).append(&mut left);
        for relaying in ended {
            // It does not panic, and nobody else ends it.
            relaying.await.ok();
        }
        others.remove(CANARY);
        let is_shared = lock(&self.spoilt).remove(nonce.as_bytes()) || !others.is_empty();
        lock(&self.spoilt).extend(others);
        if is_shared { Taken::Shared } else { Taken::Own(tapped) }
    }
}

impl Drop for Tap {
    fn drop(&mut self) {
        self.accepting.abort();
        lock(&self.lines).iter().for_each(|line| line.relaying.abort());
    }
}

impl Tapped {
    /// The nonces in what the intermediary sent.
    fn nonces(&self) -> BTreeSet<Vec<u8>> {
        let sent: Vec<u8> = self.events.iter().flat_map(|(_, it)| sent(it)).copied().collect();
        let begins = sent.windows(TARGET_PREFIX.len()).enumerate();
        let begins = begins.filter(|(_, it)| *it == TARGET_PREFIX);
        let nonce = |at: usize| {
            let rest = sent[at + TARGET_PREFIX.len()..].iter().copied();
            rest.take_while(u8::is_ascii_alphanumeric).collect()
        };
        begins.map(|(at, _)| nonce(at)).collect()
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

/// Relays one connection until both directions have ended, one end was reset, or it is told to end.
async fn relay(mut near: TcpStream, next: SocketAddr, record: Record, end: Arc<Notify>) {
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
        tokio::select! {
            ended = async { tokio::try_join!(there, back) } => Some(ended),
            () = end.notified() => None,
        }
    };
    match ended {
        Some(Ok(((), ()))) => {}
        Some(Err(Reset(Direction::ToSubject))) => drop(far.set_zero_linger()),
        Some(Err(Reset(Direction::FromSubject))) => drop(near.set_zero_linger()),
        None => {
            drop(far);
            let farewell = async {
                near.shutdown().await.ok();
                let mut octets = [0; 512];
                while matches!(near.read(&mut octets).await, Ok(1..)) {}
            };
            // Who does not end its own direction is not waited for.
            tokio::time::timeout(FAREWELL_MAX, farewell).await.ok();
        }
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
/// How long an intermediary may take to see that a connection ended.
const FAREWELL_MAX: Duration = Duration::from_millis(200);
/// How long to wait when no connection could be accepted.
const ACCEPT_AGAIN: Duration = Duration::from_millis(1);

#[cfg(test)]
mod tests;

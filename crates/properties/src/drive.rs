//! Plays a schedule against the reference server, in virtual time, and writes down what passes.

use core::time::Duration;
use std::collections::VecDeque;

use expectspec_engine::origin_server::{Reading, State, Transmit};
use expectspec_judge::{Direction, Entry, Event, Side, Transcript, Windows};
use expectspec_requirements::Party;

use crate::tested::Server;
use crate::{Action, Schedule};

/// How long the tester is ready to wait, where nothing takes time on its way. Longer than the reference ever
/// needs.
pub const WINDOWS: Windows = Windows {
    immediate_us: 5_000_000,
    final_us: 70_000_000,
    quiet_us: 500_000,
    close_us: 5_000_000,
};

/// The same where octets are under way for so long: as in a run, every window has room for twenty round
/// trips.
///
/// ```
/// use core::time::Duration;
/// use expectspec_properties::{WINDOWS, windows};
///
/// assert_eq!(windows(Duration::from_millis(1)), WINDOWS);
/// assert_eq!(windows(Duration::from_millis(200)).quiet_us, 8_000_000);
/// ```
#[must_use]
pub fn windows(latency: Duration) -> Windows {
    let patience_us = u64::try_from(20 * 2 * latency.as_micros()).unwrap_or(u64::MAX);
    let Windows { immediate_us, final_us, quiet_us, close_us } = WINDOWS;
    Windows {
        immediate_us: immediate_us.max(patience_us),
        final_us: final_us.max(patience_us),
        quiet_us: quiet_us.max(patience_us),
        close_us: close_us.max(patience_us),
    }
}

/// What came of a schedule.
#[derive(Clone, Debug)]
pub struct Play {
    /// What passed, as the client saw it.
    pub transcript: Transcript,
    /// Every state that the server was in when something reached it, in order.
    pub visits: Vec<Visit>,
    /// How long octets were under way, in each direction.
    pub latency: Duration,
    /// Octets that the client sent.
    pub octets_sent: usize,
    /// Octets that the server sent.
    pub octets_received: usize,
    /// The most octets that the server held at once.
    pub octets_held_max: usize,
    /// Where the server stood in the end.
    pub state: State,
    /// The time when nothing more could happen.
    pub over: Duration,
}

/// Something reached the server.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Visit {
    /// The state before.
    pub from: State,
    /// What reached it.
    pub input: Input,
    /// The state after.
    pub to: State,
}

/// What can reach a server.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Input {
    /// Octets.
    Octets,
    /// The client's FIN.
    End,
    /// The client's RST.
    Reset,
    /// The time that it asked for.
    Timeout,
}

/// Plays a schedule until the server has ended the connection.
///
/// # Panics
/// When the server wants to be woken again and again without anything happening.
#[must_use]
pub fn play(schedule: &Schedule) -> Play {
    let mut table = Table::new(schedule);
    for action in &schedule.actions {
        match action {
            Action::Head(_) | Action::Content(_) | Action::Octets(_) => {
                action.send(|octets| table.unsent.extend_from_slice(octets));
            }
            Action::Wait(time) => {
                table.write();
                table.run_until(table.now + time.time);
            }
            Action::Finish => table.finish(),
            Action::Reset => table.reset(),
        }
    }
    table.write();
    table.run_until(Duration::MAX);
    table.play.state = table.server.state();
    table.play.over = table.now;
    table.play
}

/// Client, server, and what is under way between them.
struct Table {
    server: Server,
    now: Duration,
    latency: Duration,
    /// What the client has not written yet.
    unsent: Vec<u8>,
    to_server: VecDeque<(Duration, Sent)>,
    to_client: VecDeque<(Duration, Arrival)>,
    client: Client,
    wakes: u32,
    play: Play,
}

/// What the client can still do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Client {
    Open,
    Ended,
    /// The client reset the connection, or knows that the server closed it.
    Gone,
}

/// What is under way to the server.
enum Sent {
    /// The octets of an entry of the transcript.
    Octets {
        entry: usize,
    },
    End,
    Reset,
}

/// What is under way to the client.
enum Arrival {
    Octets(Vec<u8>),
    End,
    /// The server closed: it neither reads nor writes.
    Close,
}

impl Table {
    fn new(schedule: &Schedule) -> Self {
        Self {
            server: Server::new(schedule.policy()),
            now: Duration::ZERO,
            latency: schedule.latency.time,
            unsent: Vec::new(),
            to_server: VecDeque::new(),
            to_client: VecDeque::new(),
            client: Client::Open,
            wakes: 0,
            play: Play {
                transcript: Transcript::new(
                    Party::OriginServer,
                    "h1/virtual",
                    windows(schedule.latency.time),
                ),
                visits: Vec::new(),
                latency: schedule.latency.time,
                octets_sent: 0,
                octets_received: 0,
                octets_held_max: 0,
                state: State::Idle,
                over: Duration::ZERO,
            },
        }
    }

    fn write(&mut self) {
        let octets = core::mem::take(&mut self.unsent);
        if octets.is_empty() || self.client != Client::Open {
            return;
        }
        self.play.octets_sent += octets.len();
        let entry = self.play.transcript.entries.len();
        self.record(Event::Octets(Direction::ToSubject, octets));
        self.to_server.push_back((self.now + self.latency, Sent::Octets { entry }));
    }

    fn finish(&mut self) {
        self.write();
        if self.client == Client::Open {
            self.client = Client::Ended;
            self.record(Event::End(Direction::ToSubject));
            self.to_server.push_back((self.now + self.latency, Sent::End));
        }
    }

    fn reset(&mut self) {
        self.write();
        if self.client != Client::Gone {
            self.client = Client::Gone;
            self.record(Event::Reset(Direction::ToSubject));
            self.to_server.push_back((self.now + self.latency, Sent::Reset));
        }
    }

    /// Lets happen what happens until then.
    fn run_until(&mut self, until: Duration) {
        loop {
            self.transmit();
            let reads = self.server.reading() == Reading::Wanted;
            let seen = self.to_client.front().map(|(at, _)| *at);
            let read = self.to_server.front().map(|(at, _)| *at).filter(|_| reads);
            let woken = self.server.poll_timeout();
            let next = [seen, read, woken].into_iter().flatten().min();
            let Some(next) = next.filter(|next| *next <= until) else { break };
            self.now = self.now.max(next);
            if seen == Some(next) {
                self.see();
            } else if read == Some(next) {
                self.read();
            } else {
                self.wake();
            }
            self.play.octets_held_max = self.play.octets_held_max.max(self.server.octets_held());
        }
        if until < Duration::MAX {
            self.now = self.now.max(until);
        }
    }

    /// Takes what the server wants to go out.
    fn transmit(&mut self) {
        let arrives = self.now + self.latency;
        while let Some(transmit) = self.server.poll_transmit() {
            let arrival = match transmit {
                Transmit::Octets(octets) => Arrival::Octets(octets.to_vec()),
                Transmit::ShutdownWrite => Arrival::End,
                Transmit::Close => Arrival::Close,
            };
            self.to_client.push_back((arrives, arrival));
        }
    }

    /// Something from the server reaches the client.
    fn see(&mut self) {
        let arrival = self.to_client.pop_front().expect("something is under way").1;
        if self.client == Client::Gone {
            return;
        }
        match arrival {
            Arrival::Octets(octets) => {
                self.play.octets_received += octets.len();
                self.record(Event::Octets(Direction::FromSubject, octets));
            }
            Arrival::End => self.record(Event::End(Direction::FromSubject)),
            Arrival::Close => {
                self.client = Client::Gone;
                let end = Event::End(Direction::FromSubject);
                if !self.play.transcript.entries.iter().any(|entry| entry.event == end) {
                    self.record(end);
                }
            }
        }
    }

    /// Something from the client reaches the server.
    fn read(&mut self) {
        let arrival = self.to_server.pop_front().expect("something is under way").1;
        let from = self.server.state();
        let input = match arrival {
            Sent::Octets { entry } => {
                if let Event::Octets(_, octets) = &self.play.transcript.entries[entry].event {
                    self.server.handle_octets(octets, self.now);
                }
                Input::Octets
            }
            Sent::End => {
                self.server.handle_end(self.now);
                Input::End
            }
            Sent::Reset => {
                self.server.handle_reset(self.now);
                Input::Reset
            }
        };
        self.play.visits.push(Visit { from, input, to: self.server.state() });
    }

    fn wake(&mut self) {
        self.wakes += 1;
        assert!(self.wakes < WAKES_MAX, "the server is woken without end");
        let from = self.server.state();
        self.server.handle_timeout(self.now);
        self.play.visits.push(Visit { from, input: Input::Timeout, to: self.server.state() });
    }

    fn record(&mut self, event: Event) {
        let at_us = u64::try_from(self.now.as_micros()).unwrap_or(u64::MAX);
        let entry = Entry { at_us, side: Side::Outbound, connection: 0, event };
        self.play.transcript.entries.push(entry);
    }
}

/// No schedule has the server wake more often.
const WAKES_MAX: u32 = 100_000;

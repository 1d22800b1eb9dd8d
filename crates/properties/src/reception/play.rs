//! Plays a reception, in virtual time, and writes down what the origin server sees.

use core::time::Duration;
use std::collections::VecDeque;

use expectspec_engine::client::{Outcome, ReferenceClient, Transmit, Writing};
use expectspec_judge::{Direction, Entry, Event, Said, Side, Transcript};
use expectspec_requirements::Party;

use super::Reception;
use super::origin::Origin;
use crate::tested::client_policy;
use crate::windows;

/// What came of a reception.
#[derive(Clone, Debug)]
pub struct ReceptionPlay {
    /// What passed, as the origin server saw it. What the client tells its user travels as octets do.
    pub transcript: Transcript,
    /// What came of the requests that are over, in their order.
    pub outcomes: Vec<Outcome>,
    /// The most octets that the client held at once.
    pub octets_held_max: usize,
    /// Whether the client had done all that it was asked for.
    pub is_done: bool,
    /// The time when nothing more could happen.
    pub over: Duration,
}

/// Plays a reception until the client is done.
///
/// # Panics
/// When something goes on without end.
#[must_use]
pub fn receive(reception: &Reception) -> ReceptionPlay {
    let mut table = Table::new(reception);
    table.run();
    ReceptionPlay {
        octets_held_max: table.octets_held_max,
        is_done: table.agent.is_done(),
        outcomes: table.agent.into_outcomes(),
        over: table.wire.now,
        transcript: table.wire.transcript,
    }
}

/// Client, origin server, and what is under way between them.
struct Table<'a> {
    agent: ReferenceClient,
    origin: Origin<'a>,
    wire: Wire,
    to_origin: VecDeque<(Duration, u16, Departure)>,
    pace: Duration,
    /// Until when the connection takes no octets.
    busy_until: Option<Duration>,
    /// How many connections the client opened; the last one is its own, if it has one.
    opened: u16,
    link: Link,
    /// How many outcomes the user was told.
    told: usize,
    octets_held_max: usize,
}

/// What the origin server writes on, and where it is written down.
pub(super) struct Wire {
    pub(super) now: Duration,
    latency: Duration,
    pub(super) transcript: Transcript,
    to_client: VecDeque<(Duration, u16, Arrival)>,
}

/// Whether the client has a connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Link {
    Open,
    Closed,
}

/// What comes from the client.
enum Departure {
    Open,
    Octets(Vec<u8>),
    End,
    /// It neither reads nor writes.
    Close,
    Said(Said),
}

/// What comes from the origin server.
#[derive(Clone, Copy, Debug)]
pub(super) enum Arrival {
    Connected,
    Refused,
    /// The octets of this entry of the transcript.
    Octets(usize),
    End,
    Reset,
}

impl<'a> Table<'a> {
    fn new(reception: &'a Reception) -> Self {
        let (policy, requests) = (client_policy(reception.policy()), reception.requests());
        let agent = ReferenceClient::new(policy, requests, reception.rest.time);
        Self {
            agent: agent.expect("what a user asks for can be sent"),
            origin: Origin::new(reception),
            wire: Wire {
                now: Duration::ZERO,
                latency: reception.latency.time,
                transcript: Transcript::new(
                    Party::Client,
                    "h1/virtual",
                    windows(reception.latency.time),
                ),
                to_client: VecDeque::new(),
            },
            to_origin: VecDeque::new(),
            pace: reception.pace.time,
            busy_until: None,
            opened: 0,
            link: Link::Closed,
            told: 0,
            octets_held_max: 0,
        }
    }

    fn run(&mut self) {
        for _ in 0..STEPS_MAX {
            self.transmit();
            let held = self.agent.client().octets_held();
            self.octets_held_max = self.octets_held_max.max(held);
            if self.agent.is_done() && self.to_origin.is_empty() {
                return;
            }
            let seen = self.to_origin.front().map(|(at, ..)| *at);
            let heard = self.wire.to_client.front().map(|(at, ..)| *at);
            let wakes = [self.busy_until, self.origin.until(), self.agent.poll_timeout()];
            let next = wakes.iter().fold(earlier(seen, heard), |next, wake| earlier(next, *wake));
            let next = next.expect("a client that is not done waits for something");
            self.wire.now = self.wire.now.max(next);
            if seen == Some(next) {
                self.see();
            } else if heard == Some(next) {
                self.hear();
            } else if self.busy_until == Some(next) {
                self.busy_until = None;
                self.agent.handle_timeout(self.wire.now);
            } else if self.origin.until() == Some(next) {
                self.origin.serve(&mut self.wire);
            } else {
                self.agent.handle_timeout(self.wire.now);
            }
        }
        panic!("the client goes on without end");
    }

    /// Takes what the client wants to go out, and what it tells its user.
    fn transmit(&mut self) {
        loop {
            self.tell();
            if self.agent.writing() == Writing::Dropped {
                self.busy_until = None;
            }
            if self.busy_until.is_some() {
                return;
            }
            let departure = match self.agent.poll_transmit() {
                None => None,
                Some(Transmit::Open) => Some(Departure::Open),
                Some(Transmit::Octets(octets)) => Some(Departure::Octets(octets.to_vec())),
                Some(Transmit::ShutdownWrite) => Some(Departure::End),
                Some(Transmit::Close) => Some(Departure::Close),
            };
            self.tell();
            match departure {
                None => return,
                Some(Departure::Open) => {
                    self.opened += 1;
                    self.link = Link::Open;
                }
                Some(Departure::Close) => self.link = Link::Closed,
                Some(Departure::Octets(_)) if self.pace > Duration::ZERO => {
                    self.busy_until = Some(self.wire.now + self.pace);
                }
                Some(_) => {}
            }
            self.depart(departure);
        }
    }

    fn tell(&mut self) {
        while let Some(outcome) = self.agent.outcomes().get(self.told) {
            let said = outcome.result.map_or(Said::Failure, Said::Status);
            self.told += 1;
            self.depart(Some(Departure::Said(said)));
        }
    }

    fn depart(&mut self, departure: Option<Departure>) {
        let arrives = self.wire.now + self.wire.latency;
        let connection = self.opened.saturating_sub(1);
        self.to_origin.extend(departure.map(|departure| (arrives, connection, departure)));
    }

    /// Something from the client reaches the origin server.
    fn see(&mut self) {
        let (_, connection, departure) = self.to_origin.pop_front().expect("something is there");
        match departure {
            Departure::Open => self.origin.accept(connection, &mut self.wire),
            Departure::Octets(octets) => {
                let event = Event::Octets(Direction::FromSubject, octets);
                self.origin.see(connection, event, &mut self.wire);
            }
            Departure::End => {
                let event = Event::End(Direction::FromSubject);
                self.origin.see(connection, event, &mut self.wire);
            }
            Departure::Close => self.origin.see_close(connection, &mut self.wire),
            Departure::Said(said) => self.wire.record(0, Event::Said(said)),
        }
        self.origin.serve(&mut self.wire);
    }

    /// Something from the origin server reaches the client.
    fn hear(&mut self) {
        let arrival = self.wire.to_client.pop_front();
        let (_, connection, arrival) = arrival.expect("something is there");
        if self.link == Link::Closed || connection + 1 != self.opened {
            return;
        }
        let now = self.wire.now;
        match arrival {
            Arrival::Connected => self.agent.handle_connected(now),
            Arrival::Refused => self.agent.handle_reset(now),
            Arrival::Octets(entry) => {
                if let Event::Octets(_, octets) = &self.wire.transcript.entries[entry].event {
                    self.agent.handle_octets(octets, now);
                }
            }
            Arrival::End => self.agent.handle_end(now),
            Arrival::Reset => self.agent.handle_reset(now),
        }
    }
}

impl Wire {
    pub(super) fn record(&mut self, connection: u16, event: Event) {
        let at_us = u64::try_from(self.now.as_micros()).unwrap_or(u64::MAX);
        let entry = Entry { at_us, side: Side::Inbound, connection, event };
        self.transcript.entries.push(entry);
    }

    pub(super) fn send(&mut self, connection: u16, arrival: Arrival) {
        self.to_client.push_back((self.now + self.latency, connection, arrival));
    }

    /// Sends octets.
    pub(super) fn write(&mut self, connection: u16, octets: &[u8]) {
        let entry = self.transcript.entries.len();
        self.record(connection, Event::Octets(Direction::ToSubject, octets.to_vec()));
        self.send(connection, Arrival::Octets(entry));
    }
}

fn earlier(one: Option<Duration>, other: Option<Duration>) -> Option<Duration> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// No reception takes more.
const STEPS_MAX: u32 = 1_000_000;

//! The clients of a mediation, which do what the script says at its time.

use core::time::Duration;
use std::collections::VecDeque;

use expectspec_engine::intermediary::Link;
use expectspec_machines::{Act, Heard, Machine};

use super::{Mediation, Move};
use crate::Action;

/// All clients together: there is one order of what they do.
pub(super) struct Clients<'a> {
    mediation: &'a Mediation,
    moves: core::slice::Iter<'a, Move>,
    acts: VecDeque<(Link, Act)>,
    /// What the current client has not written yet.
    unsent: Vec<u8>,
    current: u16,
    opened: u16,
    gone: Vec<u16>,
    requests: usize,
    /// When the next move is made, while there is one.
    due: Option<Duration>,
}

impl<'a> Clients<'a> {
    pub(super) fn new(mediation: &'a Mediation) -> Self {
        Self {
            mediation,
            moves: mediation.moves.iter(),
            acts: VecDeque::from([(Link::Inbound(0), Act::Open)]),
            unsent: Vec::new(),
            current: 0,
            opened: 1,
            gone: Vec::new(),
            requests: 0,
            due: Some(Duration::ZERO),
        }
    }

    /// Makes moves up to the next wait, or to the end.
    fn play(&mut self, now: Duration) {
        self.due = None;
        while let Some(it) = self.moves.next() {
            match it {
                Move::Client(Action::Head(head)) => {
                    let octets = self.mediation.octets(head, self.requests);
                    self.requests += 1;
                    self.unsent.extend_from_slice(&octets);
                }
                Move::Client(Action::Wait(time)) => {
                    self.write();
                    self.due = Some(now + time.time);
                    return;
                }
                Move::Client(Action::Finish) => {
                    self.write();
                    self.act(Act::ShutdownWrite);
                }
                Move::Client(Action::Reset) => {
                    self.write();
                    self.act(Act::Reset);
                    self.gone.push(self.current);
                }
                Move::Client(action) => self.unsent.extend_from_slice(&action.octets()),
                Move::Open if self.opened < Mediation::CLIENTS_MAX => {
                    self.write();
                    self.current = self.opened;
                    self.opened += 1;
                    self.acts.push_back((Link::Inbound(self.current), Act::Open));
                }
                Move::Use(client) if u16::from(*client) < self.opened => {
                    self.write();
                    self.current = u16::from(*client);
                }
                Move::Open | Move::Use(_) | Move::Origin(_) => {}
            }
        }
        self.write();
    }

    fn write(&mut self) {
        let octets = core::mem::take(&mut self.unsent);
        if !octets.is_empty() {
            self.act(Act::Octets(octets));
        }
    }

    fn act(&mut self, act: Act) {
        if !self.gone.contains(&self.current) {
            self.acts.push_back((Link::Inbound(self.current), act));
        }
    }
}

impl Machine for Clients<'_> {
    fn handle_accepted(&mut self, _: Duration) -> Link {
        unreachable!("nobody connects to a client")
    }

    fn handle(&mut self, _: Link, _: Heard<'_>, _: Duration) {}

    fn handle_timeout(&mut self, now: Duration) {
        if self.due.is_some_and(|due| due <= now) {
            self.play(now);
        }
    }

    fn poll_timeout(&self) -> Option<Duration> {
        self.due
    }

    fn poll_act(&mut self, _: Duration) -> Option<(Link, Act)> {
        self.acts.pop_front()
    }
}

//! A reference client among connections that someone watches.

use std::time::Duration;

use expectspec_engine::client::{Policy, ReferenceClient, Request, Transmit};

use crate::generators::Happening;

/// One connection, as someone between client and server sees it.
#[derive(Default)]
pub(crate) struct Seen {
    /// What the client sent, and when and after how many octets of the server.
    pub(crate) sent: Vec<(u8, Duration, usize)>,
    /// What the server sent.
    pub(crate) received: Vec<u8>,
    pub(crate) closed: Option<Duration>,
}

/// A reference client, its connections, and the time.
pub(crate) struct World {
    pub(crate) agent: ReferenceClient,
    pub(crate) now: Duration,
    pub(crate) connections: Vec<Seen>,
    pub(crate) open: bool,
}

impl World {
    pub(crate) fn new(policy: Policy, requests: Vec<Request>) -> Self {
        let agent = ReferenceClient::new(policy, requests, Duration::ZERO)
            .expect("requests of tests can be sent");
        Self { agent, now: Duration::ZERO, connections: Vec::new(), open: false }
    }

    pub(crate) fn take(&mut self) -> bool {
        match self.agent.poll_transmit() {
            None => return false,
            Some(Transmit::Open) => {
                assert!(!self.open, "one connection at a time");
                self.open = true;
                self.connections.push(Seen::default());
                self.agent.handle_connected(self.now);
            }
            Some(Transmit::Octets(octets)) => {
                assert!(self.open && !octets.is_empty());
                let seen = self.connections.last_mut().expect("a connection is open");
                let after = seen.received.len();
                seen.sent.extend(octets.iter().map(|&octet| (octet, self.now, after)));
            }
            Some(Transmit::ShutdownWrite) => assert!(self.open),
            Some(Transmit::Close) => {
                assert!(self.open, "only what is open is closed");
                self.open = false;
                self.seen().closed = Some(self.now);
            }
        }
        true
    }

    pub(crate) fn take_all(&mut self) {
        while self.take() {}
    }

    pub(crate) fn apply(&mut self, happening: Happening) {
        match happening {
            Happening::Octets(octets) if self.open => self.give(&octets),
            Happening::End => self.end(),
            Happening::Reset => self.reset(),
            Happening::Wait(ms) => return self.wait(ms),
            Happening::Octets(_) | Happening::Take => {
                self.take();
                return;
            }
        }
        self.take_all();
    }

    pub(crate) fn give(&mut self, octets: &[u8]) {
        self.agent.handle_octets(octets, self.now);
        self.seen().received.extend(octets);
    }

    pub(crate) fn end(&mut self) {
        self.agent.handle_end(self.now);
    }

    pub(crate) fn reset(&mut self) {
        self.agent.handle_reset(self.now);
    }

    pub(crate) fn wait(&mut self, ms: u64) {
        let until = self.now + Duration::from_millis(ms);
        while let Some(deadline) = self.agent.poll_timeout().filter(|&it| it <= until) {
            self.now = self.now.max(deadline);
            self.agent.handle_timeout(self.now);
            self.take_all();
        }
        self.now = until;
        self.agent.handle_timeout(until);
    }

    fn seen(&mut self) -> &mut Seen {
        self.connections.last_mut().expect("a connection is open")
    }
}

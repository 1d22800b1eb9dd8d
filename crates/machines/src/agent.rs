//! The reference client, which writes one piece at a time.

use core::time::Duration;

use expectspec_engine::client::{Outcome, ReferenceClient, Transmit};
use expectspec_engine::intermediary::{Link, Writing};

use crate::machine::{Act, Heard, Machine, Writer};

/// A reference client with its one connection at a time.
#[derive(Clone, Debug)]
pub struct Agent {
    client: ReferenceClient,
    writer: Writer,
}

impl Agent {
    /// A client that has not begun.
    #[must_use]
    pub const fn new(client: ReferenceClient) -> Self {
        Self { client, writer: Writer::Free }
    }

    /// The client itself.
    #[must_use]
    pub const fn client(&self) -> &ReferenceClient {
        &self.client
    }

    /// What came of its requests so far.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        self.client.outcomes()
    }
}

impl Machine for Agent {
    fn handle_accepted(&mut self, _: Duration) -> Link {
        unreachable!("nobody connects to a client")
    }

    fn handle(&mut self, _: Link, heard: Heard<'_>, now: Duration) {
        match heard {
            Heard::Connected => self.client.handle_connected(now),
            Heard::Octets(octets) => self.client.handle_octets(octets, now),
            Heard::Written => {
                self.writer = Writer::Free;
                self.client.handle_timeout(now);
            }
            Heard::End => self.client.handle_end(now),
            Heard::Reset => self.client.handle_reset(now),
        }
    }

    fn handle_timeout(&mut self, now: Duration) {
        self.client.handle_timeout(now);
    }

    fn poll_timeout(&self) -> Option<Duration> {
        self.client.poll_timeout()
    }

    fn poll_act(&mut self, _: Duration) -> Option<(Link, Act)> {
        if self.writer == Writer::Busy {
            return None;
        }
        let act = match self.client.poll_transmit()? {
            Transmit::Open => Act::Open,
            Transmit::Octets(octets) => {
                self.writer = Writer::Busy;
                Act::Octets(octets.to_vec())
            }
            Transmit::ShutdownWrite => Act::ShutdownWrite,
            Transmit::Close => Act::Close,
        };
        Some((ONLY, act))
    }

    fn writing(&self, _: Link) -> Writing {
        self.client.writing()
    }
}

/// The one connection of a client.
const ONLY: Link = Link::Inbound(0);

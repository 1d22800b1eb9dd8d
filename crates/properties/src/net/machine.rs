//! What takes part: a machine with any number of links.

use core::time::Duration;

use expectspec_engine::client::{ReferenceClient, Transmit as ClientTransmit};
use expectspec_engine::intermediary::{Intermediary, Link, Reading, Transmit, Writing};

/// Something with connections, without I/O and without clock.
pub(crate) trait Machine {
    /// A connection to it opened.
    fn handle_accepted(&mut self, now: Duration) -> Link;
    fn handle(&mut self, link: Link, heard: Heard<'_>, now: Duration);
    fn handle_timeout(&mut self, now: Duration);
    fn poll_timeout(&self) -> Option<Duration>;
    /// The next thing to do. Behind octets there is nothing more for the link until they are written.
    fn poll_act(&mut self, now: Duration) -> Option<(Link, Act)>;
    fn reading(&self, link: Link) -> Reading;
    fn writing(&self, link: Link) -> Writing;
}

/// What a machine hears of one of its links.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Heard<'a> {
    /// The connection that it opens is open.
    Connected,
    Octets(&'a [u8]),
    /// Its own octets are written, or dropped.
    Written,
    End,
    Reset,
}

/// What a machine does on one of its links.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Act {
    Open,
    Octets(Vec<u8>),
    ShutdownWrite,
    Close,
    Reset,
}

/// What an intermediary wants.
pub(crate) fn act_of(transmit: &Transmit<'_>) -> Act {
    match transmit {
        Transmit::Open { .. } => Act::Open,
        Transmit::Octets(octets) => Act::Octets(octets.to_vec()),
        Transmit::ShutdownWrite => Act::ShutdownWrite,
        Transmit::Close => Act::Close,
    }
}

impl Machine for Intermediary {
    fn handle_accepted(&mut self, now: Duration) -> Link {
        self.handle_accepted(now)
    }

    fn handle(&mut self, link: Link, heard: Heard<'_>, now: Duration) {
        match heard {
            Heard::Connected => self.handle_connected(link, now),
            Heard::Octets(octets) => self.handle_octets(link, octets, now),
            Heard::Written => self.handle_written(link, now),
            Heard::End => self.handle_end(link, now),
            Heard::Reset => self.handle_reset(link, now),
        }
    }

    fn handle_timeout(&mut self, now: Duration) {
        self.handle_timeout(now);
    }

    fn poll_timeout(&self) -> Option<Duration> {
        self.poll_timeout()
    }

    fn poll_act(&mut self, _: Duration) -> Option<(Link, Act)> {
        let (link, transmit) = self.poll_transmit()?;
        Some((link, act_of(&transmit)))
    }

    fn reading(&self, link: Link) -> Reading {
        self.reading(link)
    }

    fn writing(&self, link: Link) -> Writing {
        self.writing(link)
    }
}

/// The one connection of a client.
const ONLY: Link = Link::Inbound(0);

/// A reference client, which writes one piece at a time.
pub(crate) struct Agent {
    pub(crate) client: ReferenceClient,
    output: Output,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Output {
    Free,
    Busy,
}

impl Agent {
    pub(crate) const fn new(client: ReferenceClient) -> Self {
        Self { client, output: Output::Free }
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
                self.output = Output::Free;
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
        if self.output == Output::Busy {
            return None;
        }
        let act = match self.client.poll_transmit()? {
            ClientTransmit::Open => Act::Open,
            ClientTransmit::Octets(octets) => {
                self.output = Output::Busy;
                Act::Octets(octets.to_vec())
            }
            ClientTransmit::ShutdownWrite => Act::ShutdownWrite,
            ClientTransmit::Close => Act::Close,
        };
        Some((ONLY, act))
    }

    fn reading(&self, _: Link) -> Reading {
        Reading::Wanted
    }

    fn writing(&self, _: Link) -> Writing {
        self.client.writing()
    }
}

//! The reference client, which writes one piece at a time.

use core::time::Duration;

use expectspec_engine::client::{Outcome, ReferenceClient, Transmit};
use expectspec_engine::intermediary::{Link, Writing};

use super::{Act, Clock, Heard, Machine, Progress};

/// A reference client with its one connection at a time.
#[derive(Clone, Debug)]
pub struct Agent {
    client: ReferenceClient,
    clock: Clock,
    output: Output,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Output {
    Free,
    Busy,
}

impl Agent {
    /// A client that has not begun.
    #[must_use]
    pub fn new(client: ReferenceClient) -> Self {
        Self { client, clock: Clock::default(), output: Output::Free }
    }
}

impl Machine for Agent {
    fn copy(&self) -> Box<dyn Machine> {
        Box::new(self.clone())
    }

    fn accept(&mut self) -> Link {
        unreachable!("nobody connects to a client")
    }

    fn hear(&mut self, _: Link, heard: Heard<'_>) {
        let now = self.clock.tick();
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

    fn now(&self) -> Duration {
        self.clock.now
    }

    fn timer(&self) -> Option<Duration> {
        self.clock.until(self.client.poll_timeout())
    }

    fn fire(&mut self) {
        let now = self.clock.reach(self.client.poll_timeout());
        self.client.handle_timeout(now);
    }

    fn act(&mut self) -> Option<(Link, Act)> {
        if self.output == Output::Busy {
            return None;
        }
        let act = match self.client.poll_transmit()? {
            Transmit::Open => Act::Open,
            Transmit::Octets(octets) => {
                self.output = Output::Busy;
                Act::Octets(octets.to_vec())
            }
            Transmit::ShutdownWrite => Act::ShutdownWrite,
            Transmit::Close => Act::Close,
        };
        Some((Link::Inbound(0), act))
    }

    fn writing(&self, _: Link) -> Writing {
        self.client.writing()
    }

    fn progress(&self) -> Progress {
        if self.client.is_done() { Progress::Gone } else { Progress::Waiting }
    }

    fn standing(&self) -> String {
        let outcomes = self.client.outcomes();
        let said = outcomes.iter().map(|it| match it.result {
            Ok(code) => format!(", was told {code}"),
            Err(failure) => format!(", was told of a failure ({failure:?})"),
        });
        format!("in {:?}{}", self.client.client().state(), said.collect::<String>())
    }

    fn outcomes(&self) -> &[Outcome] {
        self.client.outcomes()
    }
}

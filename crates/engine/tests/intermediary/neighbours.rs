//! Clients and next hops of the reference intermediary, as a test plays them.

use std::time::Duration;

use expectspec_engine::intermediary::{Intermediary, Link, Policy, Transmit};

pub(crate) const CLIENT: Link = Link::Outbound(0);
pub(crate) const HOP: Link = Link::Inbound(0);

/// A reference intermediary at a time that only the test moves. Connections open at once, and all
/// that is given out is written at once.
pub(crate) struct Neighbours {
    pub(crate) machine: Intermediary,
    pub(crate) now: Duration,
}

impl Neighbours {
    /// With one client.
    pub(crate) fn new(policy: Policy) -> Self {
        let mut machine = Intermediary::new(policy);
        assert_eq!(machine.handle_accepted(Duration::ZERO), CLIENT);
        Self { machine, now: Duration::ZERO }
    }

    pub(crate) fn of(preset: &str) -> Self {
        Self::new(Policy::preset(preset).expect("tests name presets that exist"))
    }

    /// The client sends octets, whose lines end with LF here, and this is what the intermediary does.
    pub(crate) fn client(&mut self, octets: &str) -> String {
        self.send(CLIENT, octets)
    }

    /// The next hop sends octets.
    pub(crate) fn hop(&mut self, octets: &str) -> String {
        self.send(HOP, octets)
    }

    pub(crate) fn send(&mut self, link: Link, octets: &str) -> String {
        self.machine.handle_octets(link, octets.replace('\n', "\r\n").as_bytes(), self.now);
        self.receive()
    }

    pub(crate) fn end(&mut self, link: Link) -> String {
        self.machine.handle_end(link, self.now);
        self.receive()
    }

    pub(crate) fn reset(&mut self, link: Link) -> String {
        self.machine.handle_reset(link, self.now);
        self.receive()
    }

    /// Lets time pass, firing every timer on the way.
    pub(crate) fn wait(&mut self, ms: u64) -> String {
        let until = self.now + Duration::from_millis(ms);
        let mut received = String::new();
        while let Some(deadline) = self.machine.poll_timeout().filter(|&it| it <= until) {
            self.now = self.now.max(deadline);
            self.machine.handle_timeout(self.now);
            received += &self.receive();
        }
        self.now = until;
        self.machine.handle_timeout(until);
        received + &self.receive()
    }

    /// What goes out: `c0` is the first client, `h0` the first next hop; `[open]`, `[FIN]` and
    /// `[close]` are no octets.
    pub(crate) fn receive(&mut self) -> String {
        let mut received = String::new();
        let mut last = None;
        while let Some((link, transmit)) = self.machine.poll_transmit() {
            let (said, next) = match transmit {
                Transmit::Open { authority: None } => ("[open]".into(), Next::Connected),
                Transmit::Open { authority: Some(authority) } => {
                    (format!("[open {}]", String::from_utf8_lossy(authority)), Next::Connected)
                }
                Transmit::Octets(octets) => {
                    (String::from_utf8_lossy(octets).replace("\r\n", "\n"), Next::Written)
                }
                Transmit::ShutdownWrite => ("[FIN]".into(), Next::Nothing),
                Transmit::Close => ("[close]".into(), Next::Nothing),
            };
            if last != Some(link) {
                received += &match link {
                    Link::Outbound(index) => format!("c{index}: "),
                    Link::Inbound(index) => format!("h{index}: "),
                };
                last = Some(link);
            }
            received += &said;
            match next {
                Next::Connected => self.machine.handle_connected(link, self.now),
                Next::Written => self.machine.handle_written(link, self.now),
                Next::Nothing => {}
            }
        }
        received
    }
}

enum Next {
    Connected,
    Written,
    Nothing,
}

/// A request with five octets of content that are withheld.
pub(crate) const EXPECTING: &str =
    "POST /up HTTP/1.1\nHost: a\nContent-Length: 5\nExpect: 100-continue\n\n";

/// What becomes of it.
pub(crate) const EXPECTING_ON: &str = "h0: [open]POST /up HTTP/1.1\nHost: a\nExpect: 100-continue\nVia: 1.1 expectspec\nContent-Length: 5\n\n";

pub(crate) const CONTINUE: &str = "HTTP/1.1 100 Continue\n\n";

pub(crate) const OK: &str = "HTTP/1.1 200 OK\nContent-Length: 2\n\nok";

//! A connection to the reference server, as a test sees it.

use std::time::Duration;

use expectspec_engine::ReferenceServer;
use expectspec_engine::origin_server::{Policy, State, Transmit};

/// A connection to the reference server at a time that only the test moves.
pub(crate) struct Connection {
    pub(crate) server: ReferenceServer,
    pub(crate) now: Duration,
}

impl Connection {
    pub(crate) fn new(policy: Policy) -> Self {
        Self { server: ReferenceServer::new(policy), now: Duration::ZERO }
    }

    /// Sends octets and gives what comes back, `[FIN]` and `[close]` for what is no octet.
    pub(crate) fn send(&mut self, octets: &str) -> String {
        self.send_octets(octets.as_bytes());
        self.receive()
    }

    pub(crate) fn send_octets(&mut self, octets: &[u8]) {
        self.server.handle_octets(octets, self.now);
    }

    pub(crate) fn end(&mut self) -> String {
        self.server.handle_end(self.now);
        self.receive()
    }

    pub(crate) fn reset(&mut self) -> String {
        self.server.handle_reset(self.now);
        self.receive()
    }

    /// Lets time pass, firing every timer on the way.
    pub(crate) fn wait(&mut self, ms: u64) -> String {
        text(&self.wait_octets(ms))
    }

    pub(crate) fn wait_octets(&mut self, ms: u64) -> Vec<u8> {
        let until = self.now + Duration::from_millis(ms);
        let mut received = Vec::new();
        while let Some(deadline) = self.server.poll_timeout().filter(|&it| it <= until) {
            self.now = self.now.max(deadline);
            self.server.handle_timeout(self.now);
            received.extend(self.receive_octets());
        }
        self.now = until;
        received
    }

    pub(crate) fn receive(&mut self) -> String {
        text(&self.receive_octets())
    }

    pub(crate) fn receive_octets(&mut self) -> Vec<u8> {
        let mut received = Vec::new();
        while let Some(transmit) = self.server.poll_transmit() {
            received.extend_from_slice(match transmit {
                Transmit::Octets(octets) => octets,
                Transmit::ShutdownWrite => b"[FIN]",
                Transmit::Close => b"[close]",
            });
        }
        received
    }

    pub(crate) fn state(&self) -> State {
        self.server.state()
    }
}

/// What a server with this policy says to these octets.
pub(crate) fn answer(policy: Policy, octets: &str) -> String {
    Connection::new(policy).send(octets)
}

fn text(octets: &[u8]) -> String {
    String::from_utf8_lossy(octets).into_owned()
}

/// The status codes in what came back, in order.
pub(crate) fn codes(received: &str) -> Vec<u16> {
    received
        .split("HTTP/1.1 ")
        .skip(1)
        .map(|response| response[..3].parse().expect("a status code has three digits"))
        .collect()
}

pub(crate) const CONTINUE: &str = "HTTP/1.1 100 Continue\r\n\r\n";

pub(crate) const EXPECTING: &str =
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";

pub(crate) const HELLO: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\
    Content-Length: 5\r\n\r\nhello";

pub(crate) const NEXT: &str = "GET /next HTTP/1.1\r\nHost: a\r\n\r\n";

pub(crate) const NEXT_ANSWER: &str =
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nnext\n";

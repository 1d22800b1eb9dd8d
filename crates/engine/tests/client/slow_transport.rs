//! A transport that takes a few octets at a time, as sockets do when the server does not read.

use std::time::Duration;

use expectspec_engine::client::{
    Content, Failure, Policy, ReferenceClient, Request, Transmit, Writing,
};

use crate::server_under_control::{GET, get};

/// A caller as [`ReferenceClient`] asks for it: it writes before it polls, and reads meanwhile.
struct Transport {
    agent: ReferenceClient,
    now: Duration,
    /// Given out, and not written.
    pending: Vec<u8>,
    /// How much more the server's side takes.
    room: usize,
    wire: String,
}

impl Transport {
    fn new(policy: Policy, requests: Vec<Request>, room: usize) -> Self {
        let agent = ReferenceClient::new(policy, requests, Duration::ZERO)
            .expect("requests of tests can be sent");
        let mut it =
            Self { agent, now: Duration::ZERO, pending: Vec::new(), room, wire: String::new() };
        it.run();
        it
    }

    fn run(&mut self) {
        loop {
            if self.agent.writing() == Writing::Dropped {
                self.pending.clear();
            }
            let count = self.pending.len().min(self.room);
            let written: Vec<u8> = self.pending.drain(..count).collect();
            self.room -= count;
            self.wire += &String::from_utf8_lossy(&written);
            if !self.pending.is_empty() {
                return;
            }
            match self.agent.poll_transmit() {
                None => return,
                Some(Transmit::Octets(octets)) => self.pending.extend(octets),
                Some(Transmit::Open) => {
                    self.wire += "[open]";
                    self.agent.handle_connected(self.now);
                }
                Some(Transmit::ShutdownWrite) => self.wire += "[FIN]",
                Some(Transmit::Close) => self.wire += "[close]",
            }
        }
    }

    fn send(&mut self, octets: &str) {
        self.agent.handle_octets(octets.as_bytes(), self.now);
        self.run();
    }

    fn expire(&mut self) {
        self.now = self.agent.poll_timeout().expect("somebody waits");
        self.agent.handle_timeout(self.now);
        self.run();
    }
}

fn upload() -> Request {
    Request::new("PUT", "/up", "a").with_content(Content::Length(vec![b'x'; 100_000]))
}

#[test]
fn content_stops_at_once_when_the_server_closes() {
    for policy in [Policy::finishing(), Policy::eager(), Policy::aborting()] {
        let mut transport = Transport::new(policy, vec![upload(), get()], 30_000);
        transport.send("HTTP/1.1 100 \r\n\r\n");
        assert_eq!(transport.room, 0);
        let before = transport.wire.len();
        transport.send("HTTP/1.1 413 \r\nConnection: close\r\nContent-Length: 3\r\n\r\nta");
        assert_eq!(transport.wire[before..], *"[FIN]");
        transport.room = 100_000;
        transport.send("g");
        assert_eq!(transport.wire[before..], format!("[FIN][close][open]{GET}"));
        assert_eq!(transport.agent.outcomes()[0].result, Ok(413));
    }
}

#[test]
fn content_that_is_aborted_stops_at_once() {
    let mut transport = Transport::new(Policy::aborting(), vec![upload()], 30_000);
    transport.send("HTTP/1.1 100 \r\n\r\n");
    let before = transport.wire.len();
    transport.room = 100_000;
    transport.agent.handle_octets(b"HTTP/1.1 401 \r\nContent-Length: 3\r\n\r\n", Duration::ZERO);
    transport.run();
    assert_eq!(transport.wire.len(), before);
    transport.send("tag");
    assert_eq!(transport.wire[before..], *"[close]");
    assert_eq!(transport.agent.outcomes()[0].result, Ok(401));
}

#[test]
fn content_that_is_finished_goes_on_where_it_stood() {
    let mut transport = Transport::new(Policy::finishing(), vec![upload(), get()], 30_000);
    transport.send("HTTP/1.1 100 \r\n\r\n");
    transport.send("HTTP/1.1 401 \r\nContent-Length: 3\r\n\r\ntag");
    assert!(transport.agent.outcomes().is_empty());
    transport.room = 100_000;
    transport.run();
    let (head, rest) = transport.wire.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("[open]PUT"));
    assert_eq!(rest, "x".repeat(100_000) + GET);
}

#[test]
fn a_server_that_takes_nothing_more_is_given_up() {
    let mut transport = Transport::new(Policy::eager(), vec![upload()], 30_000);
    transport.expire();
    assert!(transport.wire.ends_with("x[close]"));
    assert_eq!(transport.agent.outcomes()[0].result, Err(Failure::TimedOut));
    assert!(transport.agent.is_done());
}

//! The reference server between two editors: one for what it reads, one for what it says.

mod exchange;
mod incoming;
mod outbox;
mod outgoing;
mod replies;

use core::time::Duration;

use expectspec_engine::ReferenceServer;
use expectspec_engine::origin_server::{Reading, Transmit};
use expectspec_message::{HeadReader, Limits};
use expectspec_subject::ServerMachine;

use crate::rule::{Deviation, OnEnd, Script};
use exchange::Exchange;
use outbox::{Outbox, Release};
use replies::Replies;

/// A server that differs from the reference by the rules of a [`Script`].
///
/// It gives the reference one request at a time, as the rules would have it read, and sends each
/// response as the rules would have it sent.
#[derive(Debug)]
pub struct Deviant {
    script: &'static Script,
    inner: ReferenceServer,
    now: Duration,
    /// What the client sent and nobody has read.
    input: Vec<u8>,
    /// When the client ended its direction.
    ended: Option<Duration>,
    end_told: bool,
    reader: HeadReader,
    mode: Mode,
    exchange: Option<Exchange>,
    /// How many requests have begun.
    requests: usize,
    sent_early: bool,
    replies: Replies,
    out: Outbox,
    /// A final response that goes out behind the next one.
    aside: Option<Vec<u8>>,
}

/// Who decides.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Mode {
    /// The rules, message by message.
    Messages,
    /// The reference reads whatever comes; the rules still see what it says.
    Through,
    /// Another protocol is spoken.
    Switched,
    /// Nobody: what comes is dropped, and nothing more is said.
    Deaf,
}

impl Deviant {
    /// A server for a connection that just opened.
    #[must_use]
    pub fn new(script: &'static Script) -> Self {
        Self {
            script,
            inner: ReferenceServer::new((script.policy)()),
            now: Duration::ZERO,
            input: Vec::new(),
            ended: None,
            end_told: false,
            reader: HeadReader::request(Limits::default()),
            mode: Mode::Messages,
            exchange: None,
            requests: 0,
            sent_early: false,
            replies: Replies::new(),
            out: Outbox::default(),
            aside: None,
        }
    }

    /// What is done otherwise for the request at hand.
    fn deviations(&self) -> impl Iterator<Item = Deviation> + use<> {
        let applies: Vec<bool> = match &self.exchange {
            Some(exchange) => {
                let request = exchange.request();
                self.script.rules.iter().map(|rule| (rule.when)(&request)).collect()
            }
            None => vec![false; self.script.rules.len()],
        };
        let rules = self.script.rules.iter().zip(applies);
        rules.filter(|(_, applies)| *applies).map(|(rule, _)| rule.then)
    }

    /// Goes on until nothing moves.
    fn advance(&mut self) {
        loop {
            self.say();
            if !self.read() {
                return;
            }
        }
    }

    /// Takes what the reference has to say.
    fn say(&mut self) {
        while let Some(transmit) = self.inner.poll_transmit() {
            match transmit {
                _ if self.mode == Mode::Deaf => {}
                Transmit::Octets(octets) if self.mode == Mode::Switched => {
                    self.out.push(octets.to_vec(), Release::Now);
                }
                Transmit::Octets(octets) => {
                    self.replies.push(octets);
                    self.take_replies();
                }
                Transmit::ShutdownWrite => {
                    // An answer to a head that could not be read may have no content to come.
                    let rest = self.replies.take_rest();
                    self.out.push(rest, Release::Now);
                    self.out.shutdown_write();
                    self.mode = Mode::Through;
                }
                Transmit::Close => {
                    self.out.close();
                    self.mode = Mode::Deaf;
                }
            }
        }
    }

    /// Starts the reference anew, for whatever comes next.
    fn renew(&mut self) {
        self.inner = ReferenceServer::new((self.script.policy)());
        self.inner.handle_timeout(self.now);
        self.replies = Replies::new();
    }

    /// Ends the connection behind what has been said.
    fn hang_up(&mut self) {
        self.out.shutdown_write();
        self.mode = Mode::Deaf;
    }

    fn on_end(&self) -> Option<OnEnd> {
        self.deviations().find_map(|deviation| match deviation {
            Deviation::End(on_end) => Some(on_end),
            _ => None,
        })
    }

    /// Whether the client's FIN goes unheard.
    fn ignores_end(&self) -> bool {
        self.on_end() == Some(OnEnd::Ignores)
    }
}

impl ServerMachine for Deviant {
    fn reading(&self) -> Reading {
        match self.mode {
            Mode::Messages if self.input.len() > INPUT_OCTETS_MAX => Reading::Paused,
            Mode::Messages | Mode::Deaf => Reading::Wanted,
            Mode::Through | Mode::Switched => self.inner.reading(),
        }
    }

    fn handle_octets(&mut self, octets: &[u8], now: Duration) {
        self.now = now;
        self.input.extend_from_slice(octets);
        self.advance();
    }

    fn handle_end(&mut self, now: Duration) {
        self.now = now;
        self.ended = Some(now);
        if !self.ignores_end() {
            self.out.release_all();
        }
        if self.on_end() == Some(OnEnd::Drops) {
            self.out.close_at_once();
            self.mode = Mode::Deaf;
        }
        if self.mode == Mode::Deaf {
            self.out.close();
        }
        self.advance();
    }

    fn handle_reset(&mut self, now: Duration) {
        self.now = now;
        self.mode = Mode::Deaf;
        self.out.close_at_once();
    }

    fn handle_timeout(&mut self, now: Duration) {
        self.now = now;
        if self.ended.is_some_and(|ended| ended + PATIENCE <= now) {
            self.out.close();
        }
        if self.mode != Mode::Deaf {
            self.inner.handle_timeout(now);
            self.advance();
        }
    }

    fn poll_timeout(&self) -> Option<Duration> {
        let inner = if self.mode == Mode::Deaf { None } else { self.inner.poll_timeout() };
        let patience = self.ended.map(|ended| ended + PATIENCE);
        [inner, patience, self.out.next_release()].into_iter().flatten().min()
    }

    fn poll_transmit(&mut self) -> Option<Transmit<'_>> {
        self.advance();
        self.out.poll(self.now)
    }
}

/// Input that is held at most before the client must wait.
const INPUT_OCTETS_MAX: usize = 256 * 1024;

/// A connection that the client has ended is given up after this.
const PATIENCE: Duration = Duration::from_secs(60);

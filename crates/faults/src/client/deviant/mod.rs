//! The reference client between two editors: one for what it sends, one for what it reads.

mod exchange;
mod incoming;
mod outgoing;
mod reply;

use core::time::Duration;
use std::collections::VecDeque;

use expectspec_engine::ReferenceClient;
use expectspec_engine::client::{Request, Transmit, Writing};
use expectspec_judge::Said;
use expectspec_subject::ClientMachine;

use super::Response;
use super::rule::{Deviation, Link, OnEnd, Script};
use exchange::Exchange;
use incoming::Incoming;
use outgoing::Parcel;

/// A client that differs from the reference by the rules of a [`Script`].
///
/// It sends each request of the reference as the rules would have it sent, and gives it each response
/// as the rules would have it read.
#[derive(Debug)]
pub struct Deviant {
    script: &'static Script,
    requests: Vec<Request>,
    inner: ReferenceClient,
    now: Duration,
    mode: Mode,
    connection: Connection,
    exchange: Option<Exchange>,
    input: Incoming,
    out: VecDeque<Parcel>,
    /// The octets given out last, and whether they are written whatever the reference says.
    given: Vec<u8>,
    owed: bool,
    /// Requests that went out, on whatever connection.
    requests_out: usize,
    /// How often the request at hand went out before.
    repeats: usize,
    said: Vec<Said>,
    /// Outcomes of the reference that the user has been told.
    heard: usize,
    /// What the user is to be told of the request at hand, whatever the reference says.
    says: Option<Said>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Mode {
    /// The rules decide.
    Rules,
    /// Nothing happens any more.
    Silent,
}

/// The connection that the reference believes it has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Connection {
    None,
    Opening,
    /// Open, and so many requests went out on it.
    Open(usize),
}

impl Deviant {
    /// A client that is asked for these requests, one after another.
    ///
    /// # Panics
    /// When one of them can't be sent.
    #[must_use]
    pub fn new(script: &'static Script, requests: Vec<Request>) -> Self {
        Self {
            script,
            inner: reference(script, requests.clone()),
            requests,
            now: Duration::ZERO,
            mode: Mode::Rules,
            connection: Connection::None,
            exchange: None,
            input: Incoming::default(),
            out: VecDeque::new(),
            given: Vec::new(),
            owed: false,
            requests_out: 0,
            repeats: 0,
            said: Vec::new(),
            heard: 0,
            says: None,
        }
    }

    /// What is done otherwise at this moment.
    fn deviations(&self, response: Option<Response<'_>>) -> Vec<Deviation> {
        let Some(exchange) = &self.exchange else { return Vec::new() };
        let moment = exchange.moment(response);
        let rules = self.script.rules.iter();
        rules.filter(|rule| (rule.when)(&moment)).map(|rule| rule.then).collect()
    }

    /// Begins the request at hand again, with a reference that knows nothing of what was.
    fn begin_again(&mut self, link: Link) {
        let rest = self.requests[self.said.len()..].to_vec();
        self.inner = reference(self.script, rest);
        self.inner.handle_timeout(self.now);
        self.heard = 0;
        self.says = None;
        self.exchange = None;
        if link == Link::Fresh {
            self.input = Incoming::default();
            self.out.clear();
            if self.connection != Connection::None {
                self.out.push_back(Parcel::Close);
            }
            self.connection = Connection::None;
        }
    }

    /// Tells the user what the reference has to tell.
    fn hear(&mut self) {
        for outcome in &self.inner.outcomes()[self.heard..] {
            let said = outcome.result.map_or(Said::Failure, Said::Status);
            self.said.push(self.says.take().unwrap_or(said));
            self.heard += 1;
            self.repeats = 0;
        }
    }

    /// What the end of the connection leads to, where a response is awaited or the request is not
    /// out.
    fn on_end(&self) -> Option<OnEnd> {
        let is_over = |exchange: &Exchange| exchange.answered && exchange.is_complete();
        if self.exchange.as_ref().is_none_or(is_over) {
            return None;
        }
        self.deviations(None).into_iter().find_map(|deviation| match deviation {
            Deviation::End(on_end) => Some(on_end),
            _ => None,
        })
    }

    /// Takes the end of the connection; true if the reference is to hear of it.
    fn end(&mut self) -> bool {
        if self.mode == Mode::Silent {
            return false;
        }
        self.read_all();
        match self.on_end() {
            Some(OnEnd::Again) => self.begin_again(Link::Fresh),
            Some(OnEnd::Ignores) => {}
            Some(OnEnd::Says(said)) => {
                self.says = Some(said);
                return true;
            }
            None => return true,
        }
        false
    }
}

fn reference(script: &Script, requests: Vec<Request>) -> ReferenceClient {
    let requests = requests.into_iter().map(sendable).collect();
    ReferenceClient::new((script.policy)(), requests, script.pause)
        .expect("whoever asks for requests asks for some that can be sent")
}

/// What the reference sends for a request that it would refuse to send: GET for CONNECT, which then
/// is written in its place.
fn sendable(request: Request) -> Request {
    match &*request.method {
        "CONNECT" => Request { method: "GET".to_owned(), ..request },
        _ => request,
    }
}

impl ClientMachine for Deviant {
    fn handle_connected(&mut self, now: Duration) {
        self.now = now;
        if self.connection == Connection::Opening {
            self.connection = Connection::Open(0);
            self.inner.handle_connected(now);
            self.hear();
        }
    }

    fn handle_octets(&mut self, octets: &[u8], now: Duration) {
        self.now = now;
        if self.mode == Mode::Rules {
            self.input.push(octets);
            self.read_all();
        }
    }

    fn handle_end(&mut self, now: Duration) {
        self.now = now;
        if self.end() {
            self.give_rest();
            self.inner.handle_end(now);
            self.hear();
        }
    }

    fn handle_reset(&mut self, now: Duration) {
        self.now = now;
        if self.end() {
            self.give_rest();
            self.inner.handle_reset(now);
            self.hear();
        }
    }

    fn handle_timeout(&mut self, now: Duration) {
        self.now = now;
        if self.mode == Mode::Rules {
            self.inner.handle_timeout(now);
            self.hear();
            self.read_all();
        }
    }

    fn poll_timeout(&self) -> Option<Duration> {
        match self.mode {
            Mode::Rules => {
                let rest = self.out.front().and_then(|parcel| match parcel {
                    Parcel::Rest(until) => Some(*until),
                    _ => None,
                });
                [self.inner.poll_timeout(), rest].into_iter().flatten().min()
            }
            Mode::Silent => None,
        }
    }

    fn poll_transmit(&mut self) -> Option<Transmit<'_>> {
        while self.out.is_empty() && self.mode == Mode::Rules && self.take_transmit() {}
        if let Some(Parcel::Rest(until)) = self.out.front() {
            if *until > self.now && self.mode == Mode::Rules {
                return None;
            }
            self.out.pop_front();
        }
        Some(match self.out.pop_front()? {
            // One rest follows another only where no octets go out between them.
            Parcel::Rest(_) => return None,
            Parcel::Open => Transmit::Open,
            Parcel::ShutdownWrite => Transmit::ShutdownWrite,
            Parcel::Close => Transmit::Close,
            Parcel::Octets(octets) => {
                (self.given, self.owed) = (octets, false);
                Transmit::Octets(&self.given)
            }
            Parcel::Owed(octets) => {
                (self.given, self.owed) = (octets, true);
                Transmit::Octets(&self.given)
            }
        })
    }

    fn writing(&self) -> Writing {
        match (self.mode, self.out.front()) {
            _ if self.owed => Writing::Wanted,
            (Mode::Silent, _) => Writing::Wanted,
            (Mode::Rules, Some(Parcel::Close | Parcel::ShutdownWrite)) => Writing::Dropped,
            (Mode::Rules, Some(_)) => Writing::Wanted,
            (Mode::Rules, None) => self.inner.writing(),
        }
    }

    fn is_done(&self) -> bool {
        self.mode == Mode::Rules && self.out.is_empty() && self.inner.is_done()
    }

    fn said(&self) -> Vec<Said> {
        self.said.clone()
    }
}

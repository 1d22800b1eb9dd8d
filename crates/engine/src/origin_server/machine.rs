//! The reference origin server for one connection: octets, ends and timeouts in, notices and octets
//! out.

use core::time::Duration;

use expectspec_message::HeadReader;

use super::exchange::{Exchange, Method};
use super::input::{Input, InputEnd};
use super::notice::Notice;
use super::output::{Output, Transmit};
use super::transition::next;
use super::{Abort, Event, Policy, Reading, Request, State};

/// An origin server's side of one HTTP/1.1 connection, without I/O and without clock.
///
/// Four verbs tell the direction. `handle_*` takes what arrived, `poll_notice` gives the
/// application what it should know, commands ([`respond`](Self::respond) and others) take what the
/// application wants, `poll_transmit` and `poll_timeout` give what the transport should do. After
/// anything went in, the caller polls notices until there are none, then transmits until there are
/// none, then waits for the transport or for the time that `poll_timeout` names.
///
/// All times are durations since the connection opened.
#[derive(Clone, Debug)]
pub struct OriginServer {
    pub(super) policy: Policy,
    pub(super) state: State,
    pub(super) now: Duration,
    deadline: Option<Duration>,
    pub(super) input: Input,
    pub(super) output: Output,
    pub(super) reader: HeadReader,
    pub(super) exchange: Exchange,
    pub(super) notice: Option<Waiting>,
    /// Octets at the front of the input that the application has been given.
    pub(super) lent: usize,
}

/// A notice that nobody has polled yet; lengths count from the front of the input.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Waiting {
    Request { len: usize },
    Content { len: usize },
    ContentEnd,
    Octets { len: usize },
    Aborted(Abort),
}

impl OriginServer {
    /// A server for a connection that just opened.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self {
            state: State::Idle,
            now: Duration::ZERO,
            deadline: Some(policy.timers.idle),
            input: Input::new(),
            output: Output::new(),
            reader: HeadReader::request(policy.limits),
            exchange: Exchange::unread(Method::Other),
            notice: None,
            lent: 0,
            policy,
        }
    }

    /// The choices that this server makes.
    #[must_use]
    pub const fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Where the connection stands.
    #[must_use]
    pub const fn state(&self) -> State {
        self.state
    }

    /// The latest time that the server was told.
    #[must_use]
    pub const fn now(&self) -> Duration {
        self.now
    }

    /// How many octets are held, in both directions.
    #[must_use]
    pub fn octets_held(&self) -> usize {
        self.input.len() + self.output.len()
    }

    /// Whether octets should be read from the transport. A caller that heeds this keeps the memory
    /// of the server bounded.
    #[must_use]
    pub fn reading(&self) -> Reading {
        let enough = self.input.len() >= self.policy.input_octets_max;
        if enough && self.state != State::Head { Reading::Paused } else { Reading::Wanted }
    }

    /// Takes octets that arrived.
    pub fn handle_octets(&mut self, octets: &[u8], now: Duration) {
        self.tick(now);
        if octets.is_empty() || self.input.end == InputEnd::Ended {
            return;
        }
        match self.state {
            State::Closed => {}
            State::Linger => self.step(Event::Octet),
            _ => {
                self.input.append(octets);
                self.advance();
            }
        }
    }

    /// Takes the end of what the client sends (FIN). It counts once all octets before it are read.
    pub fn handle_end(&mut self, now: Duration) {
        self.tick(now);
        self.input.end = InputEnd::Ended;
        self.advance();
    }

    /// Takes the news that the connection broke (RST). Nothing more goes out.
    pub fn handle_reset(&mut self, now: Duration) {
        self.tick(now);
        let aborts = self.owes_final();
        self.step(Event::Reset);
        self.output.abort();
        if aborts {
            self.notice = Some(Waiting::Aborted(Abort::Reset));
        }
    }

    /// Takes the news that it is `now`. Nothing happens before the time that `poll_timeout` names.
    pub fn handle_timeout(&mut self, now: Duration) {
        self.tick(now);
        if self.deadline.is_some_and(|deadline| deadline <= self.now) {
            self.expire();
            self.advance();
        }
    }

    /// When `handle_timeout` is to be called next.
    #[must_use]
    pub const fn poll_timeout(&self) -> Option<Duration> {
        self.deadline
    }

    /// The next notice to the application. What it lends is valid until the next call of anything.
    pub fn poll_notice(&mut self) -> Option<Notice<'_>> {
        self.advance();
        let waiting = self.notice.take()?;
        if let Waiting::Request { len } | Waiting::Content { len } | Waiting::Octets { len } =
            waiting
        {
            self.lent = len;
        }
        let lent = &self.input.octets()[..self.lent];
        Some(match waiting {
            Waiting::Request { .. } => {
                Notice::Request(Request::new(self.reader.head(), lent, &self.exchange))
            }
            Waiting::Content { .. } => Notice::Content(lent),
            Waiting::ContentEnd => Notice::ContentEnd,
            Waiting::Octets { .. } => Notice::Octets(lent),
            Waiting::Aborted(abort) => Notice::Aborted(abort),
        })
    }

    /// The next thing to do on the transport.
    pub fn poll_transmit(&mut self) -> Option<Transmit<'_>> {
        self.advance();
        self.output.poll()
    }

    pub(super) fn tick(&mut self, now: Duration) {
        self.now = self.now.max(now);
    }

    /// Whether the application owes a final response.
    pub(super) const fn owes_final(&self) -> bool {
        matches!(self.state, State::Due | State::Invited | State::Read | State::Full)
    }

    /// Moves to the next state and starts its timer.
    pub(super) fn step(&mut self, event: Event) {
        let from = self.state;
        self.state = next(from, event).expect("the machine raises only what its state allows");
        let progress = matches!(
            (self.state, event),
            (State::Read, Event::Content) | (State::Switched, Event::Octet)
        );
        if self.state != from || progress {
            self.restart_timer();
        }
        match self.state {
            State::Linger if from != State::Linger => self.output.shutdown_write(),
            State::Closed => self.output.close(),
            _ => return,
        }
        self.input.clear();
        self.lent = 0;
        self.notice = self.notice.filter(|it| matches!(it, Waiting::Aborted(_)));
    }

    pub(super) fn restart_timer(&mut self) {
        self.deadline = self.timer().map(|timer| self.now.saturating_add(timer));
    }

    fn timer(&self) -> Option<Duration> {
        let timers = &self.policy.timers;
        match self.state {
            State::Idle | State::Switched => Some(timers.idle),
            State::Head => Some(timers.head),
            State::Due => Some(timers.immediate),
            State::Invited | State::Read => Some(timers.content),
            State::Full => Some(timers.application),
            State::EarlyKeep if self.exchange.relay.is_streaming() => None,
            State::EarlyKeep => Some(timers.drain),
            State::Linger => Some(timers.linger),
            State::EarlyClose | State::Done | State::Closed => None,
        }
    }
}

//! The reference client: requests, octets, ends and timeouts in, notices and octets out.

use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::mem;
use core::time::Duration;

use expectspec_message::{HeadReader, Version};

use super::exchange::{Early, Exchange};
use super::input::{Input, InputEnd};
use super::link::{Link, Signal, Transmit, Writing};
use super::policy::Patience;
use super::stream::Stream;
use super::transition::next;
use super::{Event, Failure, Notice, Policy, Response, State, SubmitError};

/// A client of one origin server, without I/O and without clock: one connection at a time, one
/// exchange at a time.
///
/// [`submit`](Self::submit) takes a request. `handle_*` takes what the transport has, `poll_notice`
/// tells the user what came of the request, `poll_transmit` and `poll_timeout` tell the transport what
/// to do. After anything went in, the caller polls notices and transmits until there are none of
/// either, then waits for the transport or for the time that `poll_timeout` names. It writes octets
/// before it polls the next ones, and reads at the same time, so that the client hears of an early
/// final response while content goes out (RFC 9112 §9.5). When something went in while it writes, it
/// drops the rest if [`writing`](Self::writing) says so. If writing fails it goes on reading: the
/// final response may be on its way.
///
/// All times are durations since one moment before the first request. Octets go out at the latest
/// time that the client was told: who polls late calls `handle_timeout` before, which does no harm.
///
/// ```
/// use core::time::Duration;
/// use expectspec_engine::client::{Client, Content, Notice, Policy, Request, State, Transmit};
///
/// let mut client = Client::new(Policy::default());
/// let at = Duration::from_millis;
/// let request = Request::new("PUT", "/up", "a").with_content(Content::Length(b"hello".to_vec()));
/// client.submit(request, at(0)).unwrap();
/// assert_eq!(client.poll_transmit(), Some(Transmit::Open));
/// client.handle_connected(at(1));
/// let head = b"PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
/// assert_eq!(client.poll_transmit(), Some(Transmit::Octets(head)));
/// assert_eq!(client.poll_transmit(), None);
/// assert_eq!(client.state(), State::Wait);
///
/// client.handle_octets(b"HTTP/1.1 100 Continue\r\n\r\n", at(2));
/// assert_eq!(client.poll_notice(), Some(Notice::Interim(100)));
/// assert_eq!(client.poll_transmit(), Some(Transmit::Octets(b"hello")));
///
/// client.handle_octets(b"HTTP/1.1 204 No Content\r\n\r\n", at(3));
/// let Some(Notice::Response(response)) = client.poll_notice() else { panic!() };
/// assert_eq!((response.code, client.state()), (204, State::Idle));
/// ```
#[derive(Clone, Debug)]
pub struct Client {
    pub(super) policy: Policy,
    pub(super) state: State,
    pub(super) now: Duration,
    pub(super) deadline: Option<Duration>,
    pub(super) link: Link,
    pub(super) input: Input,
    pub(super) reader: HeadReader,
    pub(super) exchange: Exchange,
    pub(super) notices: VecDeque<Notice>,
    /// The interim responses to a relayed request, one for each such notice.
    pub(super) interims: VecDeque<Response>,
    /// The version of the last final response.
    pub(super) server_version: Option<Version>,
    /// The octets given out last.
    out: Vec<u8>,
    /// Octets of the protocol that the connection switched to.
    pub(super) switched: Vec<u8>,
}

impl Client {
    /// A client without a connection.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self {
            state: State::Closed,
            now: Duration::ZERO,
            deadline: None,
            link: Link::new(),
            input: Input::new(),
            reader: HeadReader::response(policy.limits),
            exchange: Exchange::none(),
            notices: VecDeque::new(),
            interims: VecDeque::new(),
            server_version: None,
            out: Vec::new(),
            switched: Vec::new(),
            policy,
        }
    }

    /// The choices that this client makes.
    #[must_use]
    pub const fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Where the client stands.
    #[must_use]
    pub const fn state(&self) -> State {
        self.state
    }

    /// The latest time that the client was told.
    #[must_use]
    pub const fn now(&self) -> Duration {
        self.now
    }

    /// How many octets are held, in both directions: what came and is not read, and what waits to go
    /// out. Content that the user gave counts where it is given piece by piece.
    #[must_use]
    pub fn octets_held(&self) -> usize {
        let streamed = self.exchange.content.stream().map_or(0, Stream::held);
        self.input.octets().len() + self.out.len() + self.switched.len() + streamed
    }

    /// Takes the news that the connection which `Transmit::Open` asked for is open.
    pub fn handle_connected(&mut self, now: Duration) {
        self.tick(now);
        if self.link.is_opening() {
            self.link.opened();
            self.begin_tunnel();
        }
    }

    /// Takes octets that arrived.
    pub fn handle_octets(&mut self, octets: &[u8], now: Duration) {
        self.tick(now);
        if octets.is_empty() || !self.link.is_open() || self.input.is_ended() {
            return;
        }
        self.input.append(octets);
        self.heed_progress();
        self.advance();
    }

    /// Takes the end of what the server sends (FIN). It counts once all octets before it are read.
    pub fn handle_end(&mut self, now: Duration) {
        self.tick(now);
        if self.link.is_opening() {
            self.fail(Event::End, Failure::NotConnected);
        } else if self.link.is_open() {
            self.input.end = InputEnd::Ended;
            self.advance();
        }
    }

    /// Takes the news that the connection broke (RST), or could not be opened.
    pub fn handle_reset(&mut self, now: Duration) {
        self.tick(now);
        if self.link.is_opening() {
            self.fail(Event::Reset, Failure::NotConnected);
        } else if self.link.is_open() {
            self.break_off();
        }
    }

    /// Takes the news that it is `now`. Nothing happens before the time that `poll_timeout` names.
    pub fn handle_timeout(&mut self, now: Duration) {
        self.tick(now);
        if self.deadline.is_some_and(|deadline| deadline <= self.now) {
            self.expire();
        }
    }

    /// When `handle_timeout` is to be called next.
    #[must_use]
    pub const fn poll_timeout(&self) -> Option<Duration> {
        self.deadline
    }

    /// The next notice to the user.
    pub fn poll_notice(&mut self) -> Option<Notice> {
        self.notices.pop_front()
    }

    /// The next thing to do on the transport. Octets are given once, and are valid until the next
    /// call of anything.
    pub fn poll_transmit(&mut self) -> Option<Transmit<'_>> {
        self.end_tunnel();
        if let Some(signal) = self.link.poll() {
            return Some(match signal {
                Signal::Open => Transmit::Open,
                Signal::ShutdownWrite => Transmit::ShutdownWrite,
                Signal::Close => Transmit::Close,
            });
        }
        let mut out = mem::take(&mut self.out);
        out.clear();
        match self.state {
            State::HeadOut if self.link.is_open() => self.flush_head(&mut out),
            State::Body => self.write_content(&mut out),
            State::Early if self.exchange.early == Early::Finish => self.write_content(&mut out),
            State::Switched => out.append(&mut self.switched),
            _ => {}
        }
        self.out = out;
        if self.out.is_empty() { None } else { Some(Transmit::Octets(&self.out)) }
    }

    /// Whether octets that were given out, and are not written yet, should still be written. A
    /// caller whose transport takes no more asks this whenever something went in.
    #[must_use]
    pub fn writing(&self) -> Writing {
        let stopped = self.state == State::Early && self.exchange.early == Early::Abort;
        if stopped || self.link.is_ending() { Writing::Dropped } else { Writing::Wanted }
    }

    /// Sends octets of the protocol that the connection switched to.
    ///
    /// # Errors
    /// When it did not.
    pub fn send_octets(&mut self, octets: &[u8], now: Duration) -> Result<(), SubmitError> {
        if self.state != State::Switched {
            return Err(SubmitError::NotSwitched);
        }
        self.tick(now);
        self.switched.extend_from_slice(octets);
        Ok(())
    }

    /// Closes the connection, whatever is going on.
    pub fn close(&mut self, now: Duration) {
        self.tick(now);
        let cancels = self.has_exchange();
        self.step(Event::Quit);
        if cancels {
            self.notices.push_back(Notice::Failed(Failure::Cancelled));
        }
    }

    pub(super) fn tick(&mut self, now: Duration) {
        self.now = self.now.max(now);
    }

    /// Whether the user waits for the outcome of a request.
    pub(super) const fn has_exchange(&self) -> bool {
        use State::*;
        match self.state {
            HeadOut | Wait | Body | Tail | Early | Resp | Done | Retry => true,
            Idle | Switched | Closed => false,
        }
    }

    /// Moves to the next state and starts its timer.
    pub(super) fn step(&mut self, event: Event) {
        let from = self.state;
        self.state = next(from, event).expect("the machine raises only what its state allows");
        if self.state != from {
            self.restart_timer();
        }
        match self.state {
            State::Closed => self.drop_connection(),
            State::Switched => self.notices.push_back(Notice::Switched),
            _ => {}
        }
    }

    /// Ends the connection; the next one begins anew.
    pub(super) fn drop_connection(&mut self) {
        self.link.close();
        self.input.reset();
        self.switched.clear();
    }

    /// Starts the timer again where every octet counts as progress.
    pub(super) fn heed_progress(&mut self) {
        use State::*;
        if matches!(self.state, Body | Tail | Early | Resp | Switched) {
            self.restart_timer();
        }
    }

    fn restart_timer(&mut self) {
        let deadline = self.timer().map(|timer| self.now.saturating_add(timer));
        self.deadline = match deadline {
            Some(deadline) if self.has_exchange() => Some(deadline.min(self.exchange.deadline)),
            _ => deadline,
        };
    }

    fn timer(&self) -> Option<Duration> {
        let timers = &self.policy.timers;
        match (self.state, self.exchange.early) {
            (State::Idle | State::Switched, _) => Some(timers.idle),
            (State::HeadOut, _) => Some(timers.connect),
            (State::Wait, _) => Some(match self.patience() {
                Patience::Bounded(patience) => patience,
                Patience::Endless => Duration::MAX,
            }),
            (State::Early, Early::Finish) => Some(timers.early),
            (State::Body | State::Tail | State::Early | State::Resp, _) => Some(timers.response),
            (State::Done | State::Retry | State::Closed, _) => None,
        }
    }
}

//! A whole user agent: requests performed one after another on one client.

use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::time::Duration;

use super::policy::Redirects;
use super::redirect::redirected;
use super::{Client, Notice, Outcome, Policy, Request, SubmitError, Transmit, Writing};

/// A [`Client`] that performs a list of requests, one after another, and notes what came of each. It
/// is driven by `handle_*` and `poll_*` alone, and closes its connection at the end.
///
/// It has one connection at a time, and as many after each other as it needs. It keeps no cookies,
/// stores nothing, and repeats no request with credentials: a 401 is an [`Outcome`] as others are.
///
/// After anything went in, and once at the beginning, the caller polls transmits until there are
/// none, then waits for the transport or for the time that `poll_timeout` names, until
/// [`is_done`](Self::is_done). While it writes, it reads too, as [`Client`] has it.
///
/// ```
/// use core::time::Duration;
/// use expectspec_engine::client::{Policy, ReferenceClient, Request, Transmit};
///
/// let requests = vec![Request::new("GET", "/", "a")];
/// let mut agent = ReferenceClient::new(Policy::default(), requests, Duration::ZERO).unwrap();
/// assert_eq!(agent.poll_transmit(), Some(Transmit::Open));
/// agent.handle_connected(Duration::ZERO);
/// let head = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n";
/// assert_eq!(agent.poll_transmit(), Some(Transmit::Octets(head)));
/// agent.handle_octets(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntag", Duration::ZERO);
/// assert_eq!(agent.poll_transmit(), Some(Transmit::Close));
/// assert_eq!(agent.outcomes()[0].result, Ok(200));
/// assert!(agent.is_done());
/// ```
#[derive(Clone, Debug)]
pub struct ReferenceClient {
    client: Client,
    waiting: VecDeque<Request>,
    stage: Stage,
    /// The request that is going on, if redirections may change it.
    current: Option<Request>,
    /// A redirection that may be followed: status code and location.
    location: Option<(u16, Vec<u8>)>,
    outcome: Outcome,
    outcomes: Vec<Outcome>,
    pause: Duration,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stage {
    /// The next request may begin.
    Ready,
    /// A request is going on.
    Busy,
    /// The next request begins then.
    Pausing(Duration),
    Done,
}

impl ReferenceClient {
    /// An agent that will perform these requests, and rest for `pause` after each.
    ///
    /// # Errors
    /// When one of the requests can't be sent.
    pub fn new(
        policy: Policy,
        requests: Vec<Request>,
        pause: Duration,
    ) -> Result<Self, SubmitError> {
        requests.iter().try_for_each(Request::check)?;
        Ok(Self {
            client: Client::new(policy),
            waiting: requests.into(),
            stage: Stage::Ready,
            current: None,
            location: None,
            outcome: Outcome::none(),
            outcomes: Vec::new(),
            pause,
        })
    }

    /// The client within.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// What came of the requests that are over, in their order.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// The same, when no more is wanted of the agent.
    #[must_use]
    pub fn into_outcomes(self) -> Vec<Outcome> {
        self.outcomes
    }

    /// Whether all requests are over and the connection was told to close.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    /// Takes the news that the connection which `Transmit::Open` asked for is open.
    pub fn handle_connected(&mut self, now: Duration) {
        self.client.handle_connected(now);
        self.serve();
    }

    /// Takes octets that arrived.
    pub fn handle_octets(&mut self, octets: &[u8], now: Duration) {
        self.client.handle_octets(octets, now);
        self.serve();
    }

    /// Takes the end of what the server sends (FIN).
    pub fn handle_end(&mut self, now: Duration) {
        self.client.handle_end(now);
        self.serve();
    }

    /// Takes the news that the connection broke (RST), or could not be opened.
    pub fn handle_reset(&mut self, now: Duration) {
        self.client.handle_reset(now);
        self.serve();
    }

    /// Takes the news that it is `now`.
    pub fn handle_timeout(&mut self, now: Duration) {
        self.client.handle_timeout(now);
        self.serve();
    }

    /// When `handle_timeout` is to be called next.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Duration> {
        match (self.client.poll_timeout(), self.stage) {
            (Some(client), Stage::Pausing(until)) => Some(client.min(until)),
            (None, Stage::Pausing(until)) => Some(until),
            (client, Stage::Ready | Stage::Busy | Stage::Done) => client,
        }
    }

    /// The next thing to do on the transport. Octets are given once, and are valid until the next
    /// call of anything.
    pub fn poll_transmit(&mut self) -> Option<Transmit<'_>> {
        self.serve();
        self.client.poll_transmit()
    }

    /// Whether octets that were given out, and are not written yet, should still be written.
    #[must_use]
    pub fn writing(&self) -> Writing {
        self.client.writing()
    }

    /// Hears what the client has to say, and begins the next request when it is time.
    fn serve(&mut self) {
        loop {
            while let Some(notice) = self.client.poll_notice() {
                self.handle_notice(notice);
            }
            let now = self.client.now();
            match self.stage {
                Stage::Ready => self.begin_next(now),
                Stage::Pausing(until) if until <= now => self.stage = Stage::Ready,
                Stage::Pausing(_) | Stage::Busy | Stage::Done => return,
            }
        }
    }

    fn begin_next(&mut self, now: Duration) {
        match self.waiting.pop_front() {
            Some(request) => self.submit(request, now),
            None => {
                self.client.close(now);
                self.stage = Stage::Done;
            }
        }
    }

    fn submit(&mut self, request: Request, now: Duration) {
        self.current = match self.client.policy().redirects {
            Redirects::Deliver => None,
            Redirects::Follow { .. } => Some(request.clone()),
        };
        self.location = None;
        self.outcome.attempts += 1;
        self.client.submit(request, now).expect("checked requests one after another can be sent");
        self.stage = Stage::Busy;
    }

    fn handle_notice(&mut self, notice: Notice) {
        match notice {
            Notice::Interim(code) => self.outcome.interims.push(code),
            Notice::Repeated(_) => self.outcome.attempts += 1,
            Notice::Response(response) => {
                self.outcome.result = Ok(response.code);
                let location = response.values(b"location").next();
                self.location = location.map(|it| (response.code, it.to_vec()));
                self.outcome.response = Some(response);
            }
            Notice::Content(octets) => self.outcome.add_content(&octets),
            Notice::Complete => match self.redirection() {
                Some(request) => {
                    self.outcome.redirects += 1;
                    self.outcome.forget_response();
                    self.submit(request, self.client.now());
                }
                None => self.finish(),
            },
            Notice::Failed(failure) => {
                self.outcome.result = Err(failure);
                self.finish();
            }
            Notice::Switched => {
                self.outcome.result = Ok(101);
                self.client.close(self.client.now());
                self.finish();
            }
            Notice::Octets(_) => {}
        }
    }

    fn redirection(&self) -> Option<Request> {
        let Redirects::Follow { max } = self.client.policy().redirects else { return None };
        let (code, location) = self.location.as_ref()?;
        let follows = self.outcome.redirects < max;
        follows.then(|| redirected(self.current.as_ref()?, *code, location)).flatten()
    }

    fn finish(&mut self) {
        self.outcomes.push(core::mem::replace(&mut self.outcome, Outcome::none()));
        self.stage = Stage::Pausing(self.client.now().saturating_add(self.pause));
    }
}

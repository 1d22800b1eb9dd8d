//! The server's side of the reference client's connections, as a test plays it.

use std::time::Duration;

use expectspec_engine::client::{
    Content, Outcome, Policy, ReferenceClient, Request, State, Transmit,
};

/// A reference client at a time that only the test moves. Connections open at once.
pub(crate) struct Server {
    pub(crate) agent: ReferenceClient,
    pub(crate) now: Duration,
}

impl Server {
    /// The server, and what the client sends first.
    pub(crate) fn meet(policy: Policy, requests: &[Request]) -> (Self, String) {
        let mut server = Self::new(policy, requests);
        let first = server.receive();
        (server, first)
    }

    pub(crate) fn new(policy: Policy, requests: &[Request]) -> Self {
        let agent = ReferenceClient::new(policy, requests.to_vec(), Duration::ZERO);
        Self { agent: agent.expect("requests of tests can be sent"), now: Duration::ZERO }
    }

    /// Sends octets and gives what comes back; `[open]`, `[FIN]` and `[close]` are no octets.
    pub(crate) fn send(&mut self, octets: &str) -> String {
        self.send_octets(octets.as_bytes());
        self.receive()
    }

    pub(crate) fn send_octets(&mut self, octets: &[u8]) {
        self.agent.handle_octets(octets, self.now);
    }

    pub(crate) fn end(&mut self) -> String {
        self.agent.handle_end(self.now);
        self.receive()
    }

    pub(crate) fn reset(&mut self) -> String {
        self.agent.handle_reset(self.now);
        self.receive()
    }

    /// Lets time pass, firing every timer on the way.
    pub(crate) fn wait(&mut self, ms: u64) -> String {
        let until = self.now + Duration::from_millis(ms);
        let mut received = String::new();
        while let Some(deadline) = self.agent.poll_timeout().filter(|&it| it <= until) {
            self.now = self.now.max(deadline);
            self.agent.handle_timeout(self.now);
            received += &self.receive();
        }
        self.now = until;
        received
    }

    pub(crate) fn receive(&mut self) -> String {
        let mut received = String::new();
        while let Some(text) = self.receive_once() {
            received += &text;
        }
        received
    }

    /// What one poll gives.
    pub(crate) fn receive_once(&mut self) -> Option<String> {
        let (text, opens) = match self.agent.poll_transmit()? {
            Transmit::Open => ("[open]".to_owned(), true),
            Transmit::Octets(octets) => (String::from_utf8_lossy(octets).into_owned(), false),
            Transmit::ShutdownWrite => ("[FIN]".to_owned(), false),
            Transmit::Close => ("[close]".to_owned(), false),
        };
        if opens {
            self.agent.handle_connected(self.now);
        }
        Some(text)
    }

    pub(crate) fn state(&self) -> State {
        self.agent.client().state()
    }

    pub(crate) fn outcomes(&self) -> &[Outcome] {
        self.agent.outcomes()
    }

    /// The one outcome that there is.
    pub(crate) fn outcome(&self) -> &Outcome {
        assert_eq!(self.outcomes().len(), 1, "one request is over");
        &self.outcomes()[0]
    }
}

/// PUT with the content `hello`.
pub(crate) fn put() -> Request {
    Request::new("PUT", "/up", "a").with_content(Content::Length(b"hello".to_vec()))
}

/// POST with the content `hello` in two chunks.
pub(crate) fn chunked() -> Request {
    let pieces = vec![b"hel".to_vec(), b"lo".to_vec()];
    Request::new("POST", "/up", "a").with_content(Content::Chunked(pieces))
}

pub(crate) fn get() -> Request {
    Request::new("GET", "/next", "a")
}

pub(crate) const EXPECTING: &str =
    "PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";

/// [`put`] without the expectation.
pub(crate) const PLAIN: &str = "PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n";

pub(crate) const CHUNKED: &str =
    "POST /up HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n";

pub(crate) const CHUNKS: &str = "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";

pub(crate) const GET: &str = "GET /next HTTP/1.1\r\nHost: a\r\n\r\n";

pub(crate) const CONTINUE: &str = "HTTP/1.1 100 Continue\r\n\r\n";

pub(crate) const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntag";

pub(crate) const FAILED: &str = "HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n";

/// An early final response after which the connection persists.
pub(crate) const REFUSED: &str = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 3\r\n\r\ntag";

pub(crate) const REFUSED_AND_CLOSED: &str =
    "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 3\r\n\r\ntag";

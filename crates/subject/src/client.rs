//! The adapter trait for clients.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use expectspec_judge::Said;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::{Clock, Connection, SubjectError};

/// The future of a client that is being started.
pub type Starting<'a> = Pin<Box<dyn Future<Output = Result<Session, SubjectError>> + Send + 'a>>;

/// A client under test: something that makes requests to us when it is told to.
///
/// To test an implementation of your own in process, wrap it in
/// [`ClientInProcess`](crate::ClientInProcess); a program is a [`Program`](crate::Program).
pub trait Client: Send + Sync {
    /// Starts the client with one job.
    ///
    /// # Errors
    /// When it can't be started; that is the harness's trouble, not a deviation.
    fn start(&self, job: Job) -> Starting<'_>;

    /// What the subject is, for people: a command, or words.
    fn name(&self) -> String;

    /// What goes into the transcript's heading, such as `h1/tcp`.
    fn transport(&self) -> &'static str;

    /// Which clock runs while this subject is tested.
    fn clock(&self) -> Clock;

    /// Whether the client can be told this, or tells it.
    fn can(&self, ability: Ability) -> bool;

    /// Whether we can reset a connection so that the client sees more than an orderly end.
    fn sees_resets(&self) -> bool {
        self.clock() == Clock::Real
    }

    /// What went wrong between us and the subject since it was made, so that nothing it seems to have
    /// done since then is worth anything.
    fn trouble(&self) -> Option<SubjectError> {
        None
    }
}

/// What a client does when it is told to, beyond sending content of known length.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Ability {
    /// It uses the method that it is told.
    Method,
    /// It makes several requests, one after another, as one client.
    Requests,
    /// It sends content whose length it does not know.
    UnknownLength,
    /// It tells the status codes of the responses that it delivers.
    Tells,
    /// It follows redirections.
    Redirects,
    /// It has credentials and sends them when asked.
    Credentials,
}

impl Ability {
    /// Every ability.
    pub const ALL: [Self; 6] = [
        Self::Method,
        Self::Requests,
        Self::UnknownLength,
        Self::Tells,
        Self::Redirects,
        Self::Credentials,
    ];

    /// The word on a command line and in a subject file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Method => "method",
            Self::Requests => "requests",
            Self::UnknownLength => "unknown-length",
            Self::Tells => "tells",
            Self::Redirects => "redirects",
            Self::Credentials => "credentials",
        }
    }

    /// The ability with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ability| ability.name() == name)
    }
}

/// What a client is told to do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Job {
    /// The method; `None` for the one that the client uploads with.
    pub method: Option<String>,
    /// The request-target, in origin-form.
    pub target: String,
    /// The content of each request.
    pub content: Content,
    /// How many requests, one after another.
    pub requests: u8,
}

/// Content that a client is told to send: so many times the octet `a`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Content {
    /// None.
    None,
    /// This many octets, length known.
    Known(usize),
    /// This many octets; the client must not learn how many before it sends the head.
    Unknown(usize),
}

impl Content {
    /// How many octets.
    #[must_use]
    pub const fn octets(self) -> usize {
        match self {
            Self::None => 0,
            Self::Known(octets) | Self::Unknown(octets) => octets,
        }
    }
}

/// A client at work. When this is dropped, the client is stopped, with all that it started.
#[derive(Debug)]
pub struct Session {
    connections: mpsc::Receiver<Connection>,
    said: mpsc::Receiver<Said>,
    task: JoinHandle<()>,
}

/// Connections that were opened and not yet taken; a client that opens more has to wait.
const BACKLOG: usize = 16;

/// The other end of a [`Session`].
#[derive(Debug)]
pub(crate) struct Teller {
    pub(crate) connections: mpsc::Sender<Connection>,
    pub(crate) said: mpsc::Sender<Said>,
}

impl Session {
    /// The session of what `work` does on the runtime at hand.
    pub(crate) fn of<W>(work: impl FnOnce(Teller) -> W) -> Self
    where
        W: Future<Output = ()> + Send + 'static,
    {
        let (connected, connections) = mpsc::channel(BACKLOG);
        let (told, said) = mpsc::channel(BACKLOG);
        let task = tokio::spawn(work(Teller { connections: connected, said: told }));
        Self { connections, said, task }
    }

    /// The next connection that the client opens; `None` if it opens no more.
    pub fn poll_connection(&mut self, context: &mut Context<'_>) -> Poll<Option<Connection>> {
        self.connections.poll_recv(context)
    }

    /// What the client tells its user next; `None` when it is done.
    pub fn poll_said(&mut self, context: &mut Context<'_>) -> Poll<Option<Said>> {
        self.said.poll_recv(context)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.task.abort();
    }
}

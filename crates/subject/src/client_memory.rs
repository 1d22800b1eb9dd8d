//! A client in this process, over in-memory streams, on a paused clock.

use core::future::{Future, ready};
use std::io;

use expectspec_engine::ReferenceClient;
use expectspec_engine::client::{Content as RequestContent, Policy, Redirects, Request};
use expectspec_judge::Said;
use tokio::io::DuplexStream;
use tokio::sync::mpsc;

use crate::client::{Session, Starting};
use crate::{Ability, Client, ClientMachine, Clock, Connection, Content, Job, drive_client};

/// What an in-memory stream holds of octets that the other end has not read yet.
const BUFFER_OCTETS: usize = 64 * 1024;
/// Content of unknown length is sent in chunks of this size.
const CHUNK_OCTETS: usize = 16 * 1024;

/// Opens connections to the tester's origin server.
#[derive(Clone, Debug)]
pub struct Connector {
    connections: mpsc::Sender<Connection>,
}

impl Connector {
    pub(crate) const fn to(connections: mpsc::Sender<Connection>) -> Self {
        Self { connections }
    }

    /// A new connection.
    ///
    /// # Errors
    /// When the tester takes no more connections.
    pub async fn connect(&self) -> io::Result<DuplexStream> {
        let (ours, theirs) = tokio::io::duplex(BUFFER_OCTETS);
        let gone = |_| io::Error::from(io::ErrorKind::ConnectionRefused);
        self.connections.send(Connection::Memory(ours)).await.map_err(gone)?;
        Ok(theirs)
    }
}

/// A client that is a function from a connector and a job to a future of what it tells its user, a
/// word for each request. It works on a paused clock, so that waiting costs nothing and every run
/// is the same.
///
/// ```
/// use expectspec_judge::Said;
/// use expectspec_subject::{Ability, ClientInProcess};
/// use tokio::io::AsyncWriteExt;
///
/// let subject = ClientInProcess::new("careless", &[Ability::Tells], |connector, job| async move {
///     let Ok(mut io) = connector.connect().await else { return vec![Said::Failure] };
///     let head = format!("GET {} HTTP/1.1\r\nHost: origin\r\n\r\n", job.target);
///     io.write_all(head.as_bytes()).await.ok();
///     vec![Said::Status(200)]
/// });
/// # let _ = subject;
/// ```
#[derive(Clone, Debug)]
pub struct ClientInProcess<F> {
    name: String,
    abilities: &'static [Ability],
    perform: F,
}

impl<F> ClientInProcess<F> {
    /// The client that `perform` makes of each job, with these abilities.
    pub fn new<S>(name: &str, abilities: &'static [Ability], perform: F) -> Self
    where
        F: Fn(Connector, Job) -> S + Send + Sync,
        S: Future<Output = Vec<Said>> + Send + 'static,
    {
        Self { name: name.to_owned(), abilities, perform }
    }
}

impl<F, S> Client for ClientInProcess<F>
where
    F: Fn(Connector, Job) -> S + Send + Sync,
    S: Future<Output = Vec<Said>> + Send + 'static,
{
    fn start(&self, job: Job) -> Starting<'_> {
        let session = Session::of(|teller| {
            let performed = (self.perform)(Connector { connections: teller.connections }, job);
            async move {
                for said in performed.await {
                    // The tester may have left.
                    teller.said.send(said).await.ok();
                }
            }
        });
        Box::pin(ready(Ok(session)))
    }

    fn name(&self) -> String {
        self.name.clone()
    }

    fn transport(&self) -> &'static str {
        "h1/memory"
    }

    fn clock(&self) -> Clock {
        Clock::Virtual
    }

    fn can(&self, ability: Ability) -> bool {
        self.abilities.contains(&ability)
    }
}

/// What the reference client can be told, and tells; redirections only under a policy that
/// follows them.
pub const REFERENCE_ABILITIES: &[Ability] = &[
    Ability::Method,
    Ability::Requests,
    Ability::UnknownLength,
    Ability::Tells,
    Ability::Redirects,
];

/// The requests that a job stands for.
#[must_use]
pub fn requests(job: &Job, host: &str) -> Vec<Request> {
    let method = job.method.as_deref().unwrap_or("PUT");
    let content = match job.content {
        Content::None => RequestContent::None,
        Content::Known(octets) => RequestContent::Length(vec![b'a'; octets]),
        Content::Unknown(octets) => {
            let whole = vec![b'a'; octets];
            RequestContent::Chunked(whole.chunks(CHUNK_OCTETS).map(<[u8]>::to_vec).collect())
        }
    };
    let mut request = Request::new(method, &job.target, host).with_content(content);
    if method == "OPTIONS" && job.content.octets() > 0 {
        // RFC 9110 §9.3.7.
        request = request.with_field("Content-Type", b"text/plain");
    }
    vec![request; usize::from(job.requests)]
}

/// Performs a job with the reference client under `policy`.
pub async fn perform(connector: Connector, job: Job, policy: Policy) -> Vec<Said> {
    match ReferenceClient::new(policy, requests(&job, "origin"), core::time::Duration::ZERO) {
        Ok(client) => perform_with(connector, client).await,
        Err(_) => vec![Said::Failure],
    }
}

/// Performs what a machine has to perform.
pub async fn perform_with<M: ClientMachine>(connector: Connector, mut machine: M) -> Vec<Said> {
    drive_client(&mut machine, || connector.connect()).await;
    machine.said()
}

/// The reference client under `policy`, in process.
#[must_use]
pub fn reference_client(name: &str, policy: &Policy) -> std::sync::Arc<dyn Client> {
    let follows = matches!(policy.redirects, Redirects::Follow { .. });
    let abilities = if follows { REFERENCE_ABILITIES } else { &REFERENCE_ABILITIES[..4] };
    let policy = policy.clone();
    let perform = move |connector, job| perform(connector, job, policy.clone());
    std::sync::Arc::new(ClientInProcess::new(name, abilities, perform))
}

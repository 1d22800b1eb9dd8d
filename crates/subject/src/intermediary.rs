//! The adapter trait for intermediaries.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::sync::Arc;

use expectspec_requirements::Form;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::{Clock, Connection, Server, SubjectError};

/// The future of a [`Passage`] that is being opened.
pub type Entering<'a> = Pin<Box<dyn Future<Output = Result<Passage, SubjectError>> + Send + 'a>>;

/// An intermediary under test: on its outbound side our clients connect to it, on its inbound side it
/// connects to our origin server.
///
/// One that runs by itself is an [`InFront`](crate::InFront); to test an implementation of your own in
/// process, wrap it in [`IntermediaryInProcess`](crate::IntermediaryInProcess).
pub trait Intermediary: Send + Sync {
    /// Opens the way through for one case: of the connections toward the origin server those whose
    /// first request has `nonce` in its target.
    ///
    /// # Errors
    /// When the way can't be opened; that is the harness's trouble, not a deviation.
    fn enter(&self, nonce: &str) -> Entering<'_>;

    /// Where the subject is, for people: an address, or words.
    fn address(&self) -> String;

    /// What goes into the transcript's heading, such as `h1/tcp`.
    fn transport(&self) -> &'static str;

    /// Which clock runs while this subject is tested.
    fn clock(&self) -> Clock;

    /// What its user declares it to be: the duties of a gateway and of a proxy differ.
    fn form(&self) -> Form;

    /// Whether a reset can be told from an orderly end of a connection.
    fn tells_resets(&self) -> bool {
        self.clock() == Clock::Real
    }
}

/// The way through an intermediary for one case. When it is dropped, nothing more comes.
#[derive(Debug)]
pub struct Passage {
    front: Front,
    inbound: mpsc::Receiver<Connection>,
    /// What has to end with the passage.
    work: Option<JoinHandle<()>>,
}

/// Where clients connect to.
struct Front(Arc<dyn Server>);

impl core::fmt::Debug for Front {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.0.address())
    }
}

impl Passage {
    /// A passage whose clients connect to `front`, and whose connections to the origin server arrive
    /// at `inbound`; `work` is aborted at its end.
    pub(crate) fn new(
        front: Arc<dyn Server>,
        inbound: mpsc::Receiver<Connection>,
        work: Option<JoinHandle<()>>,
    ) -> Self {
        Self { front: Front(front), inbound, work }
    }

    /// Opens a connection of a client.
    ///
    /// # Errors
    /// When the subject can't be reached.
    pub async fn connect(&self) -> Result<Connection, SubjectError> {
        self.front.0.connect().await
    }

    /// The next connection toward the origin server; `None` if there will be none.
    pub fn poll_inbound(&mut self, context: &mut Context<'_>) -> Poll<Option<Connection>> {
        self.inbound.poll_recv(context)
    }
}

impl Drop for Passage {
    fn drop(&mut self) {
        if let Some(work) = &self.work {
            work.abort();
        }
    }
}

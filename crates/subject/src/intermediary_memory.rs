//! An intermediary in this process, over in-memory streams, on a paused clock.

use core::future::{Future, ready};
use std::sync::Arc;

use expectspec_requirements::Form;
use tokio::io::DuplexStream;
use tokio::sync::mpsc;

use crate::{
    Clock, Connecting, Connection, Connector, Entering, Intermediary, Passage, Server, SubjectError,
};

/// What an in-memory stream holds of octets that the other end has not read yet.
const BUFFER_OCTETS: usize = 64 * 1024;
/// Connections that were opened and not yet taken.
const BACKLOG: usize = 64;

/// An intermediary that is a function from the connections of its clients, and a connector to the
/// origin server, to a future. It begins anew for each case, on a paused clock, so that waiting costs
/// nothing and every run is the same.
///
/// ```
/// use expectspec_requirements::Form;
/// use expectspec_subject::IntermediaryInProcess;
///
/// let subject =
///     IntermediaryInProcess::new("cable", Form::Gateway, |mut clients, origin| async move {
///         while let Some(mut client) = clients.recv().await {
///             let Ok(mut inbound) = origin.connect().await else { return };
///             tokio::io::copy_bidirectional(&mut client, &mut inbound).await.ok();
///         }
///     });
/// # let _ = subject;
/// ```
#[derive(Clone, Debug)]
pub struct IntermediaryInProcess<F> {
    name: String,
    form: Form,
    pass_on: F,
}

impl<F> IntermediaryInProcess<F> {
    /// The intermediary that `pass_on` makes, declared to be of this form.
    pub fn new<S>(name: &str, form: Form, pass_on: F) -> Self
    where
        F: Fn(mpsc::Receiver<DuplexStream>, Connector) -> S + Send + Sync,
        S: Future<Output = ()> + Send + 'static,
    {
        Self { name: name.to_owned(), form, pass_on }
    }
}

impl<F, S> Intermediary for IntermediaryInProcess<F>
where
    F: Fn(mpsc::Receiver<DuplexStream>, Connector) -> S + Send + Sync,
    S: Future<Output = ()> + Send + 'static,
{
    fn enter(&self, _nonce: &str) -> Entering<'_> {
        let (connected, inbound) = mpsc::channel(BACKLOG);
        let (clients, accepted) = mpsc::channel(BACKLOG);
        let work = tokio::spawn((self.pass_on)(accepted, Connector::to(connected)));
        let front = Entrance { name: self.name.clone(), clients };
        Box::pin(ready(Ok(Passage::new(Arc::new(front), inbound, Some(work)))))
    }

    fn address(&self) -> String {
        self.name.clone()
    }

    fn transport(&self) -> &'static str {
        "h1/memory"
    }

    fn clock(&self) -> Clock {
        Clock::Virtual
    }

    fn form(&self) -> Form {
        self.form
    }
}

/// Where the clients of an intermediary in this process connect to.
struct Entrance {
    name: String,
    clients: mpsc::Sender<DuplexStream>,
}

impl Server for Entrance {
    fn connect(&self) -> Connecting<'_> {
        Box::pin(async move {
            let (ours, theirs) = tokio::io::duplex(BUFFER_OCTETS);
            let gone = |_| SubjectError::Connect {
                address: self.name.clone(),
                error: std::io::ErrorKind::ConnectionRefused.into(),
            };
            self.clients.send(theirs).await.map_err(gone)?;
            Ok(Connection::Memory(ours))
        })
    }

    fn address(&self) -> String {
        self.name.clone()
    }

    fn transport(&self) -> &'static str {
        "h1/memory"
    }

    fn clock(&self) -> Clock {
        Clock::Virtual
    }
}

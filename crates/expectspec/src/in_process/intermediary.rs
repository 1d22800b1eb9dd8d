//! An intermediary that is a function from a client's stream and a connector to a future.

use core::future::Future;
use std::io;
use std::sync::Arc;

use expectspec_requirements::Form;
use expectspec_subject::{Connector, IntermediaryInProcess};
use tokio::io::DuplexStream;
use tokio::sync::mpsc::Receiver;

use crate::diagnosis::{Diagnosis, Noticed};
use crate::{Stream, Suite};

/// Opens connections to the origin server behind an intermediary.
#[derive(Clone, Debug)]
pub struct Connect {
    connector: Connector,
    diagnosis: Arc<Diagnosis>,
}

impl Connect {
    /// A new connection to the origin server.
    ///
    /// # Errors
    /// When the case is over.
    pub async fn connect(&self) -> io::Result<Stream> {
        self.connector.connect().await.map(|io| Stream::new(io, &self.diagnosis))
    }
}

/// A suite for the intermediary of this form that `pass_on` makes of each client's connection. Waiting
/// costs nothing, since the clock is paused; [the crate's documentation](crate#in-process) says what
/// works there.
///
/// One that keeps connections to the origin server for several clients is an
/// [`IntermediaryInProcess`](crate::IntermediaryInProcess).
pub fn intermediary_in_process<F, S>(form: Form, pass_on: F) -> Suite
where
    F: Fn(Stream, Connect) -> S + Send + Sync + 'static,
    S: Future + Send + 'static,
{
    let diagnosis = Arc::new(Diagnosis::default());
    let (noticed, pass_on) = (Arc::clone(&diagnosis), Arc::new(pass_on));
    let accept = move |mut clients: Receiver<DuplexStream>, connector: Connector| {
        let (diagnosis, pass_on) = (Arc::clone(&noticed), Arc::clone(&pass_on));
        async move {
            while let Some(client) = clients.recv().await {
                let connect =
                    Connect { connector: connector.clone(), diagnosis: Arc::clone(&diagnosis) };
                let passed_on = pass_on(Stream::new(client, &diagnosis), connect);
                let passed_on = Noticed::new(passed_on, &diagnosis);
                tokio::spawn(async move {
                    // Whatever it gives, the connections have told all there is to know.
                    drop(passed_on.await);
                });
            }
        }
    };
    crate::intermediary(IntermediaryInProcess::new("in-process", form, accept))
        .with_diagnosis(diagnosis)
}

//! A client that is a function from a stream and a request to a future.

use core::future::Future;
use std::sync::Arc;

use expectspec_judge::Said;
use expectspec_subject::{Ability, ClientInProcess};

use crate::diagnosis::{Diagnosis, Noticed};
use crate::{Answer, Request, Stream, Suite};

/// A suite for the client that `send` is: it makes one request on the stream, and gives the status code
/// that its user is told, or an error. Waiting costs nothing, since the clock is paused;
/// [the crate's documentation](crate#in-process) says what works there.
///
/// It has to use the method of the request. What else it can do, say with [`Suite::can`]. One that opens
/// connections itself, or makes several requests on one, is a [`ClientInProcess`](crate::ClientInProcess).
///
/// ```no_run
/// use std::process::ExitCode;
///
/// use expectspec::{Ability, Request, Stream};
///
/// # async fn send(_: Stream, _: Request) -> std::io::Result<u16> { Ok(200) }
/// fn main() -> ExitCode {
///     expectspec::client_in_process(|io, request| send(io, request))
///         .can(Ability::UnknownLength)
///         .main()
/// }
/// ```
pub fn client_in_process<F, S>(send: F) -> Suite
where
    F: Fn(Stream, Request) -> S + Send + Sync + 'static,
    S: Future + Send + 'static,
    S::Output: Answer,
{
    client_suite(move |io, request| {
        let sent = send(io, request);
        async move { sent.await.said() }
    })
}

pub(crate) fn client_suite<F, S>(send: F) -> Suite
where
    F: Fn(Stream, Request) -> S + Send + Sync + 'static,
    S: Future<Output = Said> + Send + 'static,
{
    let diagnosis = Arc::new(Diagnosis::default());
    let (noticed, send) = (Arc::clone(&diagnosis), Arc::new(send));
    let perform = move |connector: expectspec_subject::Connector, job| {
        let (noticed, send) = (Arc::clone(&noticed), Arc::clone(&send));
        async move {
            let Ok(io) = connector.connect().await else { return vec![Said::Failure] };
            let sent = send(Stream::new(io, &noticed), Request::of(job));
            // A panic is no answer.
            vec![Noticed::new(sent, &noticed).await.unwrap_or(Said::Failure)]
        }
    };
    let abilities = &[Ability::Method, Ability::Tells];
    crate::client(ClientInProcess::new("in-process", abilities, perform)).with_diagnosis(diagnosis)
}

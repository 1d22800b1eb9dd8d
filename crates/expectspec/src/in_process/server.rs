//! A server that is a function from a stream to a future.

use core::future::Future;
use std::sync::Arc;

use expectspec_subject::InProcess;

use crate::diagnosis::{Diagnosis, Noticed};
use crate::{Stream, Suite};

/// A suite for the server that `serve` makes of each connection. Waiting costs nothing, since the clock
/// is paused; [the crate's documentation](crate#in-process) says what works there.
///
/// The server should answer a GET, and a POST with content by a 2xx response.
///
/// ```no_run
/// use std::process::ExitCode;
///
/// # async fn serve_connection(_: expectspec::Stream) -> std::io::Result<()> { Ok(()) }
/// fn main() -> ExitCode {
///     expectspec::server_in_process(|io| serve_connection(io)).path("/upload").main()
/// }
/// ```
pub fn server_in_process<F, S>(serve: F) -> Suite
where
    F: Fn(Stream) -> S + Send + Sync + 'static,
    S: Future + Send + 'static,
{
    let diagnosis = Arc::new(Diagnosis::default());
    let noticed = Arc::clone(&diagnosis);
    let serve = move |io| {
        let served = Noticed::new(serve(Stream::new(io, &noticed)), &noticed);
        async move {
            // Whatever it gives, the connection has told all there is to know.
            drop(served.await);
        }
    };
    crate::server(InProcess::new("in-process", serve)).with_diagnosis(diagnosis)
}

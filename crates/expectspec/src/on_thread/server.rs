//! A server on a thread.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, OnceLock};
use std::thread;

use expectspec_subject::{Clock, Connecting, Server, SubjectError, Tcp};

use crate::Suite;

/// A suite for a server that accepts connections from a listener, on a thread of its own, until the test
/// process ends. It may block, and may have any runtime. Nothing is started before the first case.
///
/// Real time passes here: a case that makes sure of silence takes as long as it says, though all wait
/// together.
///
/// ```no_run
/// # use std::process::ExitCode;
/// fn main() -> ExitCode {
///     expectspec::server_on_thread(|listener| {
///         for stream in listener.incoming() {
///             // …
///             # let _ = stream;
///         }
///     })
///     .main()
/// }
/// ```
pub fn server_on_thread<F>(serve: F) -> Suite
where
    F: Fn(TcpListener) + Send + Sync + 'static,
{
    crate::server(OnThread { serve: Arc::new(serve), address: OnceLock::new() })
}

struct OnThread<F> {
    serve: Arc<F>,
    /// Where it listens, once it does, or why it does not.
    address: OnceLock<Result<SocketAddr, io::ErrorKind>>,
}

impl<F: Fn(TcpListener) + Send + Sync + 'static> OnThread<F> {
    fn start(&self) -> io::Result<SocketAddr> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let serve = Arc::clone(&self.serve);
        thread::Builder::new().name("subject".to_owned()).spawn(move || serve(listener))?;
        Ok(address)
    }
}

impl<F: Fn(TcpListener) + Send + Sync + 'static> Server for OnThread<F> {
    fn connect(&self) -> Connecting<'_> {
        let started = self.address.get_or_init(|| self.start().map_err(|error| error.kind()));
        Box::pin(async move {
            let failed = |kind: io::ErrorKind| SubjectError::Start {
                command: self.address(),
                error: kind.into(),
            };
            Tcp::new((*started).map_err(failed)?).connect().await
        })
    }

    fn address(&self) -> String {
        "on-thread".to_owned()
    }

    fn transport(&self) -> &'static str {
        "h1/tcp"
    }

    fn clock(&self) -> Clock {
        Clock::Real
    }
}

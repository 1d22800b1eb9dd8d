//! A server in this process, over in-memory streams, on a paused clock.

use core::future::Future;

use tokio::io::DuplexStream;

use crate::{Clock, Connecting, Connection, Server};

/// What an in-memory stream holds of octets that the other end has not read yet.
const BUFFER_OCTETS: usize = 64 * 1024;

/// A server that is a function from a stream to a future. Each connection gets a task of its own on
/// a paused clock, so that waiting costs nothing and every run is the same.
///
/// ```
/// use expectspec_subject::InProcess;
/// use tokio::io::AsyncWriteExt;
///
/// let subject = InProcess::new("teapot", |mut io| async move {
///     io.write_all(b"HTTP/1.1 418 \r\nContent-Length: 0\r\n\r\n").await.ok();
/// });
/// # let _ = subject;
/// ```
#[derive(Clone, Debug)]
pub struct InProcess<F> {
    name: String,
    serve: F,
}

impl<F> InProcess<F> {
    /// The server that `serve` makes of each connection.
    pub fn new<S>(name: &str, serve: F) -> Self
    where
        F: Fn(DuplexStream) -> S + Send + Sync,
        S: Future<Output = ()> + Send + 'static,
    {
        Self { name: name.to_owned(), serve }
    }
}

impl<F, S> Server for InProcess<F>
where
    F: Fn(DuplexStream) -> S + Send + Sync,
    S: Future<Output = ()> + Send + 'static,
{
    fn connect(&self) -> Connecting<'_> {
        let (ours, theirs) = tokio::io::duplex(BUFFER_OCTETS);
        tokio::spawn((self.serve)(theirs));
        Box::pin(core::future::ready(Ok(Connection::Memory(ours))))
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

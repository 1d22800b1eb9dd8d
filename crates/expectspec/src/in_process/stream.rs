//! The stream that a subject in process is given.

use core::pin::Pin;
use core::task::{Context, Poll};
use std::io;
use std::sync::Arc;
use std::thread::{self, ThreadId};

use tokio::io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf};

use crate::diagnosis::Diagnosis;

/// A connection in memory: what a subject in process reads from and writes to, as it does with a
/// `TcpStream`. It has to stay on the thread where it was given; whoever uses it elsewhere is told.
#[derive(Debug)]
pub struct Stream {
    inner: DuplexStream,
    diagnosis: Arc<Diagnosis>,
    home: ThreadId,
}

impl Stream {
    /// The stream for a subject on this thread.
    pub(crate) fn new(inner: DuplexStream, diagnosis: &Arc<Diagnosis>) -> Self {
        Self { inner, diagnosis: Arc::clone(diagnosis), home: thread::current().id() }
    }

    fn inner(self: Pin<&mut Self>) -> Pin<&mut DuplexStream> {
        let this = self.get_mut();
        this.diagnosis.use_stream(this.home);
        Pin::new(&mut this.inner)
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.inner().poll_read(context, buffer)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        octets: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.inner().poll_write(context, octets)
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.inner().poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.inner().poll_shutdown(context)
    }
}

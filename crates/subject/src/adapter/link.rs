//! One connection of a program that has no sockets: what it gives is written, what comes is read
//! for it.

use core::pin::Pin;
use core::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf};

/// What one read takes at most.
const READ_OCTETS: usize = 16 * 1024;
/// While more than this waits to be written, nothing is read.
const WAITING_OCTETS_MAX: usize = 1024 * 1024;

/// What happened on a connection.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Came {
    /// These octets came.
    Octets(Vec<u8>),
    /// The peer ended its direction.
    End,
    /// The peer is gone.
    Break,
    /// All that the program gave is written, and the connection ended if it was to.
    Written,
}

/// One connection.
#[derive(Debug)]
pub(super) struct Link {
    /// `None` once it has ended.
    io: Option<DuplexStream>,
    /// What the program gave, and how much of it is written.
    output: Vec<u8>,
    written: usize,
    reads: bool,
    /// What becomes of the connection when all is written.
    then: Then,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Then {
    Open,
    Shutdown,
    IsShut,
    Close,
}

impl Link {
    pub(super) const fn new(io: DuplexStream) -> Self {
        Self { io: Some(io), output: Vec::new(), written: 0, reads: true, then: Then::Open }
    }

    /// Has these octets written; `false` if they can't be any more.
    pub(super) fn write(&mut self, octets: &[u8]) -> bool {
        let takes = self.io.is_some() && self.then == Then::Open;
        if takes {
            self.output.extend_from_slice(octets);
        }
        takes
    }

    /// Ends our direction behind what is to be written.
    pub(super) fn shutdown(&mut self) {
        if self.then == Then::Open {
            self.then = Then::Shutdown;
        }
    }

    /// Ends the connection behind what is to be written. Nothing more is read.
    pub(super) const fn close(&mut self) {
        self.then = Then::Close;
    }

    /// Whether the program still has to do with it.
    pub(super) fn is_in_use(&self) -> bool {
        self.io.is_some() && self.then != Then::Close
    }

    /// Whether the program has closed it.
    pub(super) fn is_closing(&self) -> bool {
        self.then == Then::Close
    }

    /// Whether nothing waits to be written.
    pub(super) fn is_flushed(&self) -> bool {
        self.io.is_none() || (self.output.is_empty() && self.then != Then::Close)
    }

    /// Writes what waits, then reads.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Came> {
        let Some(io) = &mut self.io else { return Poll::Pending };
        let mut io = Pin::new(io);
        let waited = !self.output.is_empty() || self.then == Then::Close;
        while self.written < self.output.len() {
            match io.as_mut().poll_write(context, &self.output[self.written..]) {
                Poll::Ready(Ok(count @ 1..)) => self.written += count,
                Poll::Ready(_) => return Poll::Ready(self.end(Came::Break)),
                Poll::Pending => break,
            }
        }
        if self.written == self.output.len() {
            self.output.clear();
            self.written = 0;
            match self.then {
                Then::Close => return Poll::Ready(self.end(Came::Written)),
                Then::Shutdown if io.as_mut().poll_shutdown(context).is_ready() => {
                    self.then = Then::IsShut;
                }
                Then::Open | Then::IsShut | Then::Shutdown => {}
            }
            if waited {
                return Poll::Ready(Came::Written);
            }
        }
        let waiting = self.output.len() - self.written;
        if !self.reads || self.then == Then::Close || waiting > WAITING_OCTETS_MAX {
            return Poll::Pending;
        }
        let mut octets = vec![0; READ_OCTETS];
        let mut buffer = ReadBuf::new(&mut octets);
        match io.poll_read(context, &mut buffer) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Err(_)) => Poll::Ready(self.end(Came::Break)),
            Poll::Ready(Ok(())) => {
                let count = buffer.filled().len();
                octets.truncate(count);
                self.reads = count > 0;
                Poll::Ready(if count > 0 { Came::Octets(octets) } else { Came::End })
            }
        }
    }

    fn end(&mut self, came: Came) -> Came {
        self.io = None;
        self.output.clear();
        came
    }
}

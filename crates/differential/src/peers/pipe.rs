//! A connection in memory: what is to be read, and what was written.

use core::cell::RefCell;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::io;
use std::rc::Rc;

use hyper::rt::{Read, ReadBufCursor, Write};

/// One side of a connection in memory. A copy of it is the other side.
#[derive(Clone, Debug)]
pub(super) struct Pipe(Rc<RefCell<State>>);

#[derive(Debug)]
struct State {
    unread: Vec<u8>,
    ended: bool,
    written: Vec<u8>,
}

impl Pipe {
    /// A connection on which these octets have come.
    pub(super) fn new(octets: &[u8]) -> Self {
        let state = State { unread: octets.to_vec(), ended: false, written: Vec::new() };
        Self(Rc::new(RefCell::new(state)))
    }

    /// More octets come.
    pub(super) fn come(&self, octets: &[u8]) {
        self.0.borrow_mut().unread.extend_from_slice(octets);
    }

    /// No more octets will come.
    pub(super) fn end(&self) {
        self.0.borrow_mut().ended = true;
    }

    /// Whether what was written begins with this.
    pub(super) fn has_written(&self, octets: &[u8]) -> bool {
        self.0.borrow().written.starts_with(octets)
    }
}

impl Read for Pipe {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        mut buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        let mut state = self.0.borrow_mut();
        if state.unread.is_empty() {
            return if state.ended { Poll::Ready(Ok(())) } else { Poll::Pending };
        }
        let len = state.unread.len().min(buffer.remaining());
        buffer.put_slice(&state.unread[..len]);
        state.unread.drain(..len);
        Poll::Ready(Ok(()))
    }
}

impl Write for Pipe {
    fn poll_write(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        octets: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.0.borrow_mut().written.extend_from_slice(octets);
        Poll::Ready(Ok(octets.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

//! One connection of a script, read as it goes.

use core::pin::Pin;
use core::task::{Context, Poll};

use super::received::READ_OCTETS_MAX;
use expectspec_judge::{Connection as Reading, Direction, Event, Side, Stamp};
use expectspec_subject::Connection;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, ReadBuf};

pub(super) struct Wire {
    /// `None` once we have reset it.
    io: Option<Connection>,
    reading: Reading,
    /// How many exchanges the script has left behind.
    exchanges_done: usize,
    readable: bool,
    writable: bool,
}

impl Wire {
    pub(super) fn new(io: Connection, number: u16) -> Self {
        Self {
            io: Some(io),
            reading: Reading::new(Side::Outbound, number),
            exchanges_done: 0,
            readable: true,
            writable: true,
        }
    }

    pub(super) const fn number(&self) -> u16 {
        self.reading.number
    }

    /// Whether nothing more can come.
    pub(super) const fn is_over(&self) -> bool {
        !self.readable
    }

    pub(super) const fn is_writable(&self) -> bool {
        self.writable && self.readable
    }

    /// Whether the exchange at hand has a 100 or a final response.
    pub(super) fn is_answered(&self) -> bool {
        let exchange = self.reading.exchanges.get(self.exchanges_done);
        exchange.is_some_and(|exchange| {
            exchange.continue_response().is_some() || exchange.final_response().is_some()
        })
    }

    /// Whether the exchange at hand has its final response, to its end or as far as it can be read.
    pub(super) fn is_final_complete(&self) -> bool {
        let exchange = self.reading.exchanges.get(self.exchanges_done);
        let answer = exchange.and_then(|exchange| exchange.final_response());
        answer.is_some_and(|answer| answer.end.is_some() || answer.broken.is_some())
            || self.reading.garbage.is_some()
    }

    /// How many responses have begun.
    pub(super) fn responses(&self) -> usize {
        let answers = self.reading.exchanges.iter().map(|exchange| exchange.responses.len());
        answers.sum::<usize>() + self.reading.strays.len()
    }

    /// How long the head is that has begun and not ended.
    pub(super) fn head_octets(&self) -> usize {
        let last = self.reading.exchanges.iter().filter_map(|exchange| exchange.responses.last());
        let mut open = last.chain(self.reading.strays.last()).filter(|it| it.head_end.is_none());
        open.next().map_or(0, |response| self.reading.received.len() - response.offset)
    }

    pub(super) const fn next_exchange(&mut self) {
        self.exchanges_done += 1;
    }

    pub(super) fn handle(&mut self, event: &Event, stamp: Stamp) {
        self.reading.handle(event, stamp);
    }

    /// Writes nothing more, as if the connection took nothing.
    pub(super) const fn give_up_writing(&mut self) {
        self.writable = false;
    }

    /// Ends our direction; whether there was anything to end.
    pub(super) async fn finish(&mut self) -> bool {
        let Some(io) = self.io.as_mut().filter(|_| self.writable) else { return false };
        self.writable = false;
        io.shutdown().await.is_ok()
    }

    /// Resets the connection; whether there was anything to reset.
    pub(super) fn reset(&mut self) -> bool {
        self.writable = false;
        self.readable = false;
        self.io.take().map(Connection::reset).is_some()
    }

    /// What has come: octets, at most `room`, or the end.
    pub(super) fn poll_read(&mut self, context: &mut Context<'_>, room: usize) -> Poll<Event> {
        let Some(io) = self.io.as_mut().filter(|_| self.readable) else { return Poll::Pending };
        let mut octets = [0; READ_OCTETS_MAX];
        let mut buffer = ReadBuf::new(&mut octets[..room.min(READ_OCTETS_MAX)]);
        match Pin::new(io).poll_read(context, &mut buffer) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Ok(())) if !buffer.filled().is_empty() => {
                Poll::Ready(Event::Octets(Direction::FromSubject, buffer.filled().to_vec()))
            }
            Poll::Ready(Ok(())) => {
                self.readable = false;
                Poll::Ready(Event::End(Direction::FromSubject))
            }
            Poll::Ready(Err(_)) => {
                self.readable = false;
                Poll::Ready(Event::Reset(Direction::FromSubject))
            }
        }
    }

    /// How many octets were taken; `None` if the connection takes no more.
    pub(super) fn poll_write(
        &mut self,
        context: &mut Context<'_>,
        octets: &[u8],
    ) -> Poll<Option<usize>> {
        let Some(io) = self.io.as_mut() else { return Poll::Ready(None) };
        match Pin::new(io).poll_write(context, octets) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Ok(written)) if written > 0 => Poll::Ready(Some(written)),
            Poll::Ready(_) => {
                self.writable = false;
                Poll::Ready(None)
            }
        }
    }
}

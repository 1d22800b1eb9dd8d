//! One connection of a script, read as it goes.

use core::pin::Pin;
use core::task::{Context, Poll};

use expectspec_judge::{Connection as Reading, Direction, Event, Request, Side, Stamp};
use expectspec_subject::Connection;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, ReadBuf};

use crate::received::READ_OCTETS_MAX;

pub(crate) struct Wire {
    /// `None` once we have reset it.
    io: Option<Connection>,
    reading: Reading,
    /// How many exchanges the script has left behind.
    exchanges_done: usize,
    readable: bool,
    writable: bool,
}

impl Wire {
    pub(crate) fn new(io: Connection, side: Side, number: u16) -> Self {
        Self {
            io: Some(io),
            reading: Reading::new(side, number),
            exchanges_done: 0,
            readable: true,
            writable: true,
        }
    }

    /// Whether nothing more can come.
    pub(crate) const fn is_over(&self) -> bool {
        !self.readable
    }

    pub(crate) const fn is_writable(&self) -> bool {
        self.writable && self.readable
    }

    /// Whether the exchange at hand has a 100 or a final response.
    pub(crate) fn is_answered(&self) -> bool {
        let exchange = self.reading.exchanges.get(self.exchanges_done);
        exchange.is_some_and(|exchange| {
            exchange.continue_response().is_some() || exchange.final_response().is_some()
        })
    }

    /// Whether the exchange at hand has its final response, to its end or as far as it can be read.
    pub(crate) fn is_final_complete(&self) -> bool {
        let exchange = self.reading.exchanges.get(self.exchanges_done);
        let answer = exchange.and_then(|exchange| exchange.final_response());
        answer.is_some_and(|answer| answer.end.is_some() || answer.broken.is_some())
            || self.reading.garbage.is_some()
    }

    /// The first request of a client that has not been dealt with, once its head is complete.
    pub(crate) fn request(&self) -> Option<&Request> {
        let exchange = self.reading.exchanges.get(self.exchanges_done)?;
        Some(&exchange.request).filter(|request| request.head_end.is_some())
    }

    /// Whether the octet that came so many before the end is content of a request.
    pub(crate) fn is_content(&self, before_end: usize) -> bool {
        let at = self.reading.sent.len() - before_end;
        self.reading.exchanges.iter().any(|exchange| {
            let request = &exchange.request;
            let content = request.content_start()..request.content_end();
            request.head_end.is_some() && content.contains(&at)
        })
    }

    /// The request that was dealt with last.
    pub(crate) fn request_at_hand(&self) -> Option<&Request> {
        let index = self.exchanges_done.checked_sub(1)?;
        self.reading.exchanges.get(index).map(|exchange| &exchange.request)
    }

    /// The target of the request that was dealt with last.
    pub(crate) fn target_at_hand(&self) -> &[u8] {
        self.request_at_hand().map_or(b"", |request| request.target(&self.reading.sent))
    }

    /// Whether the request that was dealt with last has no final response yet.
    pub(crate) fn is_at_hand_open(&self) -> bool {
        let index = self.exchanges_done.checked_sub(1);
        let exchange = index.and_then(|index| self.reading.exchanges.get(index));
        exchange.is_some_and(|exchange| exchange.final_response().is_none())
    }

    /// Whether the request that was dealt with last has a complete final response that ends the
    /// connection.
    pub(crate) fn is_to_be_closed(&self) -> bool {
        let index = self.exchanges_done.checked_sub(1);
        let exchange = index.and_then(|index| self.reading.exchanges.get(index));
        let answer = exchange.and_then(|exchange| exchange.final_response());
        answer.is_some_and(|it| it.end.is_some() && it.closes(&self.reading.received))
    }

    /// Whether every request whose head was sent has its final response.
    pub(crate) fn has_all_finals(&self) -> bool {
        let heads = self.reading.exchanges.iter().filter(|it| it.request.head_end.is_some());
        self.reading.finals_complete() >= heads.count()
    }

    /// How many requests have begun.
    pub(crate) fn requests(&self) -> usize {
        self.reading.exchanges.len()
    }

    /// How many responses have begun.
    pub(crate) fn responses(&self) -> usize {
        let answers = self.reading.exchanges.iter().map(|exchange| exchange.responses.len());
        answers.sum::<usize>() + self.reading.strays.len()
    }

    /// How long the head of a request is that has begun and not ended.
    pub(crate) fn request_head_octets(&self) -> usize {
        let last = self.reading.exchanges.last().map(|exchange| &exchange.request);
        let open = last.filter(|request| request.head_end.is_none());
        open.map_or(0, |request| self.reading.sent.len() - request.offset)
    }

    /// How long the head of a response is that has begun and not ended.
    pub(crate) fn head_octets(&self) -> usize {
        let last = self.reading.exchanges.iter().filter_map(|exchange| exchange.responses.last());
        let mut open = last.chain(self.reading.strays.last()).filter(|it| it.head_end.is_none());
        open.next().map_or(0, |response| self.reading.received.len() - response.offset)
    }

    pub(crate) const fn next_exchange(&mut self) {
        self.exchanges_done += 1;
    }

    pub(crate) fn handle(&mut self, event: &Event, stamp: Stamp) {
        self.reading.handle(event, stamp);
    }

    /// Writes nothing more, as if the connection took nothing.
    pub(crate) const fn give_up_writing(&mut self) {
        self.writable = false;
    }

    /// Ends our direction; whether there was anything to end.
    pub(crate) async fn finish(&mut self) -> bool {
        let Some(io) = self.io.as_mut().filter(|_| self.writable) else { return false };
        self.writable = false;
        io.shutdown().await.is_ok()
    }

    /// Resets the connection; whether there was anything to reset.
    pub(crate) fn reset(&mut self) -> bool {
        self.writable = false;
        self.readable = false;
        self.io.take().map(Connection::reset).is_some()
    }

    /// What has come: octets, at most `room`, or the end.
    pub(crate) fn poll_read(&mut self, context: &mut Context<'_>, room: usize) -> Poll<Event> {
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
    pub(crate) fn poll_write(
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

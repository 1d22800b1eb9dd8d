//! What a script is played on: the connections of both sides, and what is written down of them.

mod waiting;

use core::future::poll_fn;
use core::pin::pin;
use core::task::Poll;
use core::time::Duration;
use std::sync::Arc;

use expectspec_catalogue::{Places, Script};
use expectspec_judge::{Direction, Entry, Event, Side, Stamp, Transcript};
use expectspec_requirements::Form;
use expectspec_subject::{Passage, Server, Session, SubjectError};
use memchr::memmem;
use tokio::time::{Instant, sleep_until};

use crate::received::Received;
use crate::wire::Wire;
use crate::wires::Wires;
use crate::{Played, Terms};

/// A client that opens more connections than this is stopped.
pub(crate) const CONNECTIONS_MAX: usize = 32;
/// What a request-line has and the content of a task has not.
const REQUEST: &[u8] = b" HTTP/1.";

/// What a script is played on.
pub(crate) struct Stage<'a> {
    pub(crate) script: Script<'a>,
    pub(crate) places: &'a Places,
    pub(crate) terms: &'a Terms,
    pub(crate) outbound: Wires,
    pub(crate) inbound: Wires,
    pub(crate) waited_in_vain: bool,
    /// Whether a client has come to its end.
    pub(crate) is_done: bool,
    /// Whether a client began a request where content was due.
    pub(crate) has_lost_count: bool,
    /// What an intermediary is declared to be.
    pub(crate) form: Form,
    /// Whether no request toward the origin server is at hand, so that it has nothing to answer.
    pub(crate) inbound_is_idle: bool,
    pub(crate) source: Source<'a>,
    pub(crate) received: Received,
    began: Instant,
    /// When anything was sent or came.
    stirred: Instant,
    transcript: Transcript,
}

/// Where connections come from.
pub(crate) enum Source<'a> {
    /// We open them, to a server.
    Server(&'a dyn Server),
    /// A client opens them.
    Client(Session),
    /// We open those of one side, an intermediary those of the other.
    Intermediary(Passage),
}

impl<'a> Stage<'a> {
    pub(crate) fn new(
        (script, places, terms): (Script<'a>, &'a Places, &'a Terms),
        transcript: Transcript,
        source: Source<'a>,
        octets_max: usize,
    ) -> Self {
        Self {
            script,
            places,
            terms,
            outbound: Wires::new(Side::Outbound),
            inbound: Wires::new(Side::Inbound),
            waited_in_vain: false,
            is_done: false,
            has_lost_count: false,
            form: Form::Gateway,
            inbound_is_idle: false,
            source,
            received: Received::new(octets_max, Arc::clone(&terms.allowance)),
            began: Instant::now(),
            stirred: Instant::now(),
            transcript,
        }
    }

    /// The same, for an intermediary of this form, of which nothing has come yet.
    pub(crate) fn between(self, form: Form) -> Self {
        Self { form, inbound_is_idle: true, ..self }
    }

    /// The same, with a clock that began earlier.
    pub(crate) fn begun_at(self, began: Instant) -> Self {
        Self { began, ..self }
    }

    /// What came of it.
    pub(crate) fn into_played(self) -> Played {
        Played { flooded: self.received.is_too_much(), transcript: self.transcript }
    }

    /// What passed, where the case could not be played to its end.
    pub(crate) fn into_transcript(self) -> Transcript {
        self.transcript
    }

    pub(crate) const fn side(&self, side: Side) -> &Wires {
        match side {
            Side::Outbound => &self.outbound,
            Side::Inbound => &self.inbound,
        }
    }

    pub(crate) const fn side_mut(&mut self, side: Side) -> &mut Wires {
        match side {
            Side::Outbound => &mut self.outbound,
            Side::Inbound => &mut self.inbound,
        }
    }

    /// Opens a connection to the subject and makes it the current one; a client's own are its affair.
    pub(crate) async fn open(&mut self) -> Result<(), SubjectError> {
        let connection = match &self.source {
            Source::Server(server) => server.connect().await?,
            Source::Intermediary(passage) => passage.connect().await?,
            Source::Client(_) => return Ok(()),
        };
        self.outbound.current = self.outbound.list.len();
        self.outbound.add(connection);
        Ok(())
    }

    /// Whether there is any sense in writing more.
    pub(crate) fn writes_on(&self, side: Side) -> bool {
        let writable = self.side(side).wire().is_some_and(Wire::is_writable);
        let nobody = side == Side::Inbound && self.inbound_is_idle;
        writable && !nobody && !self.received.is_too_much()
    }

    /// Writes all of `octets` while reading. A connection that does not take them within the final
    /// window takes nothing more: what would come next can't stand behind half of this.
    pub(crate) async fn write(&mut self, side: Side, octets: &[u8]) {
        let mut rest = octets;
        let patience = Duration::from_micros(self.terms.windows.final_us);
        let mut patience = pin!(sleep_until(Instant::now() + patience));
        while !rest.is_empty() && self.writes_on(side) {
            // The time before the write: while it goes on, the subject may answer already.
            let mut began_us = 0;
            let index = self.side(side).current;
            let written = poll_fn(|context| {
                began_us = self.now_us();
                let wire = &mut self.side_mut(side).list[index];
                if let Poll::Ready(written) = wire.poll_write(context, rest) {
                    return Poll::Ready(written);
                }
                match self.poll_all(context) {
                    Poll::Ready(()) => Poll::Ready(Some(0)),
                    Poll::Pending => patience.as_mut().poll(context).map(|()| None),
                }
            });
            let Some(written) = written.await else {
                self.side_mut(side).list[index].give_up_writing();
                return;
            };
            if written > 0 {
                let event = Event::Octets(Direction::ToSubject, rest[..written].to_vec());
                self.record_at(began_us, side, index, event);
                rest = &rest[written..];
            }
        }
    }

    /// Ends our direction of a connection.
    pub(crate) async fn finish(&mut self, side: Side, index: usize) {
        if let Some(wire) = self.side_mut(side).list.get_mut(index)
            && wire.finish().await
        {
            self.record(side, index, Event::End(Direction::ToSubject));
        }
    }

    /// Resets the current connection.
    pub(crate) fn reset(&mut self, side: Side) {
        let index = self.side(side).current;
        if self.side_mut(side).wire_mut().is_some_and(Wire::reset) {
            self.record(side, index, Event::Reset(Direction::ToSubject));
        }
    }

    /// Notes that nothing came. An intermediary may have no connection on its inbound side, so it
    /// stands on the other.
    pub(crate) fn record_quiet(&mut self) {
        let side = match self.source {
            Source::Client(_) => Side::Inbound,
            Source::Server(_) | Source::Intermediary(_) => Side::Outbound,
        };
        self.record(side, self.side(side).current, Event::Quiet);
    }

    pub(crate) fn record(&mut self, side: Side, index: usize, event: Event) {
        self.record_at(self.now_us(), side, index, event);
    }

    fn now_us(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    fn record_at(&mut self, at_us: u64, side: Side, index: usize, event: Event) {
        if event != Event::Quiet {
            self.stirred = Instant::now();
        }
        let entry = u32::try_from(self.transcript.entries.len()).unwrap_or(u32::MAX);
        let is_client = matches!(self.source, Source::Client(_));
        let wires = match side {
            Side::Outbound => &mut self.outbound,
            Side::Inbound => &mut self.inbound,
        };
        if let Some(wire) = wires.list.get_mut(index) {
            wire.handle(&event, Stamp { entry, at_us });
            if let Event::Octets(Direction::FromSubject, octets) = &event {
                self.received.count(octets, side, wire);
                // Where content is one octet over and over, a request in it is a request.
                let begins = is_client.then(|| memmem::find(octets, REQUEST)).flatten();
                let lost = |at| wire.is_content(octets.len() - at);
                self.has_lost_count |= begins.is_some_and(lost);
            }
        }
        let connection = u16::try_from(index).unwrap_or(u16::MAX);
        self.transcript.entries.push(Entry { at_us, side, connection, event });
    }
}

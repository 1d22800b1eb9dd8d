//! The origin server of a reception, which takes the steps of the script.

use core::slice;
use core::time::Duration;

use expectspec_judge::{Connection, Direction, Event, Side, Stamp};

use super::play::{Arrival, Wire};
use super::{HostStep, Reception};
use crate::words::{CONTINUE, PROPER};

/// An origin server with the connection that the client opened last.
pub(super) struct Origin<'a> {
    steps: slice::Iter<'a, HostStep>,
    /// The step that waits for something.
    blocked: Option<&'a HostStep>,
    /// When the step at hand is over, if it waits for nothing but that.
    until: Option<Duration>,
    desk: Option<Desk>,
    /// Connections that no step has waited for yet.
    unheeded: u16,
    refusals: u16,
    write_octets_max: usize,
}

/// A connection.
struct Desk {
    number: u16,
    /// The client's octets, read.
    connection: Connection,
    /// How many requests were at hand; the last one is.
    begun: usize,
    stage: Stage,
    output: Output,
}

/// Where the service stands behind the last step.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stage {
    Between,
    Serving,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Output {
    Open,
    Ended,
    /// It can neither write nor read.
    Gone,
}

impl<'a> Origin<'a> {
    pub(super) fn new(reception: &'a Reception) -> Self {
        Self {
            steps: reception.steps.iter(),
            blocked: None,
            until: None,
            desk: None,
            unheeded: 0,
            refusals: 0,
            write_octets_max: usize::MAX,
        }
    }

    /// When the origin server goes on, though nothing comes.
    pub(super) const fn until(&self) -> Option<Duration> {
        self.until
    }

    /// The client opens a connection.
    pub(super) fn accept(&mut self, number: u16, wire: &mut Wire) {
        if self.refusals > 0 {
            self.refusals -= 1;
            wire.send(number, Arrival::Refused);
            return;
        }
        let connection = Connection::new(Side::Inbound, number);
        let (stage, output) = (Stage::Between, Output::Open);
        self.desk = Some(Desk { number, connection, begun: 0, stage, output });
        self.unheeded += 1;
        wire.send(number, Arrival::Connected);
    }

    /// Something of a connection comes.
    pub(super) fn see(&mut self, number: u16, event: Event, wire: &mut Wire) {
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.is(number)) else { return };
        let at_us = u64::try_from(wire.now.as_micros()).unwrap_or(u64::MAX);
        let entry = u32::try_from(wire.transcript.entries.len()).unwrap_or(u32::MAX);
        desk.connection.handle(&event, Stamp { entry, at_us });
        wire.record(number, event);
    }

    /// The client has closed a connection.
    pub(super) fn see_close(&mut self, number: u16, wire: &mut Wire) {
        let Some(desk) = self.desk.as_ref().filter(|desk| desk.is(number)) else { return };
        if desk.connection.client_end.is_none() {
            self.see(number, Event::End(Direction::FromSubject), wire);
        }
        if let Some(desk) = &mut self.desk {
            desk.output = Output::Gone;
        }
    }

    /// Takes steps as far as they go.
    pub(super) fn serve(&mut self, wire: &mut Wire) {
        if self.until.is_some_and(|until| until > wire.now) {
            return;
        }
        self.until = None;
        while let Some(step) = self.blocked.take().or_else(|| self.steps.next()) {
            if self.blocks(step) {
                self.blocked = Some(step);
                return;
            }
            self.take(step, wire);
            if self.until.is_some() {
                return;
            }
        }
        if let Some(desk) = &mut self.desk {
            while desk.serve_properly(wire) {}
        }
    }

    /// Whether a step waits for something that has not come.
    fn blocks(&self, step: &HostStep) -> bool {
        let desk = self.desk.as_ref();
        match step {
            HostStep::Accept => self.unheeded == 0,
            HostStep::Request => desk.is_none_or(|desk| !desk.has_next()),
            HostStep::SomeContent => desk.is_some_and(|desk| !desk.has_some_content()),
            HostStep::Content => desk.is_some_and(|desk| !desk.has_content()),
            _ => false,
        }
    }

    fn take(&mut self, step: &HostStep, wire: &mut Wire) {
        let each = self.write_octets_max;
        match (step, &mut self.desk) {
            (HostStep::Accept, _) => self.unheeded = 0,
            (HostStep::Request, Some(desk)) => desk.begun += 1,
            (HostStep::Wait(time), _) => self.until = Some(wire.now + time.time),
            (HostStep::Answer(word), Some(desk)) => desk.write(word.octets, each, wire),
            (HostStep::Octets(octets), Some(desk)) => desk.write(octets, each, wire),
            (HostStep::Cut(count), _) => self.write_octets_max = count.octets,
            (HostStep::Finish, Some(desk)) => desk.finish(wire),
            (HostStep::Reset, Some(desk)) => desk.reset(wire),
            (HostStep::Refuse, _) => self.refusals += 1,
            _ => {}
        }
    }
}

impl Desk {
    /// Whether this is the connection with that number, and it can be read.
    fn is(&self, number: u16) -> bool {
        self.number == number && self.output != Output::Gone
    }

    fn has_next(&self) -> bool {
        let next = self.connection.exchanges.get(self.begun);
        next.is_some_and(|it| it.request.head_end.is_some() || it.request.error.is_some())
    }

    fn has_some_content(&self) -> bool {
        let Some(at_hand) = self.begun.checked_sub(1) else { return true };
        let request = &self.connection.exchanges[at_hand].request;
        request.content.first.is_some() || self.has_content()
    }

    fn has_content(&self) -> bool {
        let Some(at_hand) = self.begun.checked_sub(1) else { return true };
        let request = &self.connection.exchanges[at_hand].request;
        let over = self.connection.client_end.is_some() || self.output == Output::Gone;
        request.end.is_some() || request.error.is_some() || over
    }

    fn write(&self, octets: &[u8], each: usize, wire: &mut Wire) {
        if self.output == Output::Open {
            let each = each.max(octets.len() / WRITES_MAX + 1);
            octets.chunks(each).for_each(|write| wire.write(self.number, write));
        }
    }

    fn finish(&mut self, wire: &mut Wire) {
        if self.output == Output::Open {
            self.output = Output::Ended;
            wire.record(self.number, Event::End(Direction::ToSubject));
            wire.send(self.number, Arrival::End);
        }
    }

    fn reset(&mut self, wire: &mut Wire) {
        if self.output != Output::Gone {
            self.output = Output::Gone;
            wire.record(self.number, Event::Reset(Direction::ToSubject));
            wire.send(self.number, Arrival::Reset);
        }
    }

    /// Serves as an origin server should; false if there is nothing to do.
    fn serve_properly(&mut self, wire: &mut Wire) -> bool {
        if self.output != Output::Open {
            return false;
        }
        match self.stage {
            Stage::Between if self.has_next() => {
                self.stage = Stage::Serving;
                self.begun += 1;
                let request = &self.connection.exchanges[self.begun - 1].request;
                if request.expects_continue() && request.content.first.is_none() {
                    self.write(CONTINUE.octets, usize::MAX, wire);
                }
            }
            Stage::Between if self.connection.client_end.is_some() => self.finish(wire),
            Stage::Serving if self.has_content() => {
                self.stage = Stage::Between;
                self.answer(wire);
            }
            Stage::Between | Stage::Serving => return false,
        }
        true
    }

    fn answer(&mut self, wire: &mut Wire) {
        let request = &self.connection.exchanges[self.begun - 1].request;
        let sent = &self.connection.sent;
        let persists = request.version().is_11_or_later()
            && !request.has_member(sent, b"connection", b"close");
        let is_head = request.method(sent) == b"HEAD";
        let octets =
            if is_head { &PROPER.octets[..PROPER.octets.len() - 5] } else { PROPER.octets };
        self.write(octets, usize::MAX, wire);
        if !persists {
            self.finish(wire);
        }
    }
}

/// A response comes in so many writes at most.
const WRITES_MAX: usize = 64;

//! What a machine that follows a script does on its one connection.

use expectspec_judge::{Connection, Direction, Event, Side, Stamp};
use expectspec_machines::{Act, Heard};

/// One thing that a scripted machine does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// It writes octets.
    Write(&'static [u8]),
    /// A client waits, for ever, until something comes of the server.
    Await,
    /// It ends its direction of the connection (FIN).
    Finish,
    /// It breaks the connection (RST).
    Reset,
}

/// The connection of a machine that follows a script, and what passed on it.
#[derive(Clone, Debug)]
pub(super) struct Performer {
    pub(super) stage: Stage,
    pub(super) connection: Connection,
    /// The step at hand.
    pub(super) at: usize,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Stage {
    /// There is no connection yet.
    New,
    Open,
    /// The connection is being opened, or octets are being written.
    Busy,
    Gone,
}

impl Performer {
    pub(super) fn new(side: Side) -> Self {
        Self { stage: Stage::New, connection: Connection::new(side, 0), at: 0 }
    }

    pub(super) fn hear(&mut self, heard: Heard<'_>) {
        match heard {
            Heard::Connected | Heard::Written => self.stage = Stage::Open,
            Heard::Octets(octets) => {
                self.read(&Event::Octets(Direction::ToSubject, octets.to_vec()));
            }
            Heard::End => self.read(&Event::End(Direction::ToSubject)),
            Heard::Reset => self.stage = Stage::Gone,
        }
    }

    /// What it does next of these steps; none where it waits, and behind the last.
    pub(super) fn perform(&mut self, steps: &[Step]) -> Option<Act> {
        loop {
            let step = *steps.get(self.at)?;
            if step == Step::Await && self.connection.received.is_empty() {
                return None;
            }
            self.at += 1;
            return Some(match step {
                Step::Await => continue,
                Step::Write(octets) => {
                    self.stage = Stage::Busy;
                    self.read(&Event::Octets(Direction::FromSubject, octets.to_vec()));
                    Act::Octets(octets.to_vec())
                }
                Step::Finish => Act::ShutdownWrite,
                Step::Reset => {
                    self.stage = Stage::Gone;
                    Act::Reset
                }
            });
        }
    }

    pub(super) const fn open(&mut self) -> Act {
        self.stage = Stage::Busy;
        Act::Open
    }

    pub(super) const fn close(&mut self) -> Act {
        self.stage = Stage::Gone;
        Act::Close
    }

    fn read(&mut self, event: &Event) {
        self.connection.handle(event, Stamp { entry: 0, at_us: 0 });
    }
}

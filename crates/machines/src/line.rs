//! A connection between two machines, and its two ends.

use core::time::Duration;
use std::collections::VecDeque;

use expectspec_engine::intermediary::Link;
use expectspec_judge::{Direction, Entry, Event, Side};

use crate::machine::Heard;

/// A connection. The first end is that of the machine that opened it. What is under way is a `T`: an
/// [`Item`], with what else who delivers it needs to know.
#[derive(Clone, Debug)]
pub struct Line<T> {
    /// Its ends.
    pub ends: [End<T>; 2],
}

/// Where an end is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Place {
    /// The connection among all.
    pub line: usize,
    /// Which of its ends.
    pub end: usize,
}

/// One end of a connection.
#[derive(Clone, Debug)]
pub struct End<T> {
    /// Whose it is.
    pub machine: usize,
    /// What that machine calls the connection.
    pub link: Link,
    /// Its place among the connections of that machine which begin, or end, with it.
    pub number: u16,
    /// Whether the machine hears of the connection.
    pub input: Input,
    /// Whether the machine can still send.
    pub output: Output,
    /// What the machine gave out and is not written.
    pub unsent: Vec<u8>,
    /// What is under way to this end.
    pub arriving: VecDeque<T>,
    has_refused: bool,
}

/// Whether the machine hears of the connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Input {
    /// It does.
    Open,
    /// It has closed it: octets that come are refused.
    Closed,
}

/// Whether an end can still send.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Output {
    /// It can.
    Open,
    /// FIN follows when all octets are written.
    Ending,
    /// FIN or RST is sent.
    Ended,
}

/// What is under way.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Item {
    /// The news that the connection is open.
    Connected,
    /// The octets of one write.
    Octets(Vec<u8>),
    /// The end (FIN).
    End,
    /// A break (RST).
    Reset,
}

impl<T> Line<T> {
    /// A new connection from the one machine to the other, behind those that there were before.
    pub fn new<'a>(ends: [(usize, Link); 2], before: impl Iterator<Item = &'a Self> + Clone) -> Self
    where
        T: 'a,
    {
        let end = |side: usize| {
            let (machine, link) = ends[side];
            let known = before.clone().filter(|line| line.ends[side].machine == machine).count();
            End::new(
                machine,
                link,
                u16::try_from(known).expect("no machine has so many connections"),
            )
        };
        Self { ends: [end(0), end(1)] }
    }
}

impl Place {
    /// The other end of the connection.
    #[must_use]
    pub const fn other(self) -> Self {
        Self { line: self.line, end: 1 - self.end }
    }
}

impl<T> End<T> {
    const fn new(machine: usize, link: Link, number: u16) -> Self {
        Self {
            machine,
            link,
            number,
            input: Input::Open,
            output: Output::Open,
            unsent: Vec::new(),
            arriving: VecDeque::new(),
            has_refused: false,
        }
    }

    /// Breaks the connection. True if RST is to be sent now: that is so once.
    pub const fn refuse(&mut self) -> bool {
        self.output = Output::Ended;
        !core::mem::replace(&mut self.has_refused, true)
    }

    /// What a transcript of this machine says when something passes here.
    #[must_use]
    pub fn entry(&self, at: Duration, event: Event) -> Entry {
        let at_us = u64::try_from(at.as_micros()).unwrap_or(u64::MAX);
        let side = match self.link {
            Link::Outbound(_) => Side::Outbound,
            Link::Inbound(_) => Side::Inbound,
        };
        Entry { at_us, side, connection: self.number, event }
    }
}

impl Item {
    /// What a machine hears when this arrives.
    #[must_use]
    pub fn heard(&self) -> Heard<'_> {
        match self {
            Self::Connected => Heard::Connected,
            Self::Octets(octets) => Heard::Octets(octets),
            Self::End => Heard::End,
            Self::Reset => Heard::Reset,
        }
    }

    /// What a transcript says when this arrives; that a connection is open it does not say.
    #[must_use]
    pub fn event(&self, direction: Direction) -> Option<Event> {
        match self {
            Self::Connected => None,
            Self::Octets(octets) => Some(Event::Octets(direction, octets.clone())),
            Self::End => Some(Event::End(direction)),
            Self::Reset => Some(Event::Reset(direction)),
        }
    }
}

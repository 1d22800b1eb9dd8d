//! One connection, and its two ends.

use core::time::Duration;
use std::collections::VecDeque;

use expectspec_engine::intermediary::Link;

use super::record::Note;

/// A connection. The first end is that of the machine that opened it.
pub(super) struct Line {
    pub(super) ends: [End; 2],
}

/// Where an end is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) end: usize,
}

/// One end of a connection.
pub(super) struct End {
    pub(super) machine: usize,
    pub(super) link: Link,
    pub(super) input: Input,
    pub(super) output: Output,
    /// What this end gave out and could not send yet.
    pub(super) unsent: Vec<u8>,
    /// What is under way to this end, and when it will be there.
    pub(super) arriving: VecDeque<(Duration, Item)>,
    /// What this end saw.
    pub(super) notes: Vec<Note>,
    refused: bool,
}

/// Whether the machine hears of the connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Input {
    Open,
    Closed,
}

/// Whether an end can still send.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Output {
    Open,
    /// FIN follows when all octets are sent.
    Ending,
    Ended,
}

/// What is under way.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Item {
    /// The news that the connection is open.
    Connected,
    Octets(Vec<u8>),
    End,
    Reset,
}

impl Line {
    pub(super) fn new(opener: (usize, Link), accepter: (usize, Link)) -> Self {
        Self { ends: [opener, accepter].map(|(machine, link)| End::new(machine, link)) }
    }
}

impl Place {
    pub(super) const fn other(self) -> Self {
        Self { line: self.line, end: 1 - self.end }
    }
}

impl End {
    const fn new(machine: usize, link: Link) -> Self {
        Self {
            machine,
            link,
            input: Input::Open,
            output: Output::Open,
            unsent: Vec::new(),
            arriving: VecDeque::new(),
            notes: Vec::new(),
            refused: false,
        }
    }

    /// Sends something here, behind what is under way already.
    pub(super) fn push(&mut self, at: Duration, item: Item) {
        let last = self.arriving.back().map_or(Duration::ZERO, |(last, _)| *last);
        self.arriving.push_back((at.max(last), item));
    }

    pub(super) fn octets_arriving(&self) -> usize {
        let octets = |(_, item): &(Duration, Item)| match item {
            Item::Octets(octets) => octets.len(),
            Item::Connected | Item::End | Item::Reset => 0,
        };
        self.arriving.iter().map(octets).sum()
    }

    /// Whether this end breaks the connection now; it does so once.
    pub(super) const fn refuse(&mut self) -> bool {
        self.output = Output::Ended;
        !core::mem::replace(&mut self.refused, true)
    }
}

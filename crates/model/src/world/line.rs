//! One connection between two machines, and its two ends.

use std::collections::VecDeque;

use expectspec_engine::intermediary::Link;

/// A connection. The first end is that of the machine that opened it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) ends: [End; 2],
}

/// Where an end is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Place {
    pub(super) line: usize,
    pub(super) end: usize,
}

/// One end of a connection.
#[derive(Clone, Debug)]
pub(super) struct End {
    pub(super) machine: usize,
    pub(super) link: Link,
    /// Its place among the connections of the machine on this side.
    pub(super) number: u16,
    pub(super) input: Input,
    pub(super) output: Output,
    /// What the machine gave out and is not written.
    pub(super) unsent: Vec<u8>,
    /// What is under way to this end.
    pub(super) arriving: VecDeque<Item>,
    /// Whether this end has broken the connection.
    pub(super) refused: bool,
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
    /// FIN follows when all octets are written.
    Ending,
    Ended,
}

/// What is under way.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Item {
    /// The octets of one write.
    Octets(Vec<u8>),
    End,
    Reset,
}

impl Place {
    pub(super) const fn other(self) -> Self {
        Self { line: self.line, end: 1 - self.end }
    }
}

impl End {
    pub(super) const fn new(machine: usize, link: Link, number: u16) -> Self {
        Self {
            machine,
            link,
            number,
            input: Input::Open,
            output: Output::Open,
            unsent: Vec::new(),
            arriving: VecDeque::new(),
            refused: false,
        }
    }

    /// How many writes arrive before anything else does.
    pub(super) fn octets_at_front(&self) -> usize {
        self.arriving.iter().take_while(|item| matches!(item, Item::Octets(_))).count()
    }

    /// Takes what arrives first; of octets so many pieces together.
    pub(super) fn take(&mut self, pieces: usize) -> Option<Item> {
        let mut first = self.arriving.pop_front()?;
        if let Item::Octets(octets) = &mut first {
            for _ in 1..pieces {
                if let Some(Item::Octets(more)) = self.arriving.front() {
                    octets.extend_from_slice(more);
                    self.arriving.pop_front();
                }
            }
        }
        Some(first)
    }
}

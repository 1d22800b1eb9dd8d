//! What can happen next, and what happens then.

use core::time::Duration;

use expectspec_engine::intermediary::Link;
use expectspec_machines::{Act, Item, Place};

/// One thing that can happen next.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// What is under way to an end reaches it, of octets so many writes together.
    Arrival {
        /// The end.
        place: Place,
        /// How many writes.
        pieces: usize,
    },
    /// Octets that a machine gave out are written.
    Write(Place),
    /// The next timer of a machine fires.
    Timer(usize),
}

/// Something that happens in a step.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Happening {
    /// A machine hears something.
    Hears {
        /// The machine.
        machine: usize,
        /// Of which connection.
        link: Link,
        /// What.
        item: Item,
    },
    /// A machine does something.
    Does {
        /// The machine.
        machine: usize,
        /// On which connection.
        link: Link,
        /// What.
        act: Act,
    },
    /// A timer fires.
    Timer {
        /// The machine.
        machine: usize,
        /// How long that took on the machine's clock.
        after: Duration,
    },
}

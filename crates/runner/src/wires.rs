//! The connections of one side of the subject.

use expectspec_judge::{Request, Side};
use expectspec_subject::Connection;

use crate::wire::Wire;

/// The connections of one side.
pub(crate) struct Wires {
    side: Side,
    pub(crate) list: Vec<Wire>,
    /// The one that steps are about.
    pub(crate) current: usize,
}

impl Wires {
    pub(crate) const fn new(side: Side) -> Self {
        Self { side, list: Vec::new(), current: 0 }
    }

    /// The connection that steps are about.
    pub(crate) fn wire(&self) -> Option<&Wire> {
        self.list.get(self.current)
    }

    pub(crate) fn wire_mut(&mut self) -> Option<&mut Wire> {
        self.list.get_mut(self.current)
    }

    /// Whether nothing more can come on the current connection.
    pub(crate) fn is_over(&self) -> bool {
        self.wire().is_some_and(Wire::is_over)
    }

    /// Whether something holds of the request at hand.
    pub(crate) fn at_hand(&self, holds: impl Fn(&Request) -> bool) -> bool {
        self.wire().and_then(Wire::request_at_hand).is_some_and(holds)
    }

    /// The first connection with a request that nobody has dealt with.
    pub(crate) fn waiting(&self) -> Option<usize> {
        self.list.iter().position(|wire| wire.request().is_some() && wire.is_writable())
    }

    /// Makes the next request the one at hand.
    pub(crate) fn take_request(&mut self) -> bool {
        let Some(index) = self.waiting() else { return false };
        self.list[index].next_exchange();
        self.current = index;
        true
    }

    pub(crate) fn add(&mut self, connection: Connection) {
        let number = u16::try_from(self.list.len()).unwrap_or(u16::MAX);
        self.list.push(Wire::new(connection, self.side, number));
    }
}

//! How much a case has received, and when that is too much.

use std::sync::Arc;

use expectspec_judge::Side;

use crate::Allowance;
use crate::wire::Wire;

/// A case ends when a server has sent more octets than this.
pub(crate) const FROM_SERVER_OCTETS_MAX: usize = 256 * 1024;
/// The same when the subject has used up what it may send in a run.
const LAST_OCTETS_MAX: usize = 2 * 1024;
/// A case ends when a subject has sent more pieces than this.
const PIECES_MAX: usize = 4096;
/// A case ends when there are more messages of the subject than this on a connection.
const MESSAGES_MAX: usize = 1024;
/// A case ends when a head has no end within so many octets.
const HEAD_OCTETS_MAX: usize = 64 * 1024;
/// What one read takes at most.
pub(crate) const READ_OCTETS_MAX: usize = 16 * 1024;

#[derive(Debug)]
pub(crate) struct Received {
    octets: usize,
    pieces: usize,
    swamped: bool,
    octets_max: usize,
    allowance: Arc<Allowance>,
}

impl Received {
    pub(crate) const fn new(octets_max: usize, allowance: Arc<Allowance>) -> Self {
        Self { octets: 0, pieces: 0, swamped: false, octets_max, allowance }
    }

    /// Counts what came on a connection, which has read it already.
    pub(crate) fn count(&mut self, octets: &[u8], side: Side, wire: &Wire) {
        let (messages, head_octets) = match side {
            Side::Outbound => (wire.responses(), wire.head_octets()),
            Side::Inbound => (wire.requests(), wire.request_head_octets()),
        };
        self.octets += octets.len();
        self.pieces += 1;
        self.swamped |= messages > MESSAGES_MAX || head_octets > HEAD_OCTETS_MAX;
        self.allowance.take(octets);
    }

    /// Whether no more is read.
    pub(crate) fn is_too_much(&self) -> bool {
        self.swamped || self.octets > self.octets_max() || self.pieces > PIECES_MAX
    }

    /// What the next read takes at most: enough to see that there is too much.
    pub(crate) fn room(&self) -> usize {
        (self.octets_max() + 1).saturating_sub(self.octets).clamp(1, READ_OCTETS_MAX)
    }

    fn octets_max(&self) -> usize {
        if self.allowance.is_used_up() { LAST_OCTETS_MAX } else { self.octets_max }
    }
}

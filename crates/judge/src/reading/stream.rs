//! One direction of a connection: its octets, and when each was sent.

use crate::Stamp;

/// The octets of one direction, in order.
#[derive(Clone, Debug, Default)]
pub struct Stream {
    octets: Vec<u8>,
    /// The offset at which each write or read began.
    marks: Vec<(usize, Stamp)>,
}

impl Stream {
    /// All octets.
    #[must_use]
    pub fn octets(&self) -> &[u8] {
        &self.octets
    }

    /// How many octets there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.octets.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.octets.is_empty()
    }

    /// Adds the octets of one write or read.
    pub fn push(&mut self, octets: &[u8], stamp: Stamp) {
        if !octets.is_empty() {
            self.marks.push((self.octets.len(), stamp));
            self.octets.extend_from_slice(octets);
        }
    }

    /// When the octet at `offset` passed; `None` if it never did.
    #[must_use]
    pub fn stamp(&self, offset: usize) -> Option<Stamp> {
        if offset >= self.octets.len() {
            return None;
        }
        let next = self.marks.partition_point(|&(start, _)| start <= offset);
        Some(self.marks[next - 1].1)
    }

    /// The last moment at which octets passed, up to this time.
    #[must_use]
    pub fn last_by(&self, at_us: u64) -> Option<Stamp> {
        let later = self.marks.partition_point(|(_, stamp)| stamp.at_us <= at_us);
        Some(self.marks[later.checked_sub(1)?].1)
    }

    /// How many octets had passed before the entry `stamp`.
    #[must_use]
    pub fn len_before(&self, stamp: Stamp) -> usize {
        let next = self.marks.partition_point(|&(_, mark)| mark < stamp);
        self.marks.get(next).map_or(self.octets.len(), |&(start, _)| start)
    }
}

//! Where an element stands in the octets it was read from.

/// A half-open range of octet offsets, counted from the beginning of the message.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Span {
    /// Offset of the first octet.
    pub start: u32,
    /// Offset behind the last octet.
    pub end: u32,
}

impl Span {
    /// From offsets in a head, which the limits of its reader keep within `u32`.
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The octets of this element, out of the message that it was read from.
    ///
    /// # Panics
    /// When `message` is shorter than the one that it was read from.
    #[inline]
    #[must_use]
    pub fn of(self, message: &[u8]) -> &[u8] {
        &message[self.start as usize..self.end as usize]
    }

    /// How many octets the element has.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the element has no octets.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }
}

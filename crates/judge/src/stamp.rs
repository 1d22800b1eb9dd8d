//! When something happened, and at which entry of the transcript.

/// A moment of a transcript. Stamps are ordered as the entries are.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Stamp {
    /// Index of the entry.
    pub entry: u32,
    /// Its time, in microseconds.
    pub at_us: u64,
}

//! "Not yet" as a value.

/// What a reader says of octets that only ever grow.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Progress<T> {
    /// All is well so far; more octets are needed.
    Partial,
    /// The element is complete.
    Complete(T),
}

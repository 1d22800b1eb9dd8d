//! How much of a head is read at most.

/// How much of a head is read at most. Going over a limit is an error with the offset of the first
/// octet too many, found before the rest of the line arrives. No limit counts above 1 GiB.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
    /// Octets of the start-line, without its line end.
    pub start_line_octets_max: usize,
    /// Octets of the field section in all: the field lines with their line ends, without the empty
    /// line.
    pub field_section_octets_max: usize,
    /// Number of field lines. A folded line goes on, it does not count again.
    pub field_lines_max: usize,
    /// Empty lines tolerated before the start-line (RFC 9112 §2.2).
    pub empty_lines_max: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            start_line_octets_max: 8 * 1024,
            field_section_octets_max: 64 * 1024,
            field_lines_max: 256,
            empty_lines_max: 4,
        }
    }
}

impl Limits {
    /// The same limits, low enough that every offset in a head fits a `u32`.
    pub(super) fn clamped(self) -> Self {
        const GIBI: usize = 1 << 30;
        Self {
            start_line_octets_max: self.start_line_octets_max.min(GIBI),
            field_section_octets_max: self.field_section_octets_max.min(GIBI),
            field_lines_max: self.field_lines_max,
            empty_lines_max: self.empty_lines_max.min(GIBI / 2),
        }
    }
}

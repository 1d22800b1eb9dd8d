//! Octets read as choices: one octet a choice, so that a mutation of one octet changes one thing.

/// Takes choices off the front of some octets. Where they are at an end, the first choice is made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choices<'a> {
    rest: &'a [u8],
}

impl<'a> Choices<'a> {
    pub(crate) const fn new(octets: &'a [u8]) -> Self {
        Self { rest: octets }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// One octet.
    pub(crate) fn octet(&mut self) -> u8 {
        let Some((&first, rest)) = self.rest.split_first() else { return 0 };
        self.rest = rest;
        first
    }

    /// One row of a table. Rows may be added at its end without changing what octets below its
    /// length mean.
    pub(crate) fn row<T>(&mut self, table: &'static [T]) -> &'static T {
        &table[usize::from(self.octet()) % table.len()]
    }

    /// Up to 65535 octets, their number first.
    pub(crate) fn octets(&mut self) -> &'a [u8] {
        let wanted = usize::from(self.octet()) << 8 | usize::from(self.octet());
        let (octets, rest) = self.rest.split_at(wanted.min(self.rest.len()));
        self.rest = rest;
        octets
    }
}

/// Writes what [`Choices::row`] reads.
pub(crate) fn write_row<T>(out: &mut Vec<u8>, table: &[T], row: &T) {
    let index = table.iter().position(|known| core::ptr::eq(known, row));
    let index = index.expect("a choice is a row of its table");
    out.push(u8::try_from(index).expect("a table has at most 256 rows"));
}

/// Writes what [`Choices::octets`] reads, cut to what it can read.
pub(crate) fn write_octets(out: &mut Vec<u8>, octets: &[u8]) {
    let len = u16::try_from(octets.len()).unwrap_or(u16::MAX);
    out.extend_from_slice(&len.to_be_bytes());
    out.extend_from_slice(&octets[..usize::from(len)]);
}

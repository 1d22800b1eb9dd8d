//! A small generator of random numbers: what a seed gives never depends on a library's version.

/// SplitMix64: fast, small, and good enough to choose words by.
#[derive(Clone, Debug)]
pub(crate) struct Random {
    state: u64,
}

impl Random {
    /// The numbers of one execution of a run: the n-th input is made of the same numbers whatever came
    /// of those before it.
    pub(crate) fn of_execution(seed: u64, execution: u64) -> Self {
        let mut random = Self { state: seed };
        let state = random.next() ^ execution.wrapping_mul(GOLDEN);
        Self { state }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GOLDEN);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, or 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % bound).unwrap_or(0)
    }

    /// `true` so many times of a hundred.
    pub(crate) fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One row.
    pub(crate) fn row<T>(&mut self, table: &'static [T]) -> &'static T {
        &table[self.below(table.len())]
    }

    /// The first row, the usual one, so many times of a hundred, else any.
    pub(crate) fn usual<T>(&mut self, table: &'static [T], percent: usize) -> &'static T {
        if self.happens(percent) { &table[0] } else { self.row(table) }
    }

    /// Some octets of a table; the first row so many times of a hundred.
    pub(crate) fn octets(
        &mut self,
        table: &'static [&'static [u8]],
        percent: usize,
    ) -> &'static [u8] {
        let octets: &&[u8] = self.usual(table, percent);
        octets
    }

    /// One of some values, each as often as its weight says.
    pub(crate) fn weighted<T: Copy>(&mut self, table: &[(usize, T)]) -> T {
        let mut left = self.below(table.iter().map(|(weight, _)| weight).sum());
        let mut rows = table.iter();
        loop {
            let (weight, value) = rows.next().expect("a number below the sum falls on a row");
            if left < *weight {
                return *value;
            }
            left -= weight;
        }
    }
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

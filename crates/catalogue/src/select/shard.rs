//! A part of a run, for machines that share the work.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

/// The part `K/N` of a selection: of every N cases in a row, the K-th.
///
/// ```
/// use expectspec_catalogue::Shard;
///
/// let shard: Shard = "2/3".parse()?;
/// let taken: Vec<usize> = (0..7).filter(|&index| shard.takes(index)).collect();
/// assert_eq!(taken, [1, 4]);
/// # Ok::<(), expectspec_catalogue::ShardError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Shard {
    /// From 1.
    number: usize,
    count: usize,
}

impl Shard {
    /// The whole.
    pub const WHOLE: Self = Self { number: 1, count: 1 };

    /// Whether the case at this place of a selection belongs to it.
    #[must_use]
    pub const fn takes(self, index: usize) -> bool {
        index % self.count == self.number - 1
    }
}

/// A text that names no shard.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ShardError;

impl Display for ShardError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("give K/N with K from 1 to N, such as 1/4")
    }
}

impl core::error::Error for ShardError {}

impl FromStr for Shard {
    type Err = ShardError;

    fn from_str(text: &str) -> Result<Self, ShardError> {
        let (number, count) = text.split_once('/').ok_or(ShardError)?;
        let plain = |text: &str| text.bytes().all(|octet| octet.is_ascii_digit());
        if !plain(number) || !plain(count) {
            return Err(ShardError);
        }
        let number = number.parse().map_err(|_| ShardError)?;
        let count = count.parse().map_err(|_| ShardError)?;
        if (1..=count).contains(&number) { Ok(Self { number, count }) } else { Err(ShardError) }
    }
}

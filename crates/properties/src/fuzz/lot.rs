//! What an input draws: a number that follows from its octets, and from nothing else.

/// A lot: every input draws its own, and always the same.
///
/// ```
/// use expectspec_properties::fuzz::Lot;
///
/// let draw = |octets: &[u8]| Lot::of(octets).below(1000);
/// assert_eq!(draw(b"100-continue"), draw(b"100-continue"));
/// assert_ne!(draw(b"100-continue"), draw(b"100-Continue"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Lot {
    state: u64,
}

impl Lot {
    /// The lot of these octets.
    #[must_use]
    pub fn of(octets: &[u8]) -> Self {
        let mut state = octets.len() as u64;
        let (words, rest) = octets.as_chunks();
        for word in words {
            state = mix(state, u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        Self { state: mix(state, u64::from_le_bytes(last)) }
    }

    /// The next number that is drawn: one below `count`, or 0.
    pub fn below(&mut self, count: usize) -> usize {
        self.state = mix(self.state, 1);
        // The high bits are the better ones.
        let (high, count) = (u128::from(self.state), count as u128);
        usize::try_from((high * count) >> 64).expect("it is below a usize")
    }
}

/// Each octet of both tells upon every bit behind it: two rounds of a multiplication and a shift.
const fn mix(state: u64, word: u64) -> u64 {
    let state = (state ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (state ^ (state >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93).rotate_left(29)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_below_is_drawn_about_as_often() {
        let mut drawn = [0; 12];
        for input in 0_u16..12_000 {
            drawn[Lot::of(&input.to_be_bytes()).below(12)] += 1;
        }
        assert!(drawn.iter().all(|count| (800..1200).contains(count)), "{drawn:?}");
    }

    #[test]
    fn later_numbers_do_not_follow_from_earlier_ones() {
        let mut drawn = [0; 16];
        for input in 0_u16..16_000 {
            let mut lot = Lot::of(&input.to_be_bytes());
            drawn[lot.below(4) * 4 + lot.below(4)] += 1;
        }
        assert!(drawn.iter().all(|count| (800..1200).contains(count)), "{drawn:?}");
    }

    #[test]
    fn nothing_is_drawn_out_of_nothing() {
        assert_eq!(Lot::of(b"x").below(0), 0);
        assert_eq!(Lot::of(b"x").below(1), 0);
    }
}

//! How many cases came to which verdict.

use core::fmt::{self, Display, Formatter};

use expectspec_requirements::Verdict;
use expectspec_runner::Run;

/// Cases by verdict.
///
/// ```
/// use expectspec_report::Counts;
/// use expectspec_requirements::Verdict;
///
/// let counts = Counts::of([Verdict::Conforms, Verdict::Deviates, Verdict::Conforms]);
/// assert_eq!(counts.of_verdict(Verdict::Conforms), 2);
/// assert_eq!(counts.to_string(), "2 conform, 1 deviates");
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Counts {
    numbers: [usize; Self::ORDER.len()],
}

impl Counts {
    /// The verdicts in the order of every report.
    pub const ORDER: [Verdict; 6] = [
        Verdict::Conforms,
        Verdict::Permitted,
        Verdict::Discouraged,
        Verdict::Deviates,
        Verdict::Inconclusive,
        Verdict::Unsupported,
    ];

    /// Counts verdicts.
    #[must_use]
    pub fn of(verdicts: impl IntoIterator<Item = Verdict>) -> Self {
        let mut counts = Self::default();
        for verdict in verdicts {
            counts.numbers[index(verdict)] += 1;
        }
        counts
    }

    /// Counts the cases of a run.
    #[must_use]
    pub fn of_run(run: &Run) -> Self {
        Self::of(run.cases.iter().map(|case| case.verdict))
    }

    /// How many came to this verdict.
    #[must_use]
    pub const fn of_verdict(&self, verdict: Verdict) -> usize {
        self.numbers[index(verdict)]
    }
}

const fn index(verdict: Verdict) -> usize {
    match verdict {
        Verdict::Conforms => 0,
        Verdict::Permitted => 1,
        Verdict::Discouraged => 2,
        Verdict::Deviates => 3,
        Verdict::Inconclusive => 4,
        Verdict::Unsupported => 5,
    }
}

impl Display for Counts {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for verdict in Self::ORDER {
            let number = self.of_verdict(verdict);
            if number > 0 {
                write!(f, "{separator}{number} {}", word(verdict, number))?;
                separator = ", ";
            }
        }
        if separator.is_empty() { f.write_str("none") } else { Ok(()) }
    }
}

/// The verdict as the verb or adjective that goes with a number.
fn word(verdict: Verdict, number: usize) -> String {
    match (verdict, number) {
        (Verdict::Conforms, 2..) => "conform".to_owned(),
        (Verdict::Deviates, 2..) => "deviate".to_owned(),
        _ => verdict.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_names_every_verdict_once() {
        for (at, verdict) in Counts::ORDER.into_iter().enumerate() {
            assert_eq!(index(verdict), at);
        }
    }
}

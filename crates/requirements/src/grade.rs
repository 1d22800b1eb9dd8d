//! What happened, and what it means.

use core::fmt;

use crate::{Profile, Requirement, Strength};

/// What a monitor saw of a requirement. How grave it is, [`Requirement::grade`] decides.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Outcome {
    /// It was kept.
    Kept,
    /// One of several behaviours that the RFC leaves open.
    Chosen,
    /// It could not be told: a race, a lost precondition.
    Unclear,
    /// Not broken to the letter, or broken with an excuse, but hazardous.
    Doubtful,
    /// It was broken.
    Broken,
}

/// What an outcome means under a profile.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Verdict {
    /// As the RFC demands or recommends.
    Conforms,
    /// A choice that the RFC leaves open: a fact, never a failure.
    Permitted,
    /// The subject or the command line lacks what the case needs.
    Unsupported,
    /// It could not be told.
    Inconclusive,
    /// A SHOULD not followed, or legal but hazardous.
    Discouraged,
    /// A requirement broken.
    Deviates,
}

/// A change to what an outcome means, for one requirement under one profile.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Ruling {
    /// Under which profile.
    pub profile: Profile,
    /// For which mark of the monitor (its word for the observation, such as `417`); empty for
    /// whatever it saw, unless it saw the requirement [`Outcome::Kept`].
    pub mark: &'static str,
    /// What it means then.
    pub verdict: Verdict,
}

impl Requirement {
    /// What an outcome means under a profile: the only place where that is decided.
    ///
    /// The mark is the monitor's word for what it saw. A [ruling](Requirement::rulings) on that
    /// mark decides, be the requirement kept or broken; otherwise the outcome and the strength do.
    /// What could not be told stays [`Verdict::Inconclusive`] whatever a profile rules, since a
    /// ruling judges an observation and there was none.
    ///
    /// ```
    /// use expectspec_requirements::{Outcome, Profile, SRV_020, Verdict};
    ///
    /// // A 100 that nobody asked for, in answer to a GET.
    /// let mark = "unsolicited-without-content";
    /// let grade = |profile| SRV_020.grade(profile, Outcome::Chosen, mark);
    /// assert_eq!(grade(Profile::Rfc9110), Verdict::Permitted);
    /// assert_eq!(grade(Profile::Strict), Verdict::Discouraged);
    /// assert_eq!(grade(Profile::Desync), Verdict::Unsupported);
    /// ```
    #[must_use]
    pub fn grade(&self, profile: Profile, outcome: Outcome, mark: &str) -> Verdict {
        use {Outcome::*, Profile::*, Verdict::*};

        if !self.scope.includes(profile) {
            return Unsupported;
        }
        let mut rulings = self.rulings.iter();
        if let Some(ruling) = rulings.find(|ruling| ruling.decides(profile, outcome, mark)) {
            return ruling.verdict;
        }
        match (outcome, self.strength, profile) {
            (Kept, _, _) => Conforms,
            (Chosen, _, _) => Permitted,
            (Unclear, _, _) => Inconclusive,
            (Doubtful, _, _) => Discouraged,
            (Broken, Strength::Must, _)
            | (Broken, Strength::Should, Strict)
            | (Broken, Strength::Should | Strength::May, Desync) => Deviates,
            (Broken, Strength::Should, Rfc9110 | Rfc7231 | Rfc2616) => Discouraged,
            (Broken, Strength::May, Rfc9110 | Rfc7231 | Rfc2616 | Strict) => Permitted,
        }
    }
}

impl Ruling {
    fn decides(&self, profile: Profile, outcome: Outcome, mark: &str) -> bool {
        self.profile == profile
            && match outcome {
                Outcome::Unclear => false,
                Outcome::Kept => !self.mark.is_empty() && self.mark == mark,
                Outcome::Chosen | Outcome::Doubtful | Outcome::Broken => {
                    self.mark.is_empty() || self.mark == mark
                }
            }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Conforms => "conforms",
            Self::Permitted => "permitted",
            Self::Unsupported => "unsupported",
            Self::Inconclusive => "inconclusive",
            Self::Discouraged => "discouraged",
            Self::Deviates => "deviates",
        })
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Kept => "kept",
            Self::Chosen => "chosen",
            Self::Unclear => "unclear",
            Self::Doubtful => "doubtful",
            Self::Broken => "broken",
        })
    }
}

#[cfg(test)]
mod tests;

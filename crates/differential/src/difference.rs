//! Where two readings differ.

use core::fmt;

use crate::ours::Ours;
use crate::peers::Who;
use crate::reading::{Content, Outcome, Reading, Role};

/// What a difference is about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum What {
    /// They refuse what we read.
    TheyRefuse,
    /// They wait for more of what we have read to its end.
    TheyWait,
    /// We refuse what they read.
    WeRefuse,
    /// We wait for more of what they have read to its end.
    WeWait,
    /// How many octets the head has.
    Length,
    /// The method.
    Method,
    /// The request-target.
    Target,
    /// The minor version.
    Version,
    /// The status code.
    Code,
    /// The reason phrase.
    Reason,
    /// The field lines.
    Fields,
    /// How the content is delimited.
    Content,
    /// Whether a 100 (Continue) is due.
    Awaits100,
}

/// One difference between our reading and another.
#[derive(Clone, Copy)]
pub struct Difference<'a> {
    /// Whose reading is another.
    pub who: Who,
    /// What the octets were read as.
    pub role: Role,
    /// What differs.
    pub what: What,
    /// What was read.
    pub octets: &'a [u8],
    /// Our reading.
    pub ours: &'a Ours,
    /// Their reading.
    pub theirs: &'a Outcome,
}

impl Difference<'_> {
    /// Both readings, if there are two.
    #[must_use]
    pub fn readings(&self) -> Option<(&Reading, &Reading)> {
        match self.theirs {
            Outcome::Read(theirs) => Some((self.ours.reading()?, theirs)),
            Outcome::Waits | Outcome::Refuses => None,
        }
    }
}

impl fmt::Debug for Difference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { who, role, what, octets, ours, theirs } = self;
        writeln!(f, "{who:?} reads another {role:?}: {what:?}")?;
        writeln!(f, "octets: {}", octets.escape_ascii())?;
        writeln!(f, "ours: {ours:?}\ntheirs: {theirs:?}")
    }
}

/// What differs between our reading and theirs. What neither of both reads is no difference:
/// one may
/// wait for the end of a line that the other has given up.
pub(crate) fn differing(ours: &Ours, theirs: &Outcome) -> Vec<What> {
    match (&ours.outcome, theirs) {
        (Outcome::Read(ours), Outcome::Read(theirs)) => differing_values(ours, theirs),
        // To refuse what can't be framed is what a server must do.
        (Outcome::Read(ours), Outcome::Refuses) if ours.content == Some(Content::Unreliable) => {
            Vec::new()
        }
        (Outcome::Read(_), Outcome::Refuses) => vec![What::TheyRefuse],
        (Outcome::Read(_), Outcome::Waits) => vec![What::TheyWait],
        (Outcome::Refuses, Outcome::Read(_)) => vec![What::WeRefuse],
        (Outcome::Waits, Outcome::Read(_)) => vec![What::WeWait],
        _ => Vec::new(),
    }
}

fn differing_values(ours: &Reading, theirs: &Reading) -> Vec<What> {
    let values = [
        (What::Length, differ(&ours.len, &theirs.len)),
        (What::Method, differ(&ours.method, &theirs.method)),
        (What::Target, differ(&ours.target, &theirs.target)),
        (What::Version, differ(&ours.minor, &theirs.minor)),
        (What::Code, differ(&ours.code, &theirs.code)),
        (What::Reason, differ(&ours.reason, &theirs.reason)),
        (What::Fields, differ(&ours.fields, &theirs.fields)),
        (What::Content, differ(&ours.content, &theirs.content)),
        (What::Awaits100, differ(&ours.awaits_100, &theirs.awaits_100)),
    ];
    values.into_iter().filter_map(|(what, differs)| differs.then_some(what)).collect()
}

/// Whether both tell, and differ.
fn differ<T: PartialEq>(ours: &Option<T>, theirs: &Option<T>) -> bool {
    matches!((ours, theirs), (Some(ours), Some(theirs)) if ours != theirs)
}

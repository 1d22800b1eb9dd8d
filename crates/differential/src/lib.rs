//! Our reading of heads and expectations against that of httparse, hyper and ureq-proto.
//!
//! The same octets are read as a request and as a response by each. Where the readings differ, the
//! [table](DISAGREEMENTS) says why, or it is a find: an error of ours, or one of theirs that
//! nobody has listed yet.
//! The table is what is known of how these three stray from RFC 9110 and RFC 9112, or where
//! those leave a choice.
#![forbid(unsafe_code)]

mod difference;
mod disagreements;
mod ours;
mod peers;
mod planted;
mod reading;
mod seeds;

pub use difference::{Difference, What};
pub use disagreements::{DISAGREEMENTS, Disagreement};
pub use ours::Ours;
pub use peers::Who;
pub use planted::DEFECTS;
pub use reading::{Content, Fields, Outcome, Reading, Role};
pub use seeds::seeds;

/// Every reading of these octets, as a request, as a response and as an `Expect` field value,
/// is ours, or
/// the table says why not.
///
/// ```
/// // hyper takes no list of expectations, which the table knows.
/// expectspec_differential::differential(b"foo, 100-continue");
/// ```
///
/// # Panics
/// When readings differ for no reason that the table has.
pub fn differential(octets: &[u8]) {
    let octets = &octets[..octets.len().min(OCTETS_MAX)];
    let expecting = expecting(octets);
    let inputs = [(Role::Request, octets), (Role::Request, &expecting), (Role::Response, octets)];
    for (role, octets) in inputs {
        differences(role, octets, |difference| {
            assert!(reasons(difference).next().is_some(), "{difference:?}");
        });
    }
}

/// A request that waits with its content, and has these octets for the value of its `Expect` field.
#[must_use]
pub fn expecting(value: &[u8]) -> Vec<u8> {
    [b"POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 1\r\nExpect:", value, b"\r\n\r\n"].concat()
}

/// Gives every difference between our reading of the octets and another.
pub fn differences(role: Role, octets: &[u8], mut found: impl FnMut(&Difference<'_>)) {
    let ours = Ours::read(role, octets);
    // What stands behind the head is for nobody to read here.
    let head_len = ours.reading().and_then(|reading| reading.len);
    for who in Who::ALL {
        let shown = if who == Who::Httparse { None } else { head_len };
        let theirs = who.read(role, &octets[..shown.unwrap_or(octets.len())]);
        for what in difference::differing(&ours, &theirs) {
            found(&Difference { who, role, what, octets, ours: &ours, theirs: &theirs });
        }
    }
}

/// The rows of the table that explain a difference.
pub fn reasons<'a>(
    difference: &'a Difference<'_>,
) -> impl Iterator<Item = &'static Disagreement> + 'a {
    DISAGREEMENTS.iter().copied().flatten().filter(|row| row.explains(difference))
}

/// Beyond that limits are met, each reader's own.
const OCTETS_MAX: usize = 16_384;

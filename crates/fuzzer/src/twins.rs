//! Two requests that must be answered alike: the first is played so and so, and compared.

use expectspec_judge::{Agree, Relation};
use expectspec_properties::words::{FIELDS, METHODS, TARGETS, VERSIONS};
use expectspec_requirements::{FRM_002, GRM_003, GRM_004, GRM_006, GRM_007, GRM_009, Requirement};

use crate::input::{Act, Cut, Expect, Head, Input, Order, Piece};

/// Two spellings of the `Expect` field lines of the first request that must be answered alike.
#[derive(Debug)]
pub struct Twin {
    /// The name in scripts.
    pub name: &'static str,
    /// The field lines in one execution.
    pub base: &'static [u8],
    /// The field lines in the other, which is compared with it.
    pub variant: &'static [u8],
    /// The requirement that makes them equal.
    pub requirement: &'static Requirement,
    /// What must agree.
    pub agree: Agree,
    /// Whether the request has content.
    of: Of,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Of {
    Content,
    NoContent,
}

impl Eq for Twin {}

/// Twins are the rows of a table: each is equal to itself.
impl PartialEq for Twin {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Twin {
    pub(crate) fn relation(&self) -> Relation {
        Relation { base: self.name, requirement: self.requirement, agree: self.agree }
    }

    /// Whether nothing but the field lines could be the reason for an answer.
    fn suits(&self, head: &Head) -> bool {
        let framings = match self.of {
            Of::Content => &["length-5", "chunked", "length-1"][..],
            Of::NoContent => &["none", "length-0"],
        };
        framings.contains(&head.framing.name)
            && head.version == &VERSIONS[0]
            && head.order == Order::Last
            && head.fields == &FIELDS[0]
            && METHODS.iter().take(METHODS_MAX).any(|it| it == head.method)
            && TARGETS.iter().take(TARGETS_MAX).any(|it| it == head.target)
    }
}

impl Input {
    /// What is played, and if it has a twin, that and what makes them equal.
    pub(crate) fn twins(&self) -> (Self, Option<(Self, &'static Twin)>) {
        let plain = |acts: &[Act]| Self {
            acts: acts.iter().filter(|act| !matches!(act, Act::Twin(_))).cloned().collect(),
            persistence: self.persistence,
        };
        let [Act::Twin(twin), Act::Send(Piece::Head(head), Cut::Whole), rest @ ..] = &self.acts[..]
        else {
            return (plain(&self.acts), None);
        };
        let rest = plain(rest);
        let spelled = |lines: &[u8]| {
            let head = Head { expect: Expect::Lines(lines.to_vec()), ..head.clone() };
            let first = [Act::Send(Piece::Head(head), Cut::Whole)];
            Self { acts: [&first, &rest.acts[..]].concat(), persistence: self.persistence }
        };
        if !twin.suits(head) {
            return (plain(&self.acts), None);
        }
        (spelled(twin.variant), Some((spelled(twin.base), *twin)))
    }
}

/// Twins of requests to servers.
pub static TWINS: &[Twin] = &[
    spelled("upper-case", b"Expect: 100-CONTINUE\r\n", &GRM_003),
    spelled("mixed-case", b"Expect: 100-Continue\r\n", &GRM_003),
    spelled("name-in-upper-case", b"EXPECT: 100-continue\r\n", &GRM_004),
    spelled("empty-members", b"Expect: , 100-continue, ,\r\n", &GRM_006),
    spelled("tab", b"Expect:\t100-continue \r\n", &GRM_009),
    Twin {
        base: b"Expect: 100-continue, 100-continue\r\n",
        ..spelled("two-equal-lines", b"Expect: 100-continue\r\nExpect: 100-continue\r\n", &GRM_007)
    },
    Twin {
        base: b"Expect: 100-continue, foo=bar\r\n",
        ..spelled("another-line", b"Expect: 100-continue\r\nExpect: foo=bar\r\n", &GRM_007)
    },
    Twin {
        base: b"Expect: foo=bar, 100-continue\r\n",
        ..spelled("a-line-before", b"Expect: foo=bar\r\nExpect: 100-continue\r\n", &GRM_007)
    },
    Twin {
        base: b"",
        agree: Agree::FinalStatusUnless417,
        of: Of::NoContent,
        ..spelled("without-content", b"Expect: 100-continue\r\n", &FRM_002)
    },
];

const fn spelled(
    name: &'static str,
    variant: &'static [u8],
    requirement: &'static Requirement,
) -> Twin {
    let base = b"Expect: 100-continue\r\n";
    Twin { name, base, variant, requirement, agree: Agree::FirstAnswer, of: Of::Content }
}

/// The methods that have content and are known everywhere come first in the table,
const METHODS_MAX: usize = 2;
/// and so do the targets without conditions.
const TARGETS_MAX: usize = 2;

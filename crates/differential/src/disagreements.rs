//! The table of known disagreements, in parts.

mod expectations;
mod framing;
mod heads;

use expectspec_message::Version;

use crate::difference::{Difference, What};
use crate::peers::Who;
use crate::reading::{Content, Role};

/// Why a difference is no find.
#[derive(Clone, Copy, Debug)]
pub struct Disagreement {
    /// What it is about, in a word or some.
    pub name: &'static str,
    /// Who reads otherwise.
    pub who: &'static [Who],
    /// What differs.
    pub what: What,
    /// Where it is ruled, or left open.
    pub section: &'static str,
    /// What is said there, or what the others do.
    pub reason: &'static str,
    /// Whether this is the reason of a difference in what it is about.
    pub applies: fn(&Difference<'_>) -> bool,
    /// Octets that differ for no other reason.
    pub example: (Role, &'static [u8]),
}

impl Disagreement {
    /// Whether it is the reason of this difference.
    #[must_use]
    pub fn explains(&self, difference: &Difference<'_>) -> bool {
        self.what == difference.what
            && self.who.contains(&difference.who)
            && (self.applies)(difference)
    }

    const fn since(self, section: &'static str, reason: &'static str) -> Self {
        Self { section, reason, ..self }
    }

    const fn when(self, applies: fn(&Difference<'_>) -> bool) -> Self {
        Self { applies, ..self }
    }

    const fn as_in(self, role: Role, octets: &'static [u8]) -> Self {
        Self { example: (role, octets), ..self }
    }
}

/// A row to be filled in.
const fn row(name: &'static str, who: &'static [Who], what: What) -> Disagreement {
    Disagreement {
        name,
        who,
        what,
        section: "",
        reason: "",
        applies: |_| false,
        example: (Role::Request, b""),
    }
}

/// Those whose words are the crate `http`'s.
const HTTP: [Who; 2] = [Who::Hyper, Who::UreqProto];

/// The values of all lines of a field, as we read them.
fn values<'a>(it: &Difference<'a>, name: &'static [u8]) -> impl Iterator<Item = &'a [u8]> {
    let fields = it.ours.reading().and_then(|ours| ours.fields.as_ref());
    fields.into_iter().flat_map(|fields| fields.values(name))
}

fn field_count(it: &Difference<'_>, name: &'static [u8]) -> usize {
    values(it, name).count()
}

/// How we delimit the content, and how they do.
fn contents(it: &Difference<'_>) -> Option<(Content, Content)> {
    let (ours, theirs) = it.readings()?;
    ours.content.zip(theirs.content)
}

fn is_http_10(it: &Difference<'_>) -> bool {
    it.ours.version == Some(Version::HTTP_10)
}

fn obs_text(octets: &[u8]) -> bool {
    !octets.is_ascii()
}

/// Every known disagreement.
pub static DISAGREEMENTS: [&[Disagreement]; 5] = [
    heads::ANOMALIES,
    heads::START_LINES,
    framing::LENGTHS,
    framing::CODINGS,
    expectations::EXPECTATIONS,
];

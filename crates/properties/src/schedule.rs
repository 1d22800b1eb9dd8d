//! What a client does on one connection to the reference server, as data.

mod encoding;
pub(crate) mod script;

use core::fmt;

use arbitrary::{Arbitrary, Unstructured};
use expectspec_engine::origin_server::Policy;

use crate::words::{Errand, LATENCIES, Time, Word};

pub use script::{ScriptError, ScriptErrorKind};

/// What a client does on one connection, and what the connection and the server are like.
///
/// It has two forms. The script is for people: it is what is displayed, and [`Schedule::from_str`].
/// The octets are for the fuzzer: [`Schedule::encode`] and [`Schedule::decode`], one octet a
/// choice. Every octet string is a schedule.
///
/// ```
/// use expectspec_properties::Schedule;
///
/// let script = "\
/// policy lazy
/// latency 40
/// head POST /echo HTTP/1.1 length-5 continue plain
/// wait 300
/// content hello
/// finish
/// ";
/// let schedule: Schedule = script.parse()?;
/// assert_eq!(schedule.to_string(), script);
/// assert_eq!(Schedule::decode(&schedule.encode()), schedule);
/// # Ok::<(), expectspec_properties::ScriptError>(())
/// ```
///
/// # Octets
///
/// The first octet chooses the policy, the second the latency. Then come actions: an octet chooses
/// which, the choices that it needs follow, one octet each in the order of the script, and raw
/// octets stand behind their number (two octets). A choice is the octet modulo the length of its
/// [table](crate::words). Where octets are missing, the first row is chosen. At most
/// [`Schedule::ACTIONS_MAX`] actions are read.
///
/// [`Schedule::from_str`]: core::str::FromStr::from_str
#[derive(Clone, Eq, PartialEq)]
pub struct Schedule {
    /// The name of the server's policy, one of [`Policy::presets`].
    pub policy: &'static str,
    /// How long octets are under way, in each direction.
    pub latency: &'static Time,
    /// What the client does, in order.
    pub actions: Vec<Action>,
}

/// One thing that a client does. What is sent goes out together, in one write, at the next action
/// that sends nothing.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Action {
    /// Sends the head of a request.
    Head(RequestHead),
    /// Sends content, or a piece of it.
    Content(&'static Word),
    /// Sends any octets.
    Octets(Vec<u8>),
    /// Waits, and reads what comes.
    Wait(&'static Time),
    /// Ends its direction of the connection.
    Finish,
    /// Resets the connection.
    Reset,
}

/// The head of a request, made of [words](crate::words).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RequestHead {
    /// The method.
    pub method: &'static Word,
    /// The request-target.
    pub target: &'static Word,
    /// The version.
    pub version: &'static Word,
    /// The field lines that delimit content.
    pub framing: &'static Word,
    /// The `Expect` field lines.
    pub expect: &'static Word,
    /// The other field lines.
    pub fields: &'static Word,
}

impl Schedule {
    /// No more actions are read from octets.
    pub const ACTIONS_MAX: usize = 40;

    /// A schedule without latency.
    ///
    /// # Panics
    /// When there is no such policy.
    #[must_use]
    pub fn new(policy: &str, actions: Vec<Action>) -> Self {
        let policy = policy_named(policy).expect("the name of a preset");
        Self { policy, latency: &LATENCIES[0], actions }
    }

    /// The same schedule for another server.
    ///
    /// # Panics
    /// When there is no such policy.
    #[must_use]
    pub fn under(&self, policy: &str) -> Self {
        let policy = policy_named(policy).expect("the name of a preset");
        Self { policy, ..self.clone() }
    }

    /// The policy itself.
    #[must_use]
    pub fn policy(&self) -> Policy {
        let mut presets = Policy::presets().into_iter();
        presets.find(|(name, _)| *name == self.policy).expect("the name of a preset").1
    }
}

fn policy_named(name: &str) -> Option<&'static str> {
    Policy::presets().into_iter().map(|(known, _)| known).find(|known| *known == name)
}

impl RequestHead {
    /// The octets on the wire.
    #[must_use]
    pub fn octets(&self) -> Vec<u8> {
        self.octets_with(self.expect.octets)
    }

    /// The octets with other `Expect` field lines.
    #[must_use]
    pub fn octets_with(&self, expect: &[u8]) -> Vec<u8> {
        self.assemble(&[self.fields.octets, self.framing.octets, expect])
    }

    /// The request-line, these groups of field lines, and the empty line.
    pub(crate) fn assemble(&self, groups: &[&[u8]]) -> Vec<u8> {
        let line = [self.method.octets, b" ", self.target.octets, self.version.octets, b"\r\n"];
        [&line.concat()[..], &groups.concat(), b"\r\n"].concat()
    }
}

impl Action {
    /// What this action sends.
    #[must_use]
    pub fn octets(&self) -> Vec<u8> {
        match self {
            Self::Head(head) => head.octets(),
            Self::Content(word) => word.octets.to_vec(),
            Self::Octets(octets) => octets.clone(),
            Self::Wait(_) | Self::Finish | Self::Reset => Vec::new(),
        }
    }
}

impl fmt::Debug for Schedule {
    /// The script, since that is what one wants to see of a find.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "schedule:\n{self}")
    }
}

impl<'a> Arbitrary<'a> for Schedule {
    fn arbitrary(octets: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Self::decode(octets.bytes(octets.len())?))
    }
}

impl Eq for Word {}

/// Words are the rows of tables: each is equal to itself.
impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Eq for Errand {}

/// Errands are the rows of a table: each is equal to itself.
impl PartialEq for Errand {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Eq for Time {}

/// Times are the rows of tables: each is equal to itself.
impl PartialEq for Time {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

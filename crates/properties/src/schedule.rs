//! What a client does on one connection to the reference server, as data.

mod encoding;
pub(crate) mod script;

use core::fmt;

use arbitrary::{Arbitrary, Unstructured};
use expectspec_engine::origin_server::Policy;

use crate::presets::SERVERS;
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
        let policy = SERVERS.known(policy).expect("the name of a preset");
        Self { policy, latency: &LATENCIES[0], actions }
    }

    /// The same schedule for another server.
    ///
    /// # Panics
    /// When there is no such policy.
    #[must_use]
    pub fn under(&self, policy: &str) -> Self {
        let policy = SERVERS.known(policy).expect("the name of a preset");
        Self { policy, ..self.clone() }
    }

    /// The policy itself.
    #[must_use]
    pub fn policy(&self) -> Policy {
        SERVERS.policy(self.policy)
    }
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
        let mut octets = Vec::new();
        self.parts(groups).for_each(|part| octets.extend_from_slice(part));
        octets
    }

    fn parts<'a>(&self, groups: &'a [&'a [u8]]) -> impl Iterator<Item = &'a [u8]> {
        let line = [self.method.octets, b" ", self.target.octets, self.version.octets, b"\r\n"];
        line.into_iter().chain(groups.iter().copied()).chain([&b"\r\n"[..]])
    }
}

impl Action {
    /// What this action sends.
    #[must_use]
    pub fn octets(&self) -> Vec<u8> {
        let mut octets = Vec::new();
        self.send(|part| octets.extend_from_slice(part));
        octets
    }

    /// How many octets this action sends.
    #[must_use]
    pub fn octets_len(&self) -> usize {
        let mut len = 0;
        self.send(|part| len += part.len());
        len
    }

    /// Gives what this action sends, part by part.
    pub(crate) fn send(&self, mut out: impl FnMut(&[u8])) {
        match self {
            Self::Head(head) => {
                let groups = [head.fields.octets, head.framing.octets, head.expect.octets];
                head.parts(&groups).for_each(out);
            }
            Self::Content(word) => out(word.octets),
            Self::Octets(octets) => out(octets),
            Self::Wait(_) | Self::Finish | Self::Reset => {}
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

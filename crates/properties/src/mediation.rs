//! What clients and an origin server do around the reference intermediary, as data.

mod clients;
mod encoding;
mod origin;
mod play;
mod script;

use core::fmt;

use arbitrary::{Arbitrary, Unstructured};
use expectspec_engine::intermediary::{Policy, Role};
use expectspec_requirements::Form;

use crate::presets::HOPS;
use crate::words::{LATENCIES, Time, Word};
use crate::{Action, RequestHead};

pub use play::{MediationPlay, mediate};

/// What clients and an origin server do around an intermediary, and what that and the connections are
/// like.
///
/// It has two forms, as a [`Schedule`](crate::Schedule) has. Each word of a client's is meant for its
/// current connection; the first is open from the beginning. What the origin server does are services,
/// one a request in the order in which requests come, each step after the other: behind the last one
/// it serves as an origin server should.
///
/// ```
/// use expectspec_properties::Mediation;
///
/// let script = "\
/// policy proxy
/// latency 40
/// head POST tagged HTTP/1.1 length-5 continue plain
/// wait 300
/// content hello
/// origin answer 100
/// origin content
/// origin answer 200-hello
/// ";
/// let mediation: Mediation = script.parse()?;
/// assert_eq!(mediation.to_string(), script);
/// assert_eq!(Mediation::decode(&mediation.encode()), mediation);
/// # Ok::<(), expectspec_properties::ScriptError>(())
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct Mediation {
    /// The name of the intermediary's policy, one of [`Policy::presets`].
    pub policy: &'static str,
    /// How long octets are under way, in each direction, on each connection.
    pub latency: &'static Time,
    /// What is done, in order on each side.
    pub moves: Vec<Move>,
}

/// One thing that is done around an intermediary.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Move {
    /// A client does this on its current connection.
    Client(Action),
    /// Another client connects, and is the current one; there are at most three.
    Open,
    /// The client with this number, counted from 0, is the current one.
    Use(u8),
    /// The origin server does this in the service at hand.
    Origin(OriginStep),
}

/// One step of an origin server's service.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum OriginStep {
    /// Sends these octets; a final response in them gets a field with the tag of the request.
    Answer(&'static Word),
    /// Sends any octets.
    Octets(Vec<u8>),
    /// Waits until the request is complete, or its client has ended.
    Content,
    /// Waits, and reads what comes.
    Wait(&'static Time),
    /// Ends its direction of the connection.
    Finish,
    /// Resets the connection.
    Reset,
    /// The steps behind this serve the next request.
    Next,
}

impl Mediation {
    /// No more moves are read from octets.
    pub const MOVES_MAX: usize = 48;

    /// No more clients connect.
    pub const CLIENTS_MAX: u16 = 3;

    /// A mediation without latency.
    ///
    /// # Panics
    /// When there is no such policy.
    #[must_use]
    pub fn new(policy: &str, moves: Vec<Move>) -> Self {
        let policy = HOPS.known(policy).expect("the name of a preset");
        Self { policy, latency: &LATENCIES[0], moves }
    }

    /// The same under another policy.
    ///
    /// # Panics
    /// When there is no such policy.
    #[must_use]
    pub fn under(&self, policy: &str) -> Self {
        let policy = HOPS.known(policy).expect("the name of a preset");
        Self { policy, ..self.clone() }
    }

    /// The policy itself.
    #[must_use]
    pub fn policy(&self) -> Policy {
        HOPS.policy(self.policy)
    }

    /// What the intermediary is declared to be.
    #[must_use]
    pub fn form(&self) -> Form {
        form_of(self.policy().role)
    }

    /// Makes every client's target one that says its request, so that a forward proxy takes it too.
    fn octets(&self, head: &RequestHead, number: usize) -> Vec<u8> {
        let path = format!("/expectspec-0/{number}");
        let absolute = format!("http://t{path}");
        let target = match self.policy().role {
            Role::Forward => &absolute,
            Role::Gateway | Role::Proxy => &path,
        };
        let octets = head.octets();
        let octets = replace_first(&octets, b"{target}", target.as_bytes());
        replace_first(&octets, b"{path}", path.as_bytes())
    }
}

/// What an intermediary in this role is declared to be.
pub(crate) const fn form_of(role: Role) -> Form {
    match role {
        Role::Gateway => Form::Gateway,
        Role::Proxy | Role::Forward => Form::Proxy,
    }
}

fn replace_first(octets: &[u8], what: &[u8], with: &[u8]) -> Vec<u8> {
    match octets.windows(what.len()).position(|it| it == what) {
        Some(at) => [&octets[..at], with, &octets[at + what.len()..]].concat(),
        None => octets.to_vec(),
    }
}

impl fmt::Debug for Mediation {
    /// The script, since that is what one wants to see of a find.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "mediation:\n{self}")
    }
}

impl<'a> Arbitrary<'a> for Mediation {
    fn arbitrary(octets: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Self::decode(octets.bytes(octets.len())?))
    }
}

//! What a deviant intermediary does otherwise than the reference: rules, as data.

use expectspec_engine::intermediary::Policy;
use expectspec_requirements::Form;
use expectspec_subject::form_of;

use super::Moment;
use crate::Edit;

/// How a deviant intermediary differs from the reference.
#[derive(Clone, Copy, Debug)]
pub struct Script {
    /// The choices of the reference underneath.
    pub policy: fn() -> Policy,
    /// What is done otherwise with messages, and when.
    pub rules: &'static [Rule],
    /// What becomes of connections toward the next hop.
    pub links: Links,
    /// What becomes of octets that answer no request.
    pub strays: Strays,
    /// What a client gets while its head comes, as soon as that has an expectation.
    pub within_head: &'static [u8],
}

impl Script {
    /// The reference with its default policy: a gateway.
    pub const PLAIN: Self = Self {
        policy: Policy::default,
        rules: &[],
        links: Links::Proper,
        strays: Strays::Proper,
        within_head: b"",
    };

    /// A gateway, but for these rules.
    #[must_use]
    pub const fn gateway(rules: &'static [Rule]) -> Self {
        Self { rules, ..Self::PLAIN }
    }

    /// A proxy, but for these rules.
    #[must_use]
    pub const fn proxy(rules: &'static [Rule]) -> Self {
        Self { policy: Policy::proxy, rules, ..Self::PLAIN }
    }

    /// The reference with this policy, but for these rules.
    #[must_use]
    pub const fn of(policy: fn() -> Policy, rules: &'static [Rule]) -> Self {
        Self { policy, rules, ..Self::PLAIN }
    }

    /// What the intermediary is declared to be.
    #[must_use]
    pub fn form(&self) -> Form {
        form_of((self.policy)().role)
    }
}

/// One thing done otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Where.
    pub on: Way,
    /// When.
    pub when: fn(&Moment<'_>) -> bool,
    /// What.
    pub then: Deviation,
}

/// A way of messages: into the reference, or out of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Way {
    /// Requests as clients send them.
    FromClient,
    /// Requests as they are forwarded.
    ToOrigin,
    /// Responses as the next hop sends them.
    FromOrigin,
    /// Responses as clients get them.
    ToClient,
}

/// What can be done otherwise with a message. What its head decides holds for its content too.
#[derive(Clone, Copy, Debug)]
pub enum Deviation {
    /// The head is edited.
    Edits(&'static [Edit]),
    /// The head is this.
    Rewrites(fn(&Moment<'_>) -> Vec<u8>),
    /// The content becomes this.
    Content(OnContent),
    /// The message goes nowhere.
    Drops,
    /// The head goes out behind the next message.
    GoesBehind,
    /// A response of the next hop goes to the client as it came, and the reference never hears of
    /// it.
    PassesOn,
    /// The client gets these octets, before anything that the message leads to.
    Says(&'static [u8]),
    /// The client gets these octets for an answer, the connection ends behind it, and the request
    /// goes nowhere.
    Answers(&'static [u8]),
    /// What goes out waits, and all that goes out behind it.
    Holds(Until),
    /// The content waits, and all that goes out behind it.
    HoldsContent(Until),
    /// The rest of the content of the client's request counts as read: what comes in its place is a
    /// request. With a request it is all of the content.
    PresumesContent,
    /// The connection that the message goes out on ends behind its head.
    Closes,
    /// The connection that the response goes out on serves on, whatever the reference says.
    Persists,
    /// What the end of a connection leads to: of the client's while its request is incomplete, or
    /// of the next hop's without a final response.
    End(OnEnd),
}

/// What the content of a message becomes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OnContent {
    /// Nothing.
    Nothing,
    /// As many other octets.
    Altered,
    /// As many octets of the content of another client.
    Foreign,
    /// Every piece of it twice.
    Doubled,
    /// All of it once more behind its end.
    Repeated,
    /// So many octets of it.
    Cut(usize),
    /// A chunk for each octet.
    Chunked,
    /// Itself, with this for its last chunk and what follows.
    LastChunk(&'static [u8]),
}

/// What something waits for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Until {
    /// The end of the client's request.
    RequestEnd,
    /// A 100 (Continue) or a final response of the next hop.
    Invited,
    /// A final response of the next hop.
    Final,
    /// So many milliseconds.
    Ms(u64),
    /// Nothing ever.
    Never,
}

/// What the end of a connection leads to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OnEnd {
    /// Nothing.
    Ignored,
    /// The request goes out again, on another connection.
    Again,
    /// These octets count as having come before it.
    Before(&'static [u8]),
    /// Octets count as having come that make the request complete.
    Completes,
}

/// What becomes of connections toward the next hop.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Links {
    /// What the reference does.
    Proper,
    /// Each serves the next request, even if the reference would close it.
    Kept,
    /// Two that serve at the same time are mixed up.
    Crossed,
}

/// What becomes of octets that answer no request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Strays {
    /// What the reference does.
    Proper,
    /// They are the answer to the next request.
    Kept,
}

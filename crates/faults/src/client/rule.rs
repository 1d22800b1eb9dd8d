//! What a deviant client does otherwise than the reference: rules, as data.

use core::time::Duration;

use expectspec_engine::client::Policy;
use expectspec_judge::Said;
use expectspec_subject::Ability;

use super::Moment;
use crate::Edit;

/// How a deviant client differs from the reference client.
#[derive(Clone, Copy, Debug)]
pub struct Script {
    /// The choices of the reference client underneath.
    pub policy: fn() -> Policy,
    /// What is done otherwise, and when.
    pub rules: &'static [Rule],
    /// How long the client rests between two requests.
    pub pause: Duration,
    /// What the client can be told, and tells.
    pub abilities: &'static [Ability],
}

impl Script {
    /// The reference with its default policy.
    pub const PLAIN: Self = Self {
        policy: Policy::default,
        rules: &[],
        pause: Duration::ZERO,
        abilities: &[Ability::Method, Ability::Requests, Ability::UnknownLength, Ability::Tells],
    };

    /// The reference with its default policy, but for these rules.
    #[must_use]
    pub const fn with(rules: &'static [Rule]) -> Self {
        Self { rules, ..Self::PLAIN }
    }

    /// The reference with this policy.
    #[must_use]
    pub const fn of(policy: fn() -> Policy) -> Self {
        Self { policy, ..Self::PLAIN }
    }
}

/// One thing done otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// When.
    pub when: fn(&Moment<'_>) -> bool,
    /// What.
    pub then: Deviation,
}

/// What can be done otherwise.
#[derive(Clone, Copy, Debug)]
pub enum Deviation {
    /// The head of the request goes out edited.
    Sends(&'static [Edit]),
    /// How the content of the request goes out.
    Content(OnContent),
    /// A response is presumed, and the one that comes is dropped.
    Presumes(At),
    /// The response at hand is read as if it were edited.
    Reads(&'static [Edit]),
    /// What the response at hand leads to.
    Does(Reaction),
    /// What the end of the connection leads to, where a response is awaited or the request is not
    /// out.
    End(OnEnd),
    /// What becomes of octets that answer no request.
    Extra(OnExtra),
}

/// How the content of a request goes out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OnContent {
    /// Not at all.
    Never,
    /// Twice.
    Twice,
    /// Without so many octets at its end.
    Short(u64),
    /// With these octets behind it.
    Followed(&'static [u8]),
    /// In the chunked transfer coding, although the reference does not know.
    Chunked,
    /// With this for its last chunk and what follows.
    LastChunk(&'static [u8]),
    /// With so many milliseconds before each piece.
    Slowly(u64),
    /// Of chunks, none but the last.
    LastChunkAlone,
}

/// When a response is presumed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum At {
    /// When the head of the request is out.
    Head,
    /// When the request is complete.
    RequestEnd,
}

/// What a response leads to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reaction {
    /// Nothing: it is dropped.
    Overlooks,
    /// Nothing before the request is complete.
    Waits,
    /// The connection ends, and the request has failed.
    BreaksOff,
    /// Nothing goes out any more, and nothing is said.
    FallsSilent,
    /// The request begins again.
    Again(Link),
    /// The content goes out once more when it is out.
    Resends,
    /// It is read as having content, although it is interim.
    ReadsContent,
    /// These octets go out at once, and nothing behind them.
    Switches(&'static [u8]),
    /// This is what the user is told of the request.
    Says(Said),
}

/// On which connection a request begins again.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Link {
    /// On another one; this one is closed.
    Fresh,
    /// On this one.
    Same,
}

/// What the end of the connection leads to, where a response is awaited or the request is not out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OnEnd {
    /// The request begins again.
    Again,
    /// This is what the user is told of the request.
    Says(Said),
    /// Nothing: the client goes on.
    Ignores,
}

/// What becomes of octets that answer no request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OnExtra {
    /// They are dropped, and the connection is used as before.
    Drops,
    /// They are the answer to the next request.
    Keeps,
}

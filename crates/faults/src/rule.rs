//! What a deviant does otherwise than the reference: rules, as data.

use expectspec_engine::origin_server::Policy;

use crate::{Edit, Request};

/// How a deviant differs from the reference server.
#[derive(Clone, Copy, Debug)]
pub struct Script {
    /// The choices of the reference server underneath.
    pub policy: fn() -> Policy,
    /// What is done otherwise, for which requests.
    pub rules: &'static [Rule],
}

impl Script {
    /// The reference with its default policy.
    pub const PLAIN: Self = Self { policy: Policy::default, rules: &[] };

    /// The reference with its default policy, but for these rules.
    #[must_use]
    pub const fn with(rules: &'static [Rule]) -> Self {
        Self { rules, ..Self::PLAIN }
    }
}

/// One thing done otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// For which requests.
    pub when: fn(&Request<'_>) -> bool,
    /// What.
    pub then: Deviation,
}

/// What can be done otherwise.
#[derive(Clone, Copy, Debug)]
pub enum Deviation {
    /// The head is read as if it were edited.
    Reads(&'static [Edit]),
    /// These octets go out while the head is incomplete.
    SendsEarly(&'static [u8]),
    /// These octets go out at the end of the head, before anything else.
    SendsFirst(&'static [u8]),
    /// These octets are the response, whatever the reference would say.
    Answers(&'static [u8]),
    /// Nothing goes out any more, and what comes is dropped.
    FallsSilent,
    /// The connection ends without a word.
    HangsUp,
    /// How a 100 (Continue) goes out.
    Continue(Sending),
    /// How the final response goes out.
    Final(Sending),
    /// How the content is read.
    Content(OnContent),
    /// What follows the final response.
    Rest(Rest),
    /// What follows the end of the client's octets (FIN).
    End(OnEnd),
}

/// How a response goes out.
#[derive(Clone, Copy, Debug)]
pub enum Sending {
    /// Not at all. Behind a final response that was not sent, nothing else is.
    Never,
    /// So many milliseconds late, and all that follows with it.
    Late(u64),
    /// When the first octets of content have come.
    WithContent,
    /// When the request is complete.
    WithRequestEnd,
    /// Behind the final response to the next request.
    BehindNext,
    /// One octet each so many milliseconds.
    Dripping(u64),
    /// Edited.
    Edited(&'static [Edit]),
    /// And the connection ends behind it.
    ThenEnd,
}

/// How content is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OnContent {
    /// Of the first chunk size, only so many hexadecimal digits count.
    KeepsSizeDigits(usize),
    /// The last chunk ends it, whatever trailer section and empty line follow.
    EndsAtLastChunk,
}

/// What follows the final response to a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Rest {
    /// The content that is still to come is taken for the next request.
    Forfeits,
    /// The content that is still to come is dropped, give or take so many octets.
    Miscounts(i64),
    /// The connection stays open whatever was said, and nothing more is answered.
    StaysOpen,
    /// The next request is answered whatever was said.
    AnswersOn,
    /// The connection ends whatever was said.
    Ends,
    /// What had come behind the request is lost.
    LosesInput,
}

/// What follows the end of the client's octets (FIN).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OnEnd {
    /// Nothing: the server goes on waiting.
    Ignores,
    /// The connection ends at once.
    Drops,
}

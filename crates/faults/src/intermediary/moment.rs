//! What a rule of a deviant intermediary sees.

use expectspec_message::{AnomalyKind, Head};

use crate::Request;

/// A message on its way, and how far its exchange has come.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// The head of the request, as the client sent it.
    pub request: Request<'a>,
    /// How much of the request has come from the client.
    pub came: Came,
    /// Whether the request came before the final response to the one before.
    pub is_pipelined: bool,
    /// How many requests toward the next hop it became so far.
    pub forwards: usize,
    /// The heads of the responses of the next hop.
    pub answers: &'a [Answer],
    /// The status codes that the client got so far.
    pub given: &'a [u16],
    /// The message at hand. Where a connection ends it is the client's request.
    pub message: Message<'a>,
}

/// How much of a request has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Came {
    /// The head.
    Head,
    /// Some content.
    SomeContent,
    /// Everything.
    All,
}

/// The head of a response of the next hop.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The octets of the head.
    pub octets: Vec<u8>,
    /// The status code.
    pub code: u16,
}

/// The head of a message, as it is before the rules change it.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// The octets of the head.
    pub octets: &'a [u8],
    /// The head.
    pub head: &'a Head,
    /// The status code of a response; a request has none.
    pub code: Option<u16>,
}

impl Moment<'_> {
    /// Whether the client's request states a 100-continue expectation.
    #[must_use]
    pub fn expects(&self) -> bool {
        self.request.expects_continue()
    }

    /// Whether the message at hand is a response with this status code.
    #[must_use]
    pub fn is_code(&self, code: u16) -> bool {
        self.message.code == Some(code)
    }

    /// Whether the message at hand is an interim response.
    #[must_use]
    pub fn is_interim(&self) -> bool {
        matches!(self.message.code, Some(..200))
    }

    /// Whether the message at hand is a final response.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self.message.code, Some(200..))
    }

    /// Whether the message at hand is a final response, and the request is not complete.
    #[must_use]
    pub fn is_early(&self) -> bool {
        self.is_final() && self.came != Came::All
    }

    /// Whether the next hop has sent a response with this status code.
    #[must_use]
    pub fn was_answered(&self, code: u16) -> bool {
        self.answers.iter().any(|answer| answer.code == code)
    }

    /// The last head of the next hop with the status code of the message at hand.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        self.answers.iter().rev().find(|answer| Some(answer.code) == self.message.code)
    }

    /// Whether the client's request has this anomaly.
    #[must_use]
    pub fn request_has(&self, kind: AnomalyKind) -> bool {
        self.request.has_anomaly(kind)
    }
}

impl Message<'_> {
    /// Whether there is a field with this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.head.has(self.octets, name.as_bytes())
    }

    /// Whether the list field `name` has this member.
    #[must_use]
    pub fn has_member(&self, name: &str, member: &str) -> bool {
        self.head.has_member(self.octets, name.as_bytes(), member.as_bytes())
    }

    /// Whether the head has this anomaly.
    #[must_use]
    pub fn has_anomaly(&self, kind: AnomalyKind) -> bool {
        self.head.anomaly(kind).is_some()
    }
}

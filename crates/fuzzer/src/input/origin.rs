//! What an origin server does in an input, and what a client is asked for.

use expectspec_properties::words::Word;

use super::{Cut, Wait};

/// One thing that the origin server does: behind a client, or behind an intermediary.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum OriginAct {
    /// Waits for the next request, which is the one at hand from then on.
    Request,
    /// Waits until some of its content is there.
    SomeContent,
    /// Waits until it is complete.
    Content,
    /// Sends octets. What is sent by acts behind one another goes out in one write.
    Send(Answer, Cut),
    /// Waits, and reads what comes.
    Wait(Wait),
    /// Answers requests as an origin server should, as long as some come.
    Serve,
    /// Ends its direction of the connection (FIN).
    Finish,
    /// Resets the connection.
    Reset,
}

/// What an origin server sends.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Answer {
    /// A response of the table, or a piece of one.
    Word(&'static Word),
    /// Any octets.
    Octets(Vec<u8>),
}

impl Answer {
    /// The octets.
    #[must_use]
    pub fn octets(&self) -> &[u8] {
        match self {
            Self::Word(word) => word.octets,
            Self::Octets(octets) => octets,
        }
    }
}

/// The methods that clients are asked for; the first is whatever they upload with.
pub(crate) static ASKED_METHODS: &[Option<&str>] = &[
    None,
    Some("POST"),
    Some("PUT"),
    Some("GET"),
    Some("HEAD"),
    Some("DELETE"),
    Some("OPTIONS"),
    Some("TRACE"),
    Some("CONNECT"),
    Some("PATCH"),
];

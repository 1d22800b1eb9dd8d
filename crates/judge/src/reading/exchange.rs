//! A request and its responses.

use super::{Request, Response};
use crate::Stamp;

/// A request with the responses that belong to it (RFC 9112 §9.2): the interim ones in order, then
/// the final one if it came.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The request.
    pub request: Request,
    /// Its responses.
    pub responses: Vec<Response>,
}

impl Exchange {
    /// The final response, as soon as its head is complete (101 counts as final: it ends HTTP/1.1).
    #[must_use]
    pub fn final_response(&self) -> Option<&Response> {
        self.responses.last().filter(|response| response.is_final())
    }

    /// The interim responses, heads complete.
    pub fn interims(&self) -> impl Iterator<Item = &Response> {
        self.responses.iter().filter(|response| response.is_interim())
    }

    /// The first 100 (Continue).
    #[must_use]
    pub fn continue_response(&self) -> Option<&Response> {
        self.interims().find(|response| response.code() == Some(100))
    }
}

/// The content of a message as it passed.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Content {
    /// When the first octet behind the head passed.
    pub first: Option<Stamp>,
    /// Octets behind the head, chunked framing included.
    pub octets: u64,
}

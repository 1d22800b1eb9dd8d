//! What came of a request.

use alloc::vec::Vec;

use super::{Failure, Response};

/// What came of a request, as its user sees it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Outcome {
    /// The status code of the final response, or of the 101 that switched protocols.
    pub result: Result<u16, Failure>,
    /// The head of the final response, even if its content is incomplete.
    pub response: Option<Response>,
    /// The status codes of the interim responses before it, in order, of all attempts.
    pub interims: Vec<u16>,
    /// How many octets of content the final response had.
    pub content_octets: u64,
    /// The first [`CONTENT_OCTETS_KEPT`](Self::CONTENT_OCTETS_KEPT) of them.
    pub content: Vec<u8>,
    /// How many times the request was tried, redirections included.
    pub attempts: u32,
    /// How many redirections were followed.
    pub redirects: u32,
}

impl Outcome {
    /// How many octets of content are kept at most.
    pub const CONTENT_OCTETS_KEPT: usize = 4096;

    /// Nothing yet.
    pub(super) const fn none() -> Self {
        Self {
            result: Err(Failure::Incomplete),
            response: None,
            interims: Vec::new(),
            content_octets: 0,
            content: Vec::new(),
            attempts: 0,
            redirects: 0,
        }
    }

    pub(super) fn add_content(&mut self, octets: &[u8]) {
        self.content_octets += octets.len() as u64;
        let room = Self::CONTENT_OCTETS_KEPT - self.content.len();
        self.content.extend_from_slice(&octets[..octets.len().min(room)]);
    }

    pub(super) fn forget_response(&mut self) {
        self.response = None;
        self.content_octets = 0;
        self.content.clear();
    }
}

//! What a rule of a deviant client sees.

use expectspec_message::{AnomalyKind, Head};

use crate::Request;

/// The request at hand, how far it has come, and the response at hand.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// The head of the request, as the reference wrote it.
    pub request: Request<'a>,
    /// How many requests went out before it, on whatever connection.
    pub before: usize,
    /// How often it went out before.
    pub repeats: usize,
    /// How much of it is out.
    pub sent: Sent,
    /// The interim responses that have come.
    pub interims: &'a [u8],
    /// The status code of the final response that has come, at least its head.
    pub final_code: Option<u16>,
    /// The response that has just come, if one has.
    pub response: Option<Response<'a>>,
}

/// How much of a request is out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Sent {
    /// The head.
    Head,
    /// Some content.
    SomeContent,
    /// Everything.
    All,
}

/// A response that has just come: its head.
#[derive(Clone, Copy, Debug)]
pub struct Response<'a> {
    /// The octets of the head.
    pub octets: &'a [u8],
    /// The head.
    pub head: &'a Head,
    /// The status code.
    pub code: u16,
    /// How many interim responses came before it.
    pub interims: usize,
    /// In how many pieces it came.
    pub pieces: usize,
    /// Whether more octets came with it.
    pub followed: bool,
}

impl Moment<'_> {
    /// Whether the request states a 100-continue expectation.
    #[must_use]
    pub fn expects(&self) -> bool {
        self.request.expects_continue()
    }

    /// Whether a final response has come, at least its head.
    #[must_use]
    pub const fn has_final(&self) -> bool {
        self.final_code.is_some()
    }

    /// Whether an interim response has come that holds these octets.
    #[must_use]
    pub fn was_hinted(&self, octets: &[u8]) -> bool {
        self.interims.windows(octets.len()).any(|window| window.eq_ignore_ascii_case(octets))
    }

    /// Whether the response at hand is one of which this holds.
    #[must_use]
    pub fn answers(&self, holds: impl Fn(&Response<'_>) -> bool) -> bool {
        self.response.as_ref().is_some_and(holds)
    }

    /// Whether the response at hand has this status code.
    #[must_use]
    pub fn is_code(&self, code: u16) -> bool {
        self.answers(|response| response.code == code)
    }

    /// Whether the response at hand is interim.
    #[must_use]
    pub fn is_interim(&self) -> bool {
        self.answers(|response| response.code < 200)
    }

    /// Whether the response at hand is final.
    #[must_use]
    pub fn is_final(&self) -> bool {
        self.answers(|response| response.code >= 200)
    }

    /// Whether the response at hand is final, and the request is not complete.
    #[must_use]
    pub fn is_early(&self) -> bool {
        self.is_final() && self.sent != Sent::All
    }
}

impl Response<'_> {
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

    /// The first line, without its line end.
    #[must_use]
    pub fn status_line(&self) -> &[u8] {
        let lines = self.octets.split(|&octet| octet == b'\n').map(<[u8]>::trim_ascii_end);
        lines.into_iter().find(|line| !line.is_empty()).unwrap_or_default()
    }

    /// The reason phrase.
    #[must_use]
    pub fn reason(&self) -> &[u8] {
        self.status_line().splitn(3, |&octet| octet == b' ').nth(2).unwrap_or_default()
    }
}

//! What findings say about times and responses.

use crate::Response;

/// What is found where a server went without a word.
pub(super) const CLOSED: &str = "the connection was closed without any response";

/// Microseconds as text for people.
pub(super) fn ms(us: u64) -> String {
    if us < 10_000 {
        format!("{}.{:01} ms", us / 1000, us % 1000 / 100)
    } else {
        format!("{} ms", us / 1000)
    }
}

/// A response as text for people: its status code.
pub(super) fn status(response: &Response) -> String {
    response.code().map_or_else(|| "an unreadable response".to_owned(), |code| code.to_string())
}

/// The mark of a first answer: what rulings tell apart.
pub(super) fn mark_of(response: &Response) -> &'static str {
    match response.code() {
        Some(100) => "continue",
        Some(417) => "417",
        Some(400) => "400",
        Some(401..500) => "4xx",
        _ => "final",
    }
}

/// Whether the response says no more than that the server can't answer now, or has waited for too long
/// (RFC 9110 §15.5.9, §15.6.4, RFC 6585 §4): whatever the request was, it shows nothing.
pub(super) fn shows_nothing(response: &Response) -> bool {
    matches!(response.code(), Some(408 | 429 | 503))
}

/// Whether the status code says that something else than an expectation was wrong with the request.
pub(super) fn has_other_reason(answer: &Response) -> bool {
    matches!(answer.code(), Some(405 | 411 | 413 | 414 | 421 | 431 | 501))
}

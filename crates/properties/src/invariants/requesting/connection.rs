//! Which connections a client uses again.

use expectspec_judge::Response;
use expectspec_message::Version;

use super::content::hides_a_request;
use super::{Attempt, Requesting};
use crate::invariants::none;

/// C43: behind the close option, sent or received, no head follows on the connection.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn no_head_behind_the_close_option(seen: &Requesting<'_>) -> Result<(), String> {
    let wrong = seen.attempts.iter().find(|attempt| {
        let is_followed = attempt.connection.exchanges.len() > attempt.index + 1;
        let sent = attempt.request().has_member(&attempt.connection.sent, b"connection", b"close");
        let received = attempt.final_response().is_some_and(|it| closes(attempt, it));
        is_followed && (sent || (received && !attempt.is_misled()))
    });
    none(wrong.map(|it| format!("a head behind request {}, which was the last one", it.number)))
}

/// C44: a connection on which a final response came before all content was out is used again only behind
/// all of it.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn reuse_only_behind_all_content(seen: &Requesting<'_>) -> Result<(), String> {
    let wrong = seen.attempts.iter().find(|attempt| {
        let first = attempt.request().content.first;
        let is_within = attempt
            .final_response()
            .is_some_and(|response| first.is_some_and(|first| first < response.start));
        is_within && hides_a_request(attempt)
    });
    none(wrong.map(|it| format!("a request within the content of request {}", it.number)))
}

/// Whether the connection ends with this response (RFC 9112 §9.3).
fn closes(attempt: &Attempt<'_>, response: &Response) -> bool {
    let received = &attempt.connection.received;
    let is_11 = response.head.version().is_some_and(Version::is_11_or_later);
    let keeps = response.has_member(received, b"connection", b"keep-alive");
    response.closes(received) || !(is_11 || keeps)
}

//! What the heads of a client's requests say.

use expectspec_message::AnomalyKind;

use super::{Attempt, Requesting};
use crate::invariants::none;

/// C32: a 100-continue expectation comes only with content.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn expectations_announce_content(seen: &Requesting<'_>) -> Result<(), String> {
    let mut expecting = seen.attempts.iter().filter(|attempt| attempt.expects_continue());
    let empty = expecting.find(|attempt| !attempt.request().announces_content());
    none(empty.map(|it| format!("100-continue without content in request {}", it.number)))
}

/// C33: no head has both `Content-Length` and `Transfer-Encoding`, an empty member of `Expect`, or a
/// folded line.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn heads_are_sound(seen: &Requesting<'_>) -> Result<(), String> {
    let unsound = seen.attempts.iter().find_map(|attempt| {
        let request = attempt.request();
        let octets = request.octets(&attempt.connection.sent);
        let is_folded = |kind| matches!(kind, AnomalyKind::ObsFold);
        let mut members = request
            .head
            .values(octets, b"expect")
            .flat_map(|value| value.split(|octet| *octet == b','));
        if attempt.has(b"content-length") && attempt.has(b"transfer-encoding") {
            Some("Content-Length and Transfer-Encoding")
        } else if members.any(|member| member.trim_ascii().is_empty()) {
            Some("an empty member of Expect")
        } else if request.head.anomalies.iter().any(|anomaly| is_folded(anomaly.kind)) {
            Some("a folded line")
        } else {
            None
        }
    });
    none(unsound.map(str::to_owned))
}

/// C41: behind a 417 (Expectation Failed) a request is repeated once at most, and without the
/// expectation.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn one_repetition_without_the_expectation(seen: &Requesting<'_>) -> Result<(), String> {
    let refused = seen.repeated().filter(|(first, second)| {
        // The repetition may be lost with its connection, but for the redirection that answered it.
        first.code() == Some(417)
            && first.target() == second.target()
            && !is_redirected_between(seen, first, second)
    });
    let wrong = refused.filter(|(first, _)| !first.is_misled()).find(|(first, second)| {
        // A 417 to a request without the expectation is the user's.
        second.expects_continue() || !first.expects_continue()
    });
    none(wrong.map(|(first, _)| format!("request {} is repeated behind a 417", first.number)))
}

/// Whether a redirection, which may lead to the same target, came between the two on a connection where
/// no request had: it may have answered one that was lost.
fn is_redirected_between(seen: &Requesting<'_>, first: &Attempt<'_>, second: &Attempt<'_>) -> bool {
    let between = first.request().start..second.request().start;
    let mut strays = seen.reading.connections.iter().flat_map(|it| &it.strays);
    strays.any(|stray| between.contains(&stray.start) && matches!(stray.code(), Some(300..=399)))
}

/// C42: a request that a redirection changed to GET has neither `Expect` nor content.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn no_content_behind_a_change_to_get(seen: &Requesting<'_>) -> Result<(), String> {
    let mut changed = seen.attempts.iter().filter(|it| it.method() != it.ask.method.octets);
    let of_content: [&[u8]; 3] = [b"expect", b"content-length", b"transfer-encoding"];
    let wrong = changed.find(|it| {
        let is_begun = it.request().head_end.is_some();
        is_begun && (it.method() != b"GET" || of_content.iter().any(|name| it.has(name)))
    });
    none(wrong.map(|it| format!("request {} became {}", it.number, it.method().escape_ascii())))
}

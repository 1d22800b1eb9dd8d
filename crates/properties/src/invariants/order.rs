//! Which responses there are, and in which order.

use super::{Seen, name, none};

/// S2: there are no more final responses than requests, but for one error at the end of the
/// connection; and one to a head that is not complete refuses it and ends the connection.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn no_more_finals_than_requests(seen: &Seen<'_>) -> Result<(), String> {
    let gone = seen.connection.server_gone().is_some() || seen.connection.client_reset.is_some();
    let refuses = |code: Option<u16>| gone && matches!(code, Some(400..600));
    match &seen.connection.strays[..] {
        [] => {}
        [stray] if refuses(stray.code()) => {}
        [stray, ..] => return Err(format!("{} belongs to no request", name(stray))),
    }
    let early = seen.finals().find(|(exchange, response)| {
        let complete = exchange.request.head_end.is_some_and(|end| end <= response.start);
        !complete && !refuses(response.code())
    });
    none(early.map(|(_, response)| format!("{} to a head that is not complete", name(response))))
}

/// S3: no interim response comes behind the final one of its request. A reading gives such a one to
/// the next request, if there is one: then S4 tells whether it had come.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn no_interim_behind_the_final(seen: &Seen<'_>) -> Result<(), String> {
    let found = seen.connection.strays.iter().find(|stray| stray.is_interim());
    none(found.map(|response| format!("{} behind the final response", name(response))))
}

/// S4: an interim response comes only where a request with a complete head waits.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn interims_only_where_a_request_waits(seen: &Seen<'_>) -> Result<(), String> {
    let idle = seen.interims().find(|(exchange, interim)| {
        exchange.request.head_end.is_none_or(|end| end > interim.start)
            || exchange.request.error.is_some()
    });
    none(idle.map(|(_, interim)| format!("{} without a request", name(interim))))
}

/// S10: no 2xx or 3xx begins before the head of its request is complete.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn no_success_before_the_head_is_complete(seen: &Seen<'_>) -> Result<(), String> {
    let early = seen.finals().find(|(exchange, response)| {
        let complete = exchange.request.head_end.is_some_and(|end| end <= response.start);
        matches!(response.code(), Some(200..400)) && !complete
    });
    none(early.map(|(_, response)| format!("{} before the end of the head", name(response))))
}

/// S11: responses come in the order of their requests. The site says in some responses which
/// request they answer.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn responses_in_the_order_of_requests(seen: &Seen<'_>) -> Result<(), String> {
    let offsets: Vec<_> = seen.responses().map(|(_, response)| response.offset).collect();
    if !offsets.is_sorted() {
        return Err(format!("responses at octets {offsets:?}"));
    }
    let strange = seen.finals().find(|(exchange, response)| {
        let target = exchange.request.target(&seen.connection.sent);
        let asked = |path: &[u8]| target.windows(path.len()).any(|piece| piece == path);
        match (response.code(), seen.content(response)) {
            (Some(200), b"smuggled\n") => !asked(b"/smuggled"),
            (Some(200), b"next\n") => !asked(b"/next"),
            (Some(200), b"immediate\n") | (Some(204), _) => !asked(b"/immediate"),
            (Some(200), b"received\n") => !asked(b"/upload"),
            (Some(401), _) => !asked(b"/reject-401"),
            (Some(403), _) => !asked(b"/reject"),
            (Some(307), _) => !asked(b"/redirect"),
            _ => false,
        }
    });
    none(strange.map(|(exchange, response)| {
        let target = exchange.request.target(&seen.connection.sent).escape_ascii();
        format!("{} as the answer to {target}", name(response))
    }))
}

/// S14, S15: what is sent before the declared end of a request elicits no response of its own, so
/// no response to the canary in content ever comes.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn content_elicits_no_response(seen: &Seen<'_>) -> Result<(), String> {
    let asked = seen.connection.exchanges.iter().filter(|exchange| {
        let target = exchange.request.target(&seen.connection.sent);
        target.windows(9).any(|piece| piece == b"/smuggled")
    });
    // An echo of the canary is no response to it.
    let answers = seen.finals().filter(|(_, response)| seen.content(response) == b"smuggled\n");
    let (asked, answers) = (asked.count(), answers.count());
    none((answers > asked).then(|| format!("{answers} answers to {asked} requests")))
}

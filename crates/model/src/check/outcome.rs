//! What a reference client may be told.

use expectspec_engine::client::Outcome;

use crate::composition::{Composition, Errand, Framed, GiveUp, Server, User};
use crate::explore::Problem;

/// Checks what came of the requests of a reference client.
pub(super) fn check(composition: &Composition, outcomes: &[Outcome]) -> Result<(), Problem> {
    let User::Reference { errands, .. } = &composition.client else { return Ok(()) };
    for ((number, outcome), errand) in outcomes.iter().enumerate().zip(errands) {
        if !is_allowed(composition, errand, number, outcome) {
            let content = outcome.content.escape_ascii().to_string();
            let what = format!("{} was told {:?} with {content:?}", errand.name, outcome.result);
            return Err(Problem::Outcome(what));
        }
    }
    Ok(())
}

fn is_allowed(
    composition: &Composition,
    errand: &Errand,
    number: usize,
    outcome: &Outcome,
) -> bool {
    let Server::Reference { policy, .. } = composition.origin else { return true };
    let Ok(code) = outcome.result else { return composition.give_up == GiveUp::Sometime };
    let is_chunked = matches!(errand.content, Framed::Chunked(_));
    match code {
        // An answer is to its own request, and the content that it repeats is that request's.
        200 if errand.is_echo() => outcome.content == errand.octets(number),
        code if code == errand.code => true,
        417 => policy == "refuse-all",
        // RFC 9112 §6.1: who believes that the next hop is HTTP/1.0 may ask for a length.
        411 => composition.hops.contains(&"http10-next-hop") && is_chunked,
        408 | 502 | 503 | 504 => composition.give_up == GiveUp::Sometime,
        _ => false,
    }
}

//! What the user of a client is told.

use expectspec_judge::Said;

use super::{Requesting, is_misled};
use crate::invariants::none;

/// C39: the status code that the user is told is that of the final response, never that of an interim
/// one.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn the_final_status_is_told(seen: &Requesting<'_>) -> Result<(), String> {
    // A request may be none that could be read, or the tester may have reset it unread.
    let is_lost = seen.reading.connections.iter().any(is_misled);
    let wrong = seen.told().find_map(|(attempt, said)| {
        let Said::Status(told) = said else { return None };
        if matches!(told, 100 | 102..=199) {
            return Some(format!("{told} as the outcome"));
        }
        let code = (!is_lost).then(|| attempt.and_then(|it| it.code()));
        let wrong = code.filter(|code| *code != Some(told));
        wrong.map(|code| format!("{told} as the outcome, where {code:?} came"))
    });
    none(wrong)
}

/// C45: when the connection ends behind an interim response, the user is told of an error.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn an_end_behind_an_interim_is_an_error(seen: &Requesting<'_>) -> Result<(), String> {
    let wrong = seen.told().find(|(attempt, said)| {
        let ended = attempt.is_some_and(|attempt| {
            let exchange = attempt.exchange();
            let invited = exchange.interims().next().is_some();
            let is_over = attempt.connection.server_gone().is_some();
            invited && is_over && exchange.final_response().is_none() && !attempt.is_misled()
        });
        ended && *said != Said::Failure
    });
    none(wrong.map(|(_, said)| format!("{said:?} behind an interim response and the end")))
}

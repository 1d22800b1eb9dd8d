//! Plays of the references.

use expectspec_judge::{Reading, Transcript, judge_reading};

use super::{IS_THOROUGH, Lot, octets};
use crate::tested::judge;
use crate::{
    Chain, Mediation, Reception, Schedule, interims, invariants, mediate, play, play_chain, receive,
};

/// [`origin_server`](crate::origin_server()), with the judgement at the end and, for some, at one moment
/// before.
///
/// # Panics
/// When something does not hold.
pub fn origin_server(schedule: &Schedule) {
    use crate::origin_server as properties;
    if *IS_THOROUGH {
        return crate::origin_server(schedule);
    }
    let play = play(schedule);
    properties::always_ends(schedule, &play);
    properties::stays_bounded(schedule, &play);
    let mut lot = Lot::of(&schedule.encode());
    match look(&mut lot) {
        Look::Ended => {}
        Look::AtTheEnd => {
            let reading = Reading::of(&play.transcript);
            invariants::check_reading(&play, &reading);
            let findings = judge_reading(&play.transcript, &reading);
            properties::nobody_is_accused(schedule, &play.transcript, &findings);
        }
        Look::Earlier => {
            let transcript = until_some_moment(&play.transcript, &mut lot);
            properties::nobody_is_accused(schedule, &transcript, &judge(&transcript));
        }
        Look::Judge => octets::some(&play.transcript, &mut lot),
    }
}

/// [`client`](crate::client()), with the judgement at the end and, for some, at one moment before, or interim
/// responses put in.
///
/// # Panics
/// When something does not hold.
pub fn client(reception: &Reception) {
    use crate::client as properties;
    if *IS_THOROUGH {
        return crate::client(reception);
    }
    let play = receive(reception);
    properties::always_ends(reception, &play);
    properties::stays_bounded(reception, &play);
    let mut lot = Lot::of(&reception.encode());
    match look(&mut lot) {
        Look::Ended => {}
        Look::AtTheEnd => {
            let reading = Reading::of(&play.transcript);
            invariants::requesting::check(reception, &reading);
            let findings = judge_reading(&play.transcript, &reading);
            properties::nobody_is_accused(reception, &play.transcript, findings);
        }
        Look::Earlier => {
            let transcript = until_some_moment(&play.transcript, &mut lot);
            properties::nobody_is_accused(reception, &transcript, judge(&transcript));
        }
        Look::Judge => match lot.below(2) {
            0 => interims::interims_change_nothing(reception),
            _ => octets::some(&play.transcript, &mut lot),
        },
    }
}

/// [`intermediary`](crate::intermediary()), with the judgement at the end and, for some, at one moment
/// before.
///
/// # Panics
/// When something does not hold.
pub fn intermediary(mediation: &Mediation) {
    use crate::intermediary as properties;
    if *IS_THOROUGH {
        return crate::intermediary(mediation);
    }
    let play = mediate(mediation);
    properties::always_ends(mediation, &play);
    let mut lot = Lot::of(&mediation.encode());
    match look(&mut lot) {
        Look::Ended => {}
        Look::AtTheEnd => {
            let reading = Reading::of(&play.transcript);
            invariants::relaying::check_reading(&play.transcript, &reading, play.latency);
            let findings = judge_reading(&play.transcript, &reading);
            properties::nobody_is_accused(mediation, &play.transcript, findings);
        }
        Look::Earlier => {
            let transcript = until_some_moment(&play.transcript, &mut lot);
            properties::nobody_is_accused(mediation, &transcript, judge(&transcript));
        }
        Look::Judge => octets::some(&play.transcript, &mut lot),
    }
}

/// [`chain`](crate::chain()), of which one client, intermediary or server is looked at, for some.
///
/// # Panics
/// When something does not hold.
pub fn chain(chain: &Chain) {
    use crate::chain as properties;
    if *IS_THOROUGH {
        return crate::chain(chain);
    }
    let play = play_chain(chain);
    properties::everyone_comes_to_an_end(chain, &play);
    properties::content_comes_through(chain, &play);
    let mut lot = Lot::of(&chain.encode());
    match lot.below(8) {
        0 => {
            let client = lot.below(chain.clients.len());
            properties::a_client_sees_what_it_would_see_alone(chain, &play, client);
        }
        1 => {
            properties::one_is_judged_to_conform(chain, &play, lot.below(properties::seats(&play)))
        }
        2 => {
            let hop = &play.hops[lot.below(play.hops.len())];
            invariants::relaying::check(hop, chain.latency_max());
        }
        _ => {}
    }
}

/// What a play is looked at for.
enum Look {
    /// Whether it ended, and within its bounds.
    Ended,
    /// The invariants, and the judgement at the end.
    AtTheEnd,
    /// Judged as if the tester had stopped watching earlier.
    Earlier,
    /// The judge itself.
    Judge,
}

fn look(lot: &mut Lot) -> Look {
    match lot.below(32) {
        0..4 => Look::AtTheEnd,
        4..6 => Look::Earlier,
        6 => Look::Judge,
        _ => Look::Ended,
    }
}

/// The beginning of a transcript.
fn until_some_moment(transcript: &Transcript, lot: &mut Lot) -> Transcript {
    let entries = &transcript.entries[..lot.below(transcript.entries.len())];
    Transcript { transport: transcript.transport.clone(), entries: entries.to_vec(), ..*transcript }
}

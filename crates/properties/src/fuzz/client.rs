//! Receptions of the reference client.

use expectspec_judge::{Reading, Transcript, judge, judge_reading};

use super::{IS_THOROUGH, Lot};
use crate::{Reception, interims, invariants, judging, receive};

/// [`client`](crate::client()), with the judgement at the end, at one moment before, or without one, as
/// the input draws it.
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
    match lot.below(32) {
        0..4 => {
            let reading = Reading::of(&play.transcript);
            invariants::requesting::check(reception, &reading);
            let findings = judge_reading(&play.transcript, &reading);
            properties::nobody_is_accused(reception, &play.transcript, findings);
        }
        4..6 => {
            let entries = &play.transcript.entries[..lot.below(play.transcript.entries.len())];
            let transport = play.transcript.transport.clone();
            let earlier = Transcript { transport, entries: entries.to_vec(), ..play.transcript };
            properties::nobody_is_accused(reception, &earlier, judge(&earlier));
        }
        6 => match lot.below(3) {
            0 => judging::is_deterministic(&play.transcript),
            1 => judging::text_is_lossless(&play.transcript),
            _ => judging::jitter_breaks_nothing(&play.transcript),
        },
        7 => interims::interims_change_nothing(reception),
        _ => {}
    }
}

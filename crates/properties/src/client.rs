//! The reference client under any reception.

use core::time::Duration;

use expectspec_engine::client::{Policy, Replay};
use expectspec_judge::{Basis, Finding, Reading, Transcript};
use expectspec_requirements::{CLI_005, Profile, Verdict};

use crate::intermediary::words;
use crate::tested::judge;
use crate::{HostStep, Reception, ReceptionPlay, interims, invariants, judging, receive};

/// Everything that holds of the reference client under one reception.
///
/// # Panics
/// When something does not hold.
pub fn client(reception: &Reception) {
    let play = receive(reception);
    always_ends(reception, &play);
    stays_bounded(reception, &play);
    invariants::requesting::check(reception, &Reading::of(&play.transcript));
    is_judged_to_conform(reception, &play);
    is_judged_to_conform_at_every_moment(reception, &play);
    judging::total(&play.transcript);
    interims::interims_change_nothing(reception);
}

/// Whatever an origin server does, every request has an outcome, and the client is done in time.
///
/// # Panics
/// When it is not.
pub fn always_ends(reception: &Reception, play: &ReceptionPlay) {
    assert!(play.is_done, "{reception:?}{}", play.transcript);
    assert_eq!(play.outcomes.len(), reception.asks.len(), "{reception:?}{}", play.transcript);
    let timers = reception.policy().timers;
    let attempts: u32 = play.outcomes.iter().map(|outcome| outcome.attempts).sum();
    let asks = u32::try_from(reception.asks.len()).unwrap_or(u32::MAX);
    // Nobody counts an attempt that took nothing along.
    let bound = (attempts + asks) * (timers.exchange + timers.connect)
        + asks * (reception.rest.time + timers.idle)
        + Duration::from_secs(1);
    assert!(play.over < bound, "{:?}\n{reception:?}{}", play.over, play.transcript);
}

/// The client holds no more than a head, or what came at once.
///
/// # Panics
/// When it does.
pub fn stays_bounded(reception: &Reception, play: &ReceptionPlay) {
    let Policy { limits, interim_octets_max, piece_octets_max, .. } = reception.policy();
    let write = |step: &HostStep| match step {
        HostStep::Answer(word) => word.octets.len(),
        HostStep::Octets(octets) => octets.len(),
        _ => 0,
    };
    let write_max = reception.steps.iter().map(write).max().unwrap_or(0);
    let held_max = limits.start_line_octets_max
        + limits.field_section_octets_max
        + interim_octets_max
        + 2 * (write_max + piece_octets_max);
    let held = play.octets_held_max;
    assert!(held <= held_max, "{held} octets held\n{reception:?}{}", play.transcript);
}

/// The judge finds that the reference conforms, in every profile that its policy claims.
///
/// # Panics
/// When it finds something else: either the reference deviates, or the judge accuses falsely.
pub fn is_judged_to_conform(reception: &Reception, play: &ReceptionPlay) {
    nobody_is_accused(reception, &play.transcript, judge(&play.transcript));
}

/// A tester that stopped watching at any moment finds the same.
///
/// # Panics
/// When it does not.
pub fn is_judged_to_conform_at_every_moment(reception: &Reception, play: &ReceptionPlay) {
    let mut transcript = play.transcript.clone();
    while transcript.entries.pop().is_some() {
        nobody_is_accused(reception, &transcript, judge(&transcript));
    }
}

/// None of these findings accuses the client.
pub(crate) fn nobody_is_accused(
    reception: &Reception,
    transcript: &Transcript,
    findings: Vec<Finding>,
) {
    // No tester refuses a connection, and no transcript shows it.
    if reception.steps.contains(&HostStep::Refuse) {
        return;
    }
    let is_spent = reception.asks.iter().any(|ask| ask.manner.replay == Replay::Impossible);
    let accused = findings.into_iter().find(|finding| {
        // Content that can't be sent again is a reason that no transcript shows.
        let has_reason = is_spent && core::ptr::eq(finding.requirement, &CLI_005);
        // What a slow connection makes look late, a tester would look at again.
        let is_slow = reception.pace.time > Duration::ZERO && finding.basis == Basis::Clock;
        // So would it look again at a response that came when the client had given up already.
        let may_cross = reception.latency.time > Duration::ZERO
            && match finding.mark {
                // One that gave up had no reason to repeat anything.
                "not-repeated" => true,
                mark => finding.basis == Basis::Clock && CROSSING.contains(&mark),
            };
        !has_reason && !is_slow && !may_cross && is_accused(reception.policy, finding)
    });
    assert!(accused.is_none(), "{}\n{reception:?}{transcript}", words(accused));
}

/// What rests on a clock and is said of a client that gave up as a response came.
const CROSSING: [&str; 3] = ["closed-at-interim", "dropped", "failed"];

/// Whether a finding accuses a client with this policy.
pub(crate) fn is_accused(policy: &str, finding: &Finding) -> bool {
    let on_purpose = DISCOURAGED.contains(&(policy, finding.requirement.id));
    let bound = if on_purpose { Verdict::Discouraged } else { Verdict::Inconclusive };
    CLAIMS.iter().any(|profile| finding.verdict(*profile) > bound)
}

/// The profiles that every policy of a client claims to conform to.
pub const CLAIMS: [Profile; 3] = [Profile::Rfc9110, Profile::Rfc7231, Profile::Desync];

/// What a policy of a client is discouraged for, on purpose.
const DISCOURAGED: &[(&str, &str)] = &[
    // It leaves a 417 to its user, as most libraries do.
    ("delivering", "EXP-CLI-005"),
    // It waits for a 100 (Continue) for as long as a request may take.
    ("patient-for-ever", "EXP-CLI-004"),
];

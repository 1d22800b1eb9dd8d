//! The reference intermediary under any mediation.

use core::time::Duration;

use expectspec_judge::{Finding, Transcript};
use expectspec_requirements::{Profile, Requirement, Verdict};

use crate::tested::judge;
use crate::{Action, Mediation, MediationPlay, Move, OriginStep, invariants, judging, mediate};

/// Everything that holds of the reference intermediary under one mediation.
///
/// # Panics
/// When something does not hold.
pub fn intermediary(mediation: &Mediation) {
    let play = mediate(mediation);
    always_ends(mediation, &play);
    invariants::relaying::check(&play.transcript, play.latency);
    is_judged_to_conform(mediation, &play);
    is_judged_to_conform_at_every_moment(mediation, &play);
    judging::total(&play.transcript);
}

/// Whatever its peers do, the intermediary ends every connection, soon after their last action. They
/// may wait when nobody is left to wait for.
///
/// # Panics
/// When it does not.
pub fn always_ends(mediation: &Mediation, play: &MediationPlay) {
    assert_eq!(play.links_left, 0, "{}", play.transcript);
    let last_us = play.transcript.entries.last().map_or(0, |entry| entry.at_us);
    let lasted = play.over.saturating_sub(Duration::from_micros(last_us));
    let waits = mediation.moves.iter().map(|it| match it {
        Move::Client(Action::Wait(time)) | Move::Origin(OriginStep::Wait(time)) => time.time,
        _ => Duration::ZERO,
    });
    let bound = Duration::from_secs(600) + waits.sum::<Duration>();
    assert!(lasted < bound, "{lasted:?}\n{}", play.transcript);
}

/// The judge finds that the reference conforms, in every profile that its policy claims.
///
/// # Panics
/// When it finds something else: either the reference deviates, or the judge accuses falsely.
pub fn is_judged_to_conform(mediation: &Mediation, play: &MediationPlay) {
    nobody_is_accused(mediation, &play.transcript, judge(&play.transcript));
}

/// A tester that stopped watching at any moment finds the same.
///
/// # Panics
/// When it does not.
pub fn is_judged_to_conform_at_every_moment(mediation: &Mediation, play: &MediationPlay) {
    let mut transcript = play.transcript.clone();
    while transcript.entries.pop().is_some() {
        nobody_is_accused(mediation, &transcript, judge(&transcript));
    }
}

/// None of these findings accuses the intermediary.
pub(crate) fn nobody_is_accused(
    mediation: &Mediation,
    transcript: &Transcript,
    findings: Vec<Finding>,
) {
    let accused = accusation(findings);
    assert!(accused.is_none(), "{}\n{mediation:?}{transcript}", words(accused));
}

/// The first finding that is worse than a free choice in a profile that is claimed.
pub(crate) fn accusation(findings: Vec<Finding>) -> Option<Finding> {
    findings.into_iter().find(|finding| {
        let verdicts = CLAIMS.iter().map(|profile| finding.verdict(*profile));
        verdicts.max().unwrap_or(Verdict::Conforms) > Verdict::Inconclusive
    })
}

pub(crate) fn words(accused: Option<Finding>) -> String {
    accused.map_or_else(String::new, |finding| {
        let Finding { requirement, outcome, mark, expected, found, entry, .. } = finding;
        let Requirement { id, .. } = requirement;
        format!("{id} {outcome} ({mark}) at {entry}: expected {expected}; found {found}")
    })
}

/// The profiles that every policy of an intermediary claims to conform to. What it relays may be
/// discouraged (RFC 9110 has no word against two 100s), so none claims the strict one.
pub const CLAIMS: &[Profile] = &[Profile::Rfc9110, Profile::Rfc7231, Profile::Desync];

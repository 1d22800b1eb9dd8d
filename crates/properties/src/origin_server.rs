//! The reference origin server under any schedule.

use core::time::Duration;

use expectspec_engine::origin_server::State;
use expectspec_engine::site::Site;
use expectspec_judge::{Direction, Event, Finding, Transcript};
use expectspec_requirements::{GRM_017, Outcome, Profile, Requirement, Verdict};

use crate::tested::judge;
use crate::{Action, Play, Schedule, invariants, judging, play};

/// Everything that holds of the reference origin server under one schedule.
///
/// # Panics
/// When something does not hold.
pub fn origin_server(schedule: &Schedule) {
    let play = play(schedule);
    always_ends(schedule, &play);
    stays_bounded(schedule, &play);
    invariants::check(&play);
    is_judged_to_conform(schedule, &play);
    is_judged_to_conform_at_every_moment(schedule, &play);
    judging::total(&play.transcript);
}

/// Whatever a client does, the server ends the connection, soon after the client's last action. That
/// may be a wait.
///
/// # Panics
/// When it does not.
pub fn always_ends(schedule: &Schedule, play: &Play) {
    assert_eq!(play.state, State::Closed, "{}", play.transcript);
    let last_us = play.transcript.entries.last().map_or(0, |entry| entry.at_us);
    let lasted = play.over.saturating_sub(Duration::from_micros(last_us));
    let waits = schedule.actions.iter().map(|action| match action {
        Action::Wait(time) => time.time,
        _ => Duration::ZERO,
    });
    let bound = Duration::from_secs(600) + waits.sum::<Duration>();
    assert!(lasted < bound, "{lasted:?}\n{}", play.transcript);
}

/// The server neither holds nor sends more than a small multiple of what came.
///
/// # Panics
/// When it does.
pub fn stays_bounded(schedule: &Schedule, play: &Play) {
    let policy = schedule.policy();
    let write = |actions: &[Action]| actions.iter().map(Action::octets_len).sum::<usize>();
    let waits = |action: &Action| matches!(action, Action::Wait(_));
    let write_max = schedule.actions.split(waits).map(write).max().unwrap_or(0);
    // What the site echoes lies in the output, all of it, until the transport takes it.
    let echo_max = play.octets_sent.min(ECHO_OCTETS_MAX);
    let held_max = policy.input_octets_max
        + echo_max
        + policy.output_octets_max
        + policy.limits.start_line_octets_max
        + policy.limits.field_section_octets_max
        + 2 * write_max
        + RESPONSE_OCTETS_MAX;
    assert!(play.octets_held_max <= held_max, "{} octets held", play.octets_held_max);
    // The shortest request has 18 octets; the longest response to it is far below 360.
    let sent_max = 20 * play.octets_sent + 2 * RESPONSE_OCTETS_MAX;
    assert!(play.octets_received <= sent_max, "{} octets sent", play.octets_received);
}

/// The judge finds that the reference conforms, in every profile that its policy claims.
///
/// # Panics
/// When it finds something else: either the reference deviates, or the judge accuses falsely.
pub fn is_judged_to_conform(schedule: &Schedule, play: &Play) {
    nobody_is_accused(schedule, &play.transcript, &judge(&play.transcript));
}

/// None of these findings accuses the server.
pub(crate) fn nobody_is_accused(
    schedule: &Schedule,
    transcript: &Transcript,
    findings: &[Finding],
) {
    let way = schedule.latency.time;
    let mut accusing = accusing_server(schedule.policy, findings);
    let accused = accusing.find(|finding| !fin_crossed_a_request(finding, transcript, way));
    assert!(accused.is_none(), "{}\n{schedule:?}{transcript}", words(accused));
}

/// A tester that stopped watching at any moment finds the same.
///
/// # Panics
/// When it does not.
pub fn is_judged_to_conform_at_every_moment(schedule: &Schedule, play: &Play) {
    let mut transcript = play.transcript.clone();
    while transcript.entries.pop().is_some() {
        nobody_is_accused(schedule, &transcript, &judge(&transcript));
    }
}

/// The first finding that is worse than a free choice, or than the hazard that the policy takes.
pub(crate) fn accusation_of_server<'a>(
    policy: &'a str,
    findings: &'a [Finding],
) -> Option<&'a Finding> {
    accusing_server(policy, findings).next()
}

fn accusing_server<'a>(
    policy: &'a str,
    findings: &'a [Finding],
) -> impl Iterator<Item = &'a Finding> {
    let profiles = claims(policy);
    findings.iter().filter(move |finding| {
        let verdicts = profiles.iter().map(|profile| finding.verdict(*profile));
        let gravest = verdicts.max().unwrap_or(Verdict::Conforms);
        let bound =
            if takes(policy, finding) { Verdict::Discouraged } else { Verdict::Inconclusive };
        gravest > bound
    })
}

/// Whether the server closed an idle connection while a request was under way to it. The judge, which
/// knows of no way, warns of it; it is nobody's fault (RFC 9112 §9.5).
fn fin_crossed_a_request(finding: &Finding, transcript: &Transcript, way: Duration) -> bool {
    let mut octets_us = None;
    let mut entries = transcript.entries.iter();
    let fin_us = entries.find_map(|entry| match &entry.event {
        Event::Octets(Direction::ToSubject, _) => {
            octets_us = Some(entry.at_us);
            None
        }
        Event::End(Direction::FromSubject) => Some(entry.at_us),
        _ => None,
    });
    let (Some(octets_us), Some(fin_us)) = (octets_us, fin_us) else { return false };
    let since = Duration::from_micros(fin_us - octets_us);
    let is_of_the_end = match finding.outcome {
        Outcome::Doubtful => finding.mark == "closed",
        _ => finding.mark == "dropped",
    };
    is_of_the_end && since < 2 * way
}

/// Whether this is what the policy does on purpose although it is discouraged.
fn takes(policy: &str, finding: &Finding) -> bool {
    HAZARDS.iter().any(|hazard| {
        hazard.policy == policy
            && core::ptr::eq(hazard.requirement, finding.requirement)
            && hazard.mark == finding.mark
    })
}

fn words(accused: Option<&Finding>) -> String {
    accused.map_or_else(String::new, |finding| {
        let Finding { requirement, outcome, mark, expected, found, entry, .. } = finding;
        format!(
            "{} {outcome} ({mark}) at {entry}: expected {expected}; found {found}",
            requirement.id
        )
    })
}

/// The profiles that a policy claims to conform to.
#[must_use]
pub fn claims(policy: &str) -> &'static [Profile] {
    match policy {
        "default" => &[Profile::Rfc9110, Profile::Rfc7231, Profile::Strict, Profile::Desync],
        "rfc2616" => &[Profile::Rfc2616],
        // It takes an empty list for an error.
        "bad-request" => &[Profile::Rfc7231],
        _ => &[Profile::Rfc9110, Profile::Rfc7231],
    }
}

/// Something legal but hazardous that a policy does on purpose.
#[derive(Clone, Copy, Debug)]
pub struct Hazard {
    /// The name of the policy.
    pub policy: &'static str,
    /// The requirement whose monitor warns of it.
    pub requirement: &'static Requirement,
    /// What the monitor calls it.
    pub mark: &'static str,
}

/// Every hazard that a policy takes.
pub static HAZARDS: &[Hazard] = &[
    // It reads `100-continue x` as 100-continue: an invalid construct, so it may, but it is a loose
    // match.
    Hazard { policy: "recovering", requirement: &GRM_017, mark: "continue" },
];

/// The most octets of content that the site echoes.
const ECHO_OCTETS_MAX: usize = Site::CONTENT_OCTETS_MAX as usize;

/// More than any response of the site has, but for the content that it echoes.
const RESPONSE_OCTETS_MAX: usize = 1024;

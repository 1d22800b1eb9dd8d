//! The judge: every monitor over every connection of a transcript.

use crate::monitors::TABLE;
use crate::{Finding, Findings, Reading, Transcript, View};

/// What a transcript shows of each requirement that it exercises. The same transcript gives the
/// same findings, wherever it came from.
///
/// ```
/// use expectspec_judge::{Transcript, judge};
/// use expectspec_requirements::{Outcome, SRV_004};
///
/// let transcript: Transcript = "# subject: origin-server  transport: h1/tcp
///     0.000 outbound > GET / HTTP/1.0
///                    >
///     0.300 outbound < HTTP/1.1 100 Continue
///                    <
///                    < HTTP/1.1 204 No Content
///                    <
/// ".parse().expect("a transcript");
/// let broken = judge(&transcript)
///     .into_iter()
///     .find(|finding| finding.outcome == Outcome::Broken)
///     .expect("a finding");
/// assert_eq!(broken.requirement.id, SRV_004.id);
/// assert_eq!(broken.entry, 1);
/// ```
#[must_use]
pub fn judge(transcript: &Transcript) -> Vec<Finding> {
    judge_reading(transcript, &Reading::of(transcript))
}

/// As [`judge()`], for a transcript that has been read already.
#[must_use]
pub fn judge_reading(transcript: &Transcript, reading: &Reading) -> Vec<Finding> {
    let mut findings = Findings::with_room();
    for connection in &reading.connections {
        if reading.is_tunnel(connection) {
            // What passes there, the intermediary does not say.
            continue;
        }
        let Transcript { subject, form, windows, .. } = *transcript;
        let view = View { connection, windows, subject, form, reading };
        for monitor in TABLE.iter().copied().flatten() {
            if monitor.role.on(connection.side, transcript.subject) {
                let before = findings.count();
                (monitor.watch)(&view, &mut findings);
                debug_assert!(
                    findings.are_of(before, monitor.requirements),
                    "a monitor speaks of its own requirements only"
                );
                debug_assert!(
                    findings.accuse_whom_they_bind(before, form),
                    "no monitor accuses an intermediary of what binds another form only"
                );
            }
        }
    }
    findings.into_vec()
}

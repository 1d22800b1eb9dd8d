//! The judge on any transcript.

use expectspec_judge::{Finding, Reading, Transcript, Windows, judge, judge_reading};
use expectspec_requirements::Outcome;

use crate::any_transcript;

/// Everything that holds of the judge on one transcript.
///
/// # Panics
/// When something does not hold.
pub fn total(transcript: &Transcript) {
    is_deterministic(transcript);
    text_is_lossless(transcript);
    jitter_breaks_nothing(transcript);
}

/// The same of the transcript that these octets [stand for](any_transcript).
///
/// # Panics
/// When something does not hold.
pub fn any_octets(octets: &[u8]) {
    total(&any_transcript(octets));
}

/// Judging a transcript always ends, never panics, and gives the same findings each time; each
/// names an entry of the transcript.
///
/// # Panics
/// When it does not.
pub fn is_deterministic(transcript: &Transcript) {
    let findings = judge(transcript);
    assert_eq!(words(&findings), words(&judge(transcript)));
    assert_eq!(words(&findings), words(&judge_reading(transcript, &Reading::of(transcript))));
    for finding in &findings {
        let entry = usize::try_from(finding.entry).unwrap_or(usize::MAX);
        assert!(
            entry < transcript.entries.len(),
            "{} {}\n{transcript}",
            finding.requirement.id,
            finding.mark
        );
        let explained = !finding.expected.is_empty() && !finding.found.is_empty();
        let accuses = matches!(finding.outcome, Outcome::Doubtful | Outcome::Broken);
        assert!(explained || !accuses, "{} {}\n{transcript}", finding.requirement.id, finding.mark);
    }
}

/// A transcript prints and parses without loss, so the verdict of a saved transcript is the verdict
/// of the run.
///
/// # Panics
/// When something is lost.
pub fn text_is_lossless(transcript: &Transcript) {
    let text = transcript.to_string();
    let read: Transcript = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(read, *transcript, "{text}");
    assert_eq!(read.to_string(), text);
    assert_eq!(words(&judge(&read)), words(&judge(transcript)));
}

/// Any text is a transcript or an error with a line number, and what was read from it prints and
/// parses without loss.
///
/// # Panics
/// When it does not.
pub fn any_text(text: &str) {
    match text.parse::<Transcript>() {
        Ok(transcript) => total(&transcript),
        Err(error) => assert!(error.line >= 1 && error.line <= text.lines().count().max(1)),
    }
}

/// Where a tester sees everything late, in the same order, nothing is broken but what would be
/// broken in time had the windows been shorter, or longer, by as much. It is late by at most one
/// [`JITTER_PART`] of the shortest window.
///
/// # Panics
/// When something is.
pub fn jitter_breaks_nothing(transcript: &Transcript) {
    let Windows { immediate_us, final_us, quiet_us, close_us } = transcript.windows;
    let shortest_us = immediate_us.min(final_us).min(quiet_us).min(close_us);
    let jitter_us = shortest_us / JITTER_PART;
    let shorter = judge(&with_windows(transcript, |window_us| window_us - jitter_us));
    let longer = judge(&with_windows(transcript, |window_us| window_us.saturating_add(jitter_us)));
    let known: Vec<_> = broken(&shorter).chain(broken(&longer)).collect();
    for seed in 1..=3 {
        let late = jittered(transcript, jitter_us, seed);
        let findings = judge(&late);
        let new = broken(&findings).find(|it| !known.contains(it));
        assert!(new.is_none(), "{new:?}\n{late}");
    }
}

/// The most that a tester may be late by is the shortest window divided by this.
pub const JITTER_PART: u64 = 4;

fn with_windows(transcript: &Transcript, change: impl Fn(u64) -> u64) -> Transcript {
    let Windows { immediate_us, final_us, quiet_us, close_us } = transcript.windows;
    let windows = Windows {
        immediate_us: change(immediate_us),
        final_us: change(final_us),
        quiet_us: change(quiet_us),
        close_us: change(close_us),
    };
    Transcript { windows, ..transcript.clone() }
}

fn broken(findings: &[Finding]) -> impl Iterator<Item = (&'static str, &'static str)> {
    let broken = findings.iter().filter(|finding| finding.outcome == Outcome::Broken);
    broken.map(|finding| (finding.requirement.id, finding.mark))
}

fn jittered(transcript: &Transcript, jitter_us: u64, seed: u64) -> Transcript {
    let mut random = seed;
    let mut at_us = 0;
    let mut late = transcript.clone();
    for entry in &mut late.entries {
        // The generator of Knuth's MMIX; its high bits will do.
        random = random.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        let late_us = (random >> 33) % (jitter_us + 1);
        at_us = entry.at_us.saturating_add(late_us).max(at_us);
        entry.at_us = at_us;
    }
    late
}

/// Findings in a form that can be compared.
fn words(findings: &[Finding]) -> Vec<(&str, Outcome, &str, &str, u32)> {
    findings
        .iter()
        .map(|it| (it.requirement.id, it.outcome, it.mark, &*it.found, it.entry))
        .collect()
}

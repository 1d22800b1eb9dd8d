//! The judge on any transcript.

use expectspec_judge::{Finding, Reading, Transcript, TranscriptError, Windows, judge_reading};
use expectspec_requirements::Outcome;

use crate::any_transcript;
use crate::tested::{judge, print};

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
    assert!(are_alike(&findings, &judge(transcript)), "{transcript}");
    let read_before = judge_reading(transcript, &Reading::of(transcript));
    assert!(are_alike(&findings, &read_before), "{transcript}");
    findings_are_explained(transcript, &findings);
}

/// Each finding names an entry of the transcript, and one that accuses says what was expected and what
/// was found.
///
/// # Panics
/// When one does not.
pub fn findings_are_explained(transcript: &Transcript, findings: &[Finding]) {
    for finding in findings {
        let Finding { requirement, mark, .. } = finding;
        let entry = usize::try_from(finding.entry).unwrap_or(usize::MAX);
        assert!(entry < transcript.entries.len(), "{} {mark}\n{transcript}", requirement.id);
        let explained = !finding.expected.is_empty() && !finding.found.is_empty();
        let accuses = matches!(finding.outcome, Outcome::Doubtful | Outcome::Broken);
        assert!(explained || !accuses, "{} {mark}\n{transcript}", requirement.id);
    }
}

/// A transcript prints and parses without loss, so the verdict of a saved transcript is the verdict
/// of the run.
///
/// # Panics
/// When something is lost.
pub fn text_is_lossless(transcript: &Transcript) {
    let read = print_and_read(transcript);
    assert!(are_alike(&judge(&read), &judge(transcript)), "{transcript}");
}

/// The transcript as it is read from its text form: the same.
pub(crate) fn print_and_read(transcript: &Transcript) -> Transcript {
    let text = print(transcript);
    let read = text.parse::<Transcript>().unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(read, *transcript, "{text}");
    assert_eq!(print(&read), text);
    read
}

/// Any text is a transcript or an error with a line number, and what was read from it prints and
/// parses without loss.
///
/// # Panics
/// When it does not.
pub fn any_text(text: &str) {
    match text.parse::<Transcript>() {
        Ok(transcript) => total(&transcript),
        Err(error) => names_a_line(text, &error),
    }
}

/// The error names a line of the text.
pub(crate) fn names_a_line(text: &str, error: &TranscriptError) {
    assert!(error.line >= 1 && error.line <= text.lines().count().max(1), "{error}");
}

/// Where a tester sees everything late, in the same order, nothing is broken but what would be
/// broken in time had the windows been shorter, or longer, by as much. It is late by at most one
/// [`JITTER_PART`] of the shortest window.
///
/// # Panics
/// When something is.
pub fn jitter_breaks_nothing(transcript: &Transcript) {
    jitter_of_breaks_nothing(transcript, 1..=3);
}

/// The same for the delays that follow from these seeds.
pub(crate) fn jitter_of_breaks_nothing(
    transcript: &Transcript,
    seeds: impl IntoIterator<Item = u64>,
) {
    let Windows { immediate_us, final_us, quiet_us, close_us } = transcript.windows;
    let shortest_us = immediate_us.min(final_us).min(quiet_us).min(close_us);
    let jitter_us = shortest_us / JITTER_PART;
    let shorter = judge(&with_windows(transcript, |window_us| window_us - jitter_us));
    let longer = judge(&with_windows(transcript, |window_us| window_us.saturating_add(jitter_us)));
    let known: Vec<_> = broken(&shorter).chain(broken(&longer)).collect();
    for seed in seeds {
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

/// Whether both say the same, in the same order.
pub(crate) fn are_alike(some: &[Finding], others: &[Finding]) -> bool {
    let is_alike = |(one, other): (&Finding, &Finding)| {
        core::ptr::eq(one.requirement, other.requirement)
            && one.outcome == other.outcome
            && one.mark == other.mark
            && one.found == other.found
            && one.entry == other.entry
    };
    some.len() == others.len() && some.iter().zip(others).all(is_alike)
}

//! What parsers and judge say, with a defect.

use std::sync::atomic::{AtomicU32, Ordering};

use expectspec_judge::{Finding, Transcript};
use expectspec_message::{AnomalyKind, Expectations, Head, HeadError, Progress};
use expectspec_requirements::{Outcome, SRV_004};

use super::planted;

pub(crate) fn read_expectations(sum: &mut Expectations, line: &[u8]) {
    let before = sum.empty;
    sum.read(line);
    match planted() {
        Some("empty-members-unknown") => sum.others += sum.empty - before,
        Some("quoted-comma-splits") if holds(line, b"=\"\\,") => sum.malformed += 1,
        _ => {}
    }
}

pub(crate) fn head(
    read: (Result<Progress<usize>, HeadError>, Head),
    octets: &[u8],
    lens: &[usize],
) -> (Result<Progress<usize>, HeadError>, Head) {
    let (progress, mut head) = read;
    match (planted(), progress) {
        (Some("nul-overlooked"), _) => head.anomalies.retain(|it| it.kind != AnomalyKind::Nul),
        (Some("cut-line-end"), Ok(Progress::Complete(len)))
            if lens.contains(&(len - 1)) && octets[..len].ends_with(b"\r\n\r\n") =>
        {
            head.fields.pop();
        }
        _ => {}
    }
    (progress, head)
}

pub(crate) fn chunked_content(mut content: Vec<u8>, octets: &[u8]) -> Vec<u8> {
    match planted() {
        Some("extension-counts") if octets.contains(&b';') => drop(content.pop()),
        Some("zeros-count") if holds(octets, b"000000000") => content.clear(),
        _ => {}
    }
    content
}

pub(crate) fn print(transcript: &Transcript) -> String {
    match planted() {
        Some("nul-dropped") => transcript.to_string().replace("\\x00", ""),
        Some("small-connections") => {
            let mut transcript = transcript.clone();
            transcript.entries.iter_mut().for_each(|entry| entry.connection %= 10);
            transcript.to_string()
        }
        _ => transcript.to_string(),
    }
}

pub(crate) fn judge(transcript: &Transcript) -> Vec<Finding> {
    static JUDGED: AtomicU32 = AtomicU32::new(0);
    let mut findings = expectspec_judge::judge(transcript);
    match planted() {
        Some("forgetful") if JUDGED.fetch_add(1, Ordering::Relaxed) % 7 == 6 => {
            drop(findings.pop())
        }
        Some("unexplained") => {
            let accuses = |it: &&mut Finding| {
                core::ptr::eq(it.requirement, &SRV_004) && it.outcome == Outcome::Broken
            };
            findings.iter_mut().filter(accuses).for_each(|it| it.found = "".into());
        }
        _ => {}
    }
    findings
}

fn holds(octets: &[u8], piece: &[u8]) -> bool {
    octets.windows(piece.len()).any(|window| window == piece)
}

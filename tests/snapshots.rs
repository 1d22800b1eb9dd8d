//! The transcript and the findings of every case against the reference, byte for byte.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use expectspec_engine::origin_server::Policy;
use expectspec_engine::{client, intermediary};
use expectspec_requirements::Profile;
use expectspec_runner::{CaseRun, Run};
use expectspec_tests::{root, run_reference, run_reference_client, run_reference_intermediary};

/// The policy that offers a protocol to upgrade to, and is else the default.
fn policy() -> Policy {
    Policy::preset("upgrading").expect("a preset of this name")
}

/// The file name of a case's snapshot.
fn name(id: &str) -> String {
    id.replace('/', "__")
}

fn describe(case: &CaseRun) -> String {
    let mut text = format!("verdict: {:?}\n", case.verdict);
    for finding in case.findings() {
        write!(
            text,
            "{} {:?} {} @{}",
            finding.requirement.id, finding.outcome, finding.mark, finding.entry
        )
        .expect("a String takes all that is written");
        if !finding.found.is_empty() {
            write!(text, ": {}", finding.found).expect("a String takes all that is written");
        }
        text.push('\n');
    }
    text.push('\n');
    text += &case.transcript().map(ToString::to_string).unwrap_or_default();
    text
}

/// The references against every case of their party.
fn runs() -> [Run; 3] {
    let client = client::Policy::preset("following").expect("a preset of this name");
    let forward = intermediary::Policy::preset("forward").expect("a preset of this name");
    [
        run_reference(policy(), Profile::Rfc9110),
        run_reference_client(&client, Profile::Rfc9110),
        run_reference_intermediary(&forward, Profile::Rfc9110),
    ]
}

fn cases(runs: &[Run]) -> impl Iterator<Item = &CaseRun> {
    runs.iter().flat_map(|run| &run.cases)
}

#[test]
fn every_case_against_the_reference_is_as_recorded() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("snapshots").join("reference"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for case in cases(&runs()) {
        settings.set_description(case.case.purpose);
        settings.bind(|| insta::assert_snapshot!(name(case.case.id), describe(case)));
    }
}

#[test]
fn every_snapshot_has_a_case() {
    let cases: BTreeSet<String> =
        expectspec_catalogue::all().iter().map(|case| name(case.id) + ".snap").collect();
    let folder = std::fs::read_dir(root().join("snapshots").join("reference")).expect("snapshots");
    for entry in folder {
        let file = entry.expect("an entry").file_name().into_string().expect("a plain name");
        assert!(cases.contains(&file), "{file} has no case");
    }
}

#[test]
fn a_run_is_the_same_every_time() {
    let texts = || cases(&runs()).map(describe).collect::<Vec<_>>();
    assert!(texts() == texts(), "two runs in virtual time differ");
}

#[test]
fn the_verdict_of_a_saved_transcript_is_the_verdict_of_the_run() {
    for case in cases(&runs()) {
        let Some(transcript) = case.transcript() else { continue };
        let saved: expectspec_judge::Transcript =
            transcript.to_string().parse().expect("what was printed parses");
        assert_eq!(&saved, transcript, "{}", case.case.id);
        let again = expectspec_judge::judge(&saved);
        // Relations come behind the transcript's own findings.
        for (one, other) in again.iter().zip(case.findings()) {
            let key = |finding: &expectspec_judge::Finding| {
                (finding.requirement.id, finding.outcome, finding.mark, finding.entry)
            };
            assert_eq!(key(one), key(other), "{}", case.case.id);
        }
    }
}

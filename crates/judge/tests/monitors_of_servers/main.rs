//! Every monitor of servers, by literal transcripts: one that keeps it, one that breaks it, and the
//! nearest legal oddity.

mod answer;
mod chunks;
mod closing;
mod expectation;
mod faulty;
mod framing;
mod handshake;
mod head;
mod incomplete;
mod interim;
mod malformed;
mod method;
mod persistence;
mod pipelining;
mod refused;
mod sequence;
mod story;
mod upgrade;
mod value;

use std::collections::BTreeSet;

use expectspec_judge::monitors::TABLE;
use expectspec_judge::{EXCEPTIONS, Transcript, judge};
use expectspec_requirements::{ALL, Outcome, Requirement};
use story::{Story, accusations, check};

static STORIES: &[&[Story]] = &[
    answer::STORIES,
    chunks::STORIES,
    closing::STORIES,
    expectation::STORIES,
    faulty::STORIES,
    framing::STORIES,
    handshake::STORIES,
    head::STORIES,
    incomplete::STORIES,
    interim::STORIES,
    malformed::STORIES,
    method::STORIES,
    persistence::STORIES,
    pipelining::STORIES,
    refused::STORIES,
    sequence::STORIES,
    upgrade::STORIES,
    value::STORIES,
];

/// Rows that nothing can break: their findings are facts.
const NEVER_ACCUSED: [&str; 17] = [
    "EXP-AUT-006",
    "EXP-CON-010",
    "EXP-CON-012",
    "EXP-CON-013",
    "EXP-EHT-001",
    "EXP-EHT-004",
    "EXP-EHT-005",
    "EXP-GRM-007",
    "EXP-GRM-016",
    "EXP-GRM-024",
    "EXP-IR-004",
    "EXP-O31-001",
    "EXP-RED-004",
    "EXP-SRV-011",
    "EXP-SRV-019",
    "EXP-SRV-023",
    "EXP-SRV-024",
];

/// Rows that say what may be sent, or ignored.
const NEVER_ACCUSED_AS_WELL: [&str; 3] = ["EXP-SRV-020", "EXP-SRV-021", "EXP-UPG-002"];

fn stories() -> impl Iterator<Item = &'static Story> {
    STORIES.iter().copied().flatten()
}

fn watched() -> BTreeSet<&'static str> {
    let requirements = TABLE.iter().copied().flatten().flat_map(|monitor| monitor.requirements);
    requirements.map(|requirement| requirement.id).collect()
}

#[test]
fn every_story_shows_what_it_says_and_accuses_of_nothing_else() {
    let faults: Vec<String> = stories().filter_map(|story| check(story).err()).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn story_names_are_unique() {
    let names: BTreeSet<_> = stories().map(|story| story.name).collect();
    assert_eq!(names.len(), stories().count());
}

/// A tester that stops watching early has nothing to accuse a sound server of.
#[test]
fn no_prefix_of_a_legal_story_accuses() {
    let mut faults = Vec::new();
    for story in stories().filter(|story| !story.accuses()) {
        let whole = story.transcript();
        for len in 0..whole.entries.len() {
            let prefix = Transcript { entries: whole.entries[..len].to_vec(), ..whole.clone() };
            let accusations = accusations(&judge(&prefix));
            if !accusations.is_empty() {
                faults.push(format!("{} after {len}: {accusations:?}", story.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_watched_row_is_kept_in_a_story() {
    let kept: BTreeSet<_> = shown(|outcome| matches!(outcome, Outcome::Kept | Outcome::Chosen));
    assert_eq!(watched().difference(&kept).collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn every_row_that_can_be_broken_is_broken_in_a_story() {
    let accused = shown(|outcome| matches!(outcome, Outcome::Broken | Outcome::Doubtful));
    let never = NEVER_ACCUSED.iter().chain(&NEVER_ACCUSED_AS_WELL).copied().collect();
    assert_eq!(watched().difference(&accused).copied().collect::<BTreeSet<_>>(), never);
}

fn shown(of: fn(Outcome) -> bool) -> BTreeSet<&'static str> {
    let claims = stories().flat_map(|story| story.shows);
    claims.filter(|claim| of(claim.1)).map(|claim| claim.0.id).collect()
}

#[test]
fn every_row_has_a_monitor_or_a_reason_for_none() {
    let excepted: Vec<&Requirement> = EXCEPTIONS.iter().map(|&(row, _)| row).collect();
    let watched = watched();
    for row in ALL {
        let reasons = excepted.iter().filter(|other| other.id == row.id).count();
        assert_eq!(reasons, usize::from(!watched.contains(row.id)), "{}", row.id);
    }
    assert_eq!(excepted.len() + watched.len(), ALL.len());
    assert!(EXCEPTIONS.iter().all(|(_, reason)| !reason.is_empty()));
}

//! Every monitor, by literal transcripts: one that keeps it, one that breaks it, and the nearest
//! legal oddity.

mod monitors_of_clients;
mod monitors_of_servers;
mod story;

use std::collections::BTreeSet;

use expectspec_judge::monitors::TABLE;
use expectspec_judge::{EXCEPTIONS, Transcript, Watched, judge};
use expectspec_requirements::{ALL, Outcome, Requirement};
use story::{Story, accusations, check};

/// The stories of the subjects that have one role.
struct Suite {
    role: Watched,
    stories: &'static [&'static [Story]],
    never_accused: &'static [&'static str],
}

static SUITES: [Suite; 2] = [
    Suite {
        role: Watched::AsServer,
        stories: monitors_of_servers::STORIES,
        never_accused: monitors_of_servers::NEVER_ACCUSED,
    },
    Suite {
        role: Watched::AsClient,
        stories: monitors_of_clients::STORIES,
        never_accused: monitors_of_clients::NEVER_ACCUSED,
    },
];

impl Suite {
    fn stories(&self) -> impl Iterator<Item = &'static Story> {
        self.stories.iter().copied().flatten()
    }

    fn watched(&self) -> BTreeSet<&'static str> {
        let monitors = TABLE.iter().copied().flatten().filter(|monitor| monitor.role == self.role);
        monitors.flat_map(|monitor| monitor.requirements).map(|row| row.id).collect()
    }

    fn shown(&self, of: fn(Outcome) -> bool) -> BTreeSet<&'static str> {
        let claims = self.stories().flat_map(|story| story.shows);
        claims.filter(|claim| of(claim.1)).map(|claim| claim.0.id).collect()
    }
}

#[test]
fn every_story_shows_what_it_says_and_accuses_of_nothing_else() {
    for suite in &SUITES {
        let faults: Vec<String> =
            suite.stories().filter_map(|story| check(story, suite.role).err()).collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

#[test]
fn story_names_are_unique() {
    for suite in &SUITES {
        let names: BTreeSet<_> = suite.stories().map(|story| story.name).collect();
        assert_eq!(names.len(), suite.stories().count());
    }
}

/// A tester that stops watching early has nothing to accuse a sound subject of.
#[test]
fn no_prefix_of_a_legal_story_accuses() {
    let mut faults = Vec::new();
    for suite in &SUITES {
        for story in suite.stories().filter(|story| !story.accuses()) {
            let whole = story.transcript(suite.role);
            for len in 0..whole.entries.len() {
                let prefix = Transcript { entries: whole.entries[..len].to_vec(), ..whole.clone() };
                let accusations = accusations(&judge(&prefix));
                if !accusations.is_empty() {
                    faults.push(format!("{} after {len}: {accusations:?}", story.name));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_watched_row_is_kept_in_a_story() {
    for suite in &SUITES {
        let kept = suite.shown(|outcome| matches!(outcome, Outcome::Kept | Outcome::Chosen));
        assert_eq!(suite.watched().difference(&kept).collect::<Vec<_>>(), Vec::<&&str>::new());
    }
}

#[test]
fn every_row_that_can_be_broken_is_broken_in_a_story() {
    for suite in &SUITES {
        let accused = suite.shown(|outcome| matches!(outcome, Outcome::Broken | Outcome::Doubtful));
        let never = suite.never_accused.iter().copied().collect();
        assert_eq!(suite.watched().difference(&accused).copied().collect::<BTreeSet<_>>(), never);
    }
}

#[test]
fn every_row_has_a_monitor_or_a_reason_for_none() {
    let excepted: Vec<&Requirement> = EXCEPTIONS.iter().map(|&(row, _)| row).collect();
    let watched: BTreeSet<_> = SUITES.iter().flat_map(Suite::watched).collect();
    for row in ALL {
        let reasons = excepted.iter().filter(|other| other.id == row.id).count();
        assert_eq!(reasons, usize::from(!watched.contains(row.id)), "{}", row.id);
    }
    assert_eq!(excepted.len() + watched.len(), ALL.len());
    assert!(EXCEPTIONS.iter().all(|(_, reason)| !reason.is_empty()));
}

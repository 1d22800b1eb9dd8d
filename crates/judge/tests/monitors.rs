//! Every monitor, by literal transcripts: one that keeps it, one that breaks it, and the nearest
//! legal oddity.

mod monitors_of_clients;
mod monitors_of_intermediaries;
mod monitors_of_servers;
mod story;

use std::collections::BTreeSet;

use expectspec_judge::monitors::TABLE;
use expectspec_judge::{EXCEPTIONS, Transcript, Watched, judge};
use expectspec_requirements::{ALL, Form, Outcome, Party, Requirement};
use story::{Story, Subject, accusations, check};

/// The stories of the subjects of one party.
struct Suite {
    roles: &'static [Watched],
    stories: &'static [(Subject, &'static [&'static [Story]])],
    never_accused: &'static [&'static str],
}

static SUITES: [Suite; 3] = [
    Suite {
        roles: &[Watched::AsServer, Watched::AsAnyServer],
        stories: &[(Subject::Server, monitors_of_servers::STORIES)],
        never_accused: monitors_of_servers::NEVER_ACCUSED,
    },
    Suite {
        roles: &[Watched::AsClient, Watched::AsAnyClient],
        stories: &[(Subject::Client, monitors_of_clients::STORIES)],
        never_accused: monitors_of_clients::NEVER_ACCUSED,
    },
    Suite {
        roles: &[Watched::AsIntermediary],
        stories: &[
            (Subject::Gateway, monitors_of_intermediaries::OF_GATEWAYS),
            (Subject::Proxy, monitors_of_intermediaries::OF_PROXIES),
        ],
        never_accused: monitors_of_intermediaries::NEVER_ACCUSED,
    },
];

impl Suite {
    fn stories(&self) -> impl Iterator<Item = (Subject, &'static Story)> {
        let groups = self.stories.iter();
        groups.flat_map(|&(subject, lists)| {
            lists.iter().copied().flatten().map(move |story| (subject, story))
        })
    }

    fn watched(&self) -> BTreeSet<&'static str> {
        let monitors = TABLE.iter().copied().flatten();
        monitors
            .filter(|monitor| self.roles.contains(&monitor.role))
            .flat_map(|monitor| monitor.requirements)
            .map(|row| row.id)
            .collect()
    }

    fn shown(&self, of: fn(Outcome) -> bool) -> BTreeSet<&'static str> {
        let claims = self.stories().flat_map(|(_, story)| story.shows);
        claims.filter(|claim| of(claim.1)).map(|claim| claim.0.id).collect()
    }
}

#[test]
fn every_story_shows_what_it_says_and_accuses_of_nothing_else() {
    for suite in &SUITES {
        let faults: Vec<String> =
            suite.stories().filter_map(|(subject, story)| check(story, subject).err()).collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

#[test]
fn story_names_are_unique() {
    for suite in &SUITES {
        let names: BTreeSet<_> = suite.stories().map(|(_, story)| story.name).collect();
        assert_eq!(names.len(), suite.stories().count());
    }
}

/// A tester that stops watching early has nothing to accuse a sound subject of.
#[test]
fn no_prefix_of_a_legal_story_accuses() {
    let mut faults = Vec::new();
    for suite in &SUITES {
        for (subject, story) in suite.stories().filter(|(_, story)| !story.accuses()) {
            let whole = story.transcript(subject);
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

/// The judge asserts it wherever it runs with debug assertions; here it is said, with every story.
#[test]
fn no_form_is_accused_of_what_binds_the_other_only() {
    let between = &SUITES[2];
    let mut faults = Vec::new();
    for (subject, story) in between.stories() {
        for form in [Form::Gateway, Form::Proxy] {
            let transcript = Transcript { form: Some(form), ..story.transcript(subject) };
            let accusing = judge(&transcript).into_iter().filter(|finding| {
                matches!(finding.outcome, Outcome::Broken | Outcome::Doubtful)
                    && !finding.requirement.binds_form(form)
                    && (finding.requirement.binds_form(Form::Gateway)
                        || finding.requirement.binds_form(Form::Proxy))
            });
            faults
                .extend(accusing.map(|it| format!("{} {form}: {}", story.name, it.requirement.id)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Stories of servers in which an intermediary has an excuse: the origin server may be the reason
/// for what it says, and even more so for its silence.
const EXCUSED: [&str; 10] = [
    "a 100 that overtakes, and then nothing",
    "a handshake behind a GET gets silence",
    "a large length gets silence",
    "a length in trailers is waited for",
    "asked to close, closes behind the 100",
    "head and content in one write and no answer at all",
    "no content, a 100, and silence",
    "no content, and silence",
    "the request behind the content is lost",
    "two lengths, and the wrong one read",
];

/// Toward its clients an intermediary is a server: what binds every server is seen as well.
#[test]
fn an_intermediary_is_accused_of_what_any_server_is() {
    let of = |role: Watched| -> BTreeSet<&str> {
        let monitors = TABLE.iter().copied().flatten().filter(|monitor| monitor.role == role);
        monitors.flat_map(|monitor| monitor.requirements).map(|row| row.id).collect()
    };
    let others: BTreeSet<_> =
        of(Watched::AsServer).union(&of(Watched::AsIntermediary)).copied().collect();
    let any: BTreeSet<_> = of(Watched::AsAnyServer).difference(&others).copied().collect();
    let mut seen = BTreeSet::new();
    let mut differences = Vec::new();
    for story in monitors_of_servers::STORIES.iter().copied().flatten() {
        let transcript = Transcript {
            subject: Party::Intermediary,
            form: Some(Form::Gateway),
            ..story.transcript(Subject::Server)
        };
        let mut found = accusations(&judge(&transcript));
        found.retain(|(row, ..)| any.contains(row));
        let mut expected: BTreeSet<_> = story.accusations().collect();
        expected.retain(|(row, ..)| any.contains(row));
        let excused = EXCUSED.contains(&story.name);
        if (found == expected) == excused {
            differences.push(format!("{}: {found:?} {expected:?}", story.name));
        }
        seen.extend(found.into_iter().map(|(row, ..)| row));
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(seen.len() > 20, "{seen:?}");
    let names: BTreeSet<_> =
        monitors_of_servers::STORIES.iter().copied().flatten().map(|story| story.name).collect();
    assert!(EXCUSED.iter().all(|name| names.contains(name)));
}

//! What holds of the catalogue as a whole.

mod common;
mod sides;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::{octets, places};
use expectspec_catalogue::{
    Case, Step, all, client, expand, find, intermediary, of, origin_server,
};
use expectspec_requirements::Party;
use sides::{Side, steps};

/// Fewer cases than this can't cover the requirements that are seen from outside.
const CASES_MIN: [(Party, usize); 3] =
    [(Party::OriginServer, 180), (Party::Client, 180), (Party::Intermediary, 80)];

#[test]
fn there_are_enough_cases() {
    for (party, cases_min) in CASES_MIN {
        let cases = of(party).len();
        assert!(cases >= cases_min, "{cases} cases for {party}");
    }
}

#[test]
fn ids_are_unique_and_well_formed() {
    let mut seen = BTreeSet::new();
    for case in all() {
        assert!(seen.insert(case.id), "{} twice", case.id);
        let parts: Vec<_> = case.id.split('/').collect();
        let [party, topic, behaviour] = parts[..] else { panic!("{}: three parts", case.id) };
        assert!(Party::from_name(party).is_some(), "{}: a party", case.id);
        assert!(is_kebab_case(topic) && is_kebab_case(behaviour), "{}: kebab-case", case.id);
    }
}

#[test]
fn every_file_holds_the_cases_of_its_topic_and_no_other() {
    let mut written = BTreeSet::new();
    for (party, _) in CASES_MIN {
        let folder = Path::new("src").join(party.name().replace('-', "_"));
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a file").path();
            let stem = path.file_stem().expect("a name").to_string_lossy().replace('_', "-");
            let source = fs::read_to_string(&path).expect("text");
            for line in source.lines().filter_map(|line| line.trim().strip_prefix("id: \"")) {
                let id = line.trim_end_matches("\",");
                assert!(id.starts_with(&format!("{party}/{stem}/")), "{id} in {stem}");
                written.insert(id.to_owned());
            }
        }
    }
    let listed: BTreeSet<_> = all().iter().map(|case| case.id.to_owned()).collect();
    assert_eq!(written, listed);
}

#[test]
fn no_topic_is_empty() {
    let topics = origin_server::TOPICS.iter().chain(client::TOPICS).chain(intermediary::TOPICS);
    for topic in topics {
        let names: BTreeSet<_> = topic.iter().map(Case::topic).collect();
        assert_eq!(names.len(), 1, "one topic: {names:?}");
    }
}

#[test]
fn purposes_are_unique_sentences() {
    let mut seen = BTreeSet::new();
    for case in all() {
        let first = case.purpose.chars().next();
        assert!(first.is_some_and(|first| !first.is_lowercase()), "{}: a sentence", case.id);
        assert!(case.purpose.ends_with('.'), "{}: a full stop", case.id);
        assert!(seen.insert(case.purpose), "{}: {}", case.id, case.purpose);
    }
}

#[test]
fn every_exercised_requirement_binds_the_party() {
    for case in all() {
        let party = case.party();
        let mut seen = BTreeSet::new();
        assert!(!case.exercises.is_empty(), "{} exercises nothing", case.id);
        for requirement in case.exercises {
            assert!(requirement.binds(party), "{}: {} binds others", case.id, requirement.id);
            assert!(seen.insert(requirement.id), "{}: {} twice", case.id, requirement.id);
        }
    }
}

#[test]
fn relations_compare_with_another_script_of_the_same_party() {
    for case in all() {
        let Some(relation) = case.relation else { continue };
        let Some(base) = find(relation.base) else {
            panic!("{}: no case {}", case.id, relation.base)
        };
        assert_ne!(base.script, case.script, "{}", case.id);
        assert_eq!(base.content, case.content, "{}", case.id);
        assert_eq!(base.party(), case.party(), "{}", case.id);
        let row = relation.requirement;
        assert!(row.binds(case.party()), "{}: {} binds others", case.id, row.id);
        let exercised = case.exercises.iter().any(|exercised| exercised.id == row.id);
        assert!(exercised, "{}: {} is not exercised", case.id, row.id);
    }
}

#[test]
fn every_case_sends_and_waits() {
    for case in all() {
        let sends = case.script.iter().any(|step| octets(step).is_some());
        let waits = case
            .script
            .iter()
            .any(|step| matches!(step, Step::Await(_) | Step::Quiet | Step::Serve(_)));
        assert!(sends && waits, "{}", case.id);
    }
}

#[test]
fn only_intermediaries_have_an_origin_server_behind_them() {
    for party in [Party::OriginServer, Party::Client] {
        for case in of(party) {
            let is_inbound = |(side, _): &(Side, Step)| *side == Side::Inbound;
            assert!(!steps(case).iter().any(is_inbound), "{}", case.id);
        }
    }
}

#[test]
fn every_connection_in_use_has_been_opened() {
    for case in all() {
        let mut opened = 1;
        for step in case.script {
            match step {
                Step::Open => opened += 1,
                Step::Use(number) => assert!(*number < opened, "{}", case.id),
                _ => {}
            }
        }
    }
}

#[test]
fn no_two_cases_do_the_same() {
    let mut seen: Vec<&Case> = Vec::new();
    for case in all() {
        let doing = |case: &Case| (case.script, case.content, case.task);
        let same = |other: &&&Case| doing(other) == doing(case);
        let twin = seen.iter().find(same).map(|twin| twin.id);
        assert_eq!(twin, None, "{}", case.id);
        seen.push(case);
    }
}

#[test]
fn contents_do_not_refer_to_themselves() {
    for case in all() {
        for name in [b"{content}".as_slice(), b"{length}"] {
            let found = case.content.windows(name.len()).any(|octets| octets == name);
            assert!(!found, "{}", case.id);
        }
    }
}

#[test]
fn placeholders_are_known() {
    for case in all() {
        for (side, step) in steps(case) {
            let Some(octets) = octets(&step) else { continue };
            let mut expanded = expand(octets, case, &places());
            if side == Side::Inbound {
                // The tag is known only when the request is there.
                expanded = expanded.escape_ascii().to_string().replace("{tag}", "0/a").into_bytes();
            }
            assert!(!expanded.contains(&b'{'), "{}: {}", case.id, octets.escape_ascii());
        }
    }
}

fn is_kebab_case(word: &str) -> bool {
    word.split('-').all(|piece| {
        !piece.is_empty()
            && piece.bytes().all(|octet| octet.is_ascii_lowercase() || octet.is_ascii_digit())
    })
}

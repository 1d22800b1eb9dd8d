//! Each profile, each relation, each reason for which nothing is left.

use expectspec_requirements::{Party, Profile};

use super::{Chosen, Dangerous, Selection, SelectionError, Shard};
use crate::{Danger, of};

fn plan(
    patterns: &[&str],
    profile: Profile,
    dangerous: Dangerous,
) -> Result<Chosen, SelectionError> {
    let patterns = patterns.iter().map(|&pattern| pattern.to_owned()).collect();
    Selection::new(patterns).plan(Party::OriginServer, profile, dangerous)
}

#[test]
fn every_profile_has_cases_and_every_relation_its_base() {
    for profile in Profile::ALL {
        for dangerous in [Dangerous::Run, Dangerous::LeaveOut] {
            let chosen = plan(&[], profile, dangerous).unwrap();
            for relation in chosen.cases.iter().filter_map(|case| case.relation) {
                let base = chosen.cases.iter().any(|case| case.id == relation.base);
                assert!(base, "{profile}: {}", relation.base);
            }
        }
    }
}

#[test]
fn a_chosen_variant_brings_its_base() {
    for variant in of(Party::OriginServer) {
        let Some(relation) = variant.relation else { continue };
        // A profile that the variant is about need not be one that its base is about.
        let profiles = Profile::ALL.into_iter().filter(|&profile| {
            variant.exercises.iter().any(|requirement| requirement.scope.includes(profile))
        });
        for profile in profiles {
            let chosen = plan(&[variant.id], profile, Dangerous::Run).unwrap();
            assert!(chosen.cases.iter().any(|case| case.id == relation.base), "{}", variant.id);
        }
    }
}

#[test]
fn what_may_do_harm_is_counted_when_left_out() {
    let everything = plan(&[], Profile::Rfc9110, Dangerous::Run).unwrap();
    let harmless = plan(&[], Profile::Rfc9110, Dangerous::LeaveOut).unwrap();
    let dangerous = everything.cases.iter().filter(|case| case.danger != Danger::None).count();
    assert_eq!(everything.dangerous_left_out, 0);
    assert_eq!(harmless.dangerous_left_out, dangerous);
    assert!(dangerous > 0);
    assert!(harmless.cases.iter().all(|case| case.danger == Danger::None));
}

#[test]
fn cases_come_once_and_by_id() {
    let chosen = plan(&["value", "list", "EXP-GRM-008"], Profile::Strict, Dangerous::Run).unwrap();
    assert!(chosen.cases.is_sorted_by(|one, next| one.id < next.id));
}

#[test]
fn a_pattern_that_matches_nothing_is_named_though_another_matches() {
    let error = plan(&["handshake", "no-such"], Profile::Rfc9110, Dangerous::Run).unwrap_err();
    assert_eq!(error, SelectionError::NoMatch { pattern: "no-such".to_owned() });
}

#[test]
fn dangerous_cases_alone_are_no_selection_when_they_are_left_out() {
    let hides =
        of(Party::OriginServer).into_iter().find(|case| case.danger == Danger::Desync).unwrap();
    let error = plan(&[hides.id], Profile::Rfc9110, Dangerous::LeaveOut).unwrap_err();
    assert!(matches!(error, SelectionError::AllDangerous { cases: 1.. }), "{error}");
}

#[test]
fn cases_about_other_profiles_are_no_selection() {
    let (foreign, profile) = of(Party::OriginServer)
        .into_iter()
        .find_map(|case| {
            let beside = |profile: &Profile| {
                case.exercises.iter().all(|requirement| !requirement.scope.includes(*profile))
            };
            Some((case, Profile::ALL.into_iter().find(beside)?))
        })
        .expect("some case is about obsolete text only");
    let error = plan(&[foreign.id], profile, Dangerous::Run).unwrap_err();
    assert!(matches!(error, SelectionError::OutOfProfile { cases: 1.., .. }), "{error}");
}

#[test]
fn no_case_is_for_another_party() {
    for party in [Party::OriginServer, Party::Client] {
        let chosen = Selection::default().plan(party, Profile::Rfc9110, Dangerous::Run).unwrap();
        assert!(chosen.cases.iter().all(|case| case.party() == party), "{party}");
    }
}

#[test]
fn the_shards_of_a_selection_make_it_up() {
    let whole = plan(&[], Profile::Rfc9110, Dangerous::Run).unwrap();
    for count in 1..6 {
        let mut ids = Vec::new();
        for number in 1..=count {
            let shard: Shard = format!("{number}/{count}").parse().unwrap();
            let part = whole.clone().part(shard);
            for relation in part.cases.iter().filter_map(|case| case.relation) {
                assert!(part.cases.iter().any(|case| case.id == relation.base));
            }
            ids.extend(part.cases.iter().map(|case| case.id));
        }
        ids.sort_unstable();
        // The base of a relation may be in several.
        ids.dedup();
        assert!(ids.iter().eq(whole.cases.iter().map(|case| &case.id)), "{count}");
    }
}

#[test]
fn a_shard_is_one_of_so_many() {
    for text in ["", "1", "0/1", "2/1", "1/0", "+1/2", "1/2/3", "a/b", "1/99999999999999999999"] {
        assert!(text.parse::<Shard>().is_err(), "{text}");
    }
    assert_eq!("1/1".parse(), Ok(Shard::WHOLE));
}

//! Which cases are run.

use expectspec_catalogue::{Case, Danger, Selection};
use expectspec_report::LeftOut;
use expectspec_requirements::Profile;

use crate::failure::Failure;

/// The cases of a run.
#[derive(Debug)]
pub(crate) struct Chosen {
    /// By id.
    pub(crate) cases: Vec<&'static Case>,
    pub(crate) left_out: LeftOut,
}

/// What becomes of cases that may do harm.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Dangerous {
    Run,
    LeaveOut,
}

/// The cases that match a pattern and exercise a row that is in force under the profile, with the
/// bases that they are compared with.
pub(crate) fn choose(
    patterns: &[String],
    profile: Profile,
    dangerous: Dangerous,
) -> Result<Chosen, Failure> {
    let all = expectspec_catalogue::all();
    let matching = Selection::new(patterns.to_vec()).choose(&all).map_err(Failure::Selection)?;
    let in_force = |case: &&Case| case.exercises.iter().any(|row| row.scope.includes(profile));
    let in_profile: Vec<_> = matching.iter().copied().filter(in_force).collect();
    if in_profile.is_empty() {
        return Err(Failure::OutOfProfile { profile, cases: matching.len() });
    }
    let harmless = |case: &&Case| dangerous == Dangerous::Run || case.danger == Danger::None;
    let cases: Vec<_> = in_profile.iter().copied().filter(harmless).collect();
    if cases.is_empty() {
        return Err(Failure::AllDangerous { cases: in_profile.len() });
    }
    let left_out = LeftOut { dangerous: in_profile.len() - cases.len() };
    Ok(Chosen { cases: with_bases(cases, &all), left_out })
}

/// Adds the base of every relation, and its base in turn.
fn with_bases(chosen: Vec<&'static Case>, all: &[&'static Case]) -> Vec<&'static Case> {
    let mut cases = chosen;
    let mut at = 0;
    while let Some(case) = cases.get(at) {
        let base = case.relation.and_then(|relation| all.iter().find(|c| c.id == relation.base));
        if let Some(base) = base.filter(|base| !cases.iter().any(|known| known.id == base.id)) {
            cases.push(base);
        }
        at += 1;
    }
    cases.sort_by_key(|case| case.id);
    cases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_has_cases_and_every_relation_its_base() {
        for profile in Profile::ALL {
            let chosen = choose(&[], profile, Dangerous::Run).unwrap();
            for relation in chosen.cases.iter().filter_map(|case| case.relation) {
                assert!(chosen.cases.iter().any(|case| case.id == relation.base), "{profile}");
            }
        }
    }

    #[test]
    fn a_chosen_variant_brings_its_base() {
        let all = expectspec_catalogue::all();
        let variant = all.iter().find(|case| case.relation.is_some()).unwrap();
        let chosen = choose(&[variant.id.to_owned()], Profile::Rfc9110, Dangerous::Run).unwrap();
        let base = variant.relation.unwrap().base;
        assert!(chosen.cases.iter().any(|case| case.id == base));
    }

    #[test]
    fn what_may_do_harm_is_counted_when_left_out() {
        let all = choose(&[], Profile::Rfc9110, Dangerous::Run).unwrap();
        let harmless = choose(&[], Profile::Rfc9110, Dangerous::LeaveOut).unwrap();
        assert!(harmless.left_out.dangerous > 0);
        assert!(harmless.cases.iter().all(|case| case.danger == Danger::None));
        assert_eq!(all.left_out.dangerous, 0);
    }
}

//! The reference intermediary, in each role.

use expectspec_catalogue::Need;
use expectspec_engine::intermediary::Policy;
use expectspec_requirements::{Party, Profile, Verdict};
use expectspec_runner::{CaseRun, Run};
use expectspec_tests::run_reference_intermediary;

use crate::reference::{Reference, Whole};

pub(crate) const REFERENCE: Reference = Reference {
    party: Party::Intermediary,
    presets: || Policy::presets().into_iter().map(|(name, _)| name).collect(),
    play,
    whole: &[
        Whole {
            name: "default",
            play: |profile| play("default", profile),
            profiles: PROFILES,
            lacks: &[Need::Forwards, Need::Resets],
        },
        Whole {
            name: "proxy",
            play: |profile| play("proxy", profile),
            profiles: PROFILES,
            lacks: &[Need::Forwards, Need::Resets],
        },
        Whole {
            name: "forward",
            play: |profile| play("forward", profile),
            profiles: PROFILES,
            lacks: &[Need::Resets],
        },
    ],
    is_excused,
    discouraged: &[],
    silent: &[],
    silent_in_some: &[],
};

/// Not the strict one, which wants every expectation forwarded.
const PROFILES: &[Profile] = &[Profile::Rfc9110, Profile::Rfc7231, Profile::Desync];

fn play(name: &str, profile: Profile) -> Run {
    run_reference_intermediary(&Policy::preset(name).expect("a preset of this name"), profile)
}

/// It may refuse an expectation or forward it, and what is refused can't show where a message ends.
fn is_excused(profile: Profile, case: &CaseRun) -> bool {
    case.verdict == Verdict::Permitted
        || (profile == Profile::Desync && case.verdict == Verdict::Inconclusive)
}

//! Whether a subject has what a case needs.

use expectspec_catalogue::{Case, Need};
use expectspec_subject::Server;

use crate::{Check, Plan};

/// The first need of the case that is not met.
pub(crate) fn unmet(case: &Case, plan: &Plan, check: &Check, subject: &dyn Server) -> Option<Need> {
    case.needs.iter().copied().find(|need| match need {
        Need::AcceptsContent => !check.accepts_content,
        Need::Persists => !check.persists,
        Need::ServesInParallel => !check.serves_in_parallel,
        Need::Upgrade => plan.places.upgrade.is_empty(),
        Need::Protected => plan.places.protected.is_empty(),
        Need::Resets => !subject.tells_resets(),
    })
}

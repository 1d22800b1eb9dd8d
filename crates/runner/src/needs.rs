//! Whether a subject has what a case needs.

use expectspec_catalogue::{Case, Need};
use expectspec_subject::{Ability, Client, Intermediary, Server};

use crate::{Check, ClientCheck, FirstConversation, IntermediaryCheck, Plan, Subject};

/// The first need of the case that is not met.
pub(crate) fn unmet(
    case: &Case,
    plan: &Plan,
    first: &FirstConversation,
    subject: &Subject,
) -> Option<Need> {
    case.needs().find(|need| match (subject, first) {
        (Subject::Server(server), FirstConversation::Server(check)) => {
            !server_has(*need, plan, check, server.as_ref())
        }
        (Subject::Client(client), FirstConversation::Client(check)) => {
            !client_has(*need, check, client.as_ref())
        }
        (Subject::Intermediary(subject), FirstConversation::Intermediary(check)) => {
            !intermediary_has(*need, plan, check, subject.as_ref())
        }
        // A first conversation is with the subject.
        _ => true,
    })
}

fn server_has(need: Need, plan: &Plan, check: &Check, server: &dyn Server) -> bool {
    match need {
        Need::AcceptsContent => check.accepts_content,
        Need::Persists => check.persists,
        Need::ServesInParallel => check.serves_in_parallel,
        Need::Upgrade => !plan.places.upgrade.is_empty(),
        Need::Protected => !plan.places.protected.is_empty(),
        Need::Resets => server.tells_resets(),
        Need::Expects
        | Need::Method
        | Need::Requests
        | Need::UnknownLength
        | Need::Tells
        | Need::Redirects
        | Need::Credentials
        | Need::Pools
        | Need::Forwards => false,
    }
}

fn client_has(need: Need, check: &ClientCheck, client: &dyn Client) -> bool {
    match need {
        Need::Expects => check.expects_from.is_some(),
        Need::Method => client.can(Ability::Method),
        Need::Requests => client.can(Ability::Requests),
        Need::UnknownLength => client.can(Ability::UnknownLength),
        Need::Tells => client.can(Ability::Tells),
        Need::Redirects => client.can(Ability::Redirects),
        Need::Credentials => client.can(Ability::Credentials),
        Need::Resets => client.sees_resets(),
        Need::AcceptsContent
        | Need::Persists
        | Need::ServesInParallel
        | Need::Upgrade
        | Need::Protected
        | Need::Pools
        | Need::Forwards => false,
    }
}

fn intermediary_has(
    need: Need,
    plan: &Plan,
    check: &IntermediaryCheck,
    subject: &dyn Intermediary,
) -> bool {
    match need {
        Need::AcceptsContent => check.accepts_content,
        Need::Persists => check.persists,
        Need::ServesInParallel => check.serves_in_parallel,
        Need::Pools => check.pools,
        Need::Forwards => !plan.places.authority.is_empty(),
        Need::Resets => subject.tells_resets(),
        Need::Upgrade
        | Need::Protected
        | Need::Expects
        | Need::Method
        | Need::Requests
        | Need::UnknownLength
        | Need::Tells
        | Need::Redirects
        | Need::Credentials => false,
    }
}

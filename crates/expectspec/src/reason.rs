//! Why a test is ignored.

use expectspec_catalogue::Need;
use expectspec_evidence::Escaped;
use expectspec_requirements::Profile;
use expectspec_runner::{CaseRun, Conclusion};

/// The reason in one line.
pub(crate) fn of(case: &CaseRun, profile: Profile) -> String {
    match &case.conclusion {
        Conclusion::Lacks(need) => of_need(*need).to_owned(),
        Conclusion::Unreachable(why) => format!("inconclusive: {}", Escaped(why)),
        Conclusion::Judged { flooded: true, .. } => {
            "inconclusive: the subject sent more than a case reads".to_owned()
        }
        Conclusion::Judged { .. } => format!("inconclusive: {}", of_inconclusive(case, profile)),
    }
}

const fn of_need(need: Need) -> &'static str {
    match need {
        Need::AcceptsContent => "needs a POST with content answered by 2xx; say where with .path()",
        Need::Persists => "needs a connection that stays open after an exchange",
        Need::ServesInParallel => "needs a server that serves two connections at a time",
        Need::Upgrade => "needs a protocol to switch to; name one with .upgrade()",
        Need::Protected => {
            "needs a resource that wants credentials; name one with .protected_path()"
        }
        Need::Resets => "needs a transport that tells a reset from an orderly end",
        Need::Expects => "needs a client that states an expectation with content of some size",
        Need::Method => "needs a client that can be told the method",
        Need::Requests => "needs a client that makes several requests: .can(Ability::Requests)",
        Need::UnknownLength => {
            "needs a client that sends content of unknown length: .can(Ability::UnknownLength)"
        }
        Need::Tells => "needs a client that tells status codes: .can(Ability::Tells)",
        Need::Redirects => "needs a client that follows redirections: .can(Ability::Redirects)",
        Need::Credentials => "needs a client with credentials: .can(Ability::Credentials)",
        Need::Pools => "needs an intermediary that uses a connection to the origin server again",
        Need::Forwards => "needs a proxy that takes requests in absolute-form: .forwards()",
    }
}

fn of_inconclusive(case: &CaseRun, profile: Profile) -> String {
    match case.unclear(profile) {
        Some(it) if it.found.is_empty() => format!("{}: {}", it.requirement.id, it.mark),
        Some(it) => format!("{}: {}", it.requirement.id, Escaped(&it.found)),
        None => "the answers exercised nothing that the case is about".to_owned(),
    }
}

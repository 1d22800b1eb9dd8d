//! Why a case has no better verdict than inconclusive or unsupported.

use expectspec_catalogue::Need;
use expectspec_requirements::{Profile, Verdict};
use expectspec_runner::{CaseRun, Conclusion};

/// The reason in one line, escaped by whoever shows it; `None` for a case with a plain verdict.
pub(crate) fn of(case: &CaseRun, profile: Profile) -> Option<String> {
    match &case.conclusion {
        Conclusion::Lacks(need) => Some(of_need(*need).to_owned()),
        Conclusion::Unreachable(why) => Some(why.clone()),
        Conclusion::Judged { flooded: true, .. } => {
            Some("the subject sent more than a case reads".to_owned())
        }
        Conclusion::Judged { .. } if case.verdict == Verdict::Inconclusive => {
            Some(of_inconclusive(case, profile))
        }
        Conclusion::Judged { .. } => None,
    }
}

pub(crate) const fn of_need(need: Need) -> &'static str {
    match need {
        Need::AcceptsContent => {
            "needs a path that answers POST with content by 2xx; name one with --path"
        }
        Need::Persists => "needs a connection that stays open after an exchange",
        Need::ServesInParallel => "needs a server that serves two connections at a time",
        Need::Upgrade => "needs a protocol that the subject switches to; name one with --upgrade",
        Need::Protected => {
            "needs a resource that wants credentials; name one with --protected-path"
        }
        Need::Expects => "needs a client that states an expectation with content of some size",
        Need::Method => "needs a client that can be told the method: {method}",
        Need::Requests => "needs a client that can be told to make several requests: {requests}",
        Need::UnknownLength => {
            "needs a client that sends content whose length it does not know; declare it with --can \
             unknown-length"
        }
        Need::Tells => "needs a client that tells status codes; say where with --status-from",
        Need::Redirects => {
            "needs a client that follows redirections; declare it with --can redirects"
        }
        Need::Credentials => "needs a client with credentials; declare it with --can credentials",
        Need::Pools => "needs an intermediary that uses a connection to the origin server again",
        Need::Forwards => {
            "needs a proxy that takes requests in absolute-form; declare it with --role forward"
        }
        Need::Resets => "needs a transport that tells a reset from an orderly end",
    }
}

fn of_inconclusive(case: &CaseRun, profile: Profile) -> String {
    match case.unclear(profile) {
        Some(unclear) if unclear.found.is_empty() => {
            format!("{}: {}", unclear.requirement.id, unclear.mark)
        }
        Some(unclear) => format!("{}: {}", unclear.requirement.id, unclear.found),
        None => "the answers exercised nothing that the case is about".to_owned(),
    }
}

//! From method, target and fields to what is to be done.

use core::time::Duration;

use expectspec_message::Framing;

use super::answer::{Answer, MOST_METHODS, SAFE_METHODS};
use super::{Site, query};
use crate::origin_server::Request;

/// What to do with a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Route {
    pub(super) plan: Plan,
    pub(super) answer: Answer,
}

/// When to answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Plan {
    /// Without looking at content.
    AnswerAtOnce,
    /// When the content has been read.
    Read,
    /// The same, with 103 (Early Hints) first.
    HintAndRead,
    /// The same, after some time.
    Wait(Duration),
}

impl Route {
    pub(super) fn of(request: &Request<'_>) -> Self {
        let route = Self::of_path(request);
        let methods = match route {
            Some(Self { answer: Answer::Text(NEXT), .. }) => SAFE_METHODS,
            _ => MOST_METHODS,
        };
        match (request.method, route) {
            (b"OPTIONS", route) if route.is_some() || request.target == b"*" => {
                at_once(Answer::Options(methods))
            }
            (_, None) => at_once(Answer::NotFound),
            (method, Some(route)) if has_member(methods, method) => route,
            (_, Some(_)) => at_once(Answer::NotAllowed(methods)),
        }
    }

    fn of_path(request: &Request<'_>) -> Option<Self> {
        let query = request.query();
        Some(match request.path() {
            b"/" | b"/echo" => read(request, Plan::Read, Answer::Echo),
            b"/upload" => read(request, Plan::Read, Answer::Text(b"received\n")),
            b"/early-hints" if request.version.is_11_or_later() => {
                read(request, Plan::HintAndRead, Answer::Echo)
            }
            b"/early-hints" => read(request, Plan::Read, Answer::Echo),
            b"/slow" => {
                let wait = query::number(query, b"ms").unwrap_or(1000).min(WAIT_MS_MAX);
                read(request, Plan::Wait(Duration::from_millis(wait)), Answer::Echo)
            }
            b"/upgrade" if request.offers_upgrade() => {
                read(request, Plan::Read, Answer::SwitchProtocols)
            }
            b"/upgrade" => read(request, Plan::Read, Answer::Echo),
            b"/next" => at_once(Answer::Text(NEXT)),
            b"/smuggled" => at_once(Answer::Text(b"smuggled\n")),
            b"/immediate" if query::number(query, b"code") == Some(204) => {
                at_once(Answer::NoContent)
            }
            b"/immediate" => at_once(Answer::Text(b"immediate\n")),
            b"/reject" => at_once(Answer::Forbidden),
            b"/reject-401" => at_once(Answer::Unauthorized),
            b"/redirect" => at_once(Answer::Redirect),
            _ => return None,
        })
    }
}

/// Reads the content first, if it is not known to be too much.
fn read(request: &Request<'_>, plan: Plan, answer: Answer) -> Route {
    match request.framing {
        Framing::Length(octets) if octets > Site::CONTENT_OCTETS_MAX => at_once(Answer::TooLarge),
        _ => Route { plan, answer },
    }
}

const fn at_once(answer: Answer) -> Route {
    Route { plan: Plan::AnswerAtOnce, answer }
}

fn has_member(methods: &[u8], method: &[u8]) -> bool {
    methods.split(|&octet| octet == b',').any(|member| member.trim_ascii() == method)
}

const NEXT: &[u8] = b"next\n";

/// No request waits longer.
const WAIT_MS_MAX: u64 = 60_000;

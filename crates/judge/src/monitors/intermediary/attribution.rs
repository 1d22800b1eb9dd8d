//! Whether each client gets the responses to its own requests (RFC 9112 §9.2).

use expectspec_requirements::{PIP_001, PRX_022};

use super::relayed::TAG_FIELD;
use super::{Relayed, Source, relayed};
use crate::monitors::between::is_any_shifted;
use crate::monitors::client::moments::{client_gone, right_behind};
use crate::monitors::doubts::is_beyond_doubt;
use crate::monitors::words::status;
use crate::tag_of;
use crate::{Connection, Exchange, Findings, Monitor, Response, Side, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[Monitor {
    requirements: &[&PRX_022, &PIP_001],
    role: Watched::AsIntermediary,
    watch: own_responses,
}];

const IN_ORDER: &str = "the responses in the order of the client's requests";
const OWN: &str = "no response but that to the client's own request";

/// PRX-022: what comes without a request on an inbound connection is no response to the next one,
/// and what answers one client goes to no other.
fn own_responses(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view) {
        // Behind a request without a certain end the responses may belong to others than they seem.
        let certain = &view.connection.exchanges[..=relayed.outbound.index];
        if !certain.iter().all(|exchange| is_beyond_doubt(exchange, view.connection)) {
            continue;
        }
        if !is_misled(view, &relayed, findings) {
            is_right(view, &relayed, findings);
        }
    }
}

/// Whether the client got something that belongs to nobody, or to another.
fn is_misled(view: &View<'_>, relayed: &Relayed<'_>, findings: &mut Findings) -> bool {
    let outbound = relayed.outbound;
    let own = tag_of(outbound.request().target(&outbound.connection.sent)).unwrap_or_default();
    if let Some(answer) = outbound.exchange.final_response() {
        let tags: Vec<&[u8]> = outbound.response_values(answer, TAG_FIELD).collect();
        let by_origin = |tag: &[u8]| {
            let answers = relayed.answers();
            answers.iter().any(|(hop, it)| hop.response_values(it, TAG_FIELD).any(|it| it == tag))
        };
        // An empty tag says that our origin server knew of no request at all.
        let foreign = tags.iter().find(|&&tag| !tag.is_empty() && tag != own && !by_origin(tag));
        // The request may be under way, and what had come unasked was taken for its answer.
        let crosses = || is_any_shifted(view) || has_just_strayed(view, answer.start);
        if relayed.inbound.is_empty() && crosses() {
            return true;
        }
        if let Some(&tag) = foreign.filter(|_| !tags.contains(&own)) {
            foreign_tag(view, (answer, tag), findings);
            return true;
        }
    }
    let strays = strays_before(relayed);
    for &stray in &strays {
        let alike = outbound.exchange.responses.iter().find(|response| {
            response.head_end.is_some()
                && response.code() == stray.code()
                && relayed.source(response) == Source::Own
                && !is_likely_own(relayed, response)
        });
        if let Some(response) = alike {
            let found = format!("the {} that had come unasked before", status(response));
            findings.doubtful(&PRX_022, "stray-delivered", response.start, OWN, found);
            return true;
        }
    }
    false
}

/// Whether something came unasked on a connection toward the origin server, right before this moment.
fn has_just_strayed(view: &View<'_>, moment: Stamp) -> bool {
    let strays = strayed(view).flat_map(|connection| &connection.strays);
    strays.map(|stray| stray.start).any(|stray| right_behind(view, stray, moment))
}

/// A tag that the origin server never gave to this request.
fn foreign_tag(view: &View<'_>, (answer, tag): (&Response, &[u8]), findings: &mut Findings) {
    let connections = &view.reading.connections;
    let askers = view.reading.relays.iter().map(|relay| relay.outbound.of(connections));
    let asked = askers.into_iter().any(|(connection, exchange)| {
        tag_of(exchange.request.target(&connection.sent)) == Some(tag)
    });
    let name = String::from_utf8_lossy(tag);
    let later = view
        .connection
        .exchanges
        .iter()
        .any(|exchange| tag_of(exchange.request.target(&view.connection.sent)) == Some(tag));
    if later {
        let found =
            format!("the {} to {name}{}, where another is due", status(answer), behind(view));
        findings.broken(&PIP_001, "answers-another", answer.start, IN_ORDER, found);
    } else if asked {
        let found =
            format!("the {} to another client's request, {name}{}", status(answer), behind(view));
        findings.broken(&PRX_022, "misattributed", answer.start, OWN, found);
    } else {
        let found = format!("a {} to {name}, which no client asked for here", status(answer));
        findings.unclear(&PRX_022, "unknown-tag", answer.start, found);
    }
}

/// What may be the cause: an interim response of another code than 100, taken for the final one.
fn behind(view: &View<'_>) -> String {
    let inbound = view.reading.connections.iter().filter(|it| it.side == Side::Inbound);
    let mut interims = inbound.flat_map(|it| &it.exchanges).flat_map(Exchange::interims);
    let interim = interims.find(|it| it.code() != Some(100));
    interim
        .map(|it| format!(" (the origin server had sent a {} before)", status(it)))
        .unwrap_or_default()
}

/// The responses that had come unasked, before the request, on a connection that it was forwarded
/// on.
fn strays_before<'a>(relayed: &Relayed<'a>) -> Vec<&'a Response> {
    let hops = relayed.inbound.iter();
    hops.flat_map(|hop| {
        let begins = hop.request().start;
        hop.connection.strays.iter().filter(move |stray| stray.start < begins)
    })
    .filter(|stray| stray.head_end.is_some())
    .collect()
}

/// Whether an intermediary may well generate such a response itself, here.
fn is_likely_own(relayed: &Relayed<'_>, response: &Response) -> bool {
    let request = relayed.outbound.request();
    match response.code() {
        Some(100) => request.expectations.has_continue() || request.announces_content(),
        Some(code) => code >= 400 && code != 408,
        None => true,
    }
}

/// A response of its own, although something had come unasked, or the connection served others.
fn is_right(view: &View<'_>, relayed: &Relayed<'_>, findings: &mut Findings) {
    let outbound = relayed.outbound;
    let (Some(answer), Some(&inbound)) =
        (outbound.exchange.final_response(), relayed.inbound.last())
    else {
        return;
    };
    if relayed.source(answer) == Source::Own {
        return;
    }
    if !strays_before(relayed).is_empty() {
        findings.kept(&PRX_022, "discarded", answer.start);
    } else if inbound.index > 0 {
        findings.kept(&PRX_022, "own-response", answer.start);
    } else if let Some(other) = strayed(view).find(|other| {
        let first = other.strays.first().map(|stray| stray.start);
        first.is_some_and(|first| first < inbound.request().start)
            && !core::ptr::eq(*other, inbound.connection)
    }) {
        let mark = if client_gone(other).is_some() { "closed" } else { "new-connection" };
        findings.kept(&PRX_022, mark, answer.start);
    } else if view.reading.relays.len() > 1 {
        findings.kept(&PRX_022, "own-response", answer.start);
    }
}

fn strayed<'a>(view: &View<'a>) -> impl Iterator<Item = &'a Connection> {
    let connections = view.reading.connections.iter();
    connections.filter(|it| it.side == Side::Inbound && !it.strays.is_empty())
}

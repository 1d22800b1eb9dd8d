//! What becomes of the members of `Expect` on the way (RFC 9110 §5.3, §10.1.1;
//! RFC 2616 §14.20).

use expectspec_message::octet::list_members;
use expectspec_message::unfold;
use expectspec_requirements::{PRX_010, PRX_011, PRX_017, PRX_028};

use super::{Hop, is_proxy, relayed};
use crate::monitors::doubts::Doubts;
use crate::monitors::duty::immediate_silence;
use crate::{Findings, Monitor, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&PRX_010], role: Watched::AsIntermediary, watch: is_end_to_end },
    Monitor {
        requirements: &[&PRX_011, &PRX_028],
        role: Watched::AsIntermediary,
        watch: unknown_member,
    },
    Monitor { requirements: &[&PRX_017], role: Watched::AsIntermediary, watch: keeps_order },
];

/// PRX-010: a request is forwarded with its expectation.
fn is_end_to_end(view: &View<'_>, findings: &mut Findings) {
    let expected = "the Expect field forwarded, or the expectation answered by the proxy itself";
    for relay in relayed(view) {
        let (request, outbound) = (relay.outbound.request(), relay.outbound);
        let Some(hop) = relay.forwarded().filter(|_| relay.is_beyond_doubt()) else { continue };
        if !outbound.withholds() || outbound.nominates_expect() {
            continue;
        }
        let at = hop.request().head_end.unwrap_or(hop.request().start);
        let content = request.content.first;
        let early = |moment: Stamp| content.is_none_or(|content| moment < content);
        let final_start = outbound.exchange.final_response().map(|answer| answer.start);
        let continued = relay.first_continue().map(|(interim, _)| interim.start);
        let is_answered = [final_start, continued].into_iter().flatten().any(early);
        if hop.request().expectations.has_continue() {
            findings.kept(&PRX_010, "forwarded", at);
        } else if !is_proxy(view) {
            findings.chosen(&PRX_010, "stripped-by-gateway", at);
        } else if is_answered {
            findings.chosen(&PRX_010, "stripped-and-answered", at);
        } else if let Some(silence) = immediate_silence(view, outbound.index) {
            let found = format!("no Expect toward the origin server, and {}", silence.text());
            let at = silence.until;
            findings.doubtful(&PRX_010, "stripped", at, expected, found).by_clock();
        }
    }
}

/// PRX-011, PRX-028: an expectation that nobody knows is refused or forwarded as it is.
fn unknown_member(view: &View<'_>, findings: &mut Findings) {
    for relay in relayed(view) {
        let outbound = relay.outbound;
        let (request, expectations) = (outbound.request(), outbound.request().expectations);
        let doubts = Doubts::of(outbound.exchange, outbound.connection);
        let is_unknown = expectations.others + expectations.malformed > 0;
        if !is_unknown || !doubts.only(Doubts::EXPECTATION) || outbound.nominates_expect() {
            continue;
        }
        // RFC 2616 has a rule for what is an expectation, and for HTTP/1.1.
        let is_bound =
            is_proxy(view) && doubts == Doubts::NONE && request.version().is_11_or_later();
        if let Some(hop) = relay.forwarded() {
            let at = hop.request().head_end.unwrap_or(hop.request().start);
            let (asked, passed_on) = (members(outbound), members(hop));
            let is_whole = asked.iter().all(|member| passed_on.contains(member));
            let mark = match (is_whole, doubts == Doubts::NONE) {
                (true, _) => "forwarded",
                (false, true) => "member-dropped",
                (false, false) => "malformed-member-dropped",
            };
            findings.chosen(&PRX_028, mark, at);
            if is_bound {
                let expected = "417 from a proxy that can't meet the expectation";
                let found = "the request forwarded, with an expectation that nobody defines";
                findings.broken(&PRX_011, mark, at, expected, found);
            }
        } else if let Some(answer) = relay.own_final() {
            let refused = answer.code() == Some(417);
            let mark = if refused { "417" } else { "other-final" };
            findings.chosen(&PRX_028, mark, answer.start);
            match (is_bound, refused) {
                (true, true) => findings.kept(&PRX_011, "417", answer.start),
                (true, false) => findings.chosen(&PRX_011, "other-final", answer.start),
                (false, _) => {}
            }
        }
    }
}

/// PRX-017: the members come out in the order in which they went in.
fn keeps_order(view: &View<'_>, findings: &mut Findings) {
    let expected = "the members of Expect in the order in which the client sent them";
    for relay in relayed(view).iter().filter(|relay| relay.is_beyond_doubt()) {
        let asked = members(relay.outbound);
        let Some(hop) = relay.forwarded().filter(|_| asked.len() > 1) else { continue };
        let at = hop.request().head_end.unwrap_or(hop.request().start);
        let passed_on = members(hop);
        // Where the client's 100-continue has to go, one that comes out is the intermediary's own.
        let is_void = !relay.outbound.request().version().is_11_or_later()
            || relay.outbound.nominates_expect();
        let counts = |member: &&Vec<u8>| !is_void || member.as_slice() != b"100-continue";
        let mut rest = asked.iter();
        if passed_on.iter().filter(counts).all(|member| rest.any(|other| other == member)) {
            if passed_on.len() > 1 {
                findings.kept(&PRX_017, "in-order", at);
            }
            continue;
        }
        // Another value is not another order.
        if !passed_on.iter().all(|member| asked.contains(member)) {
            continue;
        }
        if is_proxy(view) {
            let found = String::from_utf8_lossy(&passed_on.join(&b", "[..])).into_owned();
            findings.broken(&PRX_017, "reordered", at, expected, found);
        } else {
            findings.chosen(&PRX_017, "reordered-by-gateway", at);
        }
    }
}

/// The members of `Expect`, over all field lines; a quoted comma separates nothing.
fn members(hop: Hop<'_>) -> Vec<Vec<u8>> {
    let lists = hop.values(b"expect").map(|value| {
        list_members(&unfold(value)).map(<[u8]>::to_ascii_lowercase).collect::<Vec<_>>()
    });
    lists.flatten().collect()
}

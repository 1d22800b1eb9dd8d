//! Interim responses before the final one (RFC 9110 §15.2).

use expectspec_requirements::{CLI_008, CLI_009, CLI_011, CLI_012, CLI_025};

use super::delivery::{Delivery, delivery, judge_delivery};
use super::moments::{is_plain, right_behind};
use crate::{Exchange, Findings, Monitor, Response, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&CLI_008, &CLI_009, &CLI_011, &CLI_025],
        role: Watched::AsClient,
        watch: reads_interims,
    },
    Monitor { requirements: &[&CLI_012], role: Watched::AsClient, watch: knows_the_class },
];

/// From this many interim responses on a client may take them for an attack.
const MANY: usize = 100;

/// CLI-008, CLI-009, CLI-011, CLI-025: interim responses of whatever code, number and pieces leave
/// the final response as it is.
fn reads_interims(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in view.connection.exchanges.iter().enumerate() {
        let interims: Vec<&Response> = exchange.interims().collect();
        let Some(last) = interims.last().filter(|_| are_plain(view, &interims)) else { continue };
        let delivery = delivery(view, index);
        if interims.len() > MANY {
            match delivery {
                Delivery::Told(_) | Delivery::Followed(_) => {
                    findings.kept(&CLI_008, "flood", answer_start(exchange, last));
                }
                Delivery::Unknown | Delivery::Interim(..) => {}
                _ => findings.chosen(&CLI_008, "capped", last.start),
            }
            continue;
        }
        if let (Delivery::Told(_) | Delivery::Followed(_), Some(answer)) =
            (delivery, exchange.final_response())
        {
            // At the final response: facts count the interim responses before it.
            findings.kept(&CLI_008, "delivered", answer.start);
        } else {
            judge_delivery(&CLI_008, "delivered", delivery, findings);
        }
        let expects = exchange.request.expectations.has_continue();
        let continues = interims.iter().any(|interim| interim.code() == Some(100));
        if !expects && continues {
            judge_delivery(&CLI_011, "discarded", delivery, findings);
        }
        if !expects || interims.iter().any(|interim| interim.code() != Some(100)) {
            match delivery {
                Delivery::Told(at) | Delivery::Followed(at) => {
                    findings.kept(&CLI_009, "ignored", at);
                }
                _ => judge_delivery(&CLI_009, "ignored", delivery, findings),
            }
        }
        // Other codes, and a second 100, are misread however they are written.
        let one_continue = matches!(interims[..], [interim] if interim.code() == Some(100));
        if let Some(mark) = pieces(exchange, &interims).filter(|_| one_continue) {
            judge_delivery(&CLI_025, mark, delivery, findings);
        }
    }
}

fn answer_start(exchange: &Exchange, last: &Response) -> crate::Stamp {
    exchange.final_response().map_or(last.start, |answer| answer.start)
}

/// Whether nothing about the interim responses but their codes and number is out of the ordinary.
fn are_plain(view: &View<'_>, interims: &[&Response]) -> bool {
    interims.iter().all(|interim| is_plain(interim) && is_without_oddities(view, interim))
}

/// Whether the interim response has no field that does not belong there.
fn is_without_oddities(view: &View<'_>, interim: &Response) -> bool {
    let received = &view.connection.received;
    let octets = interim.octets(received);
    let odd: [&[u8]; 3] = [b"content-length", b"transfer-encoding", b"connection"];
    odd.iter().all(|name| !interim.head.has(octets, name))
}

/// How the octets of the interim responses were written, where that is not one write for each.
fn pieces(exchange: &Exchange, interims: &[&Response]) -> Option<&'static str> {
    let answer = exchange.final_response();
    let mut behind = interims.iter().skip(1).copied().chain(answer);
    let split = |response: &Response| {
        response.head_end.is_some_and(|end| end.entry != response.start.entry)
    };
    let joined = |first: &Response, second: &Response| {
        first.head_end.is_some_and(|end| end.entry == second.start.entry)
    };
    if interims.iter().any(|interim| split(interim)) {
        Some("in-pieces")
    } else if interims.iter().any(|it| behind.next().is_some_and(|next| joined(it, next))) {
        Some("in-one-write")
    } else {
        None
    }
}

/// Whether the status code of a final response is in no registry.
const fn is_unknown(code: u16) -> bool {
    !matches!(
        code,
        101 | 200..=208 | 226 | 300..=308 | 400..=418 | 421..=431 | 451 | 500..=511
    )
}

/// CLI-012: an unknown code is of its class: a final one final, and an unknown 1xx is a 1xx. Whether it lets the content go like a 100 is the client's
/// choice.
fn knows_the_class(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in view.connection.exchanges.iter().enumerate() {
        let interims: Vec<&Response> = exchange.interims().collect();
        let answer = exchange.final_response().filter(|answer| is_plain(answer));
        if answer.is_some_and(|answer| answer.code().is_some_and(is_unknown))
            && are_plain(view, &interims)
        {
            judge_delivery(&CLI_012, "class-known", delivery(view, index), findings);
        }
        let unknown = |it: &&&Response| it.code().is_some_and(|code| !(100..=104).contains(&code));
        let Some(first) = interims.iter().find(unknown) else { continue };
        if !are_plain(view, &interims) || interims.len() > MANY {
            continue;
        }
        let content = exchange.request.content.first;
        let continues = exchange.continue_response().is_some();
        if let Some(content) = content.filter(|&at| !continues && at > first.start)
            && exchange.request.expects_continue()
            && right_behind(view, first.start, content)
        {
            findings.chosen(&CLI_012, "content-released", content);
        }
        judge_delivery(&CLI_012, "skipped", delivery(view, index), findings);
    }
}

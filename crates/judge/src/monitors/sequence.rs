//! How many responses, in which order, and which interim ones (RFC 9110 §15, §15.2; RFC 8297).

use expectspec_requirements::{EHT_001, EHT_004, EHT_005, SRV_010, SRV_011, SRV_020, SRV_021};

use super::doubts::loses_requests;
use super::fate::is_last_word;
use super::persistence::content_taken_for_request;
use crate::{Findings, Monitor, Response, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&SRV_010], role: Watched::AsAnyServer, watch: one_final },
    Monitor { requirements: &[&SRV_011], role: Watched::AsServer, watch: invited_then_refused },
    Monitor {
        requirements: &[&SRV_020, &SRV_021],
        role: Watched::AsServer,
        watch: unsolicited_continue,
    },
    Monitor {
        requirements: &[&EHT_001, &EHT_004, &EHT_005],
        role: Watched::AsServer,
        watch: other_interims,
    },
];

/// SRV-010: any number of interim responses, then exactly one final.
fn one_final(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        let mut continues = exchange.interims().filter(|interim| interim.code() == Some(100));
        if let Some(second) = continues.nth(1) {
            findings.chosen(&SRV_010, "repeated-continue", second.start);
        }
        if let Some(answer) = exchange.final_response() {
            findings.kept(&SRV_010, "one-final", answer.start);
        }
    }
    if connection.strays.is_empty() {
        return;
    }
    let explained = content_taken_for_request(view).is_some();
    for stray in connection.strays.iter().filter(|stray| stray.head_end.is_some()) {
        if stray.is_interim() || !explained {
            stray_response(view, stray, findings);
        }
    }
}

/// A response when every request had its final one.
fn stray_response(view: &View<'_>, stray: &Response, findings: &mut Findings) {
    let connection = view.connection;
    let code = stray.code().unwrap_or_default();
    let expected = "exactly one final response to each request, and nothing after it";
    let found = format!("{code} when every request had its final response");
    if loses_requests(connection) {
        let found = format!("{code}, perhaps to octets behind a request that has no certain end");
        findings.unclear(&SRV_010, "no-certain-end", stray.start, found);
    } else if stray.is_interim() {
        findings.broken(&SRV_010, "interim-after-final", stray.start, expected, found);
    } else if is_last_word(view, stray) {
        let found = format!("{code}, perhaps to end the connection, with no request open");
        findings.unclear(&SRV_010, "error-at-the-end", stray.start, found);
    } else {
        findings.broken(&SRV_010, "second-final", stray.start, expected, found);
    }
}

/// SRV-011: a 100 says that the request has not been rejected yet; rejecting it before any content
/// came is legal and wasteful.
fn invited_then_refused(view: &View<'_>, findings: &mut Findings) {
    for exchange in &view.connection.exchanges {
        let (Some(_), Some(answer)) = (exchange.continue_response(), exchange.final_response())
        else {
            continue;
        };
        let content_came = exchange.request.has_content_before(answer.start);
        let refused = answer.code().is_some_and(|code| code >= 400);
        if refused && !content_came && exchange.request.announces_content() {
            findings.chosen(&SRV_011, "refused-without-content", answer.start);
        } else {
            findings.kept(&SRV_011, "went-on", answer.start);
        }
    }
}

/// SRV-020, SRV-021: 100 that nobody asked for.
fn unsolicited_continue(view: &View<'_>, findings: &mut Findings) {
    for exchange in &view.connection.exchanges {
        let request = &exchange.request;
        if request.expect_lines > 0
            || request.error.is_some()
            || !request.version().is_11_or_later()
        {
            continue;
        }
        let mark = match request.announces_content() {
            true => "unsolicited",
            false => "unsolicited-without-content",
        };
        if let Some(interim) = exchange.continue_response() {
            findings.chosen(&SRV_020, mark, interim.start);
            findings.chosen(&SRV_021, mark, interim.start);
        } else if let Some(answer) = exchange.final_response() {
            findings.kept(&SRV_020, "none", answer.start);
            findings.kept(&SRV_021, "none", answer.start);
        }
    }
}

/// EHT-001, EHT-004, EHT-005: 103 and 104 are welcome, and stand for no 100: they are no answer to
/// the duty that SRV-001 watches.
fn other_interims(view: &View<'_>, findings: &mut Findings) {
    for exchange in &view.connection.exchanges {
        for interim in exchange.interims() {
            match interim.code() {
                Some(103) => {
                    findings.kept(&EHT_001, "early-hints", interim.start);
                    findings.chosen(&EHT_004, "early-hints", interim.start);
                }
                Some(104) if exchange.request.expects_continue() => {
                    let invited = exchange.continue_response().is_some();
                    let mark = if invited { "continue-as-well" } else { "no-continue" };
                    findings.chosen(&EHT_005, mark, interim.start);
                }
                _ => {}
            }
        }
    }
}

//! How a client waits for a 100 (Continue) (RFC 9110 §10.1.1).

use expectspec_requirements::{CLI_002, CLI_003, CLI_004, CLI_010, CLI_037, O16_005};

use super::delivery::idle_for_long;
use super::moments::{client_gone, is_plain, right_behind, us_between};
use crate::monitors::words::ms;
use crate::{Connection, Exchange, Findings, Monitor, Said, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&CLI_002], role: Watched::AsClient, watch: waits_only_if_it_asked },
    Monitor { requirements: &[&CLI_003], role: Watched::AsClient, watch: may_proceed },
    Monitor {
        requirements: &[&CLI_004, &O16_005, &CLI_037],
        role: Watched::AsClient,
        watch: waits_for_a_while,
    },
    Monitor { requirements: &[&CLI_010], role: Watched::AsClient, watch: continues },
];

/// CLI-002: who waits for a 100 says so. Whether a client waits, or just has no content yet, one
/// transcript does not prove.
fn waits_only_if_it_asked(view: &View<'_>, findings: &mut Findings) {
    for exchange in &view.connection.exchanges {
        let request = &exchange.request;
        let Some(head_end) = request.head_end.filter(|_| request.announces_content()) else {
            continue;
        };
        let Some(content) = request.content.first else { continue };
        let continues = exchange.continue_response().map(|response| response.start);
        let prompted = continues.filter(|&at| at < content && right_behind(view, at, content));
        let waited = |at: Stamp| us_between(head_end, at) >= view.windows.quiet_us;
        if request.expectations.has_continue() {
            if prompted.is_some() {
                findings.kept(&CLI_002, "asked", content);
            }
        } else if let Some(prompted) = prompted.filter(|&at| waited(at)) {
            let expected = "a 100-continue expectation, if the client waits for a 100";
            let after = ms(us_between(head_end, prompted));
            let found = format!("content withheld for {after}, until an unrequested 100 came");
            findings.doubtful(&CLI_002, "released-by-100", content, expected, found).by_clock();
        } else if continues.is_none_or(|at| at > content) {
            let mark = if waited(content) { "slow" } else { "sent-at-once" };
            findings.kept(&CLI_002, mark, content);
        }
    }
}

/// CLI-003: content may come before any response.
fn may_proceed(view: &View<'_>, findings: &mut Findings) {
    for exchange in view.connection.exchanges.iter().filter(|it| it.request.expects_continue()) {
        let request = &exchange.request;
        let (Some(head_end), Some(content)) = (request.head_end, request.content.first) else {
            continue;
        };
        let answer = exchange.responses.first().filter(|answer| answer.start < content);
        let mark = match answer {
            Some(_) => "after-answer",
            None if content.entry == head_end.entry => "with-the-head",
            None if right_behind(view, head_end, content) => "at-once",
            None => "after-waiting",
        };
        findings.chosen(&CLI_003, mark, content);
    }
}

/// CLI-004, O16-005, CLI-037: nothing answers the expectation. The content comes all the same, or
/// the client gives up.
fn waits_for_a_while(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        let request = &exchange.request;
        let Some(head_end) = request.head_end.filter(|_| request.expects_continue()) else {
            continue;
        };
        let strays = connection.strays.iter().map(|stray| stray.start);
        let lost = strays.chain(connection.garbage.map(|garbage| garbage.start));
        // Who is lost among octets that answer nothing does not wait for a 100.
        if lost.into_iter().any(|at| at < head_end) {
            continue;
        }
        let answer =
            exchange.responses.iter().find(|it| !it.is_interim() || it.code() == Some(100));
        let unanswered = |until: Stamp| {
            answer.is_none_or(|answer| answer.start > until)
                && connection.garbage.is_none_or(|garbage| garbage.start > until)
                && connection.server_gone().is_none_or(|gone| gone > until)
        };
        if let Some(content) = request.content.first.filter(|&content| unanswered(content)) {
            findings.kept(&CLI_004, "sent-unprompted", content);
            findings.kept(&O16_005, "sent-unprompted", content);
        } else if let Some(until) = idle_for_long(view, head_end, answer) {
            let expected = "the content sent after a while, although no 100 came";
            let found = format!("nothing for {}", ms(us_between(head_end, until)));
            findings.broken(&CLI_004, "for-ever", until, expected, found.clone()).by_clock();
            findings.broken(&O16_005, "for-ever", until, expected, found).by_clock();
        } else if request.content.first.is_some() {
            // It came when something had answered.
        } else if let Some(gone) = client_gone(connection).filter(|&gone| unanswered(gone)) {
            gave_up(view, exchange, gone, findings);
        }
    }
}

fn gave_up(view: &View<'_>, exchange: &Exchange, gone: Stamp, findings: &mut Findings) {
    // The tester ended the client.
    if view.reading.said.iter().any(|(word, _)| *word == Said::Nothing) {
        return;
    }
    findings.chosen(&CLI_004, "gave-up", gone);
    findings.chosen(&O16_005, "gave-up", gone);
    if !is_behind_anything_unread(view.connection, exchange) {
        if view.connection.client_reset == Some(gone) {
            let expected = "an orderly end of the connection";
            let found = "a reset by a client that had waited for a response";
            findings.broken(&CLI_037, "reset", gone, expected, found).by_clock();
        } else {
            findings.kept(&CLI_037, "fin", gone);
        }
    }
}

/// An end that leaves octets unread becomes a reset by itself.
fn is_behind_anything_unread(connection: &Connection, exchange: &Exchange) -> bool {
    !exchange.responses.is_empty() || connection.garbage.is_some() || !connection.strays.is_empty()
}

/// CLI-010: behind a 100 comes the content.
fn continues(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in connection.exchanges.iter().filter(|it| it.request.expects_continue()) {
        let Some(invited) = exchange.continue_response().filter(|it| is_plain(it)) else {
            continue;
        };
        let Some(came) = invited.head_end else { continue };
        let content = exchange.request.content.first;
        if content.is_some_and(|content| content < came) {
            continue;
        }
        if let Some(until) = idle_for_long(view, came, exchange.final_response()) {
            let expected = "the content sent behind the 100 (Continue)";
            let found = format!("nothing for {}", ms(us_between(came, until)));
            findings.broken(&CLI_010, "withheld", until, expected, found).by_clock();
        } else if let Some(content) = content {
            findings.kept(&CLI_010, "sent", content);
        }
    }
}

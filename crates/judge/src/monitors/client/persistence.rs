//! The close connection option, sent and received (RFC 9112 §9.6).

use expectspec_message::Version;
use expectspec_requirements::{CLI_033, CON_008, FRM_006, Requirement};

use super::hidden::hidden_request;
use super::moments::{client_gone, us_between};
use crate::monitors::between::{is_between, is_shifted};
use crate::monitors::words::ms;
use crate::{Findings, Monitor, Said, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[Monitor {
    requirements: &[&CLI_033, &CON_008, &FRM_006],
    role: Watched::AsAnyClient,
    watch: closes_for_good,
}];

/// CLI-033, CON-008, FRM-006: behind an exchange that ends the connection comes no other one, and
/// the client closes.
fn closes_for_good(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let Some(answer) = exchange.final_response() else { continue };
        let Some(end) = answer.end else { continue };
        if connection.switched.is_some() || is_shifted(view, connection, index) {
            continue;
        }
        let received = answer.octets(&connection.received);
        let faulty = answer.head.version().is_some_and(|version| version < Version::HTTP_11)
            && answer.head.has(received, b"transfer-encoding");
        let sent = exchange.request.has_member(&connection.sent, b"connection", b"close");
        let reasons: [(&'static Requirement, bool); 3] =
            [(&CLI_033, answer.closes(&connection.received)), (&CON_008, sent), (&FRM_006, faulty)];
        let next = connection.exchanges.get(index + 1).map(|next| next.request.start);
        let hidden = hidden_request(connection, exchange).map(|hidden| hidden.begins);
        // What a client says of requests in its content is content.
        let hidden = hidden.filter(|_| !is_between(view));
        let complete = exchange.request.end.filter(|_| hidden.is_none());
        for (row, _) in reasons.into_iter().filter(|(_, holds)| *holds) {
            // What was written before the response came is no further request, unless the client
            // itself had said that this one was the last.
            let counts = |&at: &Stamp| at > end || row.id == CON_008.id;
            behind(view, row, (end, hidden.or(next).filter(counts), complete), findings);
        }
    }
}

fn behind(
    view: &View<'_>,
    row: &'static Requirement,
    (end, next, complete): (Stamp, Option<Stamp>, Option<Stamp>),
    findings: &mut Findings,
) {
    let connection = view.connection;
    if let Some(at) = next {
        let expected = "no further request on a connection that ends here";
        let finding = findings.broken(row, "reused", at, expected, "another request");
        // It may have been written just before the response was read.
        if at > end && us_between(end, at) < view.windows.quiet_us {
            finding.by_clock();
        }
        return;
    }
    // Behind a reset of its own the tester sees nothing.
    if connection.server_reset.is_some() && client_gone(connection).is_none() {
        return;
    }
    let Some(complete) = complete else {
        if let Some(gone) = client_gone(connection) {
            findings.kept(row, "closed", gone);
        }
        return;
    };
    let from = complete.max(end);
    if let Some(gone) = client_gone(connection) {
        findings.kept(row, "closed", gone);
        return;
    }
    // A client that is still at it, or was ended by the tester, is judged elsewhere. When an
    // intermediary closes, it may be for the sake of our origin server, which has closed already.
    // What the tester has reset is closed.
    let busy = is_between(view)
        || connection.server_reset.is_some()
        || view.reading.said.iter().any(|(word, _)| *word == Said::Nothing);
    let until = connection.watched_until;
    if !busy && us_between(from, until) >= view.windows.close_us {
        let expected = "the connection closed by the client, the response read";
        let found = format!("still open after {}", ms(us_between(from, until)));
        findings.broken(row, "open", until, expected, found).by_clock();
    }
}

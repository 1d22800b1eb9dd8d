//! Interim responses of the origin server with fields that announce content (RFC 9110 §8.6).

use expectspec_requirements::PRX_025;

use super::wait::silence_from;
use super::{Hop, Relayed, Source, relayed};
use crate::monitors::words::status;
use crate::{Findings, Monitor, Response, Stream, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] =
    &[Monitor { requirements: &[&PRX_025], role: Watched::AsIntermediary, watch: no_content }];

/// PRX-025: an interim response has no content, whatever its fields say, and they go no further.
fn no_content(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view) {
        if !relayed.outbound.request().version().is_11_or_later() || !relayed.is_beyond_doubt() {
            continue;
        }
        let odd = relayed.answers().into_iter().find(|(hop, answer)| {
            hop.request().version().is_11_or_later()
                && answer.is_interim()
                && announces(answer, &hop.connection.received)
        });
        if let Some((inbound, interim)) = odd {
            what_came(view, &relayed, (inbound, interim), findings);
        }
    }
}

fn announces(interim: &Response, stream: &Stream) -> bool {
    let octets = interim.octets(stream);
    interim.head.has(octets, b"content-length") || interim.head.has(octets, b"transfer-encoding")
}

fn what_came(
    view: &View<'_>,
    relayed: &Relayed<'_>,
    (inbound, odd): (Hop<'_>, &Response),
    findings: &mut Findings,
) {
    let outbound = relayed.outbound;
    let alike = || outbound.exchange.interims().filter(|it| it.code() == odd.code());
    let received = &outbound.connection.received;
    if let Some(interim) = alike().find(|it| announces(it, received)) {
        let expected = "neither Content-Length nor Transfer-Encoding in a 1xx response";
        let found = format!("the {} of the origin server with one of them", status(interim));
        findings.doubtful(&PRX_025, "relayed-framing", interim.start, expected, found);
        return;
    }
    let relays = alike().find(|it| relayed.source(it) == Source::Relayed);
    match (relays, outbound.exchange.final_response()) {
        (Some(interim), _) => findings.kept(&PRX_025, "removed", interim.start),
        (None, Some(answer)) if relayed.source(answer) == Source::Relayed => {
            findings.kept(&PRX_025, "dropped", answer.start);
        }
        // Such an interim response is invalid, which may well be a reason for a 502.
        (None, Some(answer)) => findings.chosen(&PRX_025, "refused", answer.start),
        (None, None) => {}
    }
    let Some(end) = inbound.exchange.final_response().and_then(|answer| answer.end) else { return };
    if outbound.exchange.final_response().is_none()
        && relayed.inbound.len() == 1
        && let Some(silence) = silence_from(view, outbound, end, view.windows.final_us)
    {
        let expected = "the final response, not content of the interim one waited for";
        let found = format!("behind the final response of the origin server, {}", silence.text());
        findings.broken(&PRX_025, "stalled", silence.until, expected, found).by_clock();
    }
}

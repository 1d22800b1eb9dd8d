//! Whether the final response that a client gets is the one that the origin server sent, status code
//! and content (RFC 9110 §7.5, §7.7).

use expectspec_message::Framing;
use expectspec_requirements::PRX_020;

use super::deframed::content_of_response;
use super::{Hop, Relayed, TAG_FIELD, is_proxy, relayed};
use crate::monitors::client::moments::is_plain;
use crate::monitors::words::status;
use crate::{Break, Findings, Monitor, Response, View, Watched, tag_of};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] =
    &[Monitor { requirements: &[&PRX_020], role: Watched::AsIntermediary, watch: is_the_origins }];

/// PRX-020: what has the tag of a response of the origin server is that response.
fn is_the_origins(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view).iter().filter(|relayed| relayed.is_beyond_doubt()) {
        let Some(((inbound, sent), got)) = pair(relayed) else { continue };
        let at = got.start;
        if sent.code() != got.code() {
            let found = format!("{}, where the origin server sent {}", status(got), status(sent));
            let expected = "the status code of the origin server's response";
            match is_proxy(view) {
                true => {
                    findings.doubtful(&PRX_020, "status-changed", at, expected, found);
                }
                false => findings.chosen(&PRX_020, "status-changed", at),
            }
        } else if got.end.is_some() && relayed.outbound.method() != b"HEAD" {
            compare_content(view, relayed, (inbound, sent), got, findings);
        }
    }
}

/// The final response of the client that has its own tag, and the one response of the origin server
/// that has it too.
fn pair<'a>(relayed: &Relayed<'a>) -> Option<((Hop<'a>, &'a Response), &'a Response)> {
    let outbound = relayed.outbound;
    let own = tag_of(outbound.request().target(&outbound.connection.sent))?;
    let got = outbound.exchange.final_response()?;
    let has_tag =
        |hop: Hop<'a>, response: &'a Response| hop.response_values(response, TAG_FIELD).eq([own]);
    // Conditions and ranges have answers of their own.
    const CONDITIONS: [&[u8]; 5] =
        [b"if-match", b"if-none-match", b"if-modified-since", b"if-range", b"range"];
    if !has_tag(outbound, got) || CONDITIONS.iter().any(|name| outbound.has(name)) {
        return None;
    }
    let mut finals = relayed.answers();
    finals.retain(|(_, answer)| answer.is_final());
    let [(hop, sent)] = finals.as_slice() else { return None };
    // What came behind it unasked may have its tag as well.
    let is_alone = hop.connection.strays.is_empty();
    (has_tag(*hop, sent) && is_plain(sent) && is_alone).then_some(((*hop, *sent), got))
}

fn compare_content(
    view: &View<'_>,
    relayed: &Relayed<'_>,
    (inbound, sent): (Hop<'_>, &Response),
    got: &Response,
    findings: &mut Findings,
) {
    let outbound = relayed.outbound;
    let coding = |hop: Hop<'_>, it: &Response| -> Vec<Vec<u8>> {
        let octets = it.octets(&hop.connection.received);
        it.head.values(octets, b"content-encoding").map(<[u8]>::to_vec).collect()
    };
    if coding(inbound, sent) != coding(outbound, got) {
        return;
    }
    let ours = content_of_response(inbound.connection, sent);
    let theirs = content_of_response(outbound.connection, got);
    let at = got.start;
    // The origin server left, or the intermediary did not wait for the end.
    if sent.broken == Some(Break::Off) || (sent.end.is_some() && sent.end > got.end) {
        // Until the close is the only way in which an old client can be told.
        if got.framing != Framing::UntilClose && ours.starts_with(&theirs) {
            let found = format!("{} octets as if they were all of it", theirs.len());
            let expected = "a response as incomplete as the origin server's was";
            findings.doubtful(&PRX_020, "completed", at, expected, found);
        }
        return;
    }
    if sent.end.is_none() || sent.broken.is_some() {
        return;
    }
    let is_part = !theirs.is_empty() && (ours.starts_with(&theirs) || ours.ends_with(&theirs));
    let expected = "the content of the origin server's response";
    let found = format!("{} octets, complete, where it sent {}", theirs.len(), ours.len());
    if ours == theirs {
        findings.kept(&PRX_020, "same-response", at);
    } else if is_part {
        findings.doubtful(&PRX_020, "content-cut", at, expected, found);
    } else if is_proxy(view) {
        findings.doubtful(&PRX_020, "content-changed", at, expected, found);
    } else {
        findings.chosen(&PRX_020, "content-changed", at);
    }
}

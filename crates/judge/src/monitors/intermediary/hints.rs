//! Whether interim responses arrive with what they are sent for (RFC 9110 §15.2, RFC 8297 §2).

use expectspec_message::octet::list_members;
use expectspec_requirements::PRX_004;

use super::interim::is_ordinary;
use super::{Hop, Relayed, is_proxy, relayed};
use crate::{Findings, Monitor, Response, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] =
    &[Monitor { requirements: &[&PRX_004], role: Watched::AsIntermediary, watch: keeps_links }];

/// PRX-004: a 103 (Early Hints) without its `Link` field is forwarded in name only.
fn keeps_links(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view).iter().filter(|relayed| relayed.is_beyond_doubt()) {
        for (inbound, sent, got) in pairs(relayed) {
            let links = members(inbound, sent);
            if links.is_empty() || !is_ordinary(inbound, sent) {
                continue;
            }
            let passed_on = members(relayed.outbound, got);
            let at = got.start;
            let mark = match links.iter().all(|link| passed_on.contains(link)) {
                true => {
                    findings.kept(&PRX_004, "with-links", at);
                    continue;
                }
                false if passed_on.is_empty() => "links-lost",
                false => "links-changed",
            };
            if is_proxy(view) {
                let expected = "the 103 (Early Hints) of the origin server with its Link field";
                let found = match passed_on.is_empty() {
                    true => "103 without any".to_owned(),
                    false => {
                        let value = passed_on.join(&b", "[..]);
                        format!("103 with Link: {}", String::from_utf8_lossy(&value))
                    }
                };
                findings.doubtful(&PRX_004, mark, at, expected, found);
            } else {
                findings.chosen(&PRX_004, mark, at);
            }
        }
    }
}

/// Each 103 of the origin server with the one that the client got, if there are as many.
fn pairs<'a>(relayed: &Relayed<'a>) -> Vec<(Hop<'a>, &'a Response, &'a Response)> {
    let is_hint = |response: &&Response| response.is_interim() && response.code() == Some(103);
    let sent = relayed.answers().into_iter().filter(|(_, response)| is_hint(response));
    let sent: Vec<_> = sent.collect();
    let got: Vec<_> = relayed.outbound.exchange.interims().filter(is_hint).collect();
    if sent.len() != got.len() || relayed.inbound.len() > 1 {
        return Vec::new();
    }
    sent.into_iter().zip(got).map(|((hop, sent), got)| (hop, sent, got)).collect()
}

fn members(hop: Hop<'_>, response: &Response) -> Vec<Vec<u8>> {
    let values = response.head.values(response.octets(&hop.connection.received), b"link");
    values.flat_map(|value| list_members(value).map(<[u8]>::to_vec).collect::<Vec<_>>()).collect()
}

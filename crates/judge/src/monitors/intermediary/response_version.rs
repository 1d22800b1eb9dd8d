//! The version in responses that an intermediary forwards (RFC 9112 §2.3).

use expectspec_message::Version;
use expectspec_requirements::PRX_015;

use super::{Source, relayed};
use crate::monitors::words::status;
use crate::{Findings, Monitor, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] =
    &[Monitor { requirements: &[&PRX_015], role: Watched::AsIntermediary, watch: own_version }];

/// PRX-015: a forwarded response has the version of the intermediary, not that of the origin
/// server.
fn own_version(view: &View<'_>, findings: &mut Findings) {
    for relayed in relayed(view) {
        let outbound = relayed.outbound;
        // To an old client an old version may be said on purpose.
        if !outbound.request().version().is_11_or_later() {
            continue;
        }
        for response in &outbound.exchange.responses {
            let version = response.head.version().filter(|_| response.head_end.is_some());
            let answers = relayed.answers();
            let origin = answers.iter().find(|(_, answer)| answer.code() == response.code());
            let Some((inbound, answer)) = origin else { continue };
            if relayed.source(response) == Source::Own
                || answer.head.version() == Some(Version::HTTP_11)
                || version.is_none()
            {
                continue;
            }
            let at = response.start;
            if version != answer.head.version() {
                findings.kept(&PRX_015, "own-in-response", at);
            } else if inbound.request().head.version() == version {
                findings.chosen(&PRX_015, "same-in-response", at);
            } else {
                let expected = "the intermediary's own HTTP-version in the response";
                let found = format!(
                    "the HTTP-version of the origin server copied with its {}, while the request \
                     to it has another",
                    status(response)
                );
                // Its framing and its connection options may well be suited to that version.
                let mark =
                    if response.is_interim() { "copied-in-interim" } else { "copied-in-response" };
                findings.doubtful(&PRX_015, mark, at, expected, found);
            }
        }
    }
}

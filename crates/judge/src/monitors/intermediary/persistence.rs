//! What becomes of the connection to an HTTP/1.0 client (RFC 9112 §9.3).

use expectspec_message::Version;
use expectspec_requirements::CON_011;

use super::is_proxy;
use crate::monitors::fate::{Fate, fate_behind};
use crate::monitors::words::status;
use crate::{Findings, Monitor, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[Monitor {
    requirements: &[&CON_011],
    role: Watched::AsIntermediary,
    watch: ends_behind_http_10,
}];

/// CON-011: a proxy keeps no connection with an HTTP/1.0 client.
fn ends_behind_http_10(view: &View<'_>, findings: &mut Findings) {
    let expected = "the end of the connection behind the response to an HTTP/1.0 client";
    // A tunnel is no connection of HTTP any more.
    if view.connection.switched.is_some() {
        return;
    }
    for (index, exchange) in view.connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        let Some(answer) = exchange.final_response() else { continue };
        if request.error.is_some() || request.head.version() != Some(Version::HTTP_10) {
            continue;
        }
        match fate_behind(view, index, answer) {
            Fate::Gone(gone) => findings.kept(&CON_011, "closed", gone),
            Fate::Answered(later) if is_proxy(view) => {
                let found = format!("{} to another request on it", status(later));
                findings.broken(&CON_011, "answered", later.start, expected, found);
            }
            Fate::Open(silence) if is_proxy(view) => {
                let found = format!("still open: {}", silence.text());
                findings.broken(&CON_011, "open", silence.until, expected, found).by_clock();
            }
            Fate::Answered(later) => findings.chosen(&CON_011, "answered", later.start),
            Fate::Open(silence) => findings.chosen(&CON_011, "open", silence.until),
            Fate::Unknown => {}
        }
    }
}

//! Ways to end a connection that are odd and legal.

use core::time::Duration;

use expectspec_engine::origin_server::{Http10KeepAlive, IncompleteRequest, Policy, Timers};

use crate::request::always;
use crate::rule::Deviation::{Final, Reads, Rest};
use crate::rule::Rest::Ends;
use crate::rule::Sending::Edited;
use crate::{Control, Edit, Request, Rule, Script};

/// The controls of this topic.
pub(super) static CONTROLS: &[Control] = &[
    Control {
        name: "close-behind-every-response",
        what: "Sends the close connection option in every response, and closes.",
        why_legal: "Persistence is a SHOULD, and closing is always allowed (RFC 9112 §9.5).",
        script: Script::with(&[Rule { when: always, then: CLOSES }]),
        ..Control::PLAIN
    },
    Control {
        name: "content-until-close",
        what: "Sends content without a length and closes behind it.",
        why_legal: "That is how a response without framing fields ends (RFC 9112 §6.3).",
        script: Script::with(&[
            Rule { when: has_response_content, then: CLOSES },
            Rule {
                when: has_response_content,
                then: Final(Edited(&[
                    Edit::Without("content-length"),
                    Edit::Set("Connection", "close"),
                ])),
            },
            Rule { when: has_response_content, then: Rest(Ends) },
        ]),
        ..Control::PLAIN
    },
    Control {
        name: "http-10-server",
        what: "Answers finally in HTTP/1.0, and closes.",
        why_legal: "A server speaks the highest version that it conforms to (RFC 9110 §6.2).",
        script: Script::with(&[
            Rule { when: always, then: CLOSES },
            Rule {
                when: always,
                then: Final(Edited(&[Edit::InStartLine("HTTP/1.1", "HTTP/1.0")])),
            },
        ]),
        ..Control::PLAIN
    },
    Control {
        name: "refusal-and-close",
        what: "Closes the connection behind every early final response, and says so.",
        why_legal: "RFC 9112 §9.3 lets a server read the entire content or close.",
        reported: Some("https://www.suse.com/support/kb/doc/?id=000020590"),
        script: Script { policy: Policy::closing, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "refusal-and-all-content-dropped",
        what: "Reads and drops content behind an early final response, however much it is.",
        why_legal: "RFC 9112 §9.3 lets a server read the entire content or close.",
        reported: Some("https://github.com/golang/go/issues/11549"),
        script: Script { policy: Policy::draining, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "request-timeout-after-a-second",
        what: "Answers 408 when no content has come for a second, and closes.",
        why_legal: "A server may give up on an incomplete request (RFC 9112 §8).",
        reported: Some("https://github.com/postmanlabs/httpbin/issues/429"),
        script: Script { policy: impatient, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "cut-requests-unanswered",
        what: "Closes without a response when a request is cut or late.",
        why_legal: "An error response is a MAY (RFC 9112 §8).",
        script: Script {
            policy: || Policy { incomplete_request: IncompleteRequest::Close, ..impatient() },
            rules: &[],
        },
        ..Control::PLAIN
    },
    Control {
        name: "lingering-close",
        what: "Closes in stages, and reads on for ten seconds.",
        why_legal: "Servers typically close in stages (RFC 9112 §9.6).",
        script: Script {
            policy: || Policy {
                timers: Timers { linger: Duration::from_secs(10), ..Timers::default() },
                ..Policy::closing()
            },
            rules: &[],
        },
        ..Control::PLAIN
    },
    Control {
        name: "http-10-never-kept",
        what: "Closes every HTTP/1.0 connection.",
        why_legal: "A recipient may not wish to honour keep-alive (RFC 9112 §9.3).",
        script: Script {
            policy: || Policy { http10_keep_alive: Http10KeepAlive::Ignore, ..Policy::default() },
            rules: &[],
        },
        ..Control::PLAIN
    },
];

/// The reference reads that the client wants to close.
const CLOSES: crate::Deviation = Reads(&[Edit::Set("Connection", "close")]);

/// Whether the response to this method may have content until the connection ends.
fn has_response_content(request: &Request<'_>) -> bool {
    !matches!(request.method(), b"HEAD" | b"CONNECT")
}

/// Gives the content one second.
fn impatient() -> Policy {
    let timers = Timers { content: Duration::from_secs(1), ..Timers::default() };
    Policy { timers, ..Policy::default() }
}

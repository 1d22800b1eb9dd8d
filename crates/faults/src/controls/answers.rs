//! Final responses that are odd and legal.

use expectspec_engine::origin_server::Policy;

use crate::request::{always, expecting};
use crate::rule::Deviation::{Answers, Final, HangsUp, Reads};
use crate::rule::Sending::Edited;
use crate::{Control, Edit, Grade, Request, Rule, Script};

/// The controls of this topic.
pub(super) static CONTROLS: &[Control] = &[
    Control {
        name: "expectation-failed-always",
        what: "Answers 417 to every expectation, 100-continue included.",
        why_legal: "417 is a final status, and a client repeats without it (RFC 9110 §10.1.1).",
        reported: Some("https://github.com/CrowCpp/Crow/pull/727"),
        script: Script { policy: Policy::refuse_all, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "expectation-failed-for-lists",
        what: "Compares the whole value with 100-continue and refuses lists with others in it.",
        why_legal: "A member other than 100-continue may be refused (RFC 9110 §10.1.1).",
        reported: Some("https://github.com/oven-sh/bun/pull/34432"),
        ..Control::PLAIN
    },
    Control {
        name: "unknown-expectation-ignored",
        what: "Ignores every expectation that it does not know, malformed ones too.",
        why_legal: "417 is a MAY since RFC 7231.",
        reported: Some("https://github.com/senchalabs/connect/issues/737"),
        script: Script { policy: Policy::ignore_unknown, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "final-without-continue",
        what: "Answers 200 before the content, and closes the connection.",
        why_legal: "A final status may be immediate (RFC 9110 §10.1.1); the rest is not read.",
        reported: Some("https://github.com/akka/akka/issues/21819"),
        script: Script {
            policy: Policy::closing,
            rules: &[Rule {
                when: |request| expecting(request) && request.is_well_formed(),
                then: Reads(&[Edit::InStartLine(" / ", " /immediate ")]),
            }],
        },
        ..Control::PLAIN
    },
    Control {
        name: "final-and-all-content-dropped",
        what: "Answers 200 before the content, then reads and drops it to the last octet.",
        why_legal: "RFC 9112 §9.3 lets a server read the entire content or close.",
        script: Script {
            policy: Policy::draining,
            rules: &[Rule {
                when: |request| expecting(request) && request.is_well_formed(),
                then: Reads(&[Edit::InStartLine(" / ", " /immediate ")]),
            }],
        },
        ..Control::PLAIN
    },
    Control {
        name: "chunked-responses",
        what: "Sends content in chunks.",
        why_legal: "Chunked is for every HTTP/1.1 recipient (RFC 9112 §7.1).",
        script: Script::with(&[Rule {
            when: has_response_content,
            then: Final(Edited(&[Edit::Chunked])),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "dated-responses",
        what: "Sends Date, Server, Keep-Alive and fields that nobody knows.",
        why_legal: "Unknown fields are ignored (RFC 9110 §5.1).",
        script: Script::with(&[Rule {
            when: always,
            then: Final(Edited(&[
                Edit::AddFirst("Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nServer: odd/1\r\n"),
                Edit::Add("Keep-Alive: timeout=5\r\nX-Odd:\r\n"),
            ])),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "other-reason-phrases",
        what: "Writes the wrong reason phrase behind every status code.",
        why_legal: "A client ought to ignore it (RFC 9112 §4).",
        script: Script::with(&[Rule {
            when: always,
            then: Final(Edited(&[Edit::InStartLine("OK", "Not Quite")])),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "get-alone-implemented",
        what: "Answers 501 to every method but GET and HEAD, before the content, unless that is chunked.",
        why_legal: "Only GET and HEAD must be supported (RFC 9110 §9.1).",
        script: Script::with(&[Rule {
            when: |request| {
                is_ordinary(request)
                    && !matches!(request.method(), b"GET" | b"HEAD" | b"CONNECT")
                    && !request.is_chunked()
            },
            then: Answers(b"HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\n\r\n"),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "length-required",
        what: "Answers 411 to chunked content.",
        why_legal: "RFC 9112 §6.3 lets a server do so.",
        script: Script {
            policy: || Policy {
                chunked_content: expectspec_engine::origin_server::ChunkedContent::LengthRequired,
                ..Policy::default()
            },
            rules: &[],
        },
        ..Control::PLAIN
    },
    Control {
        name: "hangs-up-on-expectations",
        what: "Closes the connection without a word where it should answer.",
        why_legal: "A server may close at any time (RFC 9112 §9.5), if it is no kindness.",
        grade: Grade::Discouraged,
        script: Script::with(&[Rule { when: expecting, then: HangsUp }]),
        ..Control::PLAIN
    },
    Control {
        name: "hangs-up-without-content",
        what: "Closes the connection of an expectation where there is no content.",
        why_legal: "A server may close at any time (RFC 9112 §9.5), and nobody waits to send.",
        reported: Some("https://github.com/hyperium/hyper/issues/1843"),
        script: Script::with(&[Rule {
            when: |request| {
                is_ordinary(request)
                    && !request.has_content()
                    && request.expectations().has_continue()
            },
            then: HangsUp,
        }]),
        ..Control::PLAIN
    },
];

/// Whether the head says all that there is to say of the connection.
fn is_ordinary(request: &Request<'_>) -> bool {
    request.is_http_11()
        && request.is_well_formed()
        && has_plain_host(request)
        && !request.has("connection")
        && !(request.has("content-length") && request.has("transfer-encoding"))
        && has_no_coding_but_chunked(request)
}

fn has_no_coding_but_chunked(request: &Request<'_>) -> bool {
    let mut values = request.head.values(request.octets, b"transfer-encoding");
    values.all(|value| value.eq_ignore_ascii_case(b"chunked"))
}

fn has_plain_host(request: &Request<'_>) -> bool {
    let is_plain = |value: &[u8]| value.iter().all(|it| it.is_ascii_alphanumeric() || *it == b'.');
    request.head.values(request.octets, b"host").all(is_plain)
}

/// Whether the response to this method may have content, in chunks.
fn has_response_content(request: &Request<'_>) -> bool {
    request.is_http_11() && !matches!(request.method(), b"HEAD" | b"CONNECT")
}

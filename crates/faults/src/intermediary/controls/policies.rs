//! The reference with a policy of its own, which the RFCs leave to it.

use expectspec_engine::intermediary::{OwnExpectation, Policy, Pool};

use super::Control;
use crate::intermediary::Script;

/// The controls of this topic.
pub(super) static CONTROLS: &[Control] = &[
    Control {
        name: "the-reference-gateway",
        what: "Is the reference as a gateway.",
        why_legal: "It does what the RFCs say.",
        script: Script::gateway(&[]),
        ..Control::PLAIN
    },
    Control {
        name: "the-reference-proxy",
        what: "Is the reference as a proxy.",
        why_legal: "It does what the RFCs say.",
        script: Script::proxy(&[]),
        ..Control::PLAIN
    },
    Control {
        name: "the-reference-forward-proxy",
        what: "Is the reference as a proxy that its clients choose.",
        why_legal: "It does what the RFCs say.",
        script: Script::of(Policy::forward, &[]),
        ..Control::PLAIN
    },
    Control {
        name: "answers-100-itself",
        what: "As a gateway sends a 100 (Continue) at once, and forwards the expectation.",
        why_legal: "A gateway is an origin server to its clients (RFC 9110 §3.7).",
        script: Script::of(Policy::answering, &[]),
        ..Control::PLAIN
    },
    Control {
        name: "gateway-strips-and-answers",
        what: "As a gateway answers the expectation itself and does not forward it.",
        why_legal: "A gateway is an origin server to its clients (RFC 9110 §3.7).",
        script: Script::of(Policy::stripping, &[]),
        ..Control::PLAIN
    },
    Control {
        name: "gateway-buffers",
        what: "As a gateway forwards a request when it has all content, as nginx does.",
        why_legal: "The choices of RFC 9110 §10.1.1 bind proxies.",
        script: Script::of(Policy::buffering, &[]),
        ..Control::PLAIN
    },
    Control {
        name: "gateway-fails-unknown-expectations",
        what: "As a gateway answers expectations that it does not know with 417.",
        why_legal: "RFC 9110 §10.1.1 lets any server do so.",
        script: Script::of(Policy::refusing, &[]),
        ..Control::PLAIN
    },
    Control {
        name: "proxy-fails-unknown-expectations",
        what: "As a proxy answers expectations that it does not know with 417.",
        why_legal: "RFC 9110 §10.1.1 lets any server do so.",
        script: Script::of(Policy::proxy_refusing, &[]),
        ..Control::PLAIN
    },
    Control {
        name: "gateway-does-not-pool",
        what: "Opens a connection for each request.",
        why_legal: "Nobody has to persist (RFC 9112 §9.3).",
        script: Script::of(Policy::unpooled, &[]),
        ..Control::PLAIN
    },
    Control {
        name: "proxy-does-not-pool",
        what: "As a proxy opens a connection for each request.",
        why_legal: "Nobody has to persist (RFC 9112 §9.3).",
        script: Script::of(|| Policy { pool: Pool::OneRequestAConnection, ..Policy::proxy() }, &[]),
        ..Control::PLAIN
    },
    Control {
        name: "gateway-asks-for-itself",
        what: "As a gateway adds an expectation of its own and keeps the 100 (Continue).",
        why_legal: "RFC 9110 §15.2 lets who asked for a 1xx response keep it.",
        script: Script::of(Policy::expecting, &[]),
        ..Control::PLAIN
    },
    Control {
        name: "proxy-asks-for-itself",
        what: "As a proxy adds an expectation of its own and keeps the 100 (Continue).",
        why_legal: "RFC 9110 §15.2 lets who asked for a 1xx response keep it.",
        script: Script::of(Policy::proxy_expecting, &[]),
        ..Control::PLAIN
    },
    Control {
        name: "strips-and-asks-for-itself",
        what: "As a gateway answers the expectation, and states another to the origin server.",
        why_legal: "A gateway is an origin server on one side and a client on the other.",
        script: Script::of(
            || Policy { own_expectation: OwnExpectation::WhenContent, ..Policy::stripping() },
            &[],
        ),
        ..Control::PLAIN
    },
    Control {
        name: "proxy-for-http-10",
        what: "Is configured for a next hop of HTTP/1.0, and sends 100 (Continue) itself.",
        why_legal: "RFC 9110 §10.1.1 lets a proxy with such a belief do so.",
        script: Script::of(Policy::http10_next_hop, &[]),
        ..Control::PLAIN
    },
    Control {
        name: "gateway-reads-past-nothing",
        what: "Answers every irregular response with 502.",
        why_legal: "Such a response is invalid (RFC 9110 §15.6.3).",
        script: Script::of(Policy::strict, &[]),
        ..Control::PLAIN
    },
];
